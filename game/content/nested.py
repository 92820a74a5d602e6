"""Values in nested data, by the paths of keys and of numbers that lead to them."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from game.content.positions import KeyPath


def found_at(data: Any, path: KeyPath, default: Any = None) -> Any:
    """The value at a path, or the default where there is none."""
    for part in path:
        if isinstance(data, str):  # its letters are no values
            return default
        try:
            data = data[part]
        except (LookupError, TypeError):
            return default
    return data


def put_at(data: Any, path: KeyPath, value: Any) -> None:
    """Set a value in nested data, with the tables around it."""
    for part, after in pairwise(path):
        if isinstance(data, dict) and part not in data and isinstance(after, str):
            data[part] = {}
        data = data[part]
    data[path[-1]] = value


def nested(path: KeyPath, value: Any) -> Any:
    """A value in the tables that lead to it, all new. Raises :class:`LookupError` for a list."""
    if not all(isinstance(part, str) for part in path):
        raise LookupError(path)
    for part in reversed(path):
        value = {part: value}
    return value


def without_empty(data: Any) -> Any:
    """Data without the tables in which nothing stands: a text may leave them out."""
    if isinstance(data, list):
        return [without_empty(value) for value in data]
    if not isinstance(data, dict):
        return data
    inner = {key: without_empty(value) for key, value in data.items()}
    return {key: value for key, value in inner.items() if value != {}}


def is_within(path: KeyPath, table: KeyPath) -> bool:
    """Whether a path leads to something in the table at another."""
    return len(path) > len(table) and path[: len(table)] == table
