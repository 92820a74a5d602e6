"""The first pass: TOML syntax; tomli's errors become findings at helpful positions."""

from __future__ import annotations

import re
from typing import Any, Final

import tomli

from game.content.findings import Finding, quoted
from game.content.messages import TWO_BRACKETS
from game.content.positions import Positions

# How tomli's messages begin, and our code; the first that fits. tests/bad_scenarios has one each.
_CODES: Final = (
    ("Invalid statement", "not_a_line"),
    ("Expected newline or end of document", "left_over"),
    ("Expected '=' after a key", "no_equals"),
    ("Invalid initial character for a key", "no_key"),
    ("Cannot declare", "twice"),
    ("Cannot overwrite", "twice"),
    ("Cannot mutate", "twice"),
    ("Cannot redefine", "twice"),
    ("Duplicate inline table key", "twice"),
    ("Expected ']", "open_heading"),
    ("Unclosed array", "open_list"),
    ("Unclosed inline table", "open_braces"),
    ("Unterminated string", "open_text"),
    ('Expected "', "open_text"),
    ("Illegal character '\\n'", "line_end_in_text"),
    ("Found invalid character '\\n'", "line_end_in_text"),
    ("Illegal character", "stray_character"),
    ("Found invalid character", "stray_character"),
    ("Unescaped '\\'", "bad_escape"),
    ("Invalid hex value", "bad_escape"),
    ("Escaped character", "bad_escape"),
    ("Invalid value", "no_value"),
    ("Invalid date", "no_value"),
)

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
        return _finding(error)
    except RecursionError:
        return Finding("too_deep", at=(1, 1))
    except ValueError:  # a number of thousands of digits
        return Finding("no_value", at=(1, 1))


def _line_of_long_key(text: str) -> int:
    """The line of a key with very many parts, or 0: tomli takes quadratic time on them."""
    lines = enumerate(text.split("\n"), 1)
    suspects = ((n, line) for n, line in lines if line.count(".") >= _MOST_PARTS)
    return next((n for n, line in suspects if _LONG_KEY.search(line)), 0)


def _finding(error: tomli.TOMLDecodeError) -> Finding:
    code = next((ours for theirs, ours in _CODES if error.msg.startswith(theirs)), "syntax")
    if code == "twice":
        return _twice(error)
    if code == "open_text":
        return Finding(code, at=_opening(error))
    comma = code == "left_over" and error.doc.startswith(",", error.pos)
    return Finding("decimal_comma" if comma else code, at=(error.lineno, error.colno))


def _opening(error: tomli.TOMLDecodeError) -> tuple[int, int]:
    """The start of an unclosed text; tomli only reports the end of the file."""
    start = max(error.doc.rfind(quotes) for quotes in ('"""', "'''"))
    if start < 0:
        return error.lineno, error.colno
    return error.doc.count("\n", 0, start) + 1, start - error.doc.rfind("\n", 0, start)


def _twice(error: tomli.TOMLDecodeError) -> Finding:
    """The repeated key and its first place; tomli reports only the place after the second value."""
    so_far = Positions(error.doc[: error.pos])
    if so_far.repeated is None:
        return Finding("clash", at=(error.lineno, error.colno))
    path, offset = so_far.repeated
    key = quoted(path[-1])
    params = {"key": key, "line": so_far.locate(path)[0]}
    hint = TWO_BRACKETS if key in LISTS and len(path) == 1 else None
    return Finding("twice", path, params, hint=hint, at=so_far.line_and_column(offset))
