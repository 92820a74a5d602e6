"""What came of an adjustment, told on whatever screen follows it: the next choice, or the round."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine import events as ev
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.table.parts.folded_events import FoldedEvent
from game.table.parts.game_view import GameView
from game.wording.event_texts import headline

_CAME_OF_IT = (ev.Learned, ev.EffectsOpened, ev.RiskTurnedUp, ev.NothingFound, ev.Picked)
"""What an adjustment may come to."""
_HIGH, _GAP = 76, 16


def split_adjustment(
    moments: Sequence[FoldedEvent],
) -> tuple[list[FoldedEvent], list[FoldedEvent]]:
    """The adjustment among some moments with what came of it, and all other moments."""
    start = next((n for n, m in enumerate(moments) if isinstance(m.event, ev.IdeaAdjusted)), None)
    if start is None:
        return [], list(moments)
    end = start + 1
    while end < len(moments) and isinstance(moments[end].event, _CAME_OF_IT):
        end += 1
    return list(moments[start:end]), [*moments[:start], *moments[end:]]


def draw_adjusted(c: Canvas, box: Box, game: GameView, moments: Sequence[FoldedEvent]) -> Box:
    """Tell what was adjusted and what came of it, if anything was; returns the room left."""
    adjusted, _ = split_adjustment(moments)
    if not adjusted:
        return box
    events = [moment.event for moment in adjusted]
    text = headline(events, adjusted[-1].state, game.case, game.t)
    line, rest = box.cut_top(_HIGH, _GAP)
    sign, words = line.cut_left(44, 16)
    c.icon("check", sign, theme.GOOD)
    c.text(words, text, (theme.ROOM, 24), theme.CHALK, valign="middle")
    return rest
