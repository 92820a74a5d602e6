"""Finds moments that the session records itself: undo, corrections, bookmarks, notes."""

from __future__ import annotations

from collections.abc import Iterator

from game.debrief.history import GameHistory
from game.debrief.moments import Bookmarked, FacilitatorCorrection, Moment, Noted, Undone
from game.debrief.observers.finding import moment
from game.debrief.references import IdeaRef
from game.debrief.trail import opened_round
from game.engine import Action
from game.engine import events as ev
from game.engine.actions import Arrive, Leave, Pass, PlaceIdea, Replace, Return, TakeRole
from game.session import Bookmark, Decision, Note, Undo

SEATING = (Arrive, Leave, Return, Replace, TakeRole)
"""Who sits where, and plays which role."""


def undone(history: GameHistory) -> Iterator[Moment]:
    """Decisions that were undone and not redone; those with a reason weigh more.

    A turn that was ended and taken back at once, with no reason given, was a slip of the finger.
    Who sits where is no decision about the project.
    """
    decisions = {r.n: r for r in history.records if isinstance(r, Decision)}
    for record in history.records:
        if isinstance(record, Undo) and not history.stands(record.of):
            decision = decisions[record.of]
            action = decision.action
            if isinstance(action, SEATING) or _is_slip(action, record):
                continue
            about = Undone(
                type(action).__name__,
                record.reason,
                _at_idea(history, action),
                opened_round(decision),
            )
            weight = 3 if record.reason else 1
            yield moment(history.at(record.n), weight, about, [history.at(record.of)])


def _is_slip(action: Action, undo: Undo) -> bool:
    return isinstance(action, Pass) and not undo.reason and undo.n == undo.of + 1


def _at_idea(history: GameHistory, action: Action) -> IdeaRef | None:
    """The idea that an action was at, or placed; a card has a name also where it was taken back.

    What was only written in what was undone is not repeated.
    """
    id = action.card if isinstance(action, PlaceIdea) else getattr(action, "idea", None)
    if id is None:
        return None
    idea = history.idea(id)
    return idea if idea.letter or id in history.setup.by_id.ideas else None


def corrected(history: GameHistory) -> Iterator[Moment]:
    """The facilitator's corrections."""
    for occurrence in history.of(ev.CorrectionMade):
        e = occurrence.event
        yield moment(occurrence, 2, FacilitatorCorrection(e.what, e.by, e.reason))


def bookmarked(history: GameHistory) -> Iterator[Moment]:
    """Bookmarks of the facilitator, and of the trainer afterwards."""
    for record in history.records:
        if isinstance(record, Bookmark):
            at = history.at(record.n)
            yield moment(at, _weight(record.note), Bookmarked(record.note))
        elif isinstance(record, Note) and record.bookmark:
            about, rests_on = Bookmarked(record.text, looking_back=True), [history.at(record.n)]
            yield moment(history.at(record.of), _weight(record.text), about, rests_on)


def _weight(note: str) -> float:
    """The weight of a bookmark: higher with a note, which says what it is about."""
    return 8.5 if note.strip() else 7


def noted(history: GameHistory) -> Iterator[Moment]:
    """The trainer's notes about moments of the game."""
    last = history.steps[-1].position.entry
    for record in history.records:
        if isinstance(record, Note) and not record.bookmark and record.of < last:
            about, rests_on = Noted(record.text), [history.at(record.n)]
            yield moment(history.at(record.of), 6, about, rests_on)
