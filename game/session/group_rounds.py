"""What came of silent writing and of votes, read from the entries of a session."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from game.session.errors import CodecError
from game.session.group_entries import (
    LONGEST_WRITING,
    MOST_DOTS,
    MOST_OPTIONS,
    MOST_SHEETS,
    Asked,
    Ballot,
    GroupEntry,
    Sheet,
    SheetsMoved,
    Vote,
    Writing,
)
from game.session.records import Decision, Redo, Undo


# ------------------------------------------------------------------ a round of silent writing
@dataclass(slots=True)
class WrittenSheet:
    """A sheet as it lies now; ``under`` is the sheet that it was joined with.

    ``card`` is the decision by which it was placed as a card: undone, it is placed no more.
    """

    number: int
    text: str
    turned: bool = False
    placed: bool = False
    under: int | None = None
    card: int | None = None


@dataclass(slots=True)
class WritingRound:
    """A round of silent writing; ``open`` while everybody still writes."""

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


def writing_rounds(entries: Iterable[object]) -> list[WritingRound]:
    """Every round of silent writing in a session's entries, the latest last."""
    found: list[WritingRound] = []
    decided: list[int] = []
    for entry in entries:
        if isinstance(entry, Writing):
            if entry.asks is not None:
                found.append(WritingRound(entry.asks, entry.at, entry.seconds))
            elif found:
                found[-1].open = False
        elif isinstance(entry, Decision | Undo | Redo):
            _decided(found, entry, decided)
        elif isinstance(entry, Sheet) and found:
            found[-1].sheets[entry.n] = WrittenSheet(entry.n, entry.text)
        elif isinstance(entry, SheetsMoved) and found:
            _move(found[-1], entry, decided[-1] if decided else 0)
    return found


def _decided(rounds: list[WritingRound], entry: Decision | Undo | Redo, decided: list[int]) -> None:
    """Follow which decision is the last one; a card that is undone is placed no more."""
    if isinstance(entry, Decision):
        decided.append(entry.n)
        return
    undone = isinstance(entry, Undo)
    if undone:
        decided.pop()
    else:
        decided.append(entry.of)
    for writing in rounds:
        for sheet in writing.sheets.values():
            if sheet.card == entry.of:
                sheet.placed = not undone


def _move(writing: WritingRound, moved: SheetsMoved, decision: int) -> None:
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
            if moved.move == "placed":
                sheet.placed, sheet.card = True, decision


# ------------------------------------------------------------------ a vote
@dataclass(slots=True)
class VoteCount:
    """A vote: its options, and the ballots by phone; ``open`` while they come in."""

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

    @property
    def ranking(self) -> list[tuple[str, int]]:
        """The options with their dots, the most first."""
        return sorted(zip(self.options, self.counts, strict=True), key=lambda row: -row[1])

    def put_as(self, spoken: Mapping[str, str]) -> VoteCount:
        """The same vote with question and options as they are called elsewhere, where they are."""
        options = tuple(spoken.get(option, option) for option in self.options)
        return replace(self, question=spoken.get(self.question, self.question), options=options)


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
        _check_sheet(entry, _latest(before))


def _latest(entries: Iterable[object]) -> WritingRound | None:
    rounds = writing_rounds(entries)
    return rounds[-1] if rounds else None


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
