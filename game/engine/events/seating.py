"""Who sits at the table: people come and go, take a seat over, and play another role too."""

from __future__ import annotations

from game.engine.records import record


@record
class SeatAdded:
    """Somebody has come late: a new seat, the last in turn."""

    seat: int
    name: str
    roles: tuple[str, ...]


@record
class SeatLeft:
    """Nobody sits at a seat any more; its cards, roles and benefits stay."""

    seat: int


@record
class SeatReturned:
    """Somebody sits at a seat again."""

    seat: int


@record
class SeatReplaced:
    """Somebody else sits at a seat, with its cards, roles and benefits."""

    seat: int
    name: str


@record
class RoleMoved:
    """A seat plays another role too; ``source`` is who played it, ``None`` if nobody did."""

    seat: int
    role: str
    source: int | None


@record
class ActionsShared:
    """Actions that were not used yet are shared anew, among these seats in the order of turns."""

    shares: tuple[tuple[int, int], ...]


@record
class DecisionPassed:
    """What is waited for is decided by another seat."""

    seat: int
