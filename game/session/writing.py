"""How the lines of a session's file follow on each other.

The first line (*head*) tells which session it is: a small line, which is repeated after the case
and then every so many entries, so that no damage in one place takes the name of a session away.
The case has a line of its own, and so have the events of the start. Each line carries the mark of
the one before it.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Final

from game.session.line_format import encoded, seal
from game.session.upcasts import Raw

HEAD: Final = "gevinstbordet"
CASE: Final = "scenario"
START: Final = "begun"
"""The first key of the lines that are no entries."""
BEGINNING_LINES: Final = 5
REPEATED_EVERY: Final = 50
"""How many entries there are from one repetition of the head to the next."""
_OF_THE_START: Final = ("digest", "round", "step", "verdict", "decisions", "played")


def identity_of(head: Raw) -> str:
    """Identifies a session under any file name: the SHA-256 of what its head says."""
    return sha256(encoded({key: head[key] for key in head if key != "id"})).hexdigest()


def head_of(header: Raw) -> Raw:
    """The line that identifies a session, of its whole header."""
    left_out = (CASE, "events", *_OF_THE_START)
    head = {key: value for key, value in header.items() if key not in left_out}
    return {**head, "id": identity_of(head)}


def start_of(header: Raw) -> Raw:
    """The line of the start, of the whole header."""
    return {START: header["events"], **{key: header[key] for key in _OF_THE_START}}


def whole_header(head: Raw, start: Raw, scenario: str) -> Raw:
    """The whole header again, as its lines were."""
    gathered = {key: value for key, value in head.items() if key != "id"}
    gathered |= {"events" if key == START else key: value for key, value in start.items()}
    return {**gathered, CASE: scenario}


def whole_file(header: Raw, entries: Iterable[Raw] = ()) -> list[bytes]:
    """All lines of a new file."""
    head, start = head_of(header), start_of(header)
    lines: list[bytes] = []
    for raw in (head, start, {CASE: header[CASE]}, head, start):
        lines.append(seal(raw, lines[-1] if lines else b""))
    for raw in entries:
        lines += entry_lines(raw, head, lines[-1])
    return lines


def entry_lines(raw: Raw, head: Raw, after: bytes) -> list[bytes]:
    """The line of an entry that stands after another line, and the head where it is its turn."""
    line = seal(raw, after)
    return [line] if raw["n"] % REPEATED_EVERY else [line, seal(head, line)]
