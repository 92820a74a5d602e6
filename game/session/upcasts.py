"""Converts old files to the current format, one format at a time, on plain JSON objects.

``UPCASTS[f]`` converts an object, header or entry, from format ``f`` to
``f + 1``; a header is the one with the key ``gevinstbordet``. Functions are only ever added: a file
saved years ago goes through all of them. It may change the object that it is given.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Raw = dict[str, Any]
FORMAT = 3
"""The format of the files this version writes."""


def _add_progress(raw: Raw) -> Raw:
    """1 → 2: a header has the origin of a branch, each line the progress of the game.

    A branch of format 1 has only the file's name, in its *resumed*. Values that cannot be derived
    from a single line are ``None``; :func:`game.session.read_summary` then reads the whole file.
    """
    if "gevinstbordet" in raw:
        raw |= {"format": 2, "origin": None, "anonymised": False}
    return {**raw, "verdict": None, "decisions": None, "played": None}


ADDED_IN_3: Mapping[str, Raw] = {
    "Begun": {"rules": 1},
    "EstimatesTurned": {"absent": []},
    "Harvested": {"short": None},
    "Trial": {"about": "risk", "measure": ""},
}
"""What actions and events have gained with version 2 of the rules: what a game of version 1 means
where it has no such field."""


def _add_fields(raw: Raw) -> Raw:
    """2 → 3: a header has the level, actions and events what version 2 of the rules added.

    An outcome says whether it was asked about and confirmed.
    """
    if "gevinstbordet" in raw:
        raw |= {"format": 3, "level": None}
    if type(raw.get("events")) is list:
        raw["events"] = [_with_added(event) for event in raw["events"]]
    if "outcome" in raw:
        raw["confirmed"] = False
    if "do" in raw:
        raw["do"] = _with_added(raw["do"])
    return raw


def _with_added(named: Any) -> Any:
    """An action or event with the fields that it has gained; what is neither is left as it is."""
    kind = named.get("type") if type(named) is dict else None
    return {**named, **ADDED_IN_3[kind]} if type(kind) is str and kind in ADDED_IN_3 else named


UPCASTS: dict[int, Callable[[Raw], Raw]] = {1: _add_progress, 2: _add_fields}


def upcast(raw: Raw, format: int) -> Raw:
    """Convert an object of an old format to the current one."""
    for old in range(format, FORMAT):
        raw = UPCASTS[old](raw)
    return raw
