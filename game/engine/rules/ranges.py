"""The range of an estimate: between which points the group believes that the truth lies.

No rule looks at it. It is the pessimistic and the optimistic value in the register of benefits, and
the debrief tells how often the truth fell inside.
"""

from __future__ import annotations

from game.engine import actions as act
from game.engine import events as ev
from game.engine.actions import Refusal, refuse
from game.engine.limits import RANGE_ENDS
from game.engine.rules import guards
from game.engine.rules.spec import ActionSpec, Specs
from game.engine.setup import Track
from game.engine.state import Benefit, State
from game.engine.transaction import Transaction


def _check_set_range(s: State, a: act.SetRange, b: Benefit) -> Refusal | None:
    """From a low to a higher number with the estimate among them, before it is implemented."""
    ends = range(RANGE_ENDS[0], 1) if b.estimate < 0 else range(RANGE_ENDS[-1] + 1)
    if not (_is_end(a.low, ends) and _is_end(a.high, ends)):
        return refuse("bad_range", low=ends[0], high=ends[-1])
    if not a.low <= b.estimate <= a.high or a.low == a.high:
        return refuse("range_beside", estimate=b.estimate)
    return refuse("same_range") if (a.low, a.high) == (b.low, b.high) else None


def _is_end(value: object, ends: range) -> bool:
    return type(value) is int and value in ends


def _set_range(d: Transaction, a: act.SetRange) -> None:
    """How sure the group is of its estimate: free."""
    d.emit(ev.RangeSet(a.seat, a.idea, a.track, a.low, a.high))


def revise(d: Transaction, seat: int, idea: str, track: Track, old: Benefit, estimate: int) -> None:
    """Give a claim another estimate, or withdraw it with 0, from the table and the sum of claims.

    A range in which the estimate does not lie is put away.
    """
    if estimate == 0:
        d.emit(ev.ClaimWithdrawn(seat, idea, track, old.estimate))
        return
    d.emit(ev.EstimateRevised(seat, idea, track, old.estimate, estimate))
    if old.low is not None and old.high is not None and not old.low <= estimate <= old.high:
        d.emit(ev.RangeDropped(idea, track))


SPECS: Specs = {
    act.SetRange: ActionSpec(
        who="turn",
        target=guards.benefit_of(guards.open_idea),
        check=_check_set_range,
        carry_out=_set_range,
        inert=True,
        contribution="revisions",
    ),
}
