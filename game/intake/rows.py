"""Finds the row of a register that a row of a file is about: by its id, or else by its title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from game.frozen import frozen
from game.i18n import mark
from game.i18n.message import Message
from game.intake.contents import plain_text
from game.intake.headings import plain
from game.intake.tables import TableRow
from game.spreadsheet.opening import UNRECKONED, Cell

R = TypeVar("R")

NO_ROW = mark("there is no {id} in the register")
NO_NAME = mark("it has no id of the register, and nothing there is called that")
TWICE = mark("{id} is in the file more than once; the first row counts")
_MANY = 3
_ID = re.compile(r"([A-Za-z])\s*-?\s*0*(\d{1,4})")


@frozen
class RowIndex(Generic[R]):
    """The rows of a register by their ids and, where these are their own, by their names.

    The ids are ``certain`` where those of the file are known to be of the same rows. Otherwise a
    row that is called as another one of the register is that one: a list of one's own may number
    its lines as it likes, and in a game that went on an id may have moved to another row.
    """

    by_id: Mapping[str, R]
    by_name: Mapping[str, R]
    certain: bool

    @classmethod
    def of(cls, rows: Iterable[tuple[str, str, R]], *, certain: bool) -> RowIndex[R]:
        """An index of rows, each with its id and its name."""
        by_id: dict[str, R] = {}
        names: dict[str, list[R]] = {}
        for id, name, row in rows:
            by_id[read_id(id) or id] = row
            names.setdefault(plain(plain_text(name)), []).append(row)
        alone = {name: rows[0] for name, rows in names.items() if len(rows) == 1}
        return cls(by_id, alone, certain)

    def find(self, row: TableRow, name_key: str) -> R | Message:
        """The row that a row of a file is about, or why there is none."""
        id, named = read_id(row.cells.get("id")), self.named(row, name_key)
        if id is None:
            return named or Message(NO_NAME)
        found = self.by_id.get(id)
        if named is not None and not self.certain:
            return named
        return found or Message(NO_ROW, {"id": id})

    def named(self, row: TableRow, name_key: str) -> R | None:
        """The row that a row of a file is called as, if one alone is."""
        return self.by_name.get(plain(_text(row.cells.get(name_key))))


def are_strangers(known: int, renamed: int) -> bool:
    """Whether so many rows are called otherwise that they may be those of another game."""
    return known >= _MANY and renamed * 2 > known


def read_id(cell: Cell) -> str | None:
    """An id as the registers write it: ``g1`` is ``G-01``; ``None`` for what is none of ours."""
    match = _ID.fullmatch(_text(cell))
    return None if match is None else f"{match[1].upper()}-{int(match[2]):02}"


def _text(cell: Cell) -> str:
    return "" if cell is None or cell == UNRECKONED else plain_text(str(cell))


def name_of(row: TableRow, name_key: str) -> str:
    """What a row of a file is called, for people: its id and its title."""
    parts = (_text(row.cells.get(key)).split("\n")[0][:60] for key in ("id", name_key))
    return " ".join(part for part in parts if part)


def as_note(row: TableRow, headings: Mapping[str, str], limit: int) -> str:
    """A row of a file as a note: what stands in it, under its own headings."""
    filled = ((headings[key], _text(cell)) for key, cell in row.cells.items())
    text = " · ".join(f"{heading}: {said}" for heading, said in filled if said)
    return text if len(text) <= limit else f"{text[: limit - 1]}…"
