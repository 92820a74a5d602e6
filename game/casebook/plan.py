"""The plan of a case's workbook: its sheets in order, each with its columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final, Literal

from game.casebook.columns import MOST_SPREAD, SPREAD, Column, Schema
from game.casebook.headings import SHEETS
from game.content.json_schema import json_schema
from game.content.positions import KeyPath
from game.engine.setup import TRACKS
from game.frozen import frozen
from game.i18n import Lang, Words, words

Shape = Literal["form", "cards", "tracks", "texts"]
"""A ``form`` has a row for each key; ``cards`` a row for each table of a list; ``tracks`` one for
each of the four; ``texts`` one for each text of a list."""

_ROOTS: Final[Mapping[str, tuple[str, ...]]] = {
    "case": (),
    "economy": ("economy",),
    "posts": ("economy", "posts"),
    "rules": ("rules",),
}
"""Where the sheets stand in a file, if not under a key of their own name."""
_FORMS: Final = ("case", "economy", "rules")
_FIRST: Final = ("id", "name", "text", "picture")
"""What stands first on a card, whatever the order of the schema."""
_OFTEN: Final = ("modules", "rounds", "actions", "actions_many_seats")
_FORMAT: Final = "format"


@frozen
class SheetPlan:
    """A sheet: its place in the data of a file, its shape and its columns."""

    key: str
    root: KeyPath
    shape: Shape
    columns: Sequence[Column]


def root_of(sheet: str) -> tuple[str, ...]:
    """Where a sheet stands in a case file."""
    return _ROOTS.get(sheet, (sheet,))


@cache
def schema_in(lang: Lang) -> Schema:
    """The schema of case files, explained in a language."""
    return Schema(json_schema(words(lang)))


def plan(t: Words, data: Mapping[str, Any] | None = None) -> list[SheetPlan]:
    """The sheets, explained in a language; lists are as wide as those of ``data``."""
    schema = schema_in(t.lang)
    return [_sheet(schema, key, data or {}) for key in SHEETS]


def _sheet(schema: Schema, key: str, data: Mapping[str, Any]) -> SheetPlan:
    root = root_of(key)
    if key == "tracks":
        columns = schema.columns(schema.table(key, TRACKS[0]), SPREAD)
        return SheetPlan(key, root, "tracks", (_of_tracks(), *columns))
    if key == "questions":
        told = schema.schema["properties"][key]
        texts = schema.prose(told["items"], Column((), "text", told["description"], required=True))
        return SheetPlan(key, root, "texts", tuple(texts))
    columns = schema.columns(schema.table(*root), _spread(data, root))
    if key in _FORMS:
        return SheetPlan(key, root, "form", sorted(_of_form(root, columns), key=_weight))
    return SheetPlan(key, root, "cards", sorted(columns, key=_place))


def _of_tracks() -> Column:
    return Column((), "choice", choices=TRACKS, required=True)


def _of_form(root: KeyPath, columns: Iterator[Column]) -> Iterator[Column]:
    """The keys of a form, without those that have a sheet of their own."""
    inner = (sheet for sheet in _roots() if sheet[: len(root)] == root and sheet != root)
    others = {_FORMAT, *(sheet[len(root)] for sheet in inner)}
    return (column for column in columns if column.path[0] not in others)


def _roots() -> Iterator[tuple[str, ...]]:
    return map(root_of, SHEETS)


def _weight(column: Column) -> int:
    """What authors of a case change first stands first."""
    return _OFTEN.index(column.key) if column.key in _OFTEN else len(_OFTEN)


def _place(column: Column) -> tuple[int, int]:
    """What a card is called stands before what it does; of an option, too."""
    option = column.path[1] if column.path[0] == "options" else -1
    name = column.path[-1] if len(column.path) == 1 or column.path[0] == "options" else ""
    first = _FIRST.index(name) if name in _FIRST else len(_FIRST)
    return int(option), first


def _spread(data: Mapping[str, Any], root: KeyPath) -> dict[str, int]:
    """How wide each list of a sheet is: so that the longest has room, within reason."""
    found: Any = data
    for part in root:
        found = found.get(part) or {}
    records = found if isinstance(found, list) else [found]
    wide = dict(SPREAD)
    for record in records:
        for key in wide:
            listed = record.get(key) if isinstance(record, dict) else None
            if isinstance(listed, list):
                wide[key] = min(MOST_SPREAD, max(wide[key], len(listed)))
    return wide
