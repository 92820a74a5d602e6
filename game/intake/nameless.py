"""Keeps names of people in a file out of a session from which they were taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from game.anonymity.name_forms import Person
from game.anonymity.people import names_in, names_somebody
from game.anonymity.replacing import NOBODY, NameReplacer
from game.i18n import mark
from game.i18n.message import Message
from game.intake.differences import Compared, Found, LeftOut
from game.intake.headings import NAME_COLUMN
from game.intake.rows import name_of
from game.intake.tables import TableFound, TableRow
from game.session import REGISTER_FIELDS

LOOK_THROUGH: Final = mark(
    "Names were taken out of this session. Whatever else is written into it stands there as it is: "
    "look through it before you pass it on."
)
_NAMED: Final = mark(
    "{column}: names were taken out of this session, and this would bring one back. Write the role"
)
_PERSONS: Final = frozenset(
    key
    for columns in REGISTER_FIELDS.values()
    for key, field in columns.items()
    if field.kind == "person"
) | {"who"}
"""The columns that ask for a person."""


def without_names(
    against: Compared, tables: Sequence[TableFound], found: Found
) -> list[TableFound]:
    """Tables without the cells that name somebody; each is told as left out.

    Who stands where a role is meant is looked for in every other cell.
    """
    named = NameReplacer([Person(name, NOBODY) for name in _names(against, tables)])
    return [
        replace(table, rows=tuple(_without_names(named, table, row, found) for row in table.rows))
        for table in tables
    ]


def _names(against: Compared, tables: Sequence[TableFound]) -> list[str]:
    """The people who stand where a person is asked for, and are no roles."""
    source = against.source
    cells = {
        str(cell)
        for table in tables
        for row in table.rows
        for key, cell in row.cells.items()
        if key in _PERSONS and cell
    }
    somebody = (cell for cell in sorted(cells) if names_somebody(source.log, source.case, cell))
    return list(dict.fromkeys(name for cell in somebody for name in names_in(cell)))


def _without_names(named: NameReplacer, table: TableFound, row: TableRow, found: Found) -> TableRow:
    kept = {key: cell for key, cell in row.cells.items() if not named.found(str(cell or ""))}
    called = named(name_of(row, NAME_COLUMN[table.register]))
    for key in row.cells.keys() - kept.keys():
        why = Message(_NAMED, {"column": table.headings.get(key, key)})
        found.left_out.append(LeftOut(table.sheet, row.number, called, why))
    return replace(row, cells=kept)
