"""The reality check, one step at a time: its events, grouped as they are presented to the room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from game.engine import Event, Idea, State
from game.engine import events as ev
from game.table.parts.folded_events import FoldedEvent
from game.wording.event_texts.modules import TRACK_MOVES, TRUST_CHANGES

CheckStepKind = Literal[
    "due",
    "risk",
    "alarm",
    "stumble",
    "harvest",
    "word",
    "module",
    "balance",
    "below_zero",
    "pause",
    "stop",
    "summary",
]

_OPENS: dict[type[Event], CheckStepKind] = {
    ev.CheckBegan: "due",
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
    "balanced": "balance",
    "unbalanced": "balance",
    "towards_zero": "balance",
    "below_zero": "below_zero",
}


@dataclass(frozen=True, slots=True)
class CheckStep:
    """One step: its events, the first of which defines the step, and the states around it.

    ``due`` are the ideas that the whole check is about; ``dice`` are the throws of the reality die
    that a harvest depends on.
    """

    kind: CheckStepKind
    before: State
    after: State
    events: tuple[Event, ...] = ()
    idea: str | None = None
    due: tuple[str, ...] = ()
    dice: tuple[int, ...] = ()

    @property
    def trust(self) -> int:
        """The change in trust."""
        return self.after.trust - self.before.trust

    @property
    def ideas(self) -> tuple[Idea, ...]:
        """The ideas that the whole check is about, in the state after this step."""
        found = (self.after.idea(id) for id in self.due)
        return tuple(idea for idea in found if idea is not None)


def steps_of(before: State, moments: Sequence[FoldedEvent]) -> tuple[CheckStep, ...]:
    """The steps of a reality check: first the ideas that are due, last a summary.

    ``before`` is the state before the first event.
    """
    steps: list[CheckStep] = []
    dice: dict[str, tuple[int, ...]] = {}
    due: tuple[str, ...] = ()
    state = before
    for moment in moments:
        event = moment.event
        if isinstance(event, ev.CheckBegan):
            due = event.ideas
        if isinstance(event, ev.RealityThrown):
            dice[event.track] = event.dice
        kind = _kind(event)
        if kind and not (kind == "balance" and steps and steps[-1].kind == "balance"):
            steps.append(_begin(kind, state, moment, due, dice))
        elif steps:
            last = steps[-1]
            steps[-1] = replace(last, after=moment.state, events=(*last.events, event))
        state = moment.state
    return (*steps, CheckStep("summary", before, state, due=due))


def _kind(event: Event) -> CheckStepKind | None:
    """The kind of step that an event starts, or ``None``."""
    if isinstance(event, ev.TrackMoved | ev.TrustChanged | ev.BalanceShifted):
        return _OPENS_BY_WHY.get(event.why)
    return _OPENS.get(type(event))


def _begin(
    kind: CheckStepKind,
    before: State,
    moment: FoldedEvent,
    due: tuple[str, ...],
    dice: dict[str, tuple[int, ...]],
) -> CheckStep:
    event = moment.event
    thrown = dice.pop(event.track, ()) if isinstance(event, ev.Harvested) else ()
    idea = getattr(event, "idea", None)
    return CheckStep(kind, before, moment.state, (event,), idea, due, thrown)
