"""What an idea truly gives beside what was claimed for it, drawn for the room."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine import TRACKS, Idea, State, Track
from game.engine.lookups import is_spoken_of
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.i18n import Words
from game.table.cards.parts import named_track, names_fit
from game.table.parts.meters import FALLEN


def estimates_hold(state: State, idea: Idea) -> bool:
    """Whether what is known of an idea is what was claimed for it."""
    claims = ((state.effect(idea, track), idea.benefit(track)) for track in TRACKS)
    return all(effect is None or b is None or b.estimate == effect for effect, b in claims)


def has_unspoken_harm(state: State, idea: Idea) -> bool:
    """Whether an idea is known to take from a track on which no downside is named."""
    return any(
        (state.effect(idea, track) or 0) < 0 and not is_spoken_of(idea, track) for track in TRACKS
    )


def draw_truth(
    c: Canvas, box: Box, t: Words, state: State, idea: Idea, tracks: Sequence[Track]
) -> None:
    """The true effects on some tracks below the estimates."""
    names, figures = box.cut_left(min(190, box.w * 0.24), 10)
    rows = (("flag", t("Claimed")), ("eye", t("In truth")))
    for row, (sign, name) in zip(names.rows(3, 6)[1:], rows, strict=True):
        icon, words = row.cut_left(36, 12)
        c.icon(sign, icon, theme.CHALK)
        c.text(words, name, (theme.ROOM, 26, 24, 22, 20), theme.CHALK, valign="middle")
    width = min(210, figures.w / max(1, len(tracks)))
    named = names_fit(c, tracks, width - 12)
    for n, track in enumerate(tracks):
        cell = Box(figures.x + n * width, figures.y, width - 12, figures.h)
        head, rest = cell.cut_top((cell.h - 12) / 3, 6)
        named_track(c, head.place(head.w, min(head.h, 76)), track, named=named)
        _truth_column(c, rest, t, state, idea, track)


def _truth_column(c: Canvas, box: Box, t: Words, state: State, idea: Idea, track: Track) -> None:
    claimed, true = box.rows(2, 6)
    b, effect = idea.benefit(track), state.effect(idea, track) or 0
    text = "–" if b is None else t.number(b.estimate)
    size = min(56, claimed.h * 0.9)
    c.text(claimed, text, size, theme.CHALK_SOFT, "bold", align="centre", valign="middle")
    differs = b is not None and b.estimate != effect
    ink = FALLEN if effect < 0 else theme.ACCENT if differs else theme.GOOD
    text = t.number(effect, sign=effect != 0)
    c.text(true, text, size, ink, "bold", align="centre", valign="middle")
