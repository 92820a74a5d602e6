"""Finds the registers in the sheets of a file, and what each of their columns means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from game.frozen import frozen
from game.i18n import LANGS, Lang
from game.intake.contents import is_bare_number
from game.intake.headings import (
    COLUMNS,
    MEASURED,
    MEASURED_ON,
    NAME_COLUMN,
    NEEDED,
    RECKONED,
    REGISTERS,
    RegisterName,
    hinted,
    known_headings,
    own_headings,
    plain,
)
from game.intake.sheets import SheetRead
from game.spreadsheet.opening import Cell

_DEPTH: Final = 20
"""In how many of the first rows the headings are looked for."""
_OWN: Final = 3
"""From how many headings of ours on a table is one of ours."""
_NAME, _HINT, _ID = 1.5, 2.5, 100.0
"""What weighs against one known heading: one that says what a row is about, the name of a sheet
that does, and our heading for ids."""

Mapped = Mapping[str, str]
"""Headings, and the headings of ours that somebody says they mean (or none): both as compared."""


@frozen
class TableRow:
    """A row of a table: its number in the sheet, and its cells by the keys of their columns."""

    number: int
    cells: Mapping[str, Cell]


@frozen
class TableFound:
    """A register found in a file. ``headings`` are those that mean a column, by its key.

    ``unknown`` are those that mean none; ``own`` if its headings are ours.
    """

    register: RegisterName
    sheet: str
    headings: Mapping[str, str]
    unknown: tuple[str, ...]
    own: bool
    rows: tuple[TableRow, ...]

    @property
    def whole(self) -> bool:
        """Whether it has every column of a register of ours, so that an empty cell was emptied."""
        return self.own and self.headings.keys() >= {c.key for c in COLUMNS[self.register]}


@frozen
class _Candidate:
    """A row of headings, and how likely it is one of a register."""

    score: float
    sheet: SheetRead
    row: int
    register: RegisterName
    columns: Mapping[int, str]


def find_tables(
    sheets: Sequence[SheetRead], mapped: Mapped, only: RegisterName | None = None
) -> list[TableFound]:
    """The registers of a file, at most one of each kind; ``only`` that kind, if it is given."""
    wanted = REGISTERS if only is None else (only,)
    best: dict[RegisterName, _Candidate] = {}
    for sheet in sheets:
        found = max(_candidates(sheet, mapped, wanted), key=lambda c: c.score, default=None)
        if found is not None and (
            found.register not in best or found.score > best[found.register].score
        ):
            best[found.register] = found
    return [_table(best[register], mapped) for register in REGISTERS if register in best]


def language_of(sheets: Sequence[SheetRead]) -> Lang | None:
    """The language of the headings, where they are ours."""
    cells = {plain(str(c)) for s in sheets for row in s.rows[:_DEPTH] for c in row if c is not None}
    hits = Counter({lang: _hits(cells, lang) for lang in LANGS})
    lang, most = hits.most_common(1)[0]
    return lang if most >= _OWN else None


def _hits(cells: set[str], lang: Lang) -> int:
    ours = {heading for register in REGISTERS for heading in own_headings(lang, register)}
    return len(cells & ours)


def _candidates(
    sheet: SheetRead, mapped: Mapped, wanted: Sequence[RegisterName]
) -> Iterator[_Candidate]:
    for n, row in enumerate(sheet.rows[:_DEPTH]):
        for register in wanted:
            columns = _columns(row, register, mapped, sheet.rows[n + 1 :])
            keys = set(columns.values())
            named = keys & {"id", NAME_COLUMN[register]}
            if len(keys) < 2 or not named or not keys >= NEEDED[register]:
                continue
            score = len(keys) + _HINT * hinted(register, sheet.name)
            score += _NAME * (NAME_COLUMN[register] in keys)
            score += _ID * _has_our_ids(row, register)
            yield _Candidate(score, sheet, n, register, columns)


def _has_our_ids(row: Sequence[Cell], register: RegisterName) -> bool:
    headings = {plain(str(cell)) for cell in row if cell is not None}
    ids = {own_key for lang in LANGS for own_key in own_headings(lang, register)}
    first = {
        heading
        for lang in LANGS
        for heading, key in own_headings(lang, register).items()
        if key == "id"
    }
    return bool(headings & first) and len(headings & ids) > 1


def _columns(
    row: Sequence[Cell], register: RegisterName, mapped: Mapped, below: Sequence[Sequence[Cell]]
) -> dict[int, str]:
    """Which cells of a row are headings, and what they mean; the first of two that mean the same.

    What somebody says that a heading means counts before what is known of it.
    """
    known, found = known_headings(register), dict[int, str]()
    if register == "benefits":
        known = {**known, **_of_readings(row, below)}
    keys = {column.key for column in COLUMNS[register]}
    headings = [(n, plain(str(cell))) for n, cell in enumerate(row) if cell is not None]
    meant = {heading: known.get(meaning, "") for heading, meaning in mapped.items()}
    for source in (meant, {**known, **meant}):
        for n, heading in headings:
            key = source.get(heading, "")
            if key in keys and n not in found and key not in found.values():
                found[n] = key
    return found


def _of_readings(row: Sequence[Cell], below: Sequence[Sequence[Cell]]) -> dict[str, str]:
    """The headings that mean a reading and its day, where numbers stand below one of them."""
    headings = ((n, plain(str(cell))) for n, cell in enumerate(row) if cell is not None)
    measured = {
        h: "measured" for n, h in headings if h in MEASURED and _are_mostly_numbers(below, n)
    }
    return measured | dict.fromkeys(MEASURED_ON, "measured_on") if measured else {}


def _are_mostly_numbers(rows: Sequence[Sequence[Cell]], column: int) -> bool:
    cells = [row[column] for row in rows if column < len(row)]
    filled = [cell for cell in cells if cell is not None and str(cell).strip()]
    return sum(map(is_bare_number, filled)) * 2 > len(filled)


def _table(found: _Candidate, mapped: Mapped) -> TableFound:
    head = found.sheet.rows[found.row]
    unknown = [
        str(cell)
        for n, cell in enumerate(head)
        if cell is not None and n not in found.columns and mapped.get(plain(str(cell))) != ""
    ]
    return TableFound(
        register=found.register,
        sheet=found.sheet.name,
        headings={key: str(head[n]) for n, key in found.columns.items()},
        unknown=tuple(unknown),
        own=_has_our_ids(head, found.register),
        rows=tuple(_rows(found)),
    )


def _rows(found: _Candidate) -> Iterator[TableRow]:
    for n, row in enumerate(found.sheet.rows[found.row + 1 :], found.row + 2):
        cells = {key: row[at] if at < len(row) else None for at, key in found.columns.items()}
        written = (cell for key, cell in cells.items() if key not in RECKONED)
        if any(cell is not None and str(cell).strip() for cell in written):
            yield TableRow(n, cells)
