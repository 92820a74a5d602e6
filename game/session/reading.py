"""Reads the lines of a session's file: all that are intact, and what is wrong with the others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, NamedTuple

from game.session import upcasts
from game.session.cases import find_case
from game.session.containers import read_content
from game.session.correcting import corrected
from game.session.errors import CodecError, ReadError, Trouble
from game.session.limits import MAX_ENTRIES, MAX_ENTRY, MAX_LINE
from game.session.line_format import (
    FileLine,
    FileLines,
    check_sum,
    fingerprint,
    guessed,
    mark_of,
    unseal,
)
from game.session.writing import (
    BEGINNING_LINES,
    CASE,
    HEAD,
    REPEATED_EVERY,
    START,
    identity_of,
    whole_header,
)

Raw = dict[str, Any]
CHAINED: Final = 3
"""The first format in which a line has the mark of the one before, and the case stands alone."""
MAX_LINES: Final = MAX_ENTRIES + MAX_ENTRIES // REPEATED_EVERY + 1_000
"""More than any session has that was written within the limits, with some room for blank lines."""
MAX_TROUBLES: Final = 50
"""The maximum number of damaged lines reported; after the last of them reading stops."""


class Place(NamedTuple):
    """A line of the file that is not blank: its bytes, number, and where it ends in the file."""

    text: bytes
    number: int
    end: int
    last: bool

    @property
    def plain(self) -> bytes:
        """Without the carriage return of a file with DOS line ends."""
        return self.text.removesuffix(b"\r")

    @property
    def limit(self) -> int:
        """How long it may be: only the line of the case, the first of older files, is longer."""
        return MAX_LINE if self.plain.startswith((b'{"scenario"', b'{"gevinst')) else MAX_ENTRY

    @property
    def trouble(self) -> str:
        """What is wrong with it, when it is damaged."""
        if self.last:
            return "torn"
        return "long_line" if len(self.plain) > self.limit else "damaged"


def read_lines(path: Path) -> FileLines:
    """The lines of a session file. Raises :class:`ReadError` when it has no readable header."""
    content = read_content(path)
    places, too_many = split(content.data)
    format = format_of(places, path.name)
    if format > upcasts.FORMAT:
        raise ReadError("newer", file=path.name)
    lines = FileLines(old=format < upcasts.FORMAT, packed=content.packed)
    if format < CHAINED:
        _read_older(lines, places, format, path.name)
    else:
        _Reader(lines, places, path.name).read()
    if too_many:
        lines.troubles.append(Trouble("too_many_lines", MAX_LINES + 1, {"limit": MAX_ENTRIES}))
    return lines


def split(data: bytes) -> tuple[list[Place], bool]:
    """The lines that are not blank, and whether there are more than are read."""
    texts = data.split(b"\n", MAX_LINES)
    too_many = len(texts) > MAX_LINES
    if too_many:
        texts.pop()
    places, end = [], 0
    for number, text in enumerate(texts, 1):
        last = number == len(texts) and not too_many
        end += len(text) + (not last)
        if text.strip():
            places.append(Place(text, number, end, last))
    return places, too_many


def format_of(places: list[Place], file: str) -> int:
    """The format of a file, as its first intact head says; raises when it has none."""
    for place in places:
        if place.text.startswith(b'{"gevinstbordet":') and is_intact(place):
            return _stated_format(guessed(place.plain), file)
    raw = guessed(places[0].plain)
    if raw.get(HEAD) == "session" or not any(map(is_intact, places)):
        return _stated_format(raw, file)
    raise ReadError("head_damaged", file=file)


def _stated_format(raw: Raw, file: str) -> int:
    format = raw.get("format")
    if raw.get(HEAD) != "session" or type(format) is not int or format < 1:
        raise ReadError("not_a_session", file=file)
    return format


def is_intact(place: Place) -> bool:
    """Whether a line matches its checksum."""
    try:
        check_sum(place.plain, place.limit)
    except CodecError:
        return False
    return True


# ------------------------------------------------------------------ formats 1 and 2
def _read_older(lines: FileLines, places: list[Place], format: int, file: str) -> None:
    """The first line has the whole header; what stands before the first bad line is used."""
    first, *rest = places
    raw = _older_header(lines, first, file)
    lines.fingerprint = fingerprint(first.text)
    try:
        _add(lines, upcasts.upcast(raw, format), first)
    except (LookupError, TypeError, ValueError):
        raise ReadError("not_a_session", file=file) from None
    intact = True
    for place in rest:
        try:
            raw = upcasts.upcast(unseal(place.plain, MAX_ENTRY), format)
        except (CodecError, LookupError, TypeError, ValueError) as error:
            intact = False
            code = error.trouble.code if isinstance(error, CodecError) else "damaged"
            lines.troubles.append(Trouble("torn" if place.last else code, place.number))
            if len(lines.troubles) >= MAX_TROUBLES:
                return
        if intact:
            _add(lines, raw, place)


def _older_header(lines: FileLines, first: Place, file: str) -> Raw:
    """The object of the first line; a damaged one is put right, or reported and used as it is."""
    if is_intact(first):
        return guessed(first.plain)
    mended = corrected(first.plain, _has_its_case)
    lines.packed = True
    if mended is not None:
        lines.troubles.append(Trouble("corrected", first.number))
        return guessed(mended)
    lines.header_damaged = True
    lines.troubles.append(Trouble("damaged", first.number))
    raw = guessed(first.plain)
    _stated_format(raw, file)
    return raw


def _has_its_case(line: bytes) -> bool:
    """Whether a header has the case whose fingerprint it states."""
    raw = guessed(line)
    scenario = raw.get("scenario")
    return type(scenario) is str and hash_of(scenario) == raw.get("scenario_hash")


def hash_of(text: str) -> str:
    """The SHA-256 of a text; empty for one that cannot be written."""
    try:
        return sha256(text.encode()).hexdigest()
    except UnicodeEncodeError:
        return ""


def _add(lines: FileLines, raw: Raw, place: Place) -> None:
    line = FileLine(raw, place.text, place.number, old=True)
    lines.good.append(line)
    lines.written.append(line)
    lines.size, lines.ended = place.end, not place.last


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

    def __init__(self, lines: FileLines, places: list[Place], file: str) -> None:
        self.lines = lines
        self.places = [part for place in places for part in _parts(place)]
        self.file = file
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
                self._take(place._replace(text=text))
            if len(self.lines.troubles) + len(self._damaged) >= MAX_TROUBLES:
                break
        if not self._entries:
            self._settle(lambda place: place.number <= BEGINNING_LINES)
        self._settle(lambda _: False)
        self._gather()
        self.lines.troubles.sort(key=lambda trouble: trouble.line)

    # ------------------------------------------------------------------ one line
    def _right(self, i: int, place: Place) -> bytes | None:
        """The line as it was written; one with a wrong byte if the next line's mark confirms it."""
        if is_intact(place):
            return place.text
        after = self.places[i + 1] if i + 1 < len(self.places) else None
        if after is None or not is_intact(after):
            return None
        mark = guessed(after.plain).get("prev")
        mended = corrected(place.plain, lambda line: mark_of(line) == mark)
        if mended is not None:
            self._report_corrected(place)
        return mended

    def _report_corrected(self, place: Place) -> None:
        self.lines.packed = True
        self.lines.troubles.append(Trouble("corrected", place.number))

    def _skip(self, place: Place) -> None:
        self._damaged.append(place)
        self._before = None
        if len(self._entries) == 0:
            self._guesses.append(guessed(place.plain))

    def _take(self, place: Place) -> None:
        """Use an intact line for what it is."""
        raw = guessed(place.plain)
        self._check_mark(place, raw.pop("prev", None))
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

    def _check_mark(self, place: Place, mark: object) -> None:
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
            self.lines.packed = self.lines.packed or spare
        self._damaged.clear()

    # ------------------------------------------------------------------ the header
    def _gather(self) -> None:
        """The whole header, from what is left of its lines."""
        lines, found = self.lines, self._found
        head = found.head or self._guess(HEAD)
        start = found.start or self._guess(START)
        lines.header_damaged = found.head is None or found.start is None
        if head is None or start is None:
            raise ReadError("head_damaged", file=self.file)
        scenario = found.scenario
        if scenario is None:
            scenario = self._lost_case(head)
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
        self.lines.packed = True
        found = find_case(head.get("scenario_hash"))
        number = next(_lines_like(self.places, CASE), 0)
        self.lines.troubles.append(Trouble("case_found" if found else "case_damaged", number))
        if found is not None:
            return found
        scenario = (self._guess(CASE) or {}).get(CASE)
        return scenario if type(scenario) is str else ""


_LOST_END: Final = re.compile(rb'"check":"[0-9a-f]{8}"}(?!$)[^\n]{1,2}(?={")', re.ASCII)
"""Where two lines became one: what ends a line, and after it something else than a line end."""


def _parts(place: Place) -> list[Place]:
    """The line, or the lines that it was before the line end between them was damaged."""
    if is_intact(place) or (match := _LOST_END.search(place.text)) is None:
        return [place]
    first = match[0].rindex(b"}") + 1 + match.start()
    end = place.end - (not place.last) - len(place.text) + match.end()
    upper = Place(place.text[:first], place.number, end, last=False)
    return [upper, *_parts(place._replace(text=place.text[match.end() :]))]


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
