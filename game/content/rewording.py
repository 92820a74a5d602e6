"""A scenario, or a case, with every text in it passed through a filter, and all else as it is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final, TypeVar

import tomli_w

from game.content import syntax
from game.content.case import Case, Prose
from game.content.findings import Finding

T = TypeVar("T")
Reword = Callable[[str, str], str]
"""Takes a text and the key that it stands under, such as ``story`` or ``economy.posts.name``."""

CODES: Final = frozenset(
    [
        *("id", "track", "kind", "ability", "picture", "level", "date", "logo", "cover"),
        *("risks", "about", "home", "likelihood", "maturity", "reveal"),
    ]
)
"""Keys under which a text is an id or a word of the rules; under the others it is to be read."""
NUMBERS: Final = frozenset(("rules", "effects", "promise"))
"""Tables in which there is nothing to read."""
LIMITS: Final[Mapping[str, int]] = {
    "title": 60,
    "summary": 160,
    "story": 2500,
    "notes": 2500,
    "questions": 240,
    "announcement": 600,
    "indicator": 60,
    "unit": 24,
    "name": 48,
    "text": 160,
    "note": 160,
    "version": 24,
    "author": 48,
    "municipality": 48,
    "licence": 60,
}
"""How long a text under a key may be wherever it stands, in characters."""
AUTHOR: Final = "about.author"
"""The key of somebody who need not have been at the table, and is named all the same."""
PICTURES: Final = ("logo", "cover")
"""The keys of ``about`` with names of files, which do not go along with a text."""
_LANGUAGES: Final = frozenset(("da", "en"))


def reword(source: str, change: Reword) -> str:
    """A scenario's text in other words; the very same text if no word is another.

    Where words change, comments are left out. What is no TOML is changed line by line.
    """
    data = syntax.read(source)
    try:
        if not isinstance(data, Finding):
            changed = _value(data, "", change)
            return source if changed == data else tomli_w.dumps(changed, multiline_strings=True)
    except RecursionError:  # a stranger's file may be nested as deep as it likes
        pass
    return "\n".join(change(line, "") for line in source.split("\n"))


def without_comments(source: str) -> str:
    """A scenario's text without comments; the same text if it is no TOML."""
    data = syntax.read(source)
    try:
        return source if isinstance(data, Finding) else tomli_w.dumps(data, multiline_strings=True)
    except RecursionError:
        return source


def without(source: str, keys: Collection[str]) -> str:
    """A scenario's text without some keys of ``about``; the very same text if it has none."""
    data = syntax.read(source)
    about = None if isinstance(data, Finding) else data.get("about")
    if isinstance(data, Finding) or not isinstance(about, dict) or about.keys().isdisjoint(keys):
        return source
    kept = {key: value for key, value in about.items() if key not in keys}
    return tomli_w.dumps(data | {"about": kept}, multiline_strings=True)


def with_id(source: str, id: str) -> str:
    """A scenario's text with another id of the case; the same text if it has none, or this one."""
    data = syntax.read(source)
    if isinstance(data, Finding) or data.get("id", id) == id:
        return source
    return tomli_w.dumps(data | {"id": id}, multiline_strings=True)


def _value(value: Any, path: str, change: Reword) -> Any:
    if isinstance(value, str):
        return _text(value, path, change)
    if isinstance(value, list):
        return [_value(item, path, change) for item in value]
    if isinstance(value, dict):
        return {key: _below(key, item, path, change) for key, item in value.items()}
    return value


def _below(key: str, value: Any, path: str, change: Reword) -> Any:
    """The value under a key; neither ids nor words of the rules are changed."""
    if key in NUMBERS or (key in CODES and not _has_tables(value)):
        return value
    return _value(value, path if key in _LANGUAGES else f"{path}.{key}".lstrip("."), change)


def _has_tables(value: Any) -> bool:
    """Whether it is a deck: *risks* are cards at the top, and ids in an idea."""
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)


def _text(text: str, path: str, change: Reword) -> str:
    """A text in other words, no longer than it may be."""
    changed = change(text, path)
    most = max(len(text), LIMITS.get(path.rpartition(".")[2], len(changed)))
    return changed if len(changed) <= most else changed[: most - 1] + "…"


def reword_case(case: Case, change: Callable[[str], str]) -> Case:
    """A case for viewing in other words; its source stays as it is."""
    parts = {
        f.name: _in_record(getattr(case, f.name), change)
        for f in fields(case)
        if f.name not in ("source", "file", "setup", "id")
    }
    return replace(case, **parts)


def _in_record(value: T, change: Callable[[str], str]) -> T:
    result: Any = value
    if isinstance(value, Prose):
        result = Prose(change(value.da), change(value.en))
    elif isinstance(value, tuple):
        result = tuple(_in_record(item, change) for item in value)
    elif isinstance(value, Mapping):
        result = {key: _in_record(item, change) for key, item in value.items()}
    elif is_dataclass(value) and not isinstance(value, type):
        changed = {f.name: _in_record(getattr(value, f.name), change) for f in fields(value)}
        result = replace(value, **changed)
    reworded: T = result
    return reworded
