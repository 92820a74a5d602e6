"""Converts old files to the current format, one format at a time, on plain JSON objects.

``UPCASTS[f]`` converts an object, header or entry, from format ``f`` to
``f + 1``; a header is the one with the key ``gevinstbordet``. Functions are only ever added: a file
saved years ago goes through all of them. It may change the object that it is given.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Raw = dict[str, Any]
FORMAT = 2
"""The format of the files this version writes."""


def _add_progress(raw: Raw) -> Raw:
    """1 → 2: a header has the origin of a branch, each line the progress of the game.

    A branch of format 1 has only the file's name, in its *resumed*. Values that cannot be derived
    from a single line are ``None``; :func:`game.session.read_summary` then reads the whole file.
    """
    if "gevinstbordet" in raw:
        raw |= {"format": 2, "origin": None, "anonymised": False}
    return {**raw, "verdict": None, "decisions": None, "played": None}


UPCASTS: dict[int, Callable[[Raw], Raw]] = {1: _add_progress}


def upcast(raw: Raw, format: int) -> Raw:
    """Convert an object of an old format to the current one."""
    for old in range(format, FORMAT):
        raw = UPCASTS[old](raw)
    return raw
