"""Lifting old files to today's format, one format at a time, on plain JSON objects.

``UPCASTS[f]`` takes an object of format ``f``, header or entry, and gives the same in format
``f + 1``; a header is the one with the key ``gevinstbordet``. Functions are only ever added: a file
saved years ago goes through all of them. It may change the object that it is given.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

FORMAT = 1
"""The format of the files written today."""

Upcast = Callable[[dict[str, Any]], dict[str, Any]]
UPCASTS: dict[int, Upcast] = {}


def lift(raw: dict[str, Any], format: int) -> dict[str, Any]:
    """An object of an old format as one of today's."""
    for old in range(format, FORMAT):
        raw = UPCASTS[old](raw)
    return raw
