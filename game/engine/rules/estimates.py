"""Estimate poker: every seat's own number, hidden until all are in, then turned at once."""

from __future__ import annotations

from game.engine import actions as act
from game.engine import events as ev
from game.engine.actions import Refusal, refuse
from game.engine.limits import POKER_ESTIMATES
from game.engine.rules import guards
from game.engine.rules.spec import ActionSpec, Exempt, Specs
from game.engine.state import Idea, State
from game.engine.transaction import Transaction


def _check_call(s: State, a: act.CallEstimates) -> Refusal | None:
    """On an idea in a hand or on the table, before its claims are locked."""
    if refusal := guards.turns(s) or guards.track(a.track):
        return refusal
    if type(a.idea) is str and any(a.idea in hand for hand in s.idea_hands):
        return None
    idea = guards.open_idea(s, a)
    return None if isinstance(idea, Idea) else idea


def _call(d: Transaction, a: act.CallEstimates) -> None:
    """The cards are given out."""
    d.emit(ev.EstimatesCalled(a.idea, a.track))


def _check_give(s: State, a: act.GiveEstimate) -> Refusal | None:
    """From 0 (nothing) to 6 or no opinion, and another one until all are turned.

    Giving the same again is allowed: a refusal would tell what is hidden.
    """
    if s.poker is None or s.poker.open:
        return refuse("no_estimates_called")
    if refusal := guards.present(s, a.seat):
        return refusal
    return None if a.value is None else guards.estimate(a.value, POKER_ESTIMATES)


def _give(d: Transaction, a: act.GiveEstimate) -> None:
    """The last estimate reveals all of them."""
    d.emit(ev.EstimateGiven(a.seat, a.value))
    turn_if_all_in(d)


def turn_if_all_in(d: Transaction) -> None:
    """Turn the estimates when no answer is waited for any more."""
    poker = d.state.poker
    if poker is not None and poker.open:
        d.emit(ev.EstimatesTurned(poker.idea, poker.track, poker.given, poker.absent))


def _check_close(s: State, a: act.CloseEstimates) -> Refusal | None:
    """When estimates have been called for, all in or not."""
    return refuse("no_estimates_called") if s.poker is None else None


def _close(d: Transaction, a: act.CloseEstimates) -> None:
    """The cards are put away."""
    d.emit(ev.EstimatesClosed())


SPECS: Specs = {
    act.CallEstimates: ActionSpec(
        who="facilitator",
        check=_check_call,
        carry_out=_call,
        contribution=Exempt("the facilitator asks"),
    ),
    act.GiveEstimate: ActionSpec(
        who="each",
        check=_check_give,
        carry_out=_give,
        contribution="estimates",
    ),
    act.CloseEstimates: ActionSpec(
        who="facilitator",
        check=_check_close,
        carry_out=_close,
        contribution=Exempt("the facilitator tidies up"),
    ),
}
