"""The frame of the game: who plays, rounds, turns, and how it ended."""

from __future__ import annotations

from typing import Literal, get_args

from game.engine.setup import Phase
from game.frozen import frozen

Verdict = Literal[
    "stopped", "together", "realised", "price_paid", "nearly", "on_the_way", "not_realised"
]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
EARNED: tuple[Verdict, ...] = ("together", "realised", "price_paid")
"""The verdicts that stand whenever a game ends; the others say how far it came in its time."""

Ending = Verdict | Literal["ended_early"]
"""How a game ended: by its verdict, or before its time with one that had not been earned yet."""
ENDINGS: tuple[Ending, ...] = (*VERDICTS, "ended_early")


def ending_of(verdict: Verdict, *, early: bool) -> Ending:
    """How a game with a verdict ended, which may have been ended before its time."""
    return "ended_early" if early and verdict not in EARNED else verdict


@frozen
class Seat:
    """A place at the table: the player's name and the roles played from it (ids)."""

    name: str
    roles: tuple[str, ...]


@frozen
class Begun:
    """The game begins: who sits where, what is true, and in which order the cards lie.

    ``truth`` holds for each idea of the case its four true effects in points. ``rules`` is the
    version of the rules; the first did not write it.
    """

    seed: int
    seats: tuple[Seat, ...]
    truth: dict[str, tuple[int, int, int, int]]
    ideas: tuple[str, ...]
    benefits: tuple[str, ...]
    risks: tuple[str, ...]
    events: tuple[str, ...]
    rules: int = 1


@frozen
class RoundOpened:
    """A round opens; ``starter`` is the starting seat."""

    round: int
    phase: Phase
    starter: int


@frozen
class EventTurned:
    """The top event is turned over; with ``choice`` the starting seat has to choose."""

    card: str
    choice: bool


@frozen
class OptionChosen:
    """The starting seat has chosen an option of the event."""

    seat: int
    card: str
    option: int


@frozen
class Dealt:
    """Cards are dealt round the table, each with the seat that gets it."""

    ideas: tuple[tuple[int, str], ...]
    benefits: tuple[tuple[int, str], ...]
    risks: tuple[tuple[int, str], ...]


@frozen
class TurnBegan:
    """A seat's turn begins, with its share of the group's actions."""

    seat: int
    actions: int


@frozen
class TurnsEnded:
    """All seats have had their turn: the reality check is next."""


@frozen
class Passed:
    """A seat ended its turn with actions left over."""

    seat: int
    skipped: bool


@frozen
class PhaseEnded:
    """The facilitator ended the phase early: it is now its last round, ``round``."""

    phase: Phase
    round: int


@frozen
class EndedEarly:
    """The facilitator ended the game before its time, which is now that of its last ``round``."""

    round: int


@frozen
class Ended:
    """The game is over."""

    verdict: Verdict
