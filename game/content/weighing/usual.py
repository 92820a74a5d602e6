"""What is usual in a case: the one place of these numbers.

``gevinst check`` warns beyond them, the gauges show them, ``gevinst simulate`` names what lies
outside of them first, and the guide prints them (``tests/content/weighing/test_usual.py`` holds it
to that). They come from the shipped cases, which were tuned until people win them about as often
as they should, and from what bots reach in them. A range has both ends in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil, floor, inf
from typing import Final, Literal

from game.engine.setup import LEVEL_CHANGES, AimKind, Level, Rules
from game.frozen import frozen
from game.i18n import mark
from game.i18n.message import Message

Side = Literal["low", "fine", "high"]

_TINY: Final = 1e-9
"""Sums of shares may miss a limit by so little without lying beyond it."""


@frozen
class Usual:
    """The usual values of something, from ``low`` to ``high``."""

    low: float
    high: float = inf

    def side(self, value: float) -> Side:
        """Whether a value is usual, or on which side it lies beyond."""
        if value < self.low - _TINY:
            return "low"
        return "high" if value > self.high + _TINY else "fine"

    def __contains__(self, value: float) -> bool:
        return self.side(value) == "fine"

    @property
    def told(self) -> Message:
        """In words: ``2 to 4``, or the one value that is usual."""
        if self.low == self.high:
            return Message("{n}", {"n": self.low})
        return Message(mark("{low} to {high}"), {"low": self.low, "high": self.high})

    def nearest(self, value: float) -> float:
        """The usual value that is nearest to a value."""
        return max(self.low, min(self.high, value))


# ------------------------------------------------------------------ cards
FULL_GAME: Final = 7
"""Rounds of the game that the cases were tuned for; fewer are a short one."""
SHORT_GAME: Final = 3
"""Rounds of the shortest game there is."""

CARDS: Final[Mapping[str, Usual]] = {
    "ideas": Usual(14),
    "benefits": Usual(16),
    "risks": Usual(16),
    "events": Usual(7),
}
"""The cards of a full game; more than are dealt make the next game another one."""
ON_TRACK: Final = Usual(2)
"""The ideas that have a track as their main one."""


@frozen
class UsualCards:
    """What cards are like in games of some length; means, where they are not said to be sums.

    ``cost``, ``maturity`` and ``delay`` are those of the ideas, ``worth`` their points on all
    tracks together. ``gain`` is what all ideas together give a track, in goals of that track, and
    ``harm`` what they take from it, as a share of that. ``true_risks`` are counted for each idea;
    ``severity`` and ``likelihood`` are those of the true ones; ``true_pairs`` is the share of the
    ideas printed on risk cards for which the risk is true.
    """

    cost: Usual
    maturity: Usual
    delay: Usual
    worth: Usual
    gain: Usual
    harm: Usual
    true_risks: Usual
    severity: Usual
    likelihood: Usual
    true_pairs: Usual


FULL: Final = UsualCards(
    cost=Usual(2.0, 3.0),
    maturity=Usual(3.1, 3.6),
    delay=Usual(0.2, 0.8),
    worth=Usual(5.0, 6.0),
    gain=Usual(2.8, 6.0),
    harm=Usual(0, 1 / 3),
    true_risks=Usual(1.1, 1.3),
    severity=Usual(2.5, 3.0),
    likelihood=Usual(3.1, 3.6),
    true_pairs=Usual(0.6, 0.8),
)
SHORT: Final = UsualCards(
    cost=Usual(1.2, 2.6),
    maturity=Usual(2.6, 4.1),
    delay=Usual(0, 0.6),
    worth=Usual(3.5, 5.5),
    gain=Usual(2.5, 5.5),
    harm=Usual(0, 0.4),
    true_risks=Usual(0.7, 1.4),
    severity=Usual(2.0, 3.0),
    likelihood=Usual(2.7, 3.6),
    true_pairs=Usual(0.5, 0.85),
)


def cards(rounds: int) -> UsualCards:
    """What is usual of the cards of a game of so many rounds."""
    return FULL if rounds >= FULL_GAME else SHORT


COST: Final = Usual(1, 5)
"""The capacity that any one idea costs."""
WORTH: Final = Usual(-3, 11)
"""What any one idea gives on all tracks together, in points on average."""
OUTLIER: Final = 2.4
"""So many times what the others are worth, and an idea decides the game by itself."""
WIDTH: Final = Usual(1, 3)
"""From the lowest to the highest of a true effect: two to four values."""
ALONE: Final = 4
"""From so many points on, an idea that reaches a goal alone is too good; a lower goal is a short
game's, which every good idea reaches by itself until its risks strike."""
FALSE_ARROWS: Final = Usual(0, 0.2)
"""The share of the arrows that promise something else than the mean of the true effect."""
TWO_ARROWS: Final = Usual(3)
ONE_ARROW: Final = Usual(1, 3)
"""The means of the true effects for which a card promises two arrows, or one."""
TEMPTING_COST: Final = Usual(1, 2)
TEMPTING_GAIN: Final = Usual(4)
TEMPTING_PRICE: Final = Usual(-inf, -4)
"""A saving that tempts: what it costs, what it gives the economy and what all others lose."""
BEHIND: Final = 2 / 3
"""A track with less than this share of what ideas give the others, in goals, is left behind."""
RISKLESS: Final = Usual(0, 2)
"""The ideas of a full game in which nothing can go wrong."""
EVENT: Final = Usual(-2, 2)
"""What one event, or one option of it, wins or costs the group in capacity, and in trust."""
EVENT_CAPACITY: Final = Usual(-0.6, 0.4)
EVENT_TRUST: Final = Usual(-0.4, 0.4)
"""What an event does to capacity and to trust, averaged over the deck: fate is fair."""
MONTHS: Final = Usual(1, 24)
"""When a measure is read: later than that nobody at the table will be asked."""
MOST_KRONER: Final = 20e9
"""A saving of more than the largest municipality could find: it was written in another unit."""
SAVING: Final = Usual(0.0005, 0.4)
"""The saving as a share of what the operation costs: beyond that, somebody took another unit."""


