"""The data of a case file as records of the sheets, and what stands in each of their cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from game.casebook.columns import Column
from game.casebook.keeping import PLAIN
from game.casebook.plan import SheetPlan
from game.casebook.values import to_cell
from game.engine.setup import TRACKS
from game.i18n import LANGS, Lang, Words

Data = Mapping[str, Any]


class CaseRecords:
    """The data of a case file, asked for the cells of its workbook.

    Texts of a case in one language stand in the Danish column; in a case of two languages a text
    that serves both stands in both.
    """

    def __init__(self, t: Words, data: Data, sheets: Sequence[SheetPlan]) -> None:
        self.t, self.data = t, data
        self._named = frozenset(
            frozenset(text) if isinstance(text, dict) else None
            for sheet in sheets
            for text in self._texts(sheet)
        )
        """The languages that each text names; ``None`` stands for one that serves both."""

    @property
    def only_language(self) -> Lang | None:
        """The language that every text names, if none is in another and none serves both."""
        return next((lang for lang in LANGS if self._named == {frozenset((lang,))}), None)

    def of(self, sheet: SheetPlan) -> Sequence[Any]:
        """The records of a sheet: one for each row, or the only one of a form."""
        found: Any = self.data
        for part in sheet.root:
            found = found.get(part) if isinstance(found, dict) else None
        if sheet.shape == "form":
            return [found or {}]
        if sheet.shape == "tracks":
            return [{"": track, **(found or {}).get(track, {})} for track in TRACKS]
        return found or []

    def cell(self, column: Column, record: Any) -> str | float | None:
        """What stands in a column of a record's row."""
        value = _value(record, column)
        if column.lang:
            return self._in_language(value, column.lang)
        if column.n:
            return self._of_list(column, value or [])
        return to_cell(self.t, column, value)

    def _in_language(self, text: Any, lang: Lang) -> str | None:
        if isinstance(text, dict):
            return text.get(lang)
        return text if lang == PLAIN or self._named != {None} else None

    def _texts(self, sheet: SheetPlan) -> Iterator[Any]:
        texts = [column for column in sheet.columns if column.lang == "da"]
        found = (_value(record, column) for record in self.of(sheet) for column in texts)
        return (text for text in found if text is not None)

    def _of_list(self, column: Column, values: Sequence[Any]) -> str | float | None:
        """An item of a list; the last column has all that are left."""
        mine = values[column.n - 1 :] if column.last else values[column.n - 1 : column.n]
        cells = [to_cell(self.t, column, value) for value in mine]
        return cells[0] if len(cells) == 1 else ", ".join(map(str, cells)) or None


def _value(record: Any, column: Column) -> Any:
    """The value at a column's path; ``None`` if a part of the way is not there."""
    for part in column.path or ("",) * (column.form == "choice"):
        if isinstance(part, int):
            record = record[part] if record and part < len(record) else None
        else:
            record = (record or {}).get(part)
    return record
