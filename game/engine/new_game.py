"""Beginning a game: roles are dealt out, the truth is drawn, the cards are shuffled."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine import RULES_VERSION
from game.engine.chance import draw, shuffled
from game.engine.decisions import Applied
from game.engine.events import Begun, Seat
from game.engine.limits import MAX_SEATS, SEEDS
from game.engine.rules.rounds import open_round
from game.engine.setup import TRACKS, IdeaCard, Setup
from game.engine.state import PerTrack, State, settled
from game.engine.transaction import Transaction


def start(setup: Setup, seats: Sequence[Seat], seed: int) -> Applied:
    """A new game at its first turn. ``seed`` is any whole number from 0 to 2**64 - 1.

    With few seats the roles not taken are dealt out, in the case's order, until as many are in
    play as the case says. Raises :class:`ValueError` when the seats do not fit the case, or the
    seed is no such number.
    """
    validate_seats(setup, seats)
    validate_seed(seed)
    draft = Transaction(State(setup))
    draft.emit(
        Begun(
            seed=seed,
            seats=deal_roles(setup, seats),
            truth={idea.id: _truth(seed, idea) for idea in setup.ideas},
            ideas=shuffled(seed, "ideas", [c.id for c in setup.ideas]),
            benefits=shuffled(seed, "benefits", [c.id for c in setup.benefits]),
            risks=shuffled(seed, "risks", [c.id for c in setup.risks]),
            events=shuffled(seed, "events", [c.id for c in setup.events]),
            rules=RULES_VERSION,
        )
    )
    open_round(draft)
    return Applied(settled(draft.state), tuple(draft.events))


def validate_seats(setup: Setup, seats: Sequence[Seat]) -> None:
    """Raise :class:`ValueError` unless one to eight seats share known roles, each taken once.

    Also where a state could not be read again for what a seat holds.
    """
    if not all(map(_is_seat, seats)):
        raise ValueError("a seat is a Seat with a text for its name, and a tuple of roles")
    if not 1 <= len(seats) <= MAX_SEATS:
        raise ValueError(f"a game has 1 to {MAX_SEATS} seats, not {len(seats)}")
    taken = [role for seat in seats for role in seat.roles]
    known = {role.id for role in setup.roles}
    if unknown := [role for role in taken if role not in known]:
        raise ValueError(f"the case has no role {unknown[0]!r}")
    if len(set(taken)) < len(taken):
        raise ValueError("a role is taken twice")


def _is_seat(seat: object) -> bool:
    if not isinstance(seat, Seat) or type(seat.name) is not str or type(seat.roles) is not tuple:
        return False
    return all(type(role) is str for role in seat.roles)


def validate_seed(seed: object) -> None:
    """Raise :class:`ValueError` unless it is a seed: what a session can hold, and draws alike."""
    if type(seed) is not int or seed not in SEEDS:
        raise ValueError(f"a seed is a whole number from 0 to 2**64 - 1, not {seed!r:.60}")


def deal_roles(setup: Setup, seats: Sequence[Seat]) -> tuple[Seat, ...]:
    """Give every seat a role, and deal on round the table until enough roles are in play."""
    held = [list(seat.roles) for seat in seats]
    free = [r.id for r in setup.roles if all(r.id not in roles for roles in held)]
    for roles in held:
        if not roles and free:
            roles.append(free.pop(0))
    while free and sum(map(len, held)) < setup.rules.roles_in_play:
        min(held, key=len).append(free.pop(0))
    return tuple(Seat(seat.name, tuple(roles)) for seat, roles in zip(seats, held, strict=True))


def _truth(seed: int, idea: IdeaCard) -> PerTrack:
    a, b, c, d = (_effect(seed, idea, i) for i in range(4))
    return (a, b, c, d)


def _effect(seed: int, idea: IdeaCard, place: int) -> int:
    low, high = idea.effects.get(TRACKS[place], (0, 0))
    if low == high:
        return low
    return low + draw(seed, f"truth:{idea.id}", place, high - low + 1)
