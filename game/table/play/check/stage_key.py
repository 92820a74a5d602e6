"""What the numbers and signs of a check mean, in a word or two each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.engine import events as ev
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.i18n import Words
from game.table.parts import stage_pieces
from game.table.parts.meters import FALLEN
from game.table.play.check.steps import CheckStep
from game.wording import terms

_SIZES = (27, 25, 24, 22, 20, theme.LEAST)
_SIGN, _BESIDE, _APART = 30, 8, 26


def why_other(t: Words, e: ev.Harvested) -> str:
    """Why what came home is not what is true, in a few words; empty where it is."""
    if e.points == e.effect:
        return ""
    if e.effect < 0:
        return t("not named") if e.points < e.effect else t("made up for")
    if e.estimate is None or e.estimate < 0:
        return t("not claimed")
    if e.short is not None:
        return terms.short_word(t, e.short)
    return t("it stumbled") if e.anchored else t("no owner")


def outcome(step: CheckStep) -> stage_pieces.IconColour:
    """The icon of what came of a risk or a stumble."""
    e = step.events[0]
    if isinstance(e, ev.RiskThrown):
        return ("zap", FALLEN) if e.struck else ("shield", theme.GOOD)
    if isinstance(e, ev.StumbleThrown):
        return ("x", FALLEN) if e.stumbled else ("gauge", theme.GOOD)
    return "eye-off", theme.CHALK_SOFT


def trust_sign(step: CheckStep) -> stage_pieces.IconColour:
    """A word that was kept, near enough, or broken; a harm that nobody had named."""
    if step.trust > 0:
        return "check", theme.GOOD
    if step.kind == "unspoken":
        return "eye-off", FALLEN
    return ("x", FALLEN) if step.trust < 0 else ("minus", theme.CHALK_SOFT)


def _outcome_word(t: Words, step: CheckStep, own_project: bool) -> str:
    e = step.events[0]
    if isinstance(e, ev.RiskThrown):
        return t("it struck") if e.struck else t("it held off")
    if isinstance(e, ev.StumbleThrown):
        return t("it stumbled") if e.stumbled else t("did not stumble")
    return t("it did not strike in play") if own_project else t("false alarm")


def _trust_word(t: Words, step: CheckStep) -> str:
    if step.kind == "unspoken":
        return t("harm not named")
    if step.trust > 0:
        return t("word kept")
    return t("word broken") if step.trust < 0 else t("trust unmoved")


Sign = tuple[stage_pieces.IconColour, str]
"""A sign and what it means."""


def _signs(
    t: Words, signs: Iterable[CheckStep], judged: Iterable[CheckStep], own_project: bool
) -> list[list[Sign]]:
    """Each sign that is shown, once, below its heading."""
    risks = dict.fromkeys((outcome(step), _outcome_word(t, step, own_project)) for step in signs)
    trust = dict.fromkeys((trust_sign(step), _trust_word(t, step)) for step in judged)
    return [list(risks), list(trust)]


def told_legend(
    c: Canvas,
    box: Box,
    signs: Iterable[CheckStep],
    judged: Iterable[CheckStep],
    *,
    own_project: bool,
) -> None:
    """The line that gives each sign of the table its word.

    A group's own project is only played at: there no risk is said to be a false alarm.
    """
    shown = _signs(c.t, signs, judged, own_project)
    headed = zip((c.t("Risks"), c.t("Trust")), shown, strict=True)
    _legend(c, box, [(f"{head}:", entries) for head, entries in headed if entries])


def legend(c: Canvas, box: Box, signs: Sequence[Sign]) -> None:
    """A line that gives each of some signs its word."""
    _legend(c, box, [("", signs)])


def _legend(c: Canvas, box: Box, shown: Sequence[tuple[str, Sequence[Sign]]]) -> None:
    with c.type.growing(1):  # it stands in one line, however many signs there are
        fits = (size for size in _SIZES if _wide(c, shown, size) <= box.w)
        size = next(fits, _SIZES[-1])
        for head, entries in shown:
            if head:
                box = _text(c, box, head, size, _BESIDE + 4)
            for (icon, colour), word in entries:
                sign, box = box.cut_left(_SIGN, _BESIDE)
                c.icon(icon, sign.place(_SIGN, _SIGN), colour)
                box = _text(c, box, word, size, _APART)


def _text(c: Canvas, box: Box, text: str, size: float, apart: float) -> Box:
    """Write it at the left, and give what is left of the line."""
    cell, rest = box.cut_left(c.type.width(text, size) + 2, apart)
    c.text(cell, text, size, theme.CHALK_SOFT, valign="middle")
    return rest


def _wide(c: Canvas, shown: Sequence[tuple[str, Sequence[Sign]]], size: float) -> float:
    heads = sum(c.type.width(head, size) + _BESIDE + 6 for head, _ in shown if head)
    words = [word for _, entries in shown for _, word in entries]
    each = _SIGN + _BESIDE + _APART + 2
    return heads + sum(c.type.width(word, size) + each for word in words)
