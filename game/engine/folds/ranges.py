"""Folding the ranges of estimates."""

from __future__ import annotations

from game.engine import events as ev
from game.engine.folds.editing import Folds, edit_benefit
from game.engine.state import State


def _range_set(s: State, e: ev.RangeSet) -> None:
    b = edit_benefit(s, e.idea, e.track)
    b.low, b.high = e.low, e.high


def _range_dropped(s: State, e: ev.RangeDropped) -> None:
    b = edit_benefit(s, e.idea, e.track)
    b.low = b.high = None


FOLDS: Folds = {
    ev.RangeSet: _range_set,
    ev.RangeDropped: _range_dropped,
}
