"""Compares the benefits and risks of a file with the registers of a session, field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import isclose
from typing import Any, Final

from game.engine.limits import MAX_TEXT
from game.frozen import frozen
from game.i18n import Words, mark
from game.i18n.message import Message
from game.intake.contents import (
    ContentError,
    is_bare_number,
    plain_text,
    read_content,
    written,
)
from game.intake.differences import (
    RENAMED,
    Compared,
    Difference,
    FieldChange,
    Found,
    LeftOut,
    RowNoted,
)
from game.intake.headings import COLUMNS, NAME_COLUMN
from game.intake.readings import reading
from game.intake.rows import TWICE, RowIndex, are_strangers, as_note, name_of
from game.intake.tables import TableFound, TableRow
from game.report import columns as co
from game.report.filled import content_of
from game.report.register_items import raised_risks
from game.report.rows import BenefitRow, RiskRow
from game.session import (
    RegisterColumn,
    RegisterField,
    RegisterKind,
    RegisterSubject,
)
from game.session.register_entries import find_field
from game.spreadsheet.opening import UNRECKONED, Cell

_FORGETFUL: Final = frozenset({"score", "measured", "measured_on"})
"""Columns that are neither filled in nor named when they differ: they follow by themselves."""

_RECKONED: Final = mark(
    "“{column}” is what the game knows or works out, and cannot be changed here: {text}"
)
_ONLY_NUMBER: Final = mark("Only a number, where words are expected. Is it the right column?")
_STATUS: Final = mark(
    "the status follows from what was decided, tried and measured; here it can only be set to "
    "{shelved}"
)


@frozen
class _Row:
    """A row of a register: what an entry of it is about, and how it is without any entries.

    ``written_id`` is its id in the file, and ``was`` how it was when that was written, if known.
    """

    id: str
    written_id: str
    subject: RegisterSubject
    now: BenefitRow | RiskRow
    bare: BenefitRow | RiskRow
    was: BenefitRow | RiskRow | None
    filled: frozenset[str]


def compare_register(against: Compared, table: TableFound, found: Found) -> None:
    """Add what differs in the benefits or the risks of a file, and what does not fit."""
    register: RegisterKind = "benefit" if table.register == "benefits" else "risk"
    rows = list(_benefits(against) if register == "benefit" else _risks(against))
    name_key = NAME_COLUMN[table.register]
    index = RowIndex.of(
        ((row.written_id, getattr(row.now, name_key), row) for row in rows),
        certain=table.own and against.was is not None,
    )
    seen, renamed = set[str](), 0
    for line in table.rows:
        row = index.find(line, name_key)
        if isinstance(row, Message):
            _unmatched(against, table, line, row, found)
        elif row.id in seen:
            why = Message(TWICE, {"id": row.id})
            found.left_out.append(LeftOut(table.sheet, line.number, row.id, why))
        else:
            seen.add(row.id)
            before = len(found.differences)
            _compare_row(_Comparison(against, register, table, line, row, found))
            _compare_reading(against, row, table, line, found)
            changed = [d.change for d in found.differences[before:]]
            renamed += any(isinstance(c, FieldChange) and c.column == name_key for c in changed)
    expected = rows if against.was is None else [row for row in rows if row.was is not None]
    found.missing += [row.id for row in expected if row.id not in seen]
    if are_strangers(len(seen), renamed):
        found.strangers = found.strangers or RENAMED


def _compare_reading(
    against: Compared, row: _Row, table: TableFound, line: TableRow, found: Found
) -> None:
    if isinstance(row.now, BenefitRow):
        read = reading(against, row.now, line)
        if isinstance(read, Message):
            found.left_out.append(LeftOut(table.sheet, line.number, row.id, read))
        elif read is not None:
            found.differences.append(read)


def _benefits(against: Compared) -> Iterator[_Row]:
    for now, bare in zip(against.found.benefits, against.bare.benefits, strict=True):
        filled = against.source.filled_benefit(now.idea, now.track)
        subject: RegisterSubject = ("benefit", now.idea, now.track, None)
        yield _row(against, subject, now, bare, frozenset(filled))


def _risks(against: Compared) -> Iterator[_Row]:
    source = against.source
    raised = raised_risks(source.history, source.debrief.risks, own_project=source.case.own_project)
    for now, bare, risk in zip(against.found.risks, against.bare.risks, raised, strict=True):
        ref = risk.story.risk
        subject: RegisterSubject = ("risk", ref.idea.id, None, ref.id)
        filled = frozenset(source.filled_risk(ref))
        yield _row(against, subject, now, bare, filled)


def _row(
    against: Compared,
    subject: RegisterSubject,
    now: BenefitRow | RiskRow,
    bare: BenefitRow | RiskRow,
    filled: frozenset[str],
) -> _Row:
    was = against.row_as_written(now)
    return _Row(now.id, against.written_id(now), subject, now, bare, was, filled)


def _unmatched(
    against: Compared, table: TableFound, line: TableRow, why: Message, found: Found
) -> None:
    """A row that belongs to nothing in the game: it is named, and offered as a note."""
    t = against.source.t
    called = name_of(line, NAME_COLUMN[table.register])
    found.left_out.append(LeftOut(table.sheet, line.number, called, why))
    text = as_note(line, table.headings, MAX_TEXT)
    if text and text not in {note.text for note in against.source.log.notes}:
        new = Difference(called, t("Kept as a note"), "", text, RowNoted(text))
        found.differences.append(new)


# ------------------------------------------------------------------ a row
@frozen
class _Comparison:
    """A row of a file that is compared with a row of a register."""

    against: Compared
    register: RegisterKind
    table: TableFound
    line: TableRow
    row: _Row
    found: Found

    @property
    def t(self) -> Words:
        return self.against.source.t

    def content(self, column: co.Column, field: RegisterField, cell: Cell) -> str:
        """What a cell of the file holds; raises :class:`ContentError`."""
        return read_content(self.t, field, cell, self.against.marks, self._unit(column))

    def _unit(self, column: co.Column) -> str:
        """What a column of numbers is counted in."""
        if column.kind == "kroner":
            return "kr."
        return written(self.line.cells.get("unit")) or getattr(self.row.now, "unit", "")

    def leave_out(self, why: Message) -> None:
        of = self.row.written_id or self.row.id
        self.found.left_out.append(LeftOut(self.table.sheet, self.line.number, of, why))


def _compare_row(c: _Comparison) -> None:
    for column in COLUMNS[c.table.register]:
        if column.key not in c.line.cells or column.key in _FORGETFUL or column.key == "id":
            continue
        cell = c.line.cells[column.key]
        if _is_untouched(c, column, cell):
            continue
        if found := find_field(c.register, column.key):
            _compare_field(c, column, *found, cell)
        elif c.table.own and not _is_shown(c, column, cell):
            text = plain_text(str(cell))[:60]
            params = {"column": co.title(c.t, column), "text": text}
            c.leave_out(Message(_RECKONED, params))


def _compare_field(
    c: _Comparison, column: co.Column, key: RegisterColumn, field: RegisterField, cell: Cell
) -> None:
    """Add a difference where a field that can be filled holds something else in the file."""
    now, bare = getattr(c.row.now, column.key), getattr(c.row.bare, column.key)
    if (cell is None or cell == "") and not (c.table.whole or c.row.was is not None):
        return  # a list of some columns says nothing by leaving something out
    if _same(c, column, now, cell):
        return
    if column.key not in c.row.filled and _same(c, column, bare, cell):
        return  # it follows from what was filled in since, and the file has it as it was before
    if key == "status" and c.register == "benefit":
        _status(c, column, field, cell)
        return
    try:
        content = c.content(column, field, cell)
    except ContentError as error:
        params = {"column": co.title(c.t, column), "why": error.why}
        c.leave_out(Message(mark("{column}: {why}"), params))
        return
    if not content and field.needed:
        return  # nothing was said
    doubt = c.t(_ONLY_NUMBER) if field.kind == "text" and is_bare_number(content) else ""
    change = FieldChange(c.row.subject, key, content)
    _differ(c, column, change, content_of(field, content), doubt)


def _differ(
    c: _Comparison, column: co.Column, change: FieldChange, held: Any, doubt: str = ""
) -> None:
    now = getattr(c.row.now, column.key)
    c.found.differences.append(
        Difference(
            of=f"{c.row.id} {getattr(c.row.now, NAME_COLUMN[c.table.register])}",
            field=co.title(c.t, column),
            old=co.shown(c.t, column, now),
            new=co.shown(c.t, column, held),
            change=change,
            doubt=doubt,
        )
    )


def _status(c: _Comparison, column: co.Column, field: RegisterField, cell: Cell) -> None:
    """A benefit can be shelved here, and taken up again; anything else is no matter of opinion."""
    shelved = co.code_text(c.t, "shelved")
    try:
        content = c.content(column, field, cell)
    except ContentError:
        content = ""
    if content:
        _differ(c, column, FieldChange(c.row.subject, "status", content), content)
    elif "status" in c.row.filled and c.row.now.status == "shelved":
        _differ(c, column, FieldChange(c.row.subject, "status", ""), c.row.bare.status)
    else:
        c.leave_out(Message(_STATUS, {"shelved": shelved}))


# ------------------------------------------------------------------ comparing and showing
def _same(c: _Comparison, column: co.Column, held: Any, cell: Cell) -> bool:
    """Whether a cell says what a field holds, however it is written."""
    if cell == UNRECKONED:
        return False
    field = RegisterField(_KINDS.get(column.kind, "text"), tuple(map(str, column.choices)))
    if field.kind == "text":
        return _words(str(held or "")) == _words(written(cell))
    try:
        content = c.content(column, field, cell)
    except ContentError:
        return False
    said = content_of(field, content)
    if isinstance(held, int | float) and isinstance(said, int | float):
        return isclose(held, said, rel_tol=1e-9)
    return bool(said == (held or None))


_KINDS: Final[Mapping[str, Any]] = {
    "number": "number",
    "kroner": "number",
    "whole": "number",
    "date": "day",
    "choice": "code",
}


def _words(text: str) -> str:
    return " ".join(plain_text(text).split())


def _is_untouched(c: _Comparison, column: co.Column, cell: Cell) -> bool:
    """Whether nobody edited a cell: it is as it was written, or play, which nobody can edit.

    What play did is told in the program's words, which another version may put otherwise.
    """
    return column.play or (c.row.was is not None and _holds(c, column, c.row.was, cell))


def _is_shown(c: _Comparison, column: co.Column, cell: Cell) -> bool:
    """Whether a column that nobody can fill holds what it held, or nothing."""
    if cell is None or cell == "" or cell == UNRECKONED:
        return True
    return any(_holds(c, column, row, cell) for row in (c.row.now, c.row.bare))


def _holds(c: _Comparison, column: co.Column, row: BenefitRow | RiskRow, cell: Cell) -> bool:
    """Whether a cell says what a row has in a column."""
    held = getattr(row, column.key)
    if column.kind == "ids":
        return _words(", ".join(held)) == _words(written(cell))
    return _same(c, column, held, cell)
