"""Edits of a scenario by path: what a case would be with other values in its file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from game.content import syntax
from game.content.case import Case
from game.content.findings import Finding
from game.content.positions import KeyPath, Positions
from game.engine.setup import Setup
from game.frozen import frozen


@frozen
class Edit:
    """A value to be written at a path of a scenario file; a list is given as a tuple."""

    path: KeyPath
    value: Any


class Edited(NamedTuple):
    """What comes of edits: the game, and the codes and paths of what the check then finds."""

    setup: Setup
    found: frozenset[tuple[str, KeyPath]]


def edited(case: Case, edits: Iterable[Edit]) -> Edited | None:
    """The case with edits made to its file, on the same level; ``None`` if it would have errors.

    Tables on the way to a key that the file does not have are added; cards are not. Nobody reads
    the changed file: to keep what an author wrote there is :class:`game.content.document.Document`.
    """
    from game.content import reader  # pydantic is imported only when it is needed

    data = syntax.read(case.source)
    if isinstance(data, Finding):
        return None
    try:
        for edit in edits:
            _put(data, edit)
    except (LookupError, TypeError):
        return None
    changed, findings = reader.judge(data, case.source, case.file)
    if changed is None:
        return None
    found = frozenset((finding.code, finding.path) for finding in findings)
    return Edited(changed.setup.at(case.setup.level), found)


def line_of(case: Case, path: KeyPath) -> int:
    """The line of a path in the case's file, from 1; 0 where the file has no such key."""
    positions = Positions(case.source)
    return positions.locate(path)[0] if path in positions else 0


def _put(data: Any, edit: Edit) -> None:
    *way, last = edit.path
    for part in way:
        data = data.setdefault(part, {}) if isinstance(data, dict) else data[part]
    data[last] = list(edit.value) if isinstance(edit.value, tuple) else edit.value


def key_path(text: str) -> KeyPath:
    """The path that :func:`path_text` wrote: ``ideas[3].track``.

    >>> key_path("ideas[3].track")
    ('ideas', 3, 'track')
    """
    parts = text.replace("[", ".[").split(".")
    return tuple(int(part[1:-1]) if part.startswith("[") else part for part in parts if part)
