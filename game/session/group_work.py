"""What a group does together at the table beside the rules: silent writing, and votes."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from game.engine import Refusal
from game.engine.limits import MAX_TEXT
from game.session.errors import CodecError
from game.session.gate import check_new_text
from game.session.group_entries import (
    LONGEST_WRITING,
    MOST_SHEETS,
    Asked,
    Ballot,
    Sheet,
    SheetMove,
    SheetsMoved,
    Vote,
    Writing,
)
from game.session.group_rounds import check_group_entry
from game.session.log import Log
from game.session.records import Record

R = TypeVar("R", bound=Record)


class GroupWork(ABC):
    """A session in which a group writes and votes; each entry is on disk when the call returns."""

    log: Log

    def begin_writing(self, asks: Asked, seconds: int = 0) -> Writing:
        """Begin a round of silent writing, with a clock of some seconds or without one."""
        return self._write(lambda n, at: Writing(n, at, asks, min(seconds, LONGEST_WRITING)))

    def end_writing(self) -> Writing:
        """Nobody writes any more."""
        return self._write(lambda n, at: Writing(n, at, None, 0))

    def add_sheet(self, text: str) -> Sheet | Refusal:
        """A sheet that somebody wrote in silent writing, face down."""
        if refusal := check_new_text(text, MAX_TEXT):
            return refusal
        writing = self.log.writing
        if writing is None or not writing.open or len(writing.sheets) >= MOST_SHEETS:
            return Refusal("not_writing", {})
        return self._write(lambda n, at: Sheet(n, at, text))

    def move_sheets(self, sheets: Sequence[int], move: SheetMove) -> SheetsMoved:
        """Turn sheets, take them back, join them under the first one, or say they were placed."""
        return self._write(lambda n, at: SheetsMoved(n, at, tuple(sheets), move))

    def begin_vote(self, question: str, options: Sequence[str], dots: int) -> Vote | Refusal:
        """Begin a vote in which everybody has some dots."""
        for text in (question, *options):
            if refusal := check_new_text(text, MAX_TEXT):
                return refusal
        return self._write(lambda n, at: Vote(n, at, tuple(options), question, dots))

    def end_vote(self) -> Vote:
        """Nobody votes any more."""
        return self._write(lambda n, at: Vote(n, at, (), "", 0))

    def cast(self, number: int, dots: Sequence[int]) -> Ballot | Refusal:
        """The dots of the ballot with a number, in place of those it had before."""
        entry = Ballot(0, 0.0, tuple(dots), number)
        counted = self.log.votes
        try:
            if not counted or not counted[-1].open:
                return Refusal("not_voting", {})
            check_group_entry(entry, self.log.records)
        except CodecError:
            return Refusal("not_voting", {})
        return self._write(lambda n, at: replace(entry, n=n, at=at))

    @abstractmethod
    def _write(self, entry: Callable[[int, float], R]) -> R:
        """Append the entry that the factory ``entry`` creates from its number and time."""
