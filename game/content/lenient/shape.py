"""What a case file may hold at each place: keys, kinds of values, choices, bounds and units.

It is read from the JSON schema that editors get, so that a new key is known here by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any, Final, Literal

from game.content.field_types import ID, LINES, ONE_LINE, UNIT
from game.content.positions import KeyPath

Kind = Literal[
    "table",
    "list",
    "prose",
    "text",
    "id",
    "day",
    "whole",
    "number",
    "flag",
    "choice",
    "range",
    "arrows",
]
_BY_TYPE: Final[Mapping[str, Kind]] = {
    "integer": "whole",
    "number": "number",
    "boolean": "flag",
    "array": "list",
    "object": "table",
    "string": "text",
}


@dataclass(frozen=True)
class Shape:
    """What may stand at a place. ``keys`` are those of a table, ``item`` is one of a list.

    ``low`` and ``high`` are the bounds of a number, ``unit`` what it is counted in, ``example`` a
    value that fits, ``needed`` the keys that a table cannot do without, ``least`` and ``most`` how
    many things a list has, ``letters`` the pattern of those that a text may have.
    """

    kind: Kind
    keys: Mapping[str, Shape] = field(default_factory=dict)
    needed: frozenset[str] = frozenset()
    item: Shape | None = None
    choices: tuple[str, ...] = ()
    low: float = -1e9
    high: float = 1e9
    unit: str = ""
    example: object = None
    most: int = 0
    least: int = 0
    letters: str = ONE_LINE

    def at(self, path: KeyPath) -> Shape | None:
        """The shape at a path below this one; ``None`` where nothing is known."""
        shape: Shape | None = self
        for part in path:
            if shape is not None:
                shape = shape.item if isinstance(part, int) else shape.keys.get(part)
        return shape

    @cached_property
    def meanings(self) -> dict[str, str | None]:
        """The key that a word was found to mean here: to find it takes all names of all keys."""
        return {}

    @property
    def is_deck(self) -> bool:
        """Whether it is a list of tables, each written under ``[[…]]``."""
        return self.kind == "list" and self.item is not None and self.item.kind == "table"


@cache
def case_shape() -> Shape:
    """The shape of a whole case file."""
    from game.content.schema import ScenarioFile

    schema = ScenarioFile.model_json_schema()
    return _shape(schema, schema["$defs"])


def _shape(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Shape:
    """The shape that a JSON schema describes."""
    body = _resolved(schema, definitions)
    example = next(iter(schema.get("examples", ())), None)
    kind = _kind(body)
    keys = {key: _shape(inner, definitions) for key, inner in body.get("properties", {}).items()}
    return Shape(
        kind,
        keys=keys,
        needed=frozenset(body.get("required", ())),
        item=_shape(body["items"], definitions) if kind == "list" else None,
        choices=tuple(body.get("enum", ())) if kind == "choice" else (),
        low=body.get("minimum", body.get("exclusiveMinimum", -1e9)),
        high=body.get("maximum", 1e9),
        unit=schema.get(UNIT, ""),
        example=example if example is not None else body.get("const"),
        most=body.get("maxItems", body.get("maxLength", 0)),
        least=body.get("minItems", 0),
        letters=_letters(kind, body, keys),
    )


def _letters(kind: Kind, body: Mapping[str, Any], keys: Mapping[str, Shape]) -> str:
    """The pattern of a text's letters; prose in one language has that of each of its languages."""
    if kind == "prose":
        return next(language.letters for language in keys.values())
    return LINES if body.get("pattern") == LINES else ONE_LINE


def _resolved(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Mapping[str, Any]:
    """The schema behind a reference; of a choice between one thing and nothing, the thing.

    Prose becomes a table of its languages that says it may be a text, too.
    """
    if "$ref" in schema:
        return _resolved(definitions[schema["$ref"].rpartition("/")[2]], definitions)
    forms = [form for form in _forms(schema) if form.get("type") != "null"]
    if len(forms) == 1:
        return _resolved(forms[0], definitions)
    if any(form.get("type") == "array" for form in forms):
        return {"range": True}
    if forms:
        languages = next(form for form in forms if form.get("type") != "string")
        return {**_resolved(languages, definitions), "prose": True}
    return schema


def _forms(schema: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for name in ("anyOf", "oneOf"):
        yield from schema.get(name, ())


def _kind(body: Mapping[str, Any]) -> Kind:
    if "prose" in body:
        return "prose"
    if "range" in body:
        return "range"
    if "enum" in body:
        return "choice" if body.get("type") == "string" else "arrows"
    if body.get("pattern") == ID:
        return "id"
    if body.get("format") == "date":
        return "day"
    return _BY_TYPE[body["type"]]
