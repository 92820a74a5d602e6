"""Whether every letter of a case can be shown: asked of the same function as what players write.

A case with one that cannot is played all the same: a sign stands for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from game.content.findings import Finding
from game.content.positions import KeyPath
from game.i18n.letters import Letters
from game.letters import cleaned, unshown


def unshown_letters(data: Mapping[str, Any]) -> Iterator[Finding]:
    """Texts with letters that no font has; a picture is checked as a picture."""
    for path, text in _texts(data, ()):
        if letters := unshown(cleaned(text)):
            params = {"letters": Letters("".join(letters))}
            yield Finding("unshown_letter", path, params, "warning")


def _texts(value: object, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            if key != "picture":
                yield from _texts(inner, (*path, key))
    elif isinstance(value, list):
        for n, inner in enumerate(value):
            yield from _texts(inner, (*path, n))
