"""Moments that stand in the record itself: undo, corrections, bookmarks, the trainer's notes."""

from __future__ import annotations

from collections.abc import Iterator

from game.debrief.moments import Bookmarked, CorrectionMade, Moment, Undone, moment
from game.debrief.tape import Tape
from game.engine import events as ev
from game.session import Bookmark, Decision, Undo


def undone(tape: Tape) -> Iterator[Moment]:
    """Decisions that were taken back; one with a reason is the more telling."""
    taken = {r.n: r for r in tape.records if isinstance(r, Decision)}
    for record in tape.records:
        if isinstance(record, Undo):
            action = type(taken[record.of].action).__name__
            weight = 3 if record.reason else 1
            yield Moment(tape.at(record.n), weight, Undone(action, record.reason))


def corrected(tape: Tape) -> Iterator[Moment]:
    """What the facilitator corrected."""
    for seen in tape.of(ev.CorrectionMade):
        e = seen.event
        yield moment(seen, 2, CorrectionMade(e.what, e.by, e.reason))


def bookmarked(tape: Tape) -> Iterator[Moment]:
    """What the facilitator wanted to come back to."""
    for record in tape.records:
        if isinstance(record, Bookmark):
            yield Moment(tape.at(record.n), 8, Bookmarked(record.note))


def noted(tape: Tape) -> Iterator[Moment]:
    """What the trainer wrote beside the game."""
    return iter(())
