"""Texts of several lines: between three marks, or where somebody went on in the next line."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from game.content.lenient.characters import QUOTES, SPACES
from game.content.lenient.strings import Quoted

_MARKS: Final = re.compile(rf"[\"{QUOTES}]{{3}}|'''")
_MOST_LINES: Final = 60
_HEADING: Final = re.compile(r"\[\[?[\w. -]+\]\]?\s*(?:#.*)?$")

Starts = Callable[[str], bool]
"""Whether a line begins something else: a heading, or a key that may stand there."""


def is_long(text: str, at: int) -> bool:
    """Whether a text of several lines is opened here."""
    return _MARKS.match(text, at) is not None


def is_heading(line: str) -> bool:
    """Whether a line is a heading."""
    return _HEADING.match(line.strip()) is not None


def read(text: str, at: int, starts: Starts) -> Quoted:
    """The text between three marks, as far as it goes.

    It was never closed if it runs on to the end of the file, or up to the marks that open the next
    one; then it ends before the line that begins something else.
    """
    opening = text[at : at + 3]
    place = at + 3
    while True:
        found = _MARKS.search(text, place)
        if found is None:
            return _unclosed(text, at, len(text), starts)
        if (found[0] == "'''") != (opening == "'''") or _escaped(text, found):
            place = found.start() + 1
            continue
        break
    line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
    if "\n" in text[at : found.start()] and re.fullmatch(r"\s*[\w.]+\s*=\s*", line):
        return _unclosed(text, at, found.start(), starts)
    end = found.end()
    while end - found.end() < 2 and text[end : end + 1] == opening[0] == '"':
        end += 1  # up to two marks may stand before the three that close
    fault = "" if opening == text[end - 3 : end] in ('"""', "'''") else "odd_quotes"
    return Quoted(at, end, text[at + 3 : end - 3], fault)


def _escaped(text: str, found: re.Match[str]) -> bool:
    before = text[: found.start()]
    return found[0][0] == '"' and (len(before) - len(before.rstrip("\\"))) % 2 == 1


def _unclosed(text: str, at: int, most: int, starts: Starts) -> Quoted:
    stop, sure = most, False
    line_start = text.find("\n", at)
    while 0 <= line_start < most:
        line_end = text.find("\n", line_start + 1)
        line = text[line_start + 1 : line_end if line_end >= 0 else len(text)]
        if is_heading(line) or starts(line):
            stop, sure = line_start, True
            break
        line_start = line_end
    content = _without_comments(text[at + 3 : stop])
    return Quoted(at, at + 3 + len(content), content, "open_text", sure)


def _without_comments(content: str) -> str:
    """A text without the empty lines and remarks at its end, which belong to what comes next."""
    lines = content.split("\n")
    while len(lines) > 1 and (not lines[-1].strip() or lines[-1].lstrip().startswith("#")):
        lines.pop()
    return "\n".join(lines).rstrip()


def went_on(text: str, at: int, end: int, starts: Starts) -> Quoted | None:
    """A text between single marks that goes on over some lines and is closed there."""
    lines = 0
    place = end
    while lines < _MOST_LINES and 0 <= place < len(text):
        line_end = text.find("\n", place + 1)
        line_end = line_end if line_end >= 0 else len(text)
        line = text[place + 1 : line_end]
        if is_heading(line) or starts(line):
            return None
        if closed := re.search(rf"[\"{QUOTES}][{SPACES}\r]*$", line):
            close = place + 1 + closed.start()
            return Quoted(at, close + 1, text[at + 1 : close], "line_end_in_text")
        if '"' in line:
            return None
        place, lines = line_end, lines + 1
    return None
