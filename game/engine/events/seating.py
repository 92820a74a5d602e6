"""Who sits at the table: people come and go, take a seat over, and play another role too."""

from __future__ import annotations

from game.frozen import frozen


@frozen
class SeatAdded:
    """Somebody has come late: a new seat, the last in turn."""

    seat: int
    name: str
    roles: tuple[str, ...]


@frozen
class SeatLeft:
    """Nobody sits at a seat any more; its cards, roles and benefits stay."""

    seat: int


@frozen
class SeatReturned:
    """Somebody sits at a seat again."""

    seat: int


@frozen
class SeatReplaced:
    """Somebody else sits at a seat, with its cards, roles and benefits."""

    seat: int
    name: str


@frozen
class RoleMoved:
    """A seat plays another role too; ``source`` is who played it, ``None`` if nobody did."""

    seat: int
    role: str
    source: int | None


@frozen
class ActionsShared:
    """Actions that were not used yet are shared anew, among these seats in the order of turns."""

    shares: tuple[tuple[int, int], ...]


@frozen
class DecisionPassed:
    """What is waited for is decided by another seat."""

    seat: int
