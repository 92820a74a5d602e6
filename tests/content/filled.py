"""A scenario file in which everything that can be written is written, made from the schema."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

import tomli_w

from game.content.case import Case
from game.content.compiler import build
from game.content.field_types import Languages, tables_in
from game.content.kinds import Kind
from game.content.schema import ScenarioFile
from game.content.tables import Key, Table


def filled() -> dict[str, Any]:
    """The tables of the file: every text its own, all else from the examples of the schema."""
    return _table(ScenarioFile, {}, count(1))


def filled_case() -> Case:
    """The case of that file."""
    data = filled()
    return build(ScenarioFile.checked(data), tomli_w.dumps(data), "filled.toml", "filled")


def is_prose(kind: Kind[Any]) -> bool:
    """Whether a key holds a text for people, in one language or both."""
    return any(issubclass(table, Languages) for table in tables_in(kind))


def _table(kind: type[Table], example: dict[str, Any], n: Iterator[int]) -> dict[str, Any]:
    table = {}
    for name, key in kind.KEYS.items():
        shown = example.get(name, key.examples[0] if key.examples else None)
        value = _value(key.kind, shown, n)
        if value is not None:
            table[name] = value
    return table


def _value(kind: Kind[Any], example: Any, n: Iterator[int]) -> Any:
    below = next(tables_in(kind), None)
    if is_prose(kind):
        each = example if isinstance(example, list) else [example]
        texts = [{"da": f"da{next(n)}", "en": f"en{next(n)}"} for _ in each]
        return texts if isinstance(example, list) else texts[0]
    if below is None or not any(is_prose(key.kind) for key in _deep(below)):
        return example
    if isinstance(example, list):
        return [_table(below, row, n) for row in example]
    return _table(below, example or {}, n)


def _deep(kind: type[Table]) -> Iterator[Key]:
    for key in kind.KEYS.values():
        yield key
        for below in tables_in(key.kind):
            yield from _deep(below)
