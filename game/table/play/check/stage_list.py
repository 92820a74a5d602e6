"""The list of ideas on the stage of the reality check: what each claimed, and what came of it.

Its columns are the sums of the sentence below it: benefits and the downsides that were named stand
apart in both, so that the room can add them up.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from game.engine import Idea
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.theme import Colour
from game.i18n import Words
from game.table.parts.game_view import GameView
from game.table.parts.meters import FALLEN
from game.table.parts.named_idea import draw_named_idea
from game.table.play.check import stage_key
from game.table.play.check.step_facts import benefit_totals, downside_totals

_GAP = 12


class _Column(NamedTuple):
    """A column of figures: its head, sign and width, and what it says of an idea, if anything."""

    name: str
    sign: str
    wide: int
    figure: Callable[[Idea], tuple[str, Colour] | None]


def draw_claims(c: Canvas, box: Box, game: GameView, ideas: Sequence[Idea]) -> None:
    """A line for each idea with what it claims."""
    named = _Column(
        c.t("Downsides"), "trending-down", 150, lambda idea: _named_downsides(c.t, idea)
    )
    _draw(c, box, game, ideas, [_claimed(c.t), *[named] * _have_downsides(ideas)])


def draw_outcome(c: Canvas, box: Box, game: GameView, ideas: Sequence[Idea]) -> None:
    """A line for each idea: what went wrong, what it claimed, and what came of that."""
    words = _incident_words(c.t)
    if seen := {sign for idea in ideas for sign in _incidents(idea)}:
        key, box = box.cut_bottom(34, 8)
        stage_key.legend(c, key, [((s, FALLEN), words[s]) for s in words if s in seen])
    came = _Column(c.t("Downsides"), "trending-down", 240, lambda idea: _downsides(c.t, idea))
    columns = [_claimed(c.t), _harvested(c.t), *[came] * _have_downsides(ideas)]
    _draw(c, box, game, ideas, columns, _incidents)


# ------------------------------------------------------------------ columns
def _claimed(t: Words) -> _Column:
    return _Column(
        t("Claimed"),
        "flag",
        150,
        lambda idea: (t.number(benefit_totals([idea])[0]), theme.ACCENT),
    )


def _harvested(t: Words) -> _Column:
    def figure(idea: Idea) -> tuple[str, Colour]:
        given = benefit_totals([idea])[1]
        return t.number(given), FALLEN if given < 0 else theme.CHALK

    return _Column(t("Harvested"), "sprout", 150, figure)


def _have_downsides(ideas: Sequence[Idea]) -> bool:
    return any(claim.downside for idea in ideas for _, claim in idea.claims())


def _named_downsides(t: Words, idea: Idea) -> tuple[str, Colour] | None:
    if not _have_downsides([idea]):
        return None
    return t.number(-downside_totals([idea])[0]), FALLEN


def _downsides(t: Words, idea: Idea) -> tuple[str, Colour] | None:
    """What was named, and what came of it."""
    if not _have_downsides([idea]):
        return None
    named, came = downside_totals([idea])
    return f"{t.number(-named)} → {t.number(-came)}", FALLEN if came > 0 else theme.CHALK


# ------------------------------------------------------------------ what went wrong
def _incidents(idea: Idea) -> list[str]:
    """The signs of what went wrong: a risk that struck, a stumble, a harm that came."""
    struck = ["zap"] * sum(risk.outcome == "struck" for risk in idea.risks)
    harmed = ["trending-down"] * any((b.harvested or 0) < 0 for _, b in idea.claims())
    return [*struck, *["x"] * idea.stumbled, *harmed]


def _incident_words(t: Words) -> dict[str, str]:
    """What each of these signs means."""
    return {"zap": t("a risk struck"), "x": t("it stumbled"), "trending-down": t("a harm came")}


def _no_incidents(_: Idea) -> list[str]:
    return []


# ------------------------------------------------------------------ drawing
def _draw(
    c: Canvas,
    box: Box,
    game: GameView,
    ideas: Sequence[Idea],
    columns: Sequence[_Column],
    signs: Callable[[Idea], Sequence[str]] = _no_incidents,
) -> None:
    heads, body = box.cut_top(40, 8)
    for column, cell in zip(columns, _cells(heads.inset(20, 0), columns)[1], strict=True):
        c.text(
            cell,
            column.name,
            (theme.ROOM, 26, 24),
            theme.CHALK_SOFT,
            align="right",
            valign="middle",
        )
    high = min(104, (body.h - _GAP * (len(ideas) - 1)) / len(ideas))
    for n, idea in enumerate(ideas):
        row = Box(body.x, body.y + n * (high + _GAP), body.w, high)
        _draw_row(c, row, game, idea, columns, signs(idea))


def _cells(box: Box, columns: Sequence[_Column]) -> tuple[Box, list[Box]]:
    """What is left for the name, and a cell for each column at the right-hand end."""
    cells: list[Box] = []
    for column in reversed(columns):
        cell, box = box.cut_right(column.wide, 10)
        cells.insert(0, cell)
    return box, cells


def _draw_row(
    c: Canvas,
    row: Box,
    game: GameView,
    idea: Idea,
    columns: Sequence[_Column],
    signs: Sequence[str],
) -> None:
    c.panel(row, theme.FELT, 14)
    words, cells = _cells(row.inset(20, 4), columns)
    for sign in reversed(signs):
        place, words = words.cut_right(40, 8)
        c.icon(sign, place.place(36, 36), FALLEN)
    draw_named_idea(c, words, game, idea)
    for column, cell in zip(columns, cells, strict=True):
        if (figure := column.figure(idea)) is not None:
            _draw_figure(c, cell, column.sign, *figure)


def _draw_figure(c: Canvas, box: Box, sign: str, text: str, colour: Colour) -> None:
    size = min(48, box.h * 0.8)
    wide = c.type.width(text, size, "bold")
    words, rest = box.cut_right(wide + 2, 12)
    c.text(words, text, size, colour, "bold", align="right", valign="middle")
    c.icon(sign, rest.cut_right(36)[0], colour)
