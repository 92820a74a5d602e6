"""Who has to decide, whether there is anything left to decide, and what it came to for each seat.

With :func:`~game.engine.legal`, :func:`~game.engine.apply` and :func:`~game.engine.observe` this is
all that an agent, or a framework that trains one, asks of a game.
"""

from __future__ import annotations

from game.engine.results import result
from game.engine.state import State

WON = ("together", "realised")
"""The verdicts of a game in which all four tracks reached their goals."""


def is_terminal(s: State) -> bool:
    """Whether the game is over."""
    return s.step == "over"


def current_player(s: State) -> int | None:
    """The seat that has to decide now; ``None`` where anybody may go on, or the game is over.

    While estimates are given it is the first seat from the one in turn whose answer is missing.
    """
    if s.step == "turn" and s.poker is not None and not s.poker.open:
        seats = [(s.turn + i) % len(s.seats) for i in range(len(s.seats))]
        return next(seat for seat in seats if seat in s.poker.missing)
    return None if s.turn < 0 else s.turn


def returns(s: State) -> tuple[float, ...]:
    """What the game came to for each seat, from 0 to 3; all 0 while it is played.

    The group's benefit rate (0 to 1); 1 more when all four tracks reached their goals; and then,
    since the game is won together or not at all, the share of the seat's own aims that were met.
    A seat without a role has no aim of its own and gets what the group has. A game that was
    stopped is worth nothing.
    """
    if s.step != "over" or s.verdict == "stopped":
        return (0.0,) * len(s.seats)
    found = result(s)
    if found.verdict not in WON:
        return (found.benefit_rate,) * len(s.seats)
    met = [[aim.met for aim in found.aims if aim.seat == seat] for seat in range(len(s.seats))]
    shares = [sum(own) / len(own) if own else 1.0 for own in met]
    return tuple(found.benefit_rate + 1 + share for share in shares)
