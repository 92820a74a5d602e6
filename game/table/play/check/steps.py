"""The reality check, one step at a time: its events, grouped as they are presented to the room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from game.engine import INDEX, Event, Idea, State, Track
from game.engine import events as ev
from game.frozen import frozen
from game.table.parts.folded_events import FoldedEvent
from game.wording.event_texts.modules import TRACK_MOVES, TRUST_CHANGES

CheckStepKind = Literal[
    "overview",
    "due",
    "claim",
    "found",
    "risk",
    "alarm",
    "stumble",
    "harvest",
    "word",
    "unspoken",
    "module",
    "balance",
    "below_zero",
    "pause",
    "stop",
    "told",
    "summary",
]
Why = Literal[
    "stop",
    "asked",
    "far",
    "harm",
    "struck",
    "stumbled",
    "held",
    "unowned",
    "short",
    "first",
    "trust",
    "came",
]
"""Why a step is one of the moments of its check."""

_OPENS: dict[type[Event], CheckStepKind] = {
    ev.CheckBegan: "due",
    ev.ClaimTested: "claim",
    ev.RiskTested: "found",
    ev.RiskThrown: "risk",
    ev.FalseAlarm: "alarm",
    ev.StumbleThrown: "stumble",
    ev.Harvested: "harvest",
    ev.IdeaRealised: "word",
    ev.Paused: "pause",
    ev.Stopped: "stop",
}
_OPENS_BY_WHY: dict[str, CheckStepKind] = {
    **dict.fromkeys((*TRACK_MOVES, *TRUST_CHANGES), "module"),
    "unspoken_harm": "unspoken",
    "balanced": "balance",
    "unbalanced": "balance",
    "towards_zero": "balance",
    "below_zero": "below_zero",
}


@frozen
class CheckStep:
    """One step: its events, the first of which defines the step, and the states around it.

    ``due`` are the ideas that the whole check is about, ``asked`` the event by which reality asks
    about an idea while none is due; ``dice`` are the throws of the reality die that a harvest
    depends on. Of a check that is told by its moments each has its reason ``why``, and the last
    step tells ``told`` together: every step between the first and the last, of which so many were
    ``shown`` by themselves.
    """

    kind: CheckStepKind
    before: State
    after: State
    events: tuple[Event, ...] = ()
    idea: str | None = None
    due: tuple[str, ...] = ()
    dice: tuple[int, ...] = ()
    asked: ev.ClaimTested | ev.RiskTested | None = None
    why: Why | None = None
    told: tuple[CheckStep, ...] = ()
    shown: int = 0

    def is_same(self, other: CheckStep) -> bool:
        """Whether both tell the same events of a check, each in its tempo."""
        return self.kind == other.kind and self.events is other.events

    @property
    def trust(self) -> int:
        """The change in trust."""
        return self.after.trust - self.before.trust

    def moved(self, track: Track) -> int:
        """The change of a track, which its end may have held."""
        return self.after.points[INDEX[track]] - self.before.points[INDEX[track]]

    @property
    def ideas(self) -> tuple[Idea, ...]:
        """The ideas that the whole check is about, in the state after this step."""
        found = (self.after.idea(id) for id in self.due)
        return tuple(idea for idea in found if idea is not None)

    @property
    def about(self) -> tuple[Idea, ...]:
        """The ideas that are due; without any, the one that reality asks about."""
        asked = self.after.idea(self.asked.idea) if self.asked is not None else None
        return self.ideas if asked is None else (asked,)


def steps_of(before: State, moments: Sequence[FoldedEvent]) -> tuple[CheckStep, ...]:
    """The steps of a reality check: first the ideas that are due, last a summary.

    ``before`` is the state before the first event. Many due ideas begin with a summary too, so that
    nobody has to go through all of their steps. A check that waits for an answer ends with the
    claim that reality asked about.
    """
    steps = _one_by_one(before, moments)
    state = moments[-1].state if moments else before
    if state.step == "answer":
        return steps
    due = next((m.event.ideas for m in moments if isinstance(m.event, ev.CheckBegan)), ())
    summary = CheckStep("summary", before, state, due=due)
    if len(due) <= state.setup.rules.check_ideas:
        return (*steps, summary)
    return (replace(summary, kind="overview"), *steps, summary)


def _one_by_one(before: State, moments: Sequence[FoldedEvent]) -> tuple[CheckStep, ...]:
    """The steps that are told one by one; events that open none belong to the step before."""
    steps: list[CheckStep] = []
    context, state = _Context(moments), before
    for moment in moments:
        event = moment.event
        context.see(event)
        kind = _kind(event)
        if kind and not (kind == "balance" and steps and steps[-1].kind == "balance"):
            steps.append(context.begin(kind, state, moment))
        elif steps:
            last = steps[-1]
            steps[-1] = replace(last, after=moment.state, events=(*last.events, event))
        state = moment.state
    return tuple(steps)


def _kind(event: Event) -> CheckStepKind | None:
    """The kind of step that an event starts, or ``None``."""
    if isinstance(event, ev.TrackMoved | ev.TrustChanged | ev.BalanceShifted):
        return _OPENS_BY_WHY.get(event.why)
    return _OPENS.get(type(event))


class _Context:
    """What a step tells besides its own events: the whole check's ideas, and dice thrown before."""

    def __init__(self, moments: Sequence[FoldedEvent]) -> None:
        asked = (m.event for m in moments if isinstance(m.event, ev.ClaimTested | ev.RiskTested))
        self.asked = next(asked, None)
        self.due: tuple[str, ...] = ()
        self.dice: dict[str, tuple[int, ...]] = {}

    def see(self, event: Event) -> None:
        """Remember what later steps tell of an event."""
        if isinstance(event, ev.CheckBegan):
            self.due = event.ideas
        if isinstance(event, ev.RealityThrown):
            self.dice[event.track] = event.dice

    def begin(self, kind: CheckStepKind, before: State, moment: FoldedEvent) -> CheckStep:
        """The step that an event starts."""
        event = moment.event
        thrown = self.dice.pop(event.track, ()) if isinstance(event, ev.Harvested) else ()
        idea = getattr(event, "idea", None)
        return CheckStep(kind, before, moment.state, (event,), idea, self.due, thrown, self.asked)
