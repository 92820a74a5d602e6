"""The reports of trials among the events of a decision, and what each has to tell."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine import TRACKS, Idea, Risk, State, Track
from game.engine import events as ev
from game.engine.state import TrialPlan
from game.frozen import frozen
from game.table.parts.folded_events import FoldedEvent

_TOLD = (ev.EffectsOpened, ev.RiskTurnedUp, ev.NothingFound, ev.Picked)
"""What a report may bring to light."""


@frozen
class Report:
    """A report: the state ``before`` it, its event, the idea after it, and the risk it found."""

    before: State
    after: State
    event: ev.TrialReported
    risk: Risk | None

    @property
    def idea(self) -> Idea:
        """The idea as it is known now."""
        return self.after.require_idea(self.event.idea)

    @property
    def tried(self) -> Idea:
        """The idea as it was while it was tried."""
        return self.before.require_idea(self.event.idea)

    @property
    def plan(self) -> TrialPlan:
        """What was planned."""
        plan = self.tried.trial
        assert plan is not None  # only what is on trial is reported
        return plan

    @property
    def tracks(self) -> list[Track]:
        """Of a proven idea the tracks that it affects or claims; else the one that was asked."""
        e, idea, after = self.event, self.idea, self.after
        if not e.proven:
            return [track for track in TRACKS if track == e.about]
        return [t for t in TRACKS if after.effect(idea, t) or idea.benefit(t) or t == e.about]


def reports_in(before: State, moments: Sequence[FoldedEvent]) -> list[Report]:
    """The reports among the events of a decision."""
    return [_report(before, moments, place) for place in _places(moments)]


def besides_reports(moments: Sequence[FoldedEvent]) -> list[FoldedEvent]:
    """What else came of a decision."""
    told = {n for place in _places(moments) for n in place}
    return [moment for n, moment in enumerate(moments) if n not in told]


def _places(moments: Sequence[FoldedEvent]) -> list[range]:
    """Where the reports are: each with what it brought to light."""
    found = []
    for start, moment in enumerate(moments):
        if isinstance(moment.event, ev.TrialReported):
            end = start + 1
            while end < len(moments) and isinstance(moments[end].event, _TOLD):
                end += 1
            found.append(range(start, end))
    return found


def _report(before: State, moments: Sequence[FoldedEvent], place: range) -> Report:
    start = moments[place.start - 1].state if place.start else before
    event = moments[place.start].event
    assert isinstance(event, ev.TrialReported)  # that is what the place was found by
    after = moments[place.stop - 1].state
    turned_up = (moments[n].event for n in place)
    risk = next((e.risk for e in turned_up if isinstance(e, ev.RiskTurnedUp)), None)
    idea = after.require_idea(event.idea)
    return Report(start, after, event, idea.risk(risk) if risk is not None else None)
