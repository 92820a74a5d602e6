"""Patience: trust can be spent as well as earned."""

from __future__ import annotations

from game.engine import actions as act
from game.engine import events as ev
from game.engine.actions import Refusal, refuse
from game.engine.limits import PATIENCE_CAPACITY, PATIENCE_LEAST, PATIENCE_TRUST
from game.engine.rules.spec import ActionSpec, Specs
from game.engine.state import PATIENCE, State
from game.engine.transaction import Transaction


def _check_spend_trust(s: State, a: act.SpendTrust) -> Refusal | None:
    """Once a round, while there is trust enough left."""
    if "patience" not in s.setup.rules.modules:
        return refuse("no_such_module")
    if PATIENCE in s.used_round:
        return refuse("patience_used")
    too_low = s.trust < PATIENCE_LEAST
    return refuse("trust_too_low", least=PATIENCE_LEAST) if too_low else None


def can_spend_trust(s: State) -> bool:
    """The same without a reason, for listing; the module is on."""
    return PATIENCE not in s.used_round and s.trust >= PATIENCE_LEAST


def _spend_trust(d: Transaction, a: act.SpendTrust) -> None:
    """The group asks those around it for patience, and gets means."""
    d.emit(ev.TrustSpent(a.seat))
    d.trust(-PATIENCE_TRUST, "patience")
    d.capacity(PATIENCE_CAPACITY, "patience")


SPECS: Specs = {
    act.SpendTrust: ActionSpec(
        who="turn",
        check=_check_spend_trust,
        carry_out=_spend_trust,
        contribution="patience",
    ),
}
