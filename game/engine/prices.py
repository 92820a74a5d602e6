"""What an action takes from the group: actions of the turn, capacity, and who takes it free."""

from __future__ import annotations

from typing import Any

from game.engine.harvest import carrying_out_price
from game.engine.setup import Ability, ModuleName
from game.engine.state import State
from game.frozen import frozen


@frozen
class Perk:
    """What a role's standing ability saves its seat, once a round."""

    ability: Ability
    actions: int = 0
    capacity: int = 0


@frozen
class Relief:
    """A module that saves a unit of capacity; with ``lean`` only while the balance leans so far.

    Below 0 is autonomy, above 0 steering.
    """

    module: ModuleName
    lean: int = 0


@frozen
class Price:
    """What an action is declared to take; ``idea_cost``: and the capacity that its idea costs.

    ``card_saves`` are actions that it takes less for a benefit from a card, which has its measure.
    """

    actions: int = 0
    capacity: int = 0
    idea_cost: bool = False
    card_saves: int = 0
    perk: Perk | None = None
    reliefs: tuple[Relief, ...] = ()


FREE = Price()
ONE_ACTION = Price(1)


@frozen
class Cost:
    """What an action takes now.

    ``perk`` is the role that saves something of it, ``relief`` the module that does, if one does.
    """

    actions: int
    capacity: int
    perk: str | None = None
    relief: ModuleName | None = None


def cost_of(s: State, price: Price, a: Any) -> Cost:
    """What an action at this price costs now. Its idea must be on the table."""
    actions, capacity, perk = price.actions, price.capacity, price.perk
    if price.idea_cost:
        capacity += carrying_out_price(s, s.require_idea(a.idea))
    if price.card_saves and _has_card(s, a):
        actions -= price.card_saves
    relief = _relief(s, price) if price.reliefs else None
    if relief is not None:
        capacity -= 1
    if perk is None or perk.capacity > capacity or perk.actions > actions:
        return Cost(actions, capacity, relief=relief)
    role = _unused(s, a.seat, perk.ability)
    if role is None:
        return Cost(actions, capacity, relief=relief)
    return Cost(actions - perk.actions, capacity - perk.capacity, role, relief)


def _relief(s: State, price: Price) -> ModuleName | None:
    """The first module that saves a unit of capacity now."""
    return next((relief.module for relief in price.reliefs if is_relieved(s, relief)), None)


def _has_card(s: State, a: Any) -> bool:
    """Whether the benefit that an action is about lies there as a card."""
    b = s.require_idea(a.idea).benefit(a.track)
    return b is not None and b.card is not None


def is_relieved(s: State, relief: Relief) -> bool:
    """Whether a relief counts now."""
    return counts(s.setup.rules.modules, s.balance, relief)


def counts(modules: tuple[ModuleName, ...], balance: int, relief: Relief) -> bool:
    """Whether a relief counts with these modules while the balance stands so."""
    if relief.module not in modules:
        return False
    if relief.lean == 0:
        return True
    return balance <= relief.lean if relief.lean < 0 else balance >= relief.lean


def _unused(s: State, seat: int, ability: str) -> str | None:
    """The seat's role with this ability, unless it has been used in this round."""
    role = s.has_ability(seat, ability)
    return role.id if role is not None and role.id not in s.used_round else None
