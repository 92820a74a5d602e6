"""The four tracks beside a step of the check. One that is about to move lies above the rest."""

from __future__ import annotations

from functools import partial

from game.engine import INDEX, TRACKS, Track
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.table.parts.game_view import GameView
from game.table.parts.meters import draw_meter
from game.table.play.check.steps import CheckStep
from game.views import explained
from game.views.meter import MeterView, meter_view
from game.wording.case_names import CaseNames

_Still = tuple[MeterView, int | None] | None
"""The meter that lies still, and its points before; none while it moves."""


def add_meters(
    ui: Ui, box: Box, game: GameView, step: CheckStep, *, thrown: bool, moved: bool
) -> None:
    """The tracks, each explained where it is pointed at."""
    state = step.after if thrown else step.before
    for track, row in _rows(box):
        line = theme.ACCENT if thrown and _moves(step, track) else theme.PANEL_LINE
        still = _still(game.names, step, track, thrown=thrown, moved=moved)
        ui.part(f"meter:{track}", (row, line, still), partial(_draw_row, ui, row, line, still))
        ui.explain(f"meter:{track}", row, partial(explained.meter, game.names, state, track))


def draw_moving_meters(
    c: Canvas, box: Box, names: CaseNames, step: CheckStep, share: float
) -> None:
    """Draw the tracks that this step moves, as far as they have come."""
    for track, row in _rows(box):
        if _moves(step, track):
            meter, before = meter_view(names, step.after, track), step.before.points[INDEX[track]]
            draw_meter(c, _inner(row), meter, from_points=before, share=share)


def _still(names: CaseNames, step: CheckStep, track: Track, *, thrown: bool, moved: bool) -> _Still:
    if moved or not _moves(step, track):
        return meter_view(names, step.after, track), step.before.points[INDEX[track]]
    return None if thrown else (meter_view(names, step.before, track), None)


def _draw_row(ui: Ui, row: Box, line: theme.Colour, still: _Still) -> None:
    ui.canvas.panel(row, theme.PANEL, 18, line=line, width=3)
    if still is not None:
        draw_meter(ui.canvas, _inner(row), still[0], from_points=still[1])


def _moves(step: CheckStep, track: Track) -> bool:
    place = INDEX[track]
    return step.before.points[place] != step.after.points[place]


def _rows(box: Box) -> list[tuple[Track, Box]]:
    return list(zip(TRACKS, box.rows(4, 14), strict=True))


def _inner(row: Box) -> Box:
    return row.inset(26, 10)
