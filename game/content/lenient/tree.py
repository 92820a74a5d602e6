"""What was read of a text: tables, lists and single values, each with the letters it stands in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

import tomli

UNREADABLE: Final = object()
"""The value of a token that says nothing we understand."""


@dataclass(slots=True)
class Token:
    """A single value. ``literal`` is how TOML writes it; empty where bare words stand instead."""

    start: int
    end: int
    written: str
    literal: str = ""

    @property
    def value(self) -> Any:
        """The value, or :data:`UNREADABLE`."""
        try:
            return tomli.loads(f"value = {self.literal}")["value"]
        except ValueError:  # of which a TOMLDecodeError is one; or a number of very many digits
            return UNREADABLE


@dataclass(slots=True)
class Items:
    """A list."""

    start: int
    end: int
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """A table, under its heading or in braces. ``damaged``: some line of it was not understood."""

    start: int = 0
    end: int = 0
    entries: dict[str, Entry] = field(default_factory=dict)
    damaged: bool = False


@dataclass(slots=True)
class Entry:
    """A key with its value; ``None`` where there is none that could be read."""

    start: int
    end: int
    node: Node | None


Node = Token | Items | Table
