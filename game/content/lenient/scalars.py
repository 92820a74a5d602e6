"""Values without marks: numbers, yes and no, dates, and the words that stand where one should."""

from __future__ import annotations

import re
from typing import Final

from game.content.lenient.characters import DASHES, ODD_SPACES, SPACES, UNSEEN, plain
from game.content.lenient.strings import KEY, Where

_S: Final = rf"[{SPACES}]*"
SCALAR: Final = re.compile(
    r"true|false|[+-]?(?:inf|nan)"
    r"|[+-]?(?:0|[1-9](?:_?\d)*)(?:\.\d(?:_?\d)*)?(?:[eE][+-]?\d(?:_?\d)*)?"
    r"|0x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|0o[0-7](?:_?[0-7])*|0b[01](?:_?[01])*"
    r"|\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?"
    r"|\d\d:\d\d(?::\d\d)?"
)
"""What TOML takes for a value that has no quotation marks."""
_COMMENT: Final = rf"(?=[{SPACES}]*\#)|(?=[{SPACES}]+//)|$"
_STOPS: Final[dict[Where, re.Pattern[str]]] = {
    "line": re.compile(rf"(?={_S}[,;]{_S}(?:\#|$))|{_COMMENT}"),
    "list": re.compile(rf"(?=[,;\])}}]|[\"{{\[])|{_COMMENT}"),
    "braces": re.compile(
        rf"(?=}}|[,;]{_S}(?:$|[}}#]|[\"']?{KEY}[\"']?{_S}[=:])|[\])]{_S}[,}}]"
        rf"|[{SPACES}]+{KEY}{_S}=)|{_COMMENT}"
    ),
}
"""What a value without marks ends before."""


def end_of(text: str, at: int, end: int, where: Where) -> int:
    """Where a value without marks ends on its line, blanks behind it left out."""
    found = _STOPS[where].search(text, at, end)
    stop = found.start() if found else end
    while stop > at and re.match(rf"[{SPACES}\r]", text[stop - 1]):
        stop -= 1
    return stop


def plain_scalar(written: str) -> str:
    """The value in characters of the keyboard, if it is one apart from those; else nothing."""
    cleaned = plain(written).strip()
    return cleaned if SCALAR.fullmatch(cleaned) else ""


def odd_character(written: str) -> str:
    """The code of what keeps a value from being read that looks like one."""
    if re.search(f"[{UNSEEN}]", written):
        return "unseen_character"
    if re.search(f"[{DASHES}]", written):
        return "odd_minus"
    return "odd_space" if re.search(f"[{ODD_SPACES}]", written) else "no_value"
