"""Who is asked to throw the dice of a step: whose matter it is, or whoever's turn it is to throw.

It is an invitation to the room. Who has thrown in fact, nobody knows, and no log says.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.engine import events as ev
from game.engine.lookups import present, stand_in
from game.table.parts.dice import decides
from game.table.play.check.step_facts import idea_of
from game.table.play.check.steps import CheckStep


def dice_of(step: CheckStep) -> tuple[int, ...]:
    """The dice that a step throws, in order; none where they could change nothing."""
    event = step.events[0] if step.events else None
    if isinstance(event, ev.RiskThrown):
        return (event.die,) if decides(event.limit) else ()
    if isinstance(event, ev.StumbleThrown):
        return (event.die,) if decides(event.maturity) else ()
    return step.dice


def thrower(steps: Sequence[CheckStep], at: int) -> int:
    """The seat that is asked to throw at a step of a check.

    What is nobody's own goes round the table; each check begins with another seat. For who is away
    the next one throws.
    """
    step = steps[at]
    concerned = _concerned(step)
    there = present(step.before)
    if concerned is not None:
        return stand_in(step.before, concerned)
    earlier = sum(bool(dice_of(one)) and _concerned(one) is None for one in steps[:at])
    return there[(step.before.round + earlier) % len(there)]


def _concerned(step: CheckStep) -> int | None:
    """Whoever named the risk, or owns the benefit; ``None`` where nobody did."""
    event = step.events[0]
    if isinstance(event, ev.RiskThrown):
        risk = idea_of(step).risk(event.named or "")
        return None if risk is None else risk.seat
    if isinstance(event, ev.Harvested):
        claim = idea_of(step).benefit(event.track)
        return None if claim is None else claim.owner
    return None
