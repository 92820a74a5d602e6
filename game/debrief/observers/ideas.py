"""Moments about ideas: carried out untried, thought over after a trial, good for one track only."""

from __future__ import annotations

from collections.abc import Iterator

from game.debrief.history import GameHistory, Occurrence, by_idea
from game.debrief.moments import Moment, TrackHarmed, TrialChangedMinds, UntriedStumbled, moment
from game.debrief.references import BenefitRef
from game.engine import events as ev

SOON = 1
"""Within so many rounds a change of mind is taken to come from the trial."""


def untried_stumbled(history: GameHistory) -> Iterator[Moment]:
    """Ideas that nobody had tried on a small scale, and that stumbled."""
    tried = {s.event.idea for s in history.of(ev.TrialThrown)}
    harvest = by_idea(history.of(ev.Harvested))
    for seen in history.of(ev.StumbleThrown):
        idea = seen.event.idea
        if seen.event.stumbled and idea not in tried:
            lost = sum(_halved(s.event) for s in harvest.get(idea, ()))
            yield moment(seen, 5 + lost / 2, UntriedStumbled(history.idea(idea), lost))


def _halved(e: ev.Harvested) -> int:
    """How much less was harvested because the idea stumbled."""
    if e.effect <= 0 or e.estimate is None:
        return 0
    whole = e.effect if e.anchored else e.effect // 2
    return whole - e.points


def trial_changed_minds(history: GameHistory) -> Iterator[Moment]:
    """Trials after which the group soon changed an estimate of the idea, or shelved it."""
    changes = by_idea(history.of(ev.EstimateRevised, ev.IdeaShelved, ev.TrialThrown))
    for trial in history.of(ev.TrialThrown):
        after = _until_next_trial(changes[trial.event.idea], trial)
        soon = [s for s in after if s.round - trial.round <= SOON]
        revised = [s.event for s in soon if isinstance(s.event, ev.EstimateRevised)]
        shelved = any(isinstance(s.event, ev.IdeaShelved) for s in soon)
        changed = tuple(_revised(history, revised))
        if changed or shelved:
            e = trial.event
            about = TrialChangedMinds(history.idea(e.idea), e.name, e.proven, changed, shelved)
            change = sum(abs(after - before) for _, before, after in about.revised)
            yield moment(trial, 4 + change / 2 + 2 * shelved, about)


def _revised(
    history: GameHistory, seen: list[ev.EstimateRevised]
) -> Iterator[tuple[BenefitRef, int, int]]:
    """Each benefit once, from its first estimate to its last, where these differ."""
    for track in dict.fromkeys(e.track for e in seen):
        mine = [e for e in seen if e.track == track]
        before, after = mine[0].before, mine[-1].estimate
        if before != after:
            yield history.benefit(mine[0].idea, track), before, after


def _until_next_trial(
    changes: list[Occurrence[ev.EstimateRevised | ev.IdeaShelved | ev.TrialThrown]],
    trial: Occurrence[ev.TrialThrown],
) -> Iterator[Occurrence[ev.EstimateRevised | ev.IdeaShelved | ev.TrialThrown]]:
    for seen in changes:
        if seen.order > trial.order:
            if isinstance(seen.event, ev.TrialThrown):
                return
            yield seen


def track_harmed(history: GameHistory) -> Iterator[Moment]:
    """Ideas that gave most to one track and took from another, the worst loss of each."""
    for idea, seen in by_idea(history.of(ev.Harvested)).items():
        best = max(seen, key=lambda s: s.event.points)
        worst = min(seen, key=lambda s: s.event.points)
        if best.event.points > 0 > worst.event.points:
            about = TrackHarmed(
                history.idea(idea),
                best.event.track,
                best.event.points,
                worst.event.track,
                -worst.event.points,
                worst.event.estimate is not None,
            )
            yield moment(worst, 3.5 + about.loss, about)
