"""Finds the row of a register that a row of a file is about: by its id, or else by its title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from game.frozen import frozen
from game.i18n import mark
from game.i18n.message import Message
from game.intake.contents import plain_text
from game.intake.headings import plain
from game.intake.tables import TableRow
from game.spreadsheet.opening import UNRECKONED, Cell

R = TypeVar("R")

NO_ROW = mark("there is no {id} in the register; write an id that is there")
NO_NAME = mark("it has no id of the register, and nothing there is called that; write the id")
SEVERAL = mark("it has no id of the register, and {ids} are all called that; write the id")
TWICE = mark("{id} is in the file more than once; the first row counts")
_MANY = 3
_ID = re.compile(r"([A-Za-z])\s*-?\s*0*(\d{1,4})")


@frozen
class RowIndex(Generic[R]):
    """The rows of a register by their ids and by their names.

    Under a name stand all rows that have it, with their ids. The ids are ``certain`` where those of
    the file are known to be of the same rows. Otherwise a row that is called as another one of the
    register is that one: a list of one's own may number its lines as it likes, and in a game that
    went on an id may have moved to another row.
    """

    by_id: Mapping[str, R]
    by_name: Mapping[str, Sequence[tuple[str, R]]]
    certain: bool

    @classmethod
    def of(cls, rows: Iterable[tuple[str, str, R]], *, certain: bool) -> RowIndex[R]:
        """An index of rows, each with its id and its name."""
        by_id: dict[str, R] = {}
        by_name: dict[str, list[tuple[str, R]]] = {}
        for id, name, row in rows:
            by_id[read_id(id) or id] = row
            by_name.setdefault(plain(plain_text(name)), []).append((id, row))
        return cls(by_id, by_name, certain)

    def find(self, row: TableRow, name_key: str) -> R | Message:
        """The row that a row of a file is about, or why there is none."""
        id, named = read_id(row.cells.get("id")), self.named(row, name_key)
        if id is None:
            return named
        found = self.by_id.get(id)
        if not isinstance(named, Message) and not self.certain:
            return named
        return found or Message(NO_ROW, {"id": id})

    def named(self, row: TableRow, name_key: str) -> R | Message:
        """The row that a row of a file is called as; why there is none, or not one alone."""
        name = plain(_text(row.cells.get(name_key)))
        called = self.by_name.get(name, ()) if name else ()
        if len(called) > 1:
            return Message(SEVERAL, {"ids": ", ".join(id for id, _ in called if id)})
        return next((found for _, found in called), Message(NO_NAME))


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
