"""Moments that stand in the record itself: undo, corrections, bookmarks, the trainer's notes."""

from __future__ import annotations

from collections.abc import Iterator

from game.debrief.history import GameHistory
from game.debrief.moments import Bookmarked, FacilitatorCorrection, Moment, Noted, Undone, moment
from game.engine import events as ev
from game.session import Bookmark, Decision, Note, Undo


def undone(history: GameHistory) -> Iterator[Moment]:
    """Decisions that were taken back for good; one with a reason is the more telling."""
    stands = {step.place.entry for step in history.steps}
    taken = {r.n: r for r in history.records if isinstance(r, Decision)}
    for record in history.records:
        if isinstance(record, Undo) and record.of not in stands:
            action = type(taken[record.of].action).__name__
            weight = 3 if record.reason else 1
            yield Moment(history.at(record.n), weight, Undone(action, record.reason))


def corrected(history: GameHistory) -> Iterator[Moment]:
    """What the facilitator corrected."""
    for seen in history.of(ev.CorrectionMade):
        e = seen.event
        yield moment(seen, 2, FacilitatorCorrection(e.what, e.by, e.reason))


def bookmarked(history: GameHistory) -> Iterator[Moment]:
    """What the facilitator, or the trainer afterwards, wanted to come back to."""
    for record in history.records:
        if isinstance(record, Bookmark):
            yield Moment(history.at(record.n), _weight(record.note), Bookmarked(record.note))
        elif isinstance(record, Note) and record.bookmark:
            yield Moment(history.at(record.of), _weight(record.text), Bookmarked(record.text))


def _weight(note: str) -> float:
    """A bookmark says that there was something; one with a word also says what."""
    return 8.5 if note.strip() else 7


def noted(history: GameHistory) -> Iterator[Moment]:
    """What the trainer wrote about a moment of the game."""
    last = history.steps[-1].place.entry
    for record in history.records:
        if isinstance(record, Note) and not record.bookmark and record.of < last:
            yield Moment(history.at(record.of), 6, Noted(record.text))
