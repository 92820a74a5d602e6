"""The lines of a file before anything is known of them, and what format they say they have."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import Final, NamedTuple

from game.session.errors import CodecError, ReadError
from game.session.limits import MAX_ENTRIES, MAX_ENTRY, MAX_LINE
from game.session.line_format import check_sum, guessed
from game.session.upcasts import Raw
from game.session.writing import HEAD, REPEATED_EVERY

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
            return stated_format(guessed(place.plain), file)
    raw = guessed(places[0].plain)
    if raw.get(HEAD) == "session" or not any(map(is_intact, places)):
        return stated_format(raw, file)
    raise ReadError("head_damaged", file=file)


def stated_format(raw: Raw, file: str) -> int:
    """The format that a head states. Raises :class:`ReadError` when it is none."""
    format = raw.get("format")
    if raw.get(HEAD) != "session" or type(format) is not int or format < 1:
        raise ReadError("not_a_session", file=file)
    return format


def is_intact(place: Place) -> bool:
    """Whether a line matches its checksum."""
    line = place.plain
    try:
        check_sum(line, MAX_ENTRY if len(line) <= MAX_ENTRY else place.limit)
    except CodecError:
        return False
    return True


_LOST_END: Final = re.compile(rb'"check":"[0-9a-f]{8}"}(?!$)[^\n]{1,2}(?={")', re.ASCII)
"""Where two lines became one: what ends a line, and after it something else than a line end."""


def parts_of(place: Place) -> list[tuple[Place, bool]]:
    """The line, or the lines that it was before the line end between them was damaged.

    Each with whether it is intact.
    """
    intact = is_intact(place)
    if intact or (match := _LOST_END.search(place.text)) is None:
        return [(place, intact)]
    first = match[0].rindex(b"}") + 1 + match.start()
    end = place.end - (not place.last) - len(place.text) + match.end()
    upper = Place(place.text[:first], place.number, end, last=False)
    lower = place._replace(text=place.text[match.end() :])
    return [(upper, is_intact(upper)), *parts_of(lower)]


def hash_of(text: str) -> str:
    """The SHA-256 of a text; empty for one that cannot be written."""
    try:
        return sha256(text.encode()).hexdigest()
    except UnicodeEncodeError:
        return ""
