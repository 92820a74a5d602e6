"""A scenario file in which everything that can be written is written, made from the schema."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any, get_args

import tomli_w
from pydantic import BaseModel

from game.content.case import Case
from game.content.compiler import build
from game.content.field_types import Languages
from game.content.schema import ScenarioFile


def filled() -> dict[str, Any]:
    """The tables of the file: every text its own, all else from the examples of the schema."""
    return _table(ScenarioFile, {}, count(1))


def filled_case() -> Case:
    """The case of that file."""
    data = filled()
    return build(ScenarioFile.model_validate(data), tomli_w.dumps(data), "filled.toml", "filled")


def models(annotation: Any) -> Iterator[type[BaseModel]]:
    """The tables that stand in an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from models(inner)


def is_prose(annotation: Any) -> bool:
    """Whether a key holds a text for people, in one language or both."""
    return any(issubclass(model, Languages) for model in models(annotation))


def _table(model: type[BaseModel], example: dict[str, Any], n: Iterator[int]) -> dict[str, Any]:
    table = {}
    for key, field in model.model_fields.items():
        shown = example.get(key, field.examples[0] if field.examples else None)
        value = _value(field.annotation, shown, n)
        if value is not None:
            table[key] = value
    return table


def _value(annotation: Any, example: Any, n: Iterator[int]) -> Any:
    below = next(models(annotation), None)
    if is_prose(annotation):
        each = example if isinstance(example, list) else [example]
        texts = [{"da": f"da{next(n)}", "en": f"en{next(n)}"} for _ in each]
        return texts if isinstance(example, list) else texts[0]
    if below is None or not any(is_prose(field.annotation) for field in _deep(below)):
        return example
    if isinstance(example, list):
        return [_table(below, row, n) for row in example]
    return _table(below, example or {}, n)


def _deep(model: type[BaseModel]) -> Iterator[Any]:
    for field in model.model_fields.values():
        yield field
        for below in models(field.annotation):
            yield from _deep(below)
