"""What an action declares of itself, and how that becomes one check and one payment.

The rule modules hold a table ``SPECS`` each, an entry an action. Everything that the program has to
know of an action besides its record is declared there; what it owes elsewhere (words, sounds, a
button, …) is held against these declarations by ``tests/test_action_owes.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from functools import reduce
from typing import Any, Literal, get_args

from game.engine import events as ev
from game.engine.actions import Action, Refusal, refuse
from game.engine.prices import FREE, Price, cost_of
from game.engine.rules import guards
from game.engine.setup import PHASES, Phase
from game.engine.state import State
from game.engine.transaction import Transaction
from game.frozen import frozen

Check = Callable[[State, Any], Refusal | None]
CarryOut = Callable[[Transaction, Any], None]
Who = Literal["turn", "owner", "starter", "each", "anybody", "facilitator"]
"""Who may ask for an action: the seat in turn, who owns or claims the benefit at any turn, the
starting seat, each seat for itself, anybody at the table, or the facilitator."""

Contribution = Literal[
    "ideas",
    "benefits",
    "downsides",
    "risks",
    "revisions",
    "anchors",
    "trials",
    "mitigations",
    "amends",
    "implemented",
    "followed_up",
    "shelved",
    "abilities",
    "rallies",
    "patience",
    "estimates",
]
CONTRIBUTIONS: tuple[Contribution, ...] = get_args(Contribution)


@frozen
class Exempt:
    """What an action might owe and does not, and why: given where it would have been declared."""

    because: str


def allowed(s: State, a: object, *target: object) -> None:
    """The check of an action of which its declaration says all."""


@frozen(kw_only=True)
class ActionSpec:
    """An action: its checks, in this order, and its effect.

    ``who``
        may take it: the seat whose turn it is, or others; only *turn* and *owner* are checked here.
    ``first_phase``
        is when it begins; ``proven_phase`` when it begins for an idea that is proven or small (the
        check has to tell them apart).
    ``source``
        is checked before the target: where the card comes from, or what is written on it.
    ``target``
        finds what the action is aimed at, an idea or a benefit, or refuses.
    ``check``
        does the other checks: ``(state, action)``, and the target if there is one.
    ``price``
        must be there in capacity, and is paid before the action is carried out.
    ``note``
        is checked last: a text that may be empty.
    ``inert``
        nothing in the game follows from it: it is only written down, and never listed.

    ``contribution`` is what the action counts as in the debrief.
    """

    who: Who
    contribution: Contribution | Exempt
    carry_out: CarryOut
    check: Callable[..., Refusal | None] = allowed
    first_phase: Phase = "ideas"
    proven_phase: Phase | None = None
    price: Price = FREE
    source: Check | None = None
    target: Callable[[State, Any], object] | None = None
    note: Check | None = None
    inert: bool = False
    refusal: Check = field(init=False, repr=False)
    """Why the action may not be done now, or ``None``."""
    pay: CarryOut | None = field(init=False, repr=False)
    """Takes the price; ``None`` when the action is free."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "refusal", _refusal(self))
        object.__setattr__(self, "pay", _payment(self.price))


Specs = dict[type[Action], ActionSpec]


# ------------------------------------------------------------------ the check
def _refusal(spec: ActionSpec) -> Check:
    before = [_GUARDS.get(spec.who), _begun(spec.proven_phase or spec.first_phase), spec.source]
    after = [_affordable(spec.price), spec.note]
    if spec.target is not None:
        return _aimed(_all(before), spec.target, spec.check, _all(after))
    return _all([*before, None if spec.check is allowed else spec.check, *after])


_GUARDS: Mapping[Who, Check] = {"turn": guards.own_turn, "owner": guards.turns}


def _all(steps: Iterable[Check | None]) -> Check:
    """One check after the other, to the first that refuses."""
    checks = [step for step in steps if step is not None]
    return reduce(_both, checks) if checks else allowed


def _both(first: Check, second: Check) -> Check:
    def refusal(s: State, a: Any) -> Refusal | None:
        answer = first(s, a)
        return second(s, a) if answer is None else answer

    return refusal


def _aimed(
    before: Check,
    find: Callable[[State, Any], object],
    check: Callable[..., Refusal | None],
    after: Check,
) -> Check:
    """The same with a target, which is looked up once and given to the action's own check."""
    more = after is not allowed

    def refusal(s: State, a: Any) -> Refusal | None:
        answer = before(s, a)
        if answer is not None:
            return answer
        target = find(s, a)
        if isinstance(target, Refusal):
            return target
        answer = check(s, a, target)
        return after(s, a) if more and answer is None else answer

    return refusal


def _begun(first: Phase) -> Check | None:
    """The game has come to the phase in which the action begins."""
    early = PHASES[: PHASES.index(first)]

    def refusal(s: State, a: object) -> Refusal | None:
        return refuse("too_early", phase=first) if s.phase in early else None

    return refusal if early else None


def _affordable(price: Price) -> Check | None:
    """There is capacity enough."""
    varies = price.idea_cost or price.reliefs or (price.perk is not None and price.perk.capacity)
    if not varies:
        return _fixed(price.capacity) if price.capacity else None

    def refusal(s: State, a: object) -> Refusal | None:
        need = cost_of(s, price, a).capacity
        return refuse("no_capacity", need=need, have=s.capacity) if s.capacity < need else None

    return refusal


def _fixed(need: int) -> Check:
    def refusal(s: State, a: object) -> Refusal | None:
        return refuse("no_capacity", need=need, have=s.capacity) if s.capacity < need else None

    return refusal


# ------------------------------------------------------------------ the payment
def _payment(price: Price) -> CarryOut | None:
    if price == FREE:
        return None
    if price.perk is not None or price.idea_cost or price.card_saves or price.reliefs:

        def pay(d: Transaction, a: object) -> None:
            cost = cost_of(d.state, price, a)
            if cost.perk is not None:
                d.emit(ev.PerkUsed(cost.perk))
            if cost.actions or cost.capacity:
                d.emit(ev.Spent(cost.actions, cost.capacity))

        return pay
    spent = ev.Spent(price.actions, price.capacity)
    return lambda d, a: d.emit(spent)
