"""The positions of the keys in a TOML text.

tomli decides whether a text is TOML and what it says, but gives no positions of what it read. This
scanner walks the same text again and notes where every key, table and list item begins. It relies
on the text being valid, and so only needs to know how each thing ends.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from functools import cached_property
from typing import Final

import tomli

KeyPath = tuple[str | int, ...]
"""The way to a value: keys of tables and indexes of lists, from the top."""

_BLANK: Final = re.compile(r"(?:[ \t\n,]++|#[^\n]*+)*+")
_COMMENT: Final = re.compile(r"#[^\n]*+")
_EQUALS: Final = re.compile(r"=[ \t]*+")
_KEY: Final = re.compile(
    r"""[ \t]*+([A-Za-z0-9_-]++|"(?:[^"\\\n]++|\\.)*+"|'[^'\n]*+')[ \t]*+(\.?)"""
)
_SCALAR: Final = re.compile(
    r'''"""(?:[^"\\]++|\\.|"{1,2}+(?!"))*+"{3,5}+'''
    r"""|'''(?:[^']++|'{1,2}+(?!'))*+'{3,5}+"""
    r'''|"(?:[^"\\\n]++|\\.)*+"'''
    r"""|'[^'\n]*+'"""
    r"""|[^,\]}\n#]++""",
    re.DOTALL,
)


