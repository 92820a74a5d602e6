"""What a group does together beside the rules: silent writing, and votes.

Nothing in the game follows from it. Who wrote a sheet is nowhere saved, and neither is whose ballot
it is: a ballot has a number, so that a later one takes the place of an earlier one.
"""

from __future__ import annotations

from typing import Final, Literal

from game.frozen import frozen

Asked = Literal["ideas", "benefits", "downsides", "risks"]
"""What everybody writes silently; risks of a project that has failed are a premortem."""
SheetMove = Literal["turned", "withdrawn", "joined", "placed"]
"""What became of sheets: turned face up, taken back unseen, joined under the first of them, or
placed on the table as a card."""

MOST_SHEETS: Final = 200
"""How many sheets a round of writing may have."""
MOST_OPTIONS: Final = 24
MOST_DOTS: Final = 9
"""How many things may be voted on, and how many dots everybody may have."""
LONGEST_WRITING: Final = 3_600
"""The longest clock of silent writing, in seconds."""


@frozen
class Writing:
    """Silent writing began, for some ``seconds`` (0: no clock); it ended where it asks nothing."""

    n: int
    at: float
    asks: Asked | None
    seconds: int


@frozen
class Sheet:
    """A sheet was written, and lies face down."""

    n: int
    at: float
    text: str


@frozen
class SheetsMoved:
    """Something became of sheets, which are known by their entries."""

    n: int
    at: float
    sheets: tuple[int, ...]
    move: SheetMove


@frozen
class Vote:
    """A vote began: everybody has some ``dots`` for the options; it ended where there is none."""

    n: int
    at: float
    options: tuple[str, ...]
    question: str
    dots: int


@frozen
class Ballot:
    """The dots of a phone, one number for each option; the last one of each phone counts.

    ``phone`` is a number that stands nowhere else, and is another one in each vote; in games saved
    long ago it is that of the phone. Those who voted at the screen have numbers below zero.
    """

    n: int
    at: float
    ballot: tuple[int, ...]
    phone: int


GroupEntry = Writing | Sheet | SheetsMoved | Vote | Ballot
