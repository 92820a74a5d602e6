"""Reads the lines of a session's file: all that are intact, and what is wrong with the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from game.session import upcasts
from game.session.cases import find_case
from game.session.containers import read_content
from game.session.correcting import corrected
from game.session.errors import CodecError, ReadError, Trouble
from game.session.limits import MAX_ENTRIES, MAX_LINE
from game.session.line_format import FileLine, FileLines, check_sum, guessed, mark_of
from game.session.reading_older import read_older
from game.session.splitting import (
    MAX_LINES,
    MAX_TROUBLES,
    Place,
    format_of,
    parts_of,
    split,
)
from game.session.upcasts import Raw
from game.session.writing import BEGINNING_LINES, CASE, HEAD, START, identity_of, whole_header

CHAINED: Final = 3
"""The first format in which a line has the mark of the one before, and the case stands alone."""


Begin = Callable[[Raw, str], Raw | None]
"""Begins a game anew: gives the line of the start, from the head and the text of the case."""


def read_lines(path: Path, begin: Begin | None = None) -> FileLines:
    """The lines of a session file. Raises :class:`ReadError` when it has no readable header.

    ``begin`` is asked where all of the start is damaged.
    """
    content = read_content(path)
    places, too_many = split(content.data)
    format = format_of(places, path.name)
    if format > upcasts.FORMAT:
        raise ReadError("newer", file=path.name)
    old = format < upcasts.FORMAT
    lines = FileLines(format=format, old=old, packed=content.packed, file_size=content.file_size)
    if format < CHAINED:
        read_older(lines, places, format, path.name)
    else:
        _Reader(lines, places, path.name, begin).read()
    if too_many:
        lines.troubles.append(Trouble("too_many_lines", MAX_LINES + 1, {"limit": MAX_ENTRIES}))
    return lines


# ------------------------------------------------------------------ since format 3
@dataclass(slots=True)
class _Found:
    """What is known of the header so far."""

    head: Raw | None = None
    start: Raw | None = None
    scenario: str | None = None


class _Reader:
    """Goes through the lines of a file once.

    A damaged line need not cost an entry: where the numbers of the entries go on without a gap, it
    was one that only repeats the head, or one of the beginning.
    """

    def __init__(
        self, lines: FileLines, places: list[Place], file: str, begin: Begin | None
    ) -> None:
        self.lines = lines
        parts = [part for place in places for part in parts_of(place)]
        self.places = [place for place, _ in parts]
        self._is_intact = [intact for _, intact in parts]
        self.file = file
        self._begin = begin
        self._found = _Found()
        self._entries: list[FileLine] = []
        self._damaged: list[Place] = []
        """Damaged lines of which it is not known yet whether they cost anything."""
        self._guesses: list[Raw] = []
        self._before: Place | None = Place(b"", 0, 0, last=False)
        """The line before, where it is intact."""
        self._intact = True

    def read(self) -> None:
        """Fill in the lines. Raises :class:`ReadError` when nothing tells what session it is."""
        for i, place in enumerate(self.places):
            if i and place.number == self.places[i - 1].number:
                self._report_corrected(place)
            text = self._right(i, place)
            if text is None:
                self._skip(place)
            else:
                self._take(place if text is place.text else place._replace(text=text))
            if len(self.lines.troubles) + len(self._damaged) >= MAX_TROUBLES:
                break
        if not self._entries:
            self._settle(lambda place: place.number <= BEGINNING_LINES)
        self._settle(lambda _: False)
        self._gather()
        self._report_cut_short()
        self.lines.troubles.sort(key=lambda trouble: trouble.line)

    # ------------------------------------------------------------------ one line
    def _right(self, i: int, place: Place) -> bytes | None:
        """The line as it was written; one with a wrong byte if the next line's mark confirms it."""
        if self._is_intact[i]:
            return place.text
        if not any(self._is_intact[i + 1 : i + 2]):
            return None
        mark = guessed(self.places[i + 1].plain).get("prev")
        mended = corrected(place.plain, lambda line: mark_of(line) == mark)
        if mended is not None:
            self._report_corrected(place)
        return mended

    def _report_corrected(self, place: Place) -> None:
        self.lines.mended = True
        self.lines.troubles.append(Trouble("corrected", place.number))

    def _skip(self, place: Place) -> None:
        self._damaged.append(place)
        self._before = None
        if len(self._entries) == 0:
            self._guesses.append(guessed(place.plain))

    def _take(self, place: Place) -> None:
        """Use an intact line for what it is."""
        raw = guessed(place.plain)
        self._check_mark(raw.pop("prev", None))
        self._before = place
        line = FileLine(raw, place.text, place.number, old=False)
        if HEAD in raw:
            self._head(line)
        elif CASE in raw or START in raw:
            self._part(line)
        elif not self._entry(line):
            return
        if self._intact:
            self.lines.written.append(line)
            self.lines.size, self.lines.ended = place.end, not place.last

    def _check_mark(self, mark: object) -> None:
        """Report the line before unless it is the one that this line was written after."""
        before = self._before
        if before is not None and mark != mark_of(before.text):
            self.lines.troubles.append(Trouble("altered", max(1, before.number)))

    def _head(self, line: FileLine) -> None:
        known = self._found.head
        if known is None:
            self._found.head = line.raw
        if line.raw != (known or line.raw) or line.raw.get("id") != _identity(line.raw):
            self._alter(line)

    def _part(self, line: FileLine) -> None:
        found, raw = self._found, line.raw
        if CASE in raw:
            scenario = raw[CASE] if type(raw[CASE]) is str else ""
            if found.scenario is None:
                found.scenario = scenario
        elif found.start is None:
            found.start = raw
        elif found.start != raw:
            self._alter(line)

    def _alter(self, line: FileLine) -> None:
        self.lines.troubles.append(Trouble("altered", line.number))

    def _entry(self, line: FileLine) -> bool:
        """Add an entry, unless one before it is missing or damaged; returns whether it was."""
        if self._damaged:
            follows = line.raw.get("n") == len(self._entries) + 1
            self._settle(lambda _: follows)
        if self._intact:
            self._entries.append(line)
        return self._intact

    def _settle(self, is_spare: Callable[[Place], bool]) -> None:
        """Report the damaged lines so far: those that are ``spare`` cost nothing."""
        for place in self._damaged:
            spare = is_spare(place)
            code = "spare" if spare and not place.last else place.trouble
            self.lines.troubles.append(Trouble(code, place.number))
            self._intact = self._intact and spare
            self.lines.mended = self.lines.mended or spare
        self._damaged.clear()

    def _report_cut_short(self) -> None:
        """Report a file that ends in its beginning, which is written in one piece with a game."""
        last, troubles = self.places[-1], self.lines.troubles
        whole = last.number == BEGINNING_LINES and self._is_intact[-1]
        if not self._entries and last.number <= BEGINNING_LINES and not whole:
            troubles[:] = [trouble for trouble in troubles if 0 < trouble.line < last.number]
            troubles.append(Trouble("cut_short", last.number))

    # ------------------------------------------------------------------ the header
    def _gather(self) -> None:
        """The whole header, from what is left of its lines."""
        lines, found = self.lines, self._found
        head = found.head or self._guess(HEAD)
        lines.header_damaged = found.head is None or found.start is None
        if head is None:
            raise ReadError("head_damaged", file=self.file)
        scenario = found.scenario
        if scenario is None:
            scenario = self._lost_case(head)
        start = found.start or self._guess(START)
        if start is None and self._begin is not None:
            start = self._begin(head, scenario)
        if start is None:
            raise ReadError("head_damaged", file=self.file)
        lines.head = head
        lines.fingerprint = str(head.get("id", ""))
        first = FileLine(whole_header(head, start, scenario), self.places[0].text, 1, old=False)
        lines.good = [first, *self._entries]

    def _guess(self, key: str) -> Raw | None:
        """A damaged line of the beginning, as far as it can be read."""
        raw = next((raw for raw in self._guesses if key in raw), None)
        if raw is not None:
            raw.pop("prev", None)
        return raw

    def _lost_case(self, head: Raw) -> str:
        """The text of a case whose line is damaged: from elsewhere, or what can be read of it."""
        self.lines.mended = True
        found = find_case(head.get("scenario_hash"))
        number = next(_lines_like(self.places, CASE), 0)
        self.lines.troubles.append(Trouble("case_found" if found else "case_damaged", number))
        if found is not None:
            return found
        scenario = (self._guess(CASE) or {}).get(CASE)
        return scenario if type(scenario) is str else ""


def _lines_like(places: list[Place], key: str) -> Iterator[int]:
    """The numbers of lines that seem to be of a kind, though they are damaged."""
    return (place.number for place in places if key.encode() in place.text[:20])


def _identity(head: Raw) -> str:
    try:
        return identity_of(head)
    except ValueError:
        return ""


# ------------------------------------------------------------------ a glance
def first_damage(path: Path, also: Callable[[bytes], object]) -> Trouble | None:
    """The first damaged line of a file, not counting a cut-off last one; ``also`` gets its bytes.

    No line is decoded. Raises :class:`ReadError` for what cannot be opened.
    """
    data = read_content(path).data
    also(data)
    for place in split(data)[0]:
        try:
            if place.number == 1 or not place.last:
                check_sum(place.plain, MAX_LINE)
        except CodecError as error:
            return error.trouble.at(place.number)
    return None