class Positions:
    """The place of every path in a valid TOML text.

    ``repeated`` is the first path that is given twice, and the offset of the second time; TOML
    forbids that, so it is ``None`` unless the text was cut off where tomli gave up.
    """

    def __init__(self, text: str) -> None:
        text = text.replace("\r\n", "\n")
        scanner = Scanner(text)
        self._places = scanner.places
        self.repeated = scanner.repeated
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]

    @classmethod
    def of(cls, text: str, places: Mapping[KeyPath, int]) -> Positions:
        """Positions of a text that is no TOML, whose places somebody else has found."""
        positions = cls("")
        positions._places = dict(places)
        positions._lines = [0, *(found.end() for found in re.finditer("\n", text))]
        return positions

    def __contains__(self, path: KeyPath) -> bool:
        return path in self._places

    def locate(self, path: KeyPath) -> tuple[int, int]:
        """Line and column, from 1, of a path, or of the nearest thing around it that is written."""
        while path and path not in self._places:
            path = path[:-1]
        return self.line_and_column(self._places.get(path, 0))

    def path_at(self, line: int, column: int) -> KeyPath:
        """The path of what stands at a line and a column, from 1: the innermost key or item."""
        offset = self._lines[min(line, len(self._lines)) - 1] + column - 1
        begun = bisect_right(self._in_order, offset, key=lambda place: place[0])
        return self._in_order[begun - 1][1] if begun else ()

    @cached_property
    def _in_order(self) -> list[tuple[int, KeyPath]]:
        """All places, of several that begin at one letter the innermost last."""
        places = [(at, path) for path, at in self._places.items()]
        return sorted(places, key=lambda place: (place[0], len(place[1])))

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1, of a character of the text."""
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1


class Scanner:
    """One walk through a text; ``places`` maps a path to the offset where it is first written.

    ``spans`` are the offsets of the values that are written, from the first character of each to
    the one after its last; ``entries`` the offset of the key before each, and the path of the table
    whose keys it follows. ``headings`` are those of tables and of cards, by their paths.
    ``comments`` are all comments, each as it is written.
    """

    def __init__(self, text: str) -> None:
        self.places: dict[KeyPath, int] = {}
        self.spans: dict[KeyPath, tuple[int, int]] = {}
        self.entries: dict[KeyPath, tuple[int, KeyPath]] = {}
        self.headings: dict[KeyPath, int] = {}
        self.comments: list[str] = []
        self.repeated: tuple[KeyPath, int] | None = None
        self._assigned_paths: set[KeyPath] = set()
        self._text = text
        self._at = 0
        self._counts: dict[KeyPath, int] = {}
        table: KeyPath = ()
        while mark := self._next():
            if mark == "[":
                table = self._header()
            else:
                self._values(self._assigned(table))

    def _skip(self, pattern: re.Pattern[str]) -> None:
        if found := pattern.match(self._text, self._at):
            self._at = found.end()

    def _next(self) -> str:
        """Skip blanks, comments and commas; returns the next character, or ``""`` at the end."""
        begin = self._at
        self._skip(_BLANK)
        if self._text.find("#", begin, self._at) >= 0:
            self.comments += _COMMENT.findall(self._text, begin, self._at)
        return self._text[self._at : self._at + 1]

    def _header(self) -> KeyPath:
        """Read ``[a.b]`` or ``[[a.b]]``: the path of the table that the next lines belong to.

        A part that names a list of tables means its latest table. The counts are kept by whole
        path, so those of ``[[a.b]]`` start again when ``[[a]]`` moves on.
        """
        begin = self._at
        brackets = 2 if self._text.startswith("[[", begin) else 1
        self._at += brackets
        path: KeyPath = ()
        for start, key in self._key():
            if path in self._counts:
                path = (*path, self._counts[path] - 1)
            path = (*path, key)
            self.places.setdefault(path, start)
        if brackets == 2:
            count = self._counts.get(path, 0)
            self._counts[path] = count + 1
            path = (*path, count)
            self.places[path] = start
        self._give(path, start)
        self.headings[path] = begin
        self._at += brackets
        return path

    def _assigned(self, table: KeyPath) -> KeyPath:
        """Read ``a.b =``: the path of the value that follows."""
        path, begin = table, self._at
        for start, key in self._key():
            path = (*path, key)
            self.places.setdefault(path, start)
        self._give(path, start)
        self.entries[path] = begin, table
        self._skip(_EQUALS)
        return path

    def _give(self, path: KeyPath, start: int) -> None:
        if path in self._assigned_paths and not self.repeated:
            self.repeated = path, start
        self._assigned_paths.add(path)

    def _key(self) -> list[tuple[int, str]]:
        """Read a dotted key, which cannot be empty: where each part begins, and the part."""
        parts = []
        while found := _KEY.match(self._text, self._at):
            parts.append((found.start(1), _unquoted(found[1])))
            self._at = found.end()
            if not found[2]:
                return parts
        raise ValueError(f"no key at {self._at}: the text is not TOML")

    def _values(self, path: KeyPath) -> None:
        """Read a value with all nested values; not recursive, since files may nest deeply."""
        open_lists: list[tuple[KeyPath, int]] = []
        awaited: KeyPath | None = path
        while awaited is not None:
            begin = self._at
            self.spans[awaited] = begin, begin
            if self._text.startswith(("[", "{"), begin):
                open_lists.append((awaited, 0 if self._text[begin] == "[" else -1))
                self._at += 1
            else:
                self._skip(_SCALAR)
                self._end(awaited)
            awaited = self._inner(open_lists)

    def _end(self, path: KeyPath) -> None:
        """The value at a path ends here, or before the blanks that a bare one is followed by."""
        begin, _ = self.spans[path]
        self.spans[path] = begin, begin + len(self._text[begin : self._at].rstrip())

    def _inner(self, open_lists: list[tuple[KeyPath, int]]) -> KeyPath | None:
        """The path of the next value in the open lists and tables, closing those that end here.

        An open list has the index it has come to, an open inline table has -1.
        """
        while open_lists:
            if self._next() in "]}":  # or at the end of a text that was cut off
                closed, _ = open_lists.pop()
                self._at += 1
                self._end(closed)
                continue
            path, index = open_lists[-1]
            if index < 0:
                return self._assigned(path)
            open_lists[-1] = (path, index + 1)
            self.places[*path, index] = self._at
            return (*path, index)
        return None


def _unquoted(key: str) -> str:
    if key[0] == '"' and "\\" in key:
        (key,) = tomli.loads(f"{key}=0")
        return str(key)
    return key[1:-1] if key[0] in "\"'" else key
