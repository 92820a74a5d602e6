"""Finds moments about ideas: implemented untried, revised after a trial, harmful to a track."""

from __future__ import annotations

from collections.abc import Container, Iterator

from game.debrief.history import GameHistory, Occurrence, Position, by_idea
from game.debrief.mentions import effect_mentions, plainest
from game.debrief.moments import (
    HarmForeseen,
    Moment,
    TrackHarmed,
    TrialChangedMinds,
    UntriedStumbled,
)
from game.debrief.observers.finding import claim_of, implementing, moment
from game.debrief.references import BenefitRef
from game.debrief.trials import TrialResult, trial_results
from game.engine import TRACKS, Track
from game.engine import events as ev
from game.session import Decision

SOON = 1
"""The number of rounds within which a change is attributed to the trial."""
Change = Occurrence[ev.EstimateRevised | ev.ClaimWithdrawn | ev.IdeaShelved]


# ------------------------------------------------------------------ without a trial
def untried_stumbled(history: GameHistory) -> Iterator[Moment]:
    """Ideas that stumbled and of which no trial was ever set up."""
    tried = _ever_tried(history)
    for occurrence in history.of(ev.StumbleThrown):
        idea = occurrence.event.idea
        if occurrence.event.stumbled and idea not in tried:
            lost = _lost(history, occurrence)
            about = UntriedStumbled(history.idea(idea), lost)
            done = implementing(history, idea)
            searched = (history.steps[0].position, occurrence.position)
            yield moment(occurrence, 5 + lost / 2, about, [done], searched)


def _ever_tried(history: GameHistory) -> set[str]:
    """The ideas of which a trial was set up, also one that was taken back."""
    decided = (r for r in history.records if isinstance(r, Decision))
    events = (event for record in decided for event in record.events)
    return {e.idea for e in events if isinstance(e, ev.TrialSetUp | ev.TrialThrown)}


def _lost(history: GameHistory, stumble: Occurrence[ev.StumbleThrown]) -> int:
    """The points that a stumble took; in version 1 of the rules a part of every gain."""
    if history.end.edition > 1:
        return history.cost(stumble)
    harvests = (s.event for s in history.of(ev.Harvested) if s.event.idea == stumble.event.idea)
    return sum(_halved(e) for e in harvests)


def _halved(e: ev.Harvested) -> int:
    """The points that a harvest lost because a stumble halved it."""
    if e.effect <= 0 or e.estimate is None or e.estimate < 0:
        return 0
    whole = e.effect if e.anchored else e.effect // 2
    return whole - e.points


# ------------------------------------------------------------------ after a trial
def trial_changed_minds(history: GameHistory) -> Iterator[Moment]:
    """Trials that brought something to light, and soon the estimate moved towards it.

    A shelving is their doing only where what they showed fell short of what was claimed.
    """
    changes = by_idea(history.of(ev.EstimateRevised, ev.ClaimWithdrawn, ev.IdeaShelved))
    trials = by_idea(trial_results(history))
    for trial in trial_results(history):
        id = trial.event.idea
        told = _came_to_light(trial)
        later = _until_next(trials[id], trial, changes.get(id, []))
        short = _falls_short(trial, told)
        soon = [s for s in later if s.round - trial.round <= SOON and _follows(s, told, short)]
        revised = [s for s in soon if not isinstance(s.event, ev.IdeaShelved)]
        shelved = [s for s in soon if isinstance(s.event, ev.IdeaShelved)]
        changed = tuple(
            change for change in _net_revisions(history, revised) if _goes_towards(trial, *change)
        )
        if changed or shelved:
            e = trial.event
            about = TrialChangedMinds(
                history.idea(e.idea), e.name, e.proven, changed, bool(shelved)
            )
            change = sum(abs(after - before) for _, before, after in changed)
            tracks = {benefit.track for benefit, _, _ in changed}
            moved = [s for s in revised if _follows(s, tracks, short)]
            rests_on = [_set_up(history, trial), *moved, *shelved]
            yield moment(trial, 4 + change / 2 + 2 * bool(shelved), about, rests_on)


def _came_to_light(trial: Occurrence[TrialResult]) -> set[Track]:
    """The tracks on which the report of a trial showed what its idea truly gives."""
    id, step = trial.event.idea, trial.step
    before, after = step.before.idea(id), step.after.idea(id)
    if before is None or after is None:
        return set()
    return {track for track in TRACKS if after.is_open(track) and not before.is_open(track)}


