"""Values written as TOML, in the way in which the shipped cases are written."""

from __future__ import annotations

import json
import re
from typing import Any, Final, TypeGuard

_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")
_LANGUAGES: Final = {"da", "en"}
_LARGEST: Final = 1e15
"""Above that a number is no amount of anything, and says neither its ones nor its decimals."""


def key_text(key: str) -> str:
    """A key as it is written: bare where that is possible."""
    return key if _BARE.fullmatch(key) else _quoted(key)


def entry(key: str, value: Any, *, inline: bool = False) -> str:
    """``key = value``; a text of several lines in two languages has a key for each of them."""
    if not inline and is_long_prose(value):
        return "\n".join(f"{key}.{lang} = {written(text)}" for lang, text in value.items())
    return f"{key} = {written(value)}"


def is_prose(value: Any) -> bool:
    """Whether it is a text in one language or both."""
    texts = value.values() if isinstance(value, dict) and set(value) <= _LANGUAGES else [None]
    return all(isinstance(text, str) for text in texts)


def is_long_prose(value: Any) -> bool:
    """Whether it is prose with lines of its own, which is written as a key for each language."""
    return is_prose(value) and any("\n" in text for text in value.values())


def is_number(value: object) -> TypeGuard[float]:
    """Whether a value is a number that can be reckoned with."""
    return isinstance(value, int | float) and value is not True and abs(value) <= _LARGEST


def is_whole(*values: object) -> bool:
    """Whether all of these are whole numbers."""
    return all(type(value) is int for value in values)


def number(value: float) -> str:
    """A number without decimals that say nothing."""
    return str(int(value)) if value == int(value) else repr(value)


def written(value: Any) -> str:
    """A value as TOML: a text, number, flag, list or table.

    >>> written({"da": "Kø", "en": "Queue"}), written([3, 6]), written(True)
    ('{ da = "Kø", en = "Queue" }', '[3, 6]', 'true')
    """
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return _lines(value) if "\n" in value else _quoted(value)
        case dict():
            inner = ", ".join(f"{key_text(k)} = {written(v)}" for k, v in value.items())
            return f"{{ {inner} }}" if inner else "{}"
        case list() | tuple():
            return _list(value)
    return repr(value)


def _list(values: Any) -> str:
    if values and all(isinstance(value, dict) for value in values):
        lines = "".join(f"  {written(value)},\n" for value in values)
        return f"[\n{lines}]"
    return f"[{', '.join(map(written, values))}]"


def _quoted(text: str) -> str:
    """A text on one line; JSON escapes as TOML does, but for one letter."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


def _lines(text: str) -> str:
    """A text of several lines, which begins on a line of its own."""
    inner = "\n".join(_quoted(line)[1:-1].replace('\\"', '"') for line in text.split("\n"))
    safe = re.sub(r'"{3,}|"+\Z', lambda quotes: r"\"" * len(quotes[0]), inner)
    return f'"""\n{safe}"""'
