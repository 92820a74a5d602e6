"""The entry point of the rules: an action becomes events, or is refused without effect."""

from __future__ import annotations

from game.engine import events as ev
from game.engine.actions import Action, Refusal, refuse
from game.engine.prices import Cost, cost_of
from game.engine.rules import (
    abilities,
    downsides,
    estimates,
    facilitating,
    modules,
    placing,
    ranges,
    rounds,
    seating,
    trials,
    working,
)
from game.engine.rules.spec import Specs
from game.engine.state import State, settled
from game.engine.transaction import Transaction
from game.frozen import frozen


@frozen
class Applied:
    """An accepted action: the next state and the events that lead to it."""

    state: State
    events: tuple[ev.Event, ...]


SPECS: Specs = {
    **placing.SPECS,
    **downsides.SPECS,
    **ranges.SPECS,
    **working.SPECS,
    **trials.SPECS,
    **abilities.SPECS,
    **rounds.SPECS,
    **facilitating.SPECS,
    **seating.SPECS,
    **estimates.SPECS,
    **modules.SPECS,
}
"""What every action declares of itself."""


def check(state: State, action: Action) -> Refusal | None:
    """Why an action may not be done now, or ``None``."""
    spec = SPECS.get(type(action))
    return refuse("unknown_action") if spec is None else spec.refusal(state, action)


def cost(state: State, action: Action) -> Cost:
    """What an action takes now. The idea that it is about must be on the table.

    Raises :class:`ValueError` for what is no action.
    """
    spec = SPECS.get(type(action))
    if spec is None:
        raise ValueError(f"{action!r:.60} is no action")
    return cost_of(state, spec.price, action)


def apply(state: State, action: Action) -> Applied | Refusal:
    """Decide an action and fold its events. The given state is not modified."""
    spec = SPECS.get(type(action))
    if spec is None:
        return refuse("unknown_action")
    refusal = spec.refusal(state, action)
    if refusal is not None:
        return refusal
    done = Transaction(state)
    if spec.pay is not None:
        spec.pay(done, action)
    spec.carry_out(done, action)
    rounds.next_turn_if_done(done)
    return Applied(settled(done.state), tuple(done.events))


def decide(state: State, action: Action) -> tuple[ev.Event, ...] | Refusal:
    """What an action brings about, without the state it leads to."""
    applied = apply(state, action)
    return applied if isinstance(applied, Refusal) else applied.events
