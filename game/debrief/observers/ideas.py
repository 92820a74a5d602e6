"""Finds moments about ideas: implemented untried, revised after a trial, harmful to a track."""

from __future__ import annotations

from collections.abc import Iterator

from game.debrief.history import GameHistory, Occurrence, by_idea
from game.debrief.moments import (
    HarmForeseen,
    Moment,
    TrackHarmed,
    TrialChangedMinds,
    UntriedStumbled,
    moment,
)
from game.debrief.references import BenefitRef
from game.debrief.trials import TrialResult, trial_results
from game.engine import actions as act
from game.engine import events as ev

SOON = 1
"""The number of rounds within which a change is attributed to the trial."""


def untried_stumbled(history: GameHistory) -> Iterator[Moment]:
    """Ideas that stumbled and had never been tried."""
    tried = {s.event.idea for s in trial_results(history)}
    lost = _halved_away(history) if history.end.edition < 2 else _taken_by_stumbles(history)
    for occurrence in history.of(ev.StumbleThrown):
        idea = occurrence.event.idea
        if occurrence.event.stumbled and idea not in tried:
            points = lost.get(idea, 0)
            yield moment(occurrence, 5 + points / 2, UntriedStumbled(history.idea(idea), points))


def _taken_by_stumbles(history: GameHistory) -> dict[str, int]:
    """The points that the stumble of each idea took off its track."""
    moves = (s.event for s in history.of(ev.TrackMoved) if s.event.why == "stumble")
    return {e.idea: -e.by for e in moves if e.idea is not None}


def _halved_away(history: GameHistory) -> dict[str, int]:
    """The points that a stumble cost each idea in version 1 of the rules: a part of every gain."""
    harvests = by_idea(history.of(ev.Harvested))
    return {id: sum(_halved(s.event) for s in of_idea) for id, of_idea in harvests.items()}


def _halved(e: ev.Harvested) -> int:
    """The points that a harvest lost because a stumble halved it."""
    if e.effect <= 0 or e.estimate is None or e.estimate < 0:
        return 0
    whole = e.effect if e.anchored else e.effect // 2
    return whole - e.points


def trial_changed_minds(history: GameHistory) -> Iterator[Moment]:
    """Trials after which the group soon changed an estimate of the idea, or shelved it."""
    changes = by_idea(history.of(ev.EstimateRevised, ev.IdeaShelved))
    trials = by_idea(trial_results(history))
    for trial in trial_results(history):
        id = trial.event.idea
        after = _until_next(trials[id], trial, changes.get(id, []))
        soon = [s for s in after if s.round - trial.round <= SOON and not _was_asked(s)]
        revised = [s.event for s in soon if isinstance(s.event, ev.EstimateRevised)]
        shelved = any(isinstance(s.event, ev.IdeaShelved) for s in soon)
        changed = tuple(_net_revisions(history, revised))
        if changed or shelved:
            e = trial.event
            about = TrialChangedMinds(history.idea(e.idea), e.name, e.proven, changed, shelved)
            change = sum(abs(after - before) for _, before, after in about.revised)
            yield moment(trial, 4 + change / 2 + 2 * shelved, about)


def _was_asked(change: Occurrence[object]) -> bool:
    """Whether reality asked about the claim, so that the trial is not what changed it."""
    return isinstance(change.step.action, act.Answer)


def _net_revisions(
    history: GameHistory, revisions: list[ev.EstimateRevised]
) -> Iterator[tuple[BenefitRef, int, int]]:
    """Each benefit with its first and last estimate, if these differ."""
    for track in dict.fromkeys(e.track for e in revisions):
        of_track = [e for e in revisions if e.track == track]
        before, after = of_track[0].before, of_track[-1].estimate
        if before != after:
            yield history.benefit(of_track[0].idea, track), before, after


def _until_next(
    trials: list[Occurrence[TrialResult]],
    trial: Occurrence[TrialResult],
    changes: list[Occurrence[ev.EstimateRevised | ev.IdeaShelved]],
) -> list[Occurrence[ev.EstimateRevised | ev.IdeaShelved]]:
    """The changes of an idea after a trial, up to what came of its next trial."""
    later = (x.order for x in trials if x.order > trial.order)
    end = next(later, None)
    return [x for x in changes if trial.order < x.order and (end is None or x.order < end)]


def harm_foreseen(history: GameHistory) -> Iterator[Moment]:
    """The gravest harm that came and of which somebody had spoken."""
    named = {(s.event.idea, s.event.track): s.event for s in history.of(ev.DownsideNamed)}
    came = [
        s
        for s in history.of(ev.Harvested)
        if s.event.effect < 0 and (s.event.idea, s.event.track) in named
    ]
    if came:
        top = min(came, key=lambda s: s.event.effect)
        e = top.event
        first = named[e.idea, e.track]
        about = HarmForeseen(
            history.benefit(e.idea, e.track),
            history.person(first.seat),
            first.bearer,
            -e.effect,
            -e.points,
        )
        yield moment(top, 3 + about.loss, about)


def _is_spoken_of(harvest: Occurrence[ev.Harvested]) -> bool:
    """Whether a harm was named as a downside; version 1 of the rules knew none to name."""
    estimate = harvest.event.estimate
    return harvest.step.after.edition < 2 or (estimate is not None and estimate < 0)


def track_harmed(history: GameHistory) -> Iterator[Moment]:
    """Ideas that gained points on one track and lost some on another; the worst loss of each."""
    for idea, harvests in by_idea(history.of(ev.Harvested)).items():
        best = max(harvests, key=lambda s: s.event.points)
        worst = min(harvests, key=lambda s: s.event.points)
        if best.event.points > 0 > worst.event.points:
            about = TrackHarmed(
                history.idea(idea),
                best.event.track,
                best.event.points,
                worst.event.track,
                -worst.event.points,
                _is_spoken_of(worst),
            )
            yield moment(worst, 3.5 + about.loss, about)
