"""The columns of the sheets, worked out from the schema: whatever a case file can say has one.

A table of the schema becomes columns with the path of their value in a record of the sheet. A text
has a column for each language, a table inside a table gives its own columns, the two options of an
event give theirs twice, and a short list is spread over several.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from typing import Any, Final, Literal

from game.content.positions import KeyPath
from game.content.weighing.usual import MOST_MODULES
from game.frozen import frozen
from game.i18n import LANGS, Lang

Form = Literal["text", "id", "word", "choice", "whole", "number", "flag", "picture", "span", "day"]
"""What stands in a cell. A ``text`` is prose, a ``word`` a plain one, such as an id elsewhere."""

SPREAD: Final[Mapping[str, int]] = {
    "rounds": 3,
    "modules": MOST_MODULES,
    "demand_tracks": 2,
    "home": 2,
    "risks": 3,
    "about": 4,
}
"""Over how many columns a list is spread at least; the last may hold several, with commas."""
LONGER: Final = ("demand_tracks", "risks", "about")
"""The lists that may well be longer: there it is told."""
MOST_SPREAD: Final = 6
REFERENCES: Final[Mapping[str, str]] = {"risks": "risks", "about": "ideas"}
"""The sheets whose ids stand under a key."""
OPTIONS: Final = 2
"""How many options an event has, if it has any."""
_SPAN_FORMS: Final = 3


@frozen
class Column:
    """A column: where its value stands in a record, and what a cell of it may be.

    ``lang`` is set for a text in one of the languages, ``n`` (from 1) for a part of a list, and
    ``last`` for its last column, where several may stand.
    ``low`` and ``high`` bound a number, ``most`` the letters of a text. ``note`` is the description
    of the key in the schema; ``former`` are keys that do nothing now.
    """

    path: KeyPath
    form: Form
    note: str = ""
    lang: Lang | None = None
    n: int = 0
    last: bool = False
    choices: tuple[str | int, ...] = ()
    low: float | None = None
    high: float | None = None
    most: int = 0
    required: bool = False
    lines: bool = False
    usual: object = field(default=None, hash=False)
    former: bool = False

    @property
    def key(self) -> str:
        """The last name of the path."""
        return next((part for part in reversed(self.path) if isinstance(part, str)), "")

    @property
    def refers_to(self) -> str:
        """The sheet whose ids may stand here, or nothing."""
        return REFERENCES.get(self.key, "") if self.n and self.form == "word" else ""


class Schema:
    """The JSON Schema of case files, in a language, as a source of columns."""

    def __init__(self, schema: Mapping[str, Any]) -> None:
        self.schema = schema

    def table(self, *path: str) -> Mapping[str, Any]:
        """The schema of the table at a path; of a list of tables, that of an item."""
        found = self._resolved(self.schema)
        for key in path:
            found = self._resolved(found["properties"][key])
            if found.get("type") == "array":
                found = self._resolved(found["items"])
        return found

    def example(self, path: KeyPath) -> Any:
        """What may stand at a path, as the schema shows it; ``None`` where nothing is known."""
        found, told = self._resolved(self.schema), {}
        for part in path:
            if isinstance(part, int):
                told = self._resolved(found).get("items", {})
            else:
                told = self._resolved(found).get("properties", {}).get(part, {})
            found = next(iter(self._forms(told)), {})
        return next(iter(told.get("examples", ())), None)

    def columns(self, table: Mapping[str, Any], spread: Mapping[str, int]) -> Iterator[Column]:
        """The columns of a table of the schema, in its order; ``spread`` is how wide lists are."""
        required = table.get("required", ())
        for key, told in table["properties"].items():
            start = Column((key,), "word", told.get("description", ""), required=key in required)
            former = told.get("deprecated") is True
            start = replace(start, usual=told.get("default"), former=former)
            yield from self._columns(start, told, spread)

    def prose(self, told: Mapping[str, Any], at: Column) -> Iterator[Column]:
        """The columns of a text: one in each language."""
        text = next(form for form in self._forms(told) if form.get("type") == "string")
        lines = "\\t\\n" not in text.get("pattern", "")
        wide = replace(at, form="text", most=text["maxLength"], lines=lines)
        return (replace(wide, lang=lang) for lang in LANGS)

    def _columns(
        self, at: Column, told: Mapping[str, Any], spread: Mapping[str, int]
    ) -> Iterator[Column]:
        forms = self._forms(told)
        if any("da" in form.get("properties", ()) for form in forms):
            yield from self.prose(told, at)
        elif len(forms) == _SPAN_FORMS:
            yield replace(at, form="span")
        elif "properties" in forms[0]:
            yield from self._inner(at, forms[0], spread)
        elif forms[0].get("type") == "array":
            yield from self._list(at, forms[0], spread)
        else:
            yield self._plain(at, forms[0])

    def _inner(
        self, at: Column, table: Mapping[str, Any], spread: Mapping[str, int]
    ) -> Iterator[Column]:
        for column in self.columns(table, spread):
            note = column.note or at.note
            required = column.required and at.required
            yield replace(column, path=(*at.path, *column.path), note=note, required=required)

    def _list(
        self, at: Column, told: Mapping[str, Any], spread: Mapping[str, int]
    ) -> Iterator[Column]:
        item = self._resolved(told["items"])
        if "properties" not in item:
            wide = spread.get(at.key, 1)
            for n in range(1, wide + 1):
                yield replace(self._plain(at, item), n=n, last=n == wide)
        elif at.key == "options":
            for n in range(OPTIONS):
                yield from self._inner(replace(at, path=(*at.path, n)), item, spread)

    def _plain(self, at: Column, told: Mapping[str, Any]) -> Column:
        low, high = told.get("minimum", told.get("exclusiveMinimum")), told.get("maximum")
        bounded = replace(at, low=low, high=high, most=told.get("maxLength", 0))
        if "enum" in told:
            return replace(bounded, form="choice", choices=tuple(told["enum"]))
        forms: dict[str, Form] = {"integer": "whole", "number": "number", "boolean": "flag"}
        if form := forms.get(told.get("type", "")):
            return replace(bounded, form=form)
        if at.key == "picture":
            return replace(bounded, form="picture")
        if told.get("format") == "date":
            return replace(bounded, form="day")
        return replace(bounded, form="id" if at.key == "id" else "word")

    def _forms(self, told: Mapping[str, Any]) -> list[Mapping[str, Any]]:
        """The forms that a value may have, references followed."""
        resolved = self._resolved(told)
        several = resolved.get("anyOf") or resolved.get("oneOf") or [resolved]
        return [self._resolved(form) for form in several]

    def _resolved(self, told: Mapping[str, Any]) -> Mapping[str, Any]:
        found: Any = told
        while "$ref" in found:
            found = self.schema["$defs"][found["$ref"].rpartition("/")[2]]
        return dict(found)