# ------------------------------------------------------------------ goals, aims, rules
OWN_GOAL: Final = Usual(4, 6)
"""The goal of a track where the group writes its cards, in a full game."""
MOST_MODULES: Final = 3
"""The most modules of a case: a room hears about them before it plays."""
DEFAULT: Final = Rules()
ROUNDS: Final = Usual(3, 8)
RULES: Final[Mapping[str, Usual]] = {
    "actions": Usual(10, 14),
    "actions_many_seats": Usual(10, 14),
    "many_seats": Usual(5, 9),
    "capacity": Usual(2, 6),
    "trust": Usual(4, 7),
    "deal_first": Usual(6, 10),
    "deal_later": Usual(3, 6),
    "deals_later": Usual(1, 3),
    "open_ideas": Usual(6, 10),
    "written_cost": Usual(2, 4),
    "written_maturity": Usual(2, 4),
    "written_delay": Usual(0, 1),
    "rally": Usual(1, 2),
    "mitigation": Usual(2, 4),
    "unnamed": Usual(1, 3),
    "unspoken": Usual(1, 3),
    "amends": Usual(1, 3),
    "stumble": Usual(1, 2),
    "unowned": Usual(2, 4),
    "shelve_gain": Usual(1, 3),
    "learned": Usual(1, 3),
    "broken_word": Usual(3, 6),
    "combination": Usual(1, 2),
    "roles_in_play": Usual(4, 8),
    "check_ideas": Usual(1, 3),
    "word_kept": Usual(0, 2),
    "owner_load": Usual(3, 6),
    "small_cost": Usual(0, 2),
}
"""The numbers of ``[rules]``, by their key; ``rounds`` are added up in :data:`ROUNDS`."""
OF_KEYS: Final[Mapping[tuple[str, ...], Usual]] = {
    ("ideas", "cost"): COST,
    ("benefits", "measure", "months"): MONTHS,
    **{("rules", key): values for key, values in RULES.items()},
}
"""What is usual of a key, where that is less than what may be written."""


def goal(rounds: int, *, own_project: bool = False, level: Level = "normal") -> Usual:
    """The usual goal of a track, in points, in a game of so many rounds.

    What a level takes from each goal may stand on top.
    """
    share, eased = rounds / FULL_GAME, max(0, -LEVEL_CHANGES[level].goals)
    if own_project:
        return Usual(max(1, round(OWN_GOAL.low * share)), ceil(OWN_GOAL.high * share) + eased)
    return Usual(round(6 * share) or 1, round(8 * share) + eased)


_AIMS: Final[Mapping[AimKind, tuple[Usual, Usual]]] = {
    "anchored_at_least": (Usual(4, 10), Usual(9, 17)),
    "proven_at_least": (Usual(2, 6), Usual(5, 9)),
    "scaled_at_least": (Usual(1, 4), Usual(2, 6)),
    "kinds_realised_at_least": (Usual(3, 4), Usual(3, 4)),
    "everyone_owns_at_least": (Usual(1, 1), Usual(1, 2)),
    "realism_at_least": (Usual(0.5, 0.85), Usual(0.5, 0.8)),
    "no_track_ever_below": (Usual(-2, 0), Usual(-2, 0)),
}
"""What a methodical group reaches in some games and not in all, of 3 rounds and of 7."""
DIFFERENT_AIMS: Final = Usual(1, 4)
"""The aims that differ: the more there are, the rarer it is that all of them come true."""


def aim(kind: AimKind, rounds: int, goal: int) -> Usual:
    """The usual value of an aim in a game of so many rounds; ``goal`` is that of its track.

    On a track it is more than the goal asks for anyhow, and up to twice as much.
    """
    if kind == "track_at_least":
        return Usual(goal + 1, 2 * goal)
    short, full = _AIMS[kind]
    if kind == "realism_at_least":
        return full if rounds >= FULL_GAME else short
    way = (rounds - SHORT_GAME) / (FULL_GAME - SHORT_GAME)
    return Usual(
        floor(short.low + way * (full.low - short.low)),
        ceil(short.high + way * (full.high - short.high)),
    )
