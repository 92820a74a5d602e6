"""The story of every trial: what was asked and how, what was found, and what was adjusted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.debrief.history import GameHistory, Occurrence, Position
from game.debrief.references import IdeaRef, Person, RiskRef
from game.engine import Event, Track
from game.engine import events as ev
from game.engine.actions import Adjustment, TrialQuestion
from game.frozen import frozen

TrialResult = ev.TrialReported | ev.TrialThrown
"""The report of a trial; by the first version of the rules its die was thrown at once."""


@frozen
class TrialStory:
    """A trial of an idea.

    ``about`` is what it asked; ``None`` by the first version of the rules, where nothing was asked.
    ``proven`` is ``None`` while its report is awaited. The answer is ``effect``, the points on the
    track that was asked about, or ``risk``, what came to light; with ``nothing_found`` all true
    risks were named already. ``shown`` are the tracks on which it brought the effect to light.
    """

    idea: IdeaRef
    person: Person
    name: str
    measure: str
    about: TrialQuestion | None
    set_up: Position
    proven: bool | None = None
    effect: int | None = None
    risk: RiskRef | None = None
    nothing_found: bool = False
    adjusted: Adjustment | None = None
    shown: tuple[Track, ...] = ()

    def asked_about(self, track: Track) -> bool:
        """Whether its question was what the idea gives on a track; one without a question asked
        about the idea as a whole."""
        return self.about is None or self.about == track


def trial_stories(history: GameHistory) -> tuple[TrialStory, ...]:
    """Every trial, in the order in which they were set up."""
    planned = [_planned(history, seen) for seen in history.of(ev.TrialSetUp)]
    thrown = [_thrown(history, seen) for seen in history.of(ev.TrialThrown)]
    return (*thrown, *planned)


def trial_results(history: GameHistory) -> list[Occurrence[TrialResult]]:
    """What came of all trials, in order of time."""
    return history.of(ev.TrialReported, ev.TrialThrown)


def _thrown(history: GameHistory, seen: Occurrence[ev.TrialThrown]) -> TrialStory:
    e = seen.event
    idea, person = history.idea(e.idea), history.person(e.seat, seen.order)
    return TrialStory(idea, person, e.name, "", None, seen.position, e.proven)


def _planned(history: GameHistory, seen: Occurrence[ev.TrialSetUp]) -> TrialStory:
    e = seen.event
    idea, person = history.idea(e.idea), history.person(e.seat, seen.order)
    story = TrialStory(idea, person, e.name, e.measure, e.about, seen.position)
    reports = (r for r in history.of(ev.TrialReported) if r.order > seen.order)
    report = next((r for r in reports if r.event.idea == e.idea), None)
    return story if report is None else _reported(history, story, report)


def _reported(
    history: GameHistory, story: TrialStory, report: Occurrence[ev.TrialReported]
) -> TrialStory:
    e, told = report.event, tuple(_came_to_light(report))
    after = _adjustment(history, report)
    risk = next((x.risk for x in told if isinstance(x, ev.RiskTurnedUp)), None)
    return replace(
        story,
        proven=e.proven,
        effect=_effect(report),
        risk=None if risk is None else history.risk(e.idea, risk),
        nothing_found=any(isinstance(x, ev.NothingFound) for x in told),
        adjusted=None if after is None else after.event.how,
        shown=(*_shown(report), *(() if after is None else _shown(after))),
    )


def _effect(report: Occurrence[ev.TrialReported]) -> int | None:
    """What the idea truly gives on the track that was asked about."""
    state, about = report.step.after, report.event.about
    idea = state.idea(report.event.idea)
    return None if about == "risk" or idea is None else state.effect(idea, about)


def _came_to_light(report: Occurrence[ev.TrialReported]) -> Iterator[Event]:
    """What came to light with a report: the events about its idea up to the next report."""
    events = report.step.events
    for event in events[events.index(report.event) + 1 :]:
        if isinstance(event, ev.TrialReported):
            return
        if isinstance(event, ev.RiskTurnedUp | ev.NothingFound) and event.idea == report.event.idea:
            yield event


def _shown(seen: Occurrence[ev.TrialReported] | Occurrence[ev.IdeaAdjusted]) -> tuple[Track, ...]:
    """The tracks on which a report, or what was chosen after it, brought the effect to light."""
    events = seen.step.events
    after = events[events.index(seen.event) + 1 :]
    if not after or not isinstance(after[0], ev.EffectsOpened):
        return ()
    return tuple(track for _, track, _ in after[0].effects)


def _adjustment(
    history: GameHistory, report: Occurrence[ev.TrialReported]
) -> Occurrence[ev.IdeaAdjusted] | None:
    """What was chosen after a report that did not prove its idea."""
    if report.event.proven:
        return None
    chosen = (
        seen
        for seen in history.of(ev.IdeaAdjusted)
        if seen.event.idea == report.event.idea and seen.order > report.order
    )
    return next(chosen, None)
