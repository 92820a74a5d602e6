"""Finds moments in which the table knew better and went on: ideas implemented with open eyes."""

from __future__ import annotations

from collections.abc import Iterator

from game.debrief.history import GameHistory, Occurrence, Position
from game.debrief.moments import ClaimAgainstKnown, HarmKnown, Moment
from game.debrief.observers.finding import claim_of, moment, opening
from game.engine import TRACKS, Idea, Track
from game.engine import events as ev

FAR = 3
"""How far a number has to stand above the truth that lies open."""


def harm_known(history: GameHistory) -> Iterator[Moment]:
    """Ideas implemented though a harm of theirs lay open, and nothing ever made up for it."""
    for done in history.of(ev.IdeaImplemented):
        known = list(_known(history, done))
        harms = [(track, effect, at) for track, effect, at in known if effect < 0]
        left = [harm for harm in harms if not _made_up(history, done.event.idea, harm[0])]
        if left:
            track, effect, at = min(left, key=lambda harm: harm[1])
            idea = _implemented(done)
            b = idea.benefit(track)
            named = b is not None and b.downside
            about = HarmKnown(history.idea(idea.id), track, -effect, at.round, named)
            claim = claim_of(history, idea.id, track, done.order)
            yield moment(done, 4 - effect, about, [at, claim], (done.position, _end(history)))


def claim_against_known(history: GameHistory) -> Iterator[Moment]:
    """The number that stood farthest above its truth when it was locked, the truth being open."""
    found = []
    for done in history.of(ev.IdeaImplemented):
        for track, effect, at in _known(history, done):
            b = _implemented(done).benefit(track)
            if b is not None and b.estimate - effect >= FAR and not b.downside:
                found.append((b.estimate - effect, -done.order, done, track, effect, at))
    if found:
        far, _, done, track, effect, at = max(found, key=lambda x: x[:2])
        idea, b = done.event.idea, _implemented(done).benefit(track)
        assert b is not None  # it was found among them
        about = ClaimAgainstKnown(
            history.benefit(idea, track, done.order), b.estimate, effect, at.round
        )
        yield moment(done, 2 + far, about, [at, claim_of(history, idea, track, done.order)])


def _implemented(done: Occurrence[ev.IdeaImplemented]) -> Idea:
    return done.step.before.require_idea(done.event.idea)


def _known(
    history: GameHistory, done: Occurrence[ev.IdeaImplemented]
) -> Iterator[tuple[Track, int, Position]]:
    """What lay open of an idea when it was implemented: the track, the effect, and since when."""
    idea = _implemented(done)
    for track in TRACKS:
        effect = done.step.before.effect(idea, track)
        at = opening(history, idea.id, track) if effect is not None else None
        if effect is not None and at is not None:
            yield track, effect, at


def _made_up(history: GameHistory, idea: str, track: Track) -> bool:
    made = history.of(ev.AmendsMade)
    return any((s.event.idea, s.event.track) == (idea, track) for s in made)


def _end(history: GameHistory) -> Position:
    return history.steps[-1].position
