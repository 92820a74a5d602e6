"""What a group does together beside the rules: silent writing, and votes.

Nothing in the game follows from it. Who wrote a sheet is nowhere saved; whose ballot it is only by
the number of a phone, so that a later one takes the place of an earlier one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, Literal

from game.engine.records import record
from game.session.errors import CodecError

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


@record
class Writing:
    """Silent writing began, for some ``seconds`` (0: no clock); it ended where it asks nothing."""

    n: int
    at: float
    asks: Asked | None
    seconds: int


@record
class Sheet:
    """A sheet was written, and lies face down."""

    n: int
    at: float
    text: str


@record
class SheetsMoved:
    """Something became of sheets, which are known by their entries."""

    n: int
    at: float
    sheets: tuple[int, ...]
    move: SheetMove


@record
class Vote:
    """A vote began: everybody has some ``dots`` for the options; it ended where there is none."""

    n: int
    at: float
    options: tuple[str, ...]
    question: str
    dots: int


@record
class Ballot:
    """The dots of a phone, one number for each option; the last one of each phone counts."""

    n: int
    at: float
    ballot: tuple[int, ...]
    phone: int


GroupEntry = Writing | Sheet | SheetsMoved | Vote | Ballot


# ------------------------------------------------------------------ a round of silent writing
@dataclass(slots=True)
class WrittenSheet:
    """A sheet as it lies now; ``under`` is the sheet that it was joined with."""

    number: int
    text: str
    turned: bool = False
    placed: bool = False
    under: int | None = None


@dataclass(slots=True)
class WritingRound:
    """The latest round of silent writing; ``open`` while everybody still writes."""

    asks: Asked
    began: float
    seconds: int
    open: bool = True
    sheets: dict[int, WrittenSheet] = field(default_factory=dict)

    def on_top(self) -> list[WrittenSheet]:
        """The sheets that lie by themselves, or on top of others, in the order of writing."""
        return [sheet for sheet in self.sheets.values() if sheet.under is None]

    def below(self, sheet: WrittenSheet) -> list[WrittenSheet]:
        """The sheets that were joined with one."""
        return [other for other in self.sheets.values() if other.under == sheet.number]


def writing_round(entries: Iterable[object]) -> WritingRound | None:
    """The latest round of silent writing in a session's entries; ``None`` if there was none."""
    found: WritingRound | None = None
    for entry in entries:
        if isinstance(entry, Writing) and entry.asks is not None:
            found = WritingRound(entry.asks, entry.at, entry.seconds)
        elif found is None:
            continue
        elif isinstance(entry, Writing):
            found.open = False
        elif isinstance(entry, Sheet):
            found.sheets[entry.n] = WrittenSheet(entry.n, entry.text)
        elif isinstance(entry, SheetsMoved):
            _move(found, entry)
    return found


def _move(writing: WritingRound, moved: SheetsMoved) -> None:
    first, *rest = moved.sheets
    for number in moved.sheets:
        sheet = writing.sheets.get(number)
        if sheet is None:
            continue
        if moved.move == "withdrawn":
            del writing.sheets[number]
        elif moved.move == "joined":
            sheet.under = first if number in rest else None
        else:
            sheet.turned = True
            sheet.placed = sheet.placed or moved.move == "placed"


# ------------------------------------------------------------------ a vote
@dataclass(slots=True)
class VoteCount:
    """The latest vote: its options, and the ballots by phone; ``open`` while they come in."""

    question: str
    options: tuple[str, ...]
    dots: int
    open: bool = True
    ballots: dict[int, tuple[int, ...]] = field(default_factory=dict)

    @property
    def counts(self) -> tuple[int, ...]:
        """The dots of each option."""
        ballots = self.ballots.values()
        return tuple(sum(ballot[i] for ballot in ballots) for i in range(len(self.options)))


def votes(entries: Iterable[object]) -> list[VoteCount]:
    """Every vote in a session's entries, the latest last."""
    found: list[VoteCount] = []
    for entry in entries:
        if isinstance(entry, Vote) and entry.options:
            found.append(VoteCount(entry.question, entry.options, entry.dots))
        elif isinstance(entry, Vote) and found:
            found[-1].open = False
        elif isinstance(entry, Ballot) and found and found[-1].open:
            found[-1].ballots[entry.phone] = entry.ballot
    return found


# ------------------------------------------------------------------ what may come next
def check_group_entry(entry: GroupEntry, before: Iterable[object]) -> None:
    """Raise :class:`CodecError` unless an entry fits those before it."""
    if isinstance(entry, Writing):
        if not 0 <= entry.seconds <= LONGEST_WRITING:
            raise CodecError("bad_value", where="seconds", value=entry.seconds)
    elif isinstance(entry, Vote):
        _check_vote(entry)
    elif isinstance(entry, Ballot):
        _check_ballot(entry, votes(before))
    else:
        _check_sheet(entry, writing_round(before))


def _check_vote(vote: Vote) -> None:
    if len(vote.options) > MOST_OPTIONS:
        raise CodecError("bad_value", where="options", value=len(vote.options))
    if not 0 <= vote.dots <= MOST_DOTS:
        raise CodecError("bad_value", where="dots", value=vote.dots)
    if vote.options and not (vote.question.strip() and all(o.strip() for o in vote.options)):
        raise CodecError("empty_text")


def _check_ballot(ballot: Ballot, counted: list[VoteCount]) -> None:
    fits = (
        counted
        and len(ballot.ballot) == len(counted[-1].options)
        and all(dots >= 0 for dots in ballot.ballot)
        and sum(ballot.ballot) <= counted[-1].dots
    )
    if not fits:
        raise CodecError("bad_value", where="ballot", value=list(ballot.ballot))


def _check_sheet(entry: Sheet | SheetsMoved, writing: WritingRound | None) -> None:
    if isinstance(entry, Sheet):
        if not entry.text.strip():
            raise CodecError("empty_text")
        if writing is None or len(writing.sheets) >= MOST_SHEETS:
            raise CodecError("bad_value", where="sheet", value=entry.n)
    elif writing is None or not entry.sheets or not set(entry.sheets) <= writing.sheets.keys():
        raise CodecError("bad_value", where="sheets", value=list(entry.sheets))
