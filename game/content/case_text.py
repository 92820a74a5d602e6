"""The text of a case file made from its data, laid out like the shipped cases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from game.content.toml_values import entry, key_text

_TABLES: Final = ("about", "economy", "rules")
_DECKS: Final = ("roles", "ideas", "benefits", "risks", "events", "prompts")


def case_text(data: Mapping[str, Any], head: str = "") -> str:
    """A case file that says this; ``head`` is a comment of one or more lines before it."""
    comment = "".join(f"# {line}\n" for line in head.splitlines())
    return "\n".join(filter(None, (comment, *_blocks(data))))


def _blocks(data: Mapping[str, Any]) -> Iterator[str]:
    apart = {*_TABLES, *_DECKS, "tracks"}
    yield _lines({key: value for key, value in data.items() if key not in apart})
    for track, table in data.get("tracks", {}).items():
        yield f"[tracks.{key_text(track)}]\n{_lines(table)}"
    for key in _TABLES:
        if key in data:
            yield f"[{key}]\n{_lines(data[key])}"
    for deck in _DECKS:
        for card in data.get(deck, ()):
            yield f"[[{deck}]]\n{_lines(card)}"


def _lines(table: Mapping[str, Any]) -> str:
    return "".join(f"{entry(key_text(key), value)}\n" for key, value in table.items())