def _falls_short(trial: Occurrence[TrialResult], told: set[Track]) -> bool:
    """Whether a trial showed less on a track than was claimed there; unclaimed, less than 0."""
    state = trial.step.after
    before, after = trial.step.before.idea(trial.event.idea), state.idea(trial.event.idea)
    if before is None or after is None:
        return False
    claimed = {track: b.estimate for track, b in before.claims()}
    effects = {track: state.effect(after, track) for track in told}
    return any(
        effect is not None and effect < claimed.get(track, 0) for track, effect in effects.items()
    )


def _follows(change: Change, told: Container[Track], short: bool) -> bool:
    """Whether it is about what the trial showed."""
    return short if isinstance(change.event, ev.IdeaShelved) else change.event.track in told


def _goes_towards(
    trial: Occurrence[TrialResult], benefit: BenefitRef, before: int, after: int
) -> bool:
    """Whether an estimate moved towards what the trial showed: the other way it was not heard."""
    state = trial.step.after
    idea = state.idea(trial.event.idea)
    effect = None if idea is None else state.effect(idea, benefit.track)
    return effect is not None and (after - before) * (effect - before) > 0


def _set_up(history: GameHistory, trial: Occurrence[TrialResult]) -> Position | None:
    """Where a trial was set up."""
    planned = (
        s.position
        for s in reversed(history.of(ev.TrialSetUp))
        if s.event.idea == trial.event.idea and s.order < trial.order
    )
    return next(planned, None)


def _net_revisions(
    history: GameHistory, revisions: list[Change]
) -> Iterator[tuple[BenefitRef, int, int]]:
    """Each benefit with its first and last estimate, if these differ."""
    found = [(s.event, s.order) for s in revisions if not isinstance(s.event, ev.IdeaShelved)]
    for track in dict.fromkeys(e.track for e, _ in found):
        of_track = [(e, order) for e, order in found if e.track == track]
        (first, order), (last, _) = of_track[0], of_track[-1]
        if first.before != last.estimate:
            yield history.benefit(first.idea, track, order), first.before, last.estimate


def _until_next(
    trials: list[Occurrence[TrialResult]], trial: Occurrence[TrialResult], changes: list[Change]
) -> list[Change]:
    """The changes of an idea after a trial, up to what came of its next trial."""
    later = (x.order for x in trials if x.order > trial.order)
    end = next(later, None)
    return [x for x in changes if trial.order < x.order and (end is None or x.order < end)]


# ------------------------------------------------------------------ harm
def harm_foreseen(history: GameHistory) -> Iterator[Moment]:
    """The gravest harm that came and of which somebody had spoken."""
    named = {(s.event.idea, s.event.track): s for s in history.of(ev.DownsideNamed)}
    came = [s for s in history.of(ev.Harvested) if s.event.effect < 0 and _is_named(s)]
    if came:
        top = min(came, key=lambda s: s.event.effect)
        e = top.event
        first = named[e.idea, e.track]
        about = HarmForeseen(
            history.benefit(e.idea, e.track, top.order),
            history.person(first.event.seat, first.order),
            first.event.bearer,
            -e.effect,
            -e.points,
        )
        amends = (
            s
            for s in history.of(ev.AmendsMade)
            if (s.event.idea, s.event.track) == (e.idea, e.track)
        )
        rests_on = [first, implementing(history, e.idea), *amends]
        yield moment(top, 3 + about.loss, about, rests_on)


def _is_named(harvest: Occurrence[ev.Harvested]) -> bool:
    """Whether a downside lay where a harm came."""
    return harvest.event.estimate is not None and harvest.event.estimate < 0


def track_harmed(history: GameHistory) -> Iterator[Moment]:
    """Ideas that gained points on one track and lost some on another; the worst loss of each."""
    moved = history.moved_with
    for harvests in by_idea(history.of(ev.Harvested)).values():
        best = max(harvests, key=moved)
        worst = min((s for s in harvests if not _is_named(s)), key=moved, default=best)
        if moved(best) > 0 > moved(worst):
            yield _harmed(history, best, worst)


def _harmed(
    history: GameHistory, best: Occurrence[ev.Harvested], worst: Occurrence[ev.Harvested]
) -> Moment:
    e, entry = worst.event, worst.position.entry
    mentions = effect_mentions(history, e.idea, e.track, -1, entry)
    said = plainest(mentions)
    about = TrackHarmed(
        history.idea(e.idea),
        best.event.track,
        history.moved_with(best),
        e.track,
        history.cost(worst),
        said.way if said is not None else None,
        said.position.round if said is not None else None,
        history.end.edition > 1,
    )
    rests_on = [
        *(m.position for m in mentions),
        claim_of(history, e.idea, e.track, worst.order),
        implementing(history, e.idea),
    ]
    searched = history.steps[0].position, worst.position
    return moment(worst, 3.5 + about.loss, about, rests_on, searched)
