"""Small documents, and what is in them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from game.content.document import Document
from game.content.positions import KeyPath
from game.resources import SCENARIOS

CASES = sorted(SCENARIOS.glob("*.toml"))

SMALL = [path for path in CASES if path.stem in ("foerste-spil", "eget-projekt")]


@cache
def document(path: Path) -> Document:
    return Document(path.read_text(encoding="utf-8"))


def leaves(value: Any, path: KeyPath = ()) -> Iterator[KeyPath]:
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for key, below in inner:
        if isinstance(below, dict | list) and below:
            yield from leaves(below, (*path, key))
        else:
            yield (*path, key)


def remarks(text: str) -> list[str]:
    """The comments of a case that stand by themselves: one right above a card goes with it."""
    parts = text.split("\n\n")
    return [part for part in parts if all(line.startswith("#") for line in part.split("\n"))]
