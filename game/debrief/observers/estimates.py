"""Finds moments about estimates: changed, far apart, missed, met exactly."""

from __future__ import annotations

from collections.abc import Iterator

from game.debrief.benefits import halved_ideas
from game.debrief.history import GameHistory, Occurrence
from game.debrief.moments import (
    ClaimFaced,
    EstimateChanged,
    EstimatesSpread,
    HarvestedNothing,
    HarvestWithoutOwner,
    Moment,
    WordKept,
    moment,
)
from game.engine import events as ev

BOLD = 3
"""The smallest estimate for which a benefit that gave nothing is a key moment."""


def largest_change(history: GameHistory) -> Iterator[Moment]:
    """The largest change of an estimate in one decision."""
    revised = history.of(ev.EstimateRevised)
    if revised:
        top = max(revised, key=lambda s: abs(s.event.estimate - s.event.before))
        e = top.event
        about = EstimateChanged(
            history.benefit(e.idea, e.track), history.person(e.seat), e.before, e.estimate
        )
        yield moment(top, 3 + abs(e.estimate - e.before), about)


def widest_spread(history: GameHistory) -> Iterator[Moment]:
    """The round of estimate poker with the widest spread."""
    turned = [s for s in history.of(ev.EstimatesTurned) if len(set(s.event.values)) > 1]
    if turned:
        top = max(turned, key=lambda s: max(s.event.values) - min(s.event.values))
        values = top.event.values
        low, high = values.index(min(values)), values.index(max(values))
        about = EstimatesSpread(
            history.idea(top.event.idea),
            top.event.track,
            values,
            history.person(low),
            history.person(high),
        )
        yield moment(top, 4 + max(values) - min(values), about)


def harvested_nothing(history: GameHistory) -> Iterator[Moment]:
    """Claims that gave nothing or less, if they were bold or nobody doubted them in poker."""
    estimates = {
        (s.event.idea, s.event.track): s.event.values for s in history.of(ev.EstimatesTurned)
    }
    for occurrence in history.of(ev.Harvested):
        e = occurrence.event
        values = estimates.get((e.idea, e.track), ())
        if e.estimate is None or e.estimate < 0 or e.points > 0:
            continue
        if e.estimate >= BOLD or (values and min(values) > 0):
            benefit = history.benefit(e.idea, e.track)
            about = HarvestedNothing(benefit, e.estimate, e.points, values)
            yield moment(occurrence, 4 + e.estimate / 2 - e.points / 2 + bool(values), about)


def claim_faced(history: GameHistory) -> Iterator[Moment]:
    """The tested claim that was farthest from the truth, and what its seat answered."""
    tested = history.of(ev.ClaimTested)
    if not tested:
        return
    top = max(tested, key=lambda s: abs(s.event.estimate - s.event.effect))
    e = top.event
    about = ClaimFaced(
        history.benefit(e.idea, e.track),
        history.person(e.seat),
        e.estimate,
        e.effect,
        _answer(history, top),
    )
    yield moment(top, 3 + abs(e.estimate - e.effect), about)


def _answer(history: GameHistory, tested: Occurrence[ev.ClaimTested]) -> int | None:
    """The estimate after the answer to a tested claim; ``None`` if none came."""
    e = tested.event
    for s in history.of(ev.ClaimAnswered):
        if s.order > tested.order:
            idea = s.step.after.idea(e.idea)
            b = idea.benefit(e.track) if idea is not None else None
            return None if b is None else b.estimate
    return None


def harvest_without_owner(history: GameHistory) -> Iterator[Moment]:
    """The benefit that lost most because nobody owned it, and for no other reason."""
    stumbled = halved_ideas(history)
    lessened = []
    for occurrence in history.of(ev.Harvested):
        e = occurrence.event
        owned = e.effect // 2 if e.idea in stumbled else e.effect
        alone = (e.estimate or 0) > 0 and not e.anchored and e.short is None
        if alone and owned > max(0, e.points):
            lessened.append((owned - e.points, -occurrence.order, owned, occurrence))
    if lessened:
        lost, _, owned, occurrence = max(lessened)
        e = occurrence.event
        about = HarvestWithoutOwner(
            history.benefit(e.idea, e.track), e.estimate or 0, owned, e.points
        )
        yield moment(occurrence, 3 + lost, about)


def word_kept(history: GameHistory) -> Iterator[Moment]:
    """The largest claim that an idea met exactly."""
    exact = [s for s in history.of(ev.IdeaRealised) if s.event.given == s.event.claimed > 0]
    if exact:
        top = max(exact, key=lambda s: s.event.claimed)
        about = WordKept(history.idea(top.event.idea), top.event.claimed)
        yield moment(top, 2 + top.event.claimed / 2, about)
