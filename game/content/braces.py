"""Finds braces that reach over several lines: we read them, and other editors do not.

TOML 1.0 wants a table in braces on one line; an editor that holds to it marks the whole file as
wrong, and completes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from game.content.findings import Finding

_TOKEN: Final = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}'  # texts, of which brackets and line ends mean nothing
    r"|'''.*?'{3,5}"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|#[^\n]*"
    r"|[\[\]{}\n]",
    re.DOTALL,
)
_OPENS: Final = {"{": "}", "[": "]"}


def braces_over_lines(text: str) -> Iterator[Finding]:
    """A warning for each table in braces that is broken into lines, at its first brace."""
    opened: list[tuple[str, int]] = []
    told: set[int] = set()
    for token in _TOKEN.finditer(text):
        sign = token[0]
        if sign in _OPENS:
            opened.append((sign, token.start()))
        elif opened and sign == _OPENS[opened[-1][0]]:
            opened.pop()
        elif sign == "\n" and opened and opened[-1][0] == "{" and opened[-1][1] not in told:
            at = opened[-1][1]
            told.add(at)
            line = text.count("\n", 0, at) + 1
            column = at - text.rfind("\n", 0, at)
            yield Finding("braces_over_lines", severity="warning", at=(line, column))
