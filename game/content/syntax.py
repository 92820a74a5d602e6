"""The first pass: TOML, read strictly; :mod:`game.content.lenient` finds what is wrong with it."""

from __future__ import annotations

import re
from typing import Any, Final, TypeVar, cast

import tomli

from game.content.findings import Finding

D = TypeVar("D")

_MOST_PARTS: Final = 20
_LONG_KEY: Final = re.compile(
    rf"""(?:(?:(?<![\w-])[\w-]++|"[^"]*+"|'[^']*+')[ \t]*+\.[ \t]*+){{{_MOST_PARTS}}}"""
)

CARDS: Final = ("roles", "ideas", "benefits", "risks", "events")
"""The decks: lists of the file that are written as ``[[…]]``, each card with its id."""
LISTS: Final = (*CARDS, "prompts")
"""All lists of the file that are written as ``[[…]]``."""


def read(text: str) -> dict[str, Any] | Finding:
    """The data of a TOML text, or the syntax error."""
    if line := _line_of_long_key(text):
        return Finding("too_deep", at=(line, 1))
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        return Finding("syntax", at=(error.lineno, error.colno))
    except RecursionError:
        return Finding("too_deep", at=(1, 1))
    except ValueError:  # a number of thousands of digits
        return Finding("no_value", at=(1, 1))


def copied(data: D) -> D:
    """A copy of a file's data: its tables and lists are new, and what stands in them never changes.

    A case is copied at every edit and for every judgement; ``deepcopy`` takes four times as long.
    """
    copy: Any = data
    if isinstance(data, dict):
        copy = {key: copied(value) for key, value in data.items()}
    elif isinstance(data, list):
        copy = [copied(value) for value in data]
    return cast("D", copy)


def _line_of_long_key(text: str) -> int:
    """The line of a key with very many parts, or 0: tomli takes quadratic time on them."""
    lines = enumerate(text.split("\n"), 1)
    suspects = ((n, line) for n, line in lines if line.count(".") >= _MOST_PARTS)
    return next((n for n, line in suspects if _LONG_KEY.search(line)), 0)
