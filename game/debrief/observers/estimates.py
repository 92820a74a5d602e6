"""Moments about estimates: changed, far apart, missed, kept."""

from __future__ import annotations

from collections.abc import Iterator

from game.debrief.history import GameHistory
from game.debrief.moments import (
    EstimateChanged,
    EstimatesSpread,
    HarvestedNothing,
    HarvestHalved,
    Moment,
    WordKept,
    moment,
)
from game.engine import events as ev

BOLD = 3
"""The estimate from which a benefit that gave nothing is worth a question."""


def largest_change(history: GameHistory) -> Iterator[Moment]:
    """The estimate that was changed most in one decision."""
    revised = history.of(ev.EstimateRevised)
    if revised:
        top = max(revised, key=lambda s: abs(s.event.estimate - s.event.before))
        e = top.event
        about = EstimateChanged(
            history.benefit(e.idea, e.track), history.person(e.seat), e.before, e.estimate
        )
        yield moment(top, 3 + abs(e.estimate - e.before), about)


def widest_spread(history: GameHistory) -> Iterator[Moment]:
    """The round of estimate poker in which the numbers lay farthest apart."""
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
    """Bold claims that gave nothing or less, and those that nobody at the table had doubted."""
    given = {(s.event.idea, s.event.track): s.event.values for s in history.of(ev.EstimatesTurned)}
    for seen in history.of(ev.Harvested):
        e = seen.event
        values = given.get((e.idea, e.track), ())
        if e.estimate is None or e.points > 0:
            continue
        if e.estimate >= BOLD or (values and min(values) > 0):
            benefit = history.benefit(e.idea, e.track)
            about = HarvestedNothing(benefit, e.estimate, e.points, values)
            yield moment(seen, 4 + e.estimate / 2 - e.points / 2 + bool(values), about)


def harvest_halved(history: GameHistory) -> Iterator[Moment]:
    """The benefit that lost most because nobody owned it; what a stumble took is not counted."""
    stumbled = {s.event.idea for s in history.of(ev.StumbleThrown) if s.event.stumbled}
    halved = []
    for seen in history.of(ev.Harvested):
        e = seen.event
        owned = e.effect // 2 if e.idea in stumbled else e.effect
        if e.estimate is not None and not e.anchored and owned > max(0, e.points):
            halved.append((owned - e.points, -seen.order, owned, seen))
    if halved:
        lost, _, owned, seen = max(halved)
        e = seen.event
        about = HarvestHalved(history.benefit(e.idea, e.track), e.estimate or 0, owned, e.points)
        yield moment(seen, 3 + lost, about)


def word_kept(history: GameHistory) -> Iterator[Moment]:
    """The largest promise that was kept to the point."""
    kept = [s for s in history.of(ev.IdeaRealised) if s.event.given == s.event.claimed > 0]
    if kept:
        top = max(kept, key=lambda s: s.event.claimed)
        about = WordKept(history.idea(top.event.idea), top.event.claimed)
        yield moment(top, 2 + top.event.claimed / 2, about)
