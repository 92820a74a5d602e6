"""A scenario file as it is written, changed place by place: everything else stays as it is.

A :class:`Document` is a text of TOML and its data. A change replaces the characters of the value
that it concerns; comments, order, and the way in which other values are written are kept to the
byte. tomlkit was tried for this: it takes the comment over the next deck away with the last card,
writes a moved card twice, and needs a fifth of a second to read a case.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any, Final

import tomli
import tomli_w

from game.content.nested import found_at, is_within, nested, put_at, without_empty
from game.content.positions import KeyPath, Scanner
from game.content.syntax import copied
from game.content.toml_values import entry, is_long_prose, is_prose, key_text, written

ORDER: Final = (
    *("tracks", "economy", "rules", "roles", "ideas", "benefits", "risks", "events", "prompts"),
)
"""In which order the tables of a case are written: where a new one finds its place."""

_Edit = tuple[int, int, str]
"""The characters from an offset to another, and what is to stand there."""


class Document:
    """A text of TOML, with what it says as ``data``; each change gives another document.

    Raises :class:`tomli.TOMLDecodeError` for a text that is no TOML. A path is one of keys and of
    numbers in lists. Lists of tables may be written either way, as ``[[ideas]]`` or as values.
    """

    def __init__(self, text: str) -> None:
        self.data: dict[str, Any] = tomli.loads(text)
        self.text = text

    @cached_property
    def _layout(self) -> Scanner:
        return Scanner(self.text)

    def get(self, path: KeyPath, default: Any = None) -> Any:
        """The value at a path, or the default where nothing is written."""
        return found_at(self.data, path, default)

    # ------------------------------------------------------------------ changes
    def set(self, path: KeyPath, value: Any) -> Document:
        """The document with a value at a path; the tables around it are written if need be.

        What stands where one of them has to be, and is none, is written over.
        """
        for n in range(1, len(path)):
            around = self.get(path[:n])
            fitting = dict if isinstance(path[n], str) else list
            if around is not None and not isinstance(around, fitting):
                return self.set(path[:n], nested(path[n:], value))
        if self.get(path) == value and type(self.get(path)) is type(value):
            return self
        data = copied(self.data)
        put_at(data, path, value)
        return self._changed(data, lambda: self._set(path, value))

    def remove(self, path: KeyPath) -> Document:
        """The document without the value at a path; the same one if there is none."""
        if self.get(path) is None:
            return self
        data = copied(self.data)
        del found_at(data, path[:-1])[path[-1]]
        if path in self._layout.headings and found_at(data, path[:-1]) == []:
            del found_at(data, path[:-2])[path[-2]]  # without a heading there is no list
        return self._changed(data, lambda: self._removed(path))

    def insert(self, path: KeyPath, index: int, value: Any) -> Document:
        """The document with one more value in the list at a path, which may be missing."""
        there, data = self.get(path), copied(self.data)
        if there is None:
            put_at(data, path, [value])
        elif not isinstance(there, list):
            return self.remove(path).insert(path, index, value)
        else:
            found_at(data, path).insert(index, value)
        return self._changed(data, lambda: self._inserted(path, index, value))

    def move(self, path: KeyPath, index: int, to: int) -> Document:
        """The document with a value of the list at a path moved to another place in it."""
        order = list(range(len(self.get(path, []))))
        order.insert(to, order.pop(index))
        data = copied(self.data)
        items = found_at(data, path)
        items[:] = [items[n] for n in order]
        return self._changed(data, lambda: self._reordered(path, order))

    def _changed(self, data: dict[str, Any], edit: Callable[[], str]) -> Document:
        """What an edit gives; where that says something else the data is written anew.

        That is so for a list of tables that is to hold something else; all comments stand above
        the data then. A table in which nothing is left may go with its last key.
        """
        try:
            result = Document(edit())
            if without_empty(result.data) == without_empty(data):
                return result
        except (tomli.TOMLDecodeError, LookupError):
            pass
        comments = "".join(f"{comment}\n" for comment in self._layout.comments)
        return Document(f"{comments}\n{tomli_w.dumps(data, multiline_strings=True)}")

    # ------------------------------------------------------------------ setting
    def _set(self, path: KeyPath, value: Any) -> str:
        at = self._layout
        if path in at.spans:
            start, end = at.spans[path]
            begin, table = at.entries.get(path, (start, path))
            if is_long_prose(value) and table != path and self._is_block(table):
                return self._with((begin, end, entry(_dotted(path, table), value)))
            return self._with((start, end, written(value)))
        if path in at.headings and isinstance(value, dict):
            return self._refilled(path, value)
        if self.get(path) is not None:
            return self.remove(path).set(path, value).text
        return self._added(path, value)

    def _refilled(self, path: KeyPath, value: dict[str, Any]) -> str:
        """The text with other lines below a heading, in place of all that belongs to it."""
        start, end = self._line_end(self._layout.headings[path]), self._block_end(path)
        gap = "" if self.text[start - 1] == "\n" else "\n"
        lines = "".join(f"{entry(key_text(key), each)}\n" for key, each in value.items())
        return self._with((start, max(start, end), f"{gap}{lines}"))

    def _added(self, path: KeyPath, value: Any) -> str:
        """The text with a value at a path at which nothing is written yet."""
        at, table = self._layout, path[:-1]
        if isinstance(path[-1], int):
            raise LookupError(f"no item {path[-1]}")
        if self.get(table) is None and table:
            return self.set(table, {path[-1]: value}).text
        if table in at.spans:
            return self._added_inline(table, path, value)
        if table and (table in self._layout.headings or self._dotted_keys(table)):
            return self._added_line(path, value)
        if isinstance(value, dict) and not is_prose(value):
            return self._new_block(f"[{_dotted(path, ())}]", path, value)
        return self._added_heading(table, path, value) if table else self._added_line(path, value)

    def _added_inline(self, table: KeyPath, path: KeyPath, value: Any) -> str:
        start, end = self._layout.spans[table]
        last = max(
            (e for p, (_, e) in self._layout.spans.items() if is_within(p, table)), default=0
        )
        line = entry(_dotted(path, table), value, inline=True)
        if last:
            return self._with((last, last, f", {line}"))
        return self._with((start, end, f"{{ {line} }}"))

    def _added_line(self, path: KeyPath, value: Any) -> str:
        """One line more below a heading, after the last that stands there."""
        at, table = self._layout, path[:-1]
        if self._is_block(table):
            base, own = table, [p for p, (_, owner) in at.entries.items() if owner == table]
        else:  # a table written as dotted keys: those of the line before are repeated
            own = self._dotted_keys(table)
            _, base = at.entries[max(own, key=lambda p: at.entries[p][0])]
        after = max((at.spans[p][1] for p in own), default=at.headings.get(base, -1))
        if base in at.spans:
            line = entry(_dotted(path, base), value, inline=True)
            return self._with((after, after, f", {line}"))
        where = self._line_end(after) if after >= 0 else 0
        gap = "" if where == 0 or self.text[where - 1] == "\n" else "\n"
        return self._with((where, where, f"{gap}{entry(_dotted(path, base), value)}\n"))

    def _is_block(self, table: KeyPath) -> bool:
        """Whether the keys of a table stand on lines of their own."""
        return not table or table in self._layout.headings

    def _dotted_keys(self, table: KeyPath) -> list[KeyPath]:
        """What is written of a table as dotted keys of one around it."""
        return [
            path
            for path, (_, owner) in self._layout.entries.items()
            if is_within(path, table) and is_within(table, owner)
        ]

    def _added_heading(self, table: KeyPath, path: KeyPath, value: Any) -> str:
        """A heading for a table that has only tables below it, above the first of them."""
        first = min(p for p in self._layout.headings if is_within(p, table))
        start = self._block_start(first)
        line = entry(_dotted(path, table), value)
        return self._with((start, start, f"[{_dotted(table, ())}]\n{line}\n\n"))

    def _new_block(self, heading: str, path: KeyPath, value: dict[str, Any]) -> str:
        """A heading with its lines, after the tables that come before it in a case."""
        lines = "\n".join([heading, *(entry(key_text(k), v) for k, v in value.items())])
        where = self._place_of(str(path[0]))
        before = "" if where == 0 else "\n"
        after = "\n" if self.text[where:].startswith("[") else ""
        gap = "" if where == 0 or self.text[where - 1] == "\n" else "\n"
        return self._with((where, where, f"{gap}{before}{lines}\n{after}"))

    def _place_of(self, name: str) -> int:
        """Where a new table of this name begins."""
        rank = ORDER.index(name) if name in ORDER else len(ORDER)
        earlier = {"", *ORDER[: rank + 1]} if rank < len(ORDER) else None
        ends = [
            self._block_end(path)
            for path in self._layout.headings
            if earlier is None or path[0] in earlier
        ]
        top = [self._layout.spans[p][1] for p, (_, t) in self._layout.entries.items() if not t]
        ends += [self._line_end(max(top))] if top else []
        return max(ends, default=0)

    # ------------------------------------------------------------------ removing
    def _removed(self, path: KeyPath) -> str:
        at = self._layout
        if path in at.headings:
            return self._without_blocks(path)
        if path in at.spans and isinstance(path[-1], int):
            return self._without_item(path)
        if path in at.entries:
            return self._with(*self._entries_cut([path]))
        return self._without_blocks(path, self._dotted_keys(path))

    def _without_blocks(self, path: KeyPath, entries: Iterable[KeyPath] = ()) -> str:
        edits = self._entries_cut(entries)
        for heading in self._layout.headings:
            if is_within(heading, path) or heading == path:
                start, end = self._block_start(heading), self._own_end(heading)
                blank = len(self.text[:start]) - len(self.text[:start].rstrip("\n"))
                edits.append((start - max(0, blank - 1), end, ""))
        return self._with(*edits)

    def _entries_cut(self, paths: Iterable[KeyPath]) -> list[_Edit]:
        at, edits = self._layout, []
        for path in paths:
            begin, table = at.entries[path]
            end = at.spans[path][1]
            if self._is_block(table):
                edits.append((self._line_start(begin), self._line_end(end), ""))
            else:
                edits.append(self._inline_gap(begin, end, table))
        return edits

    def _inline_gap(self, begin: int, end: int, table: KeyPath) -> _Edit:
        """What to leave out with an entry of an inline table: the comma before or after it."""
        rest = self.text[end:].lstrip()
        if rest.startswith(","):
            after = end + self.text[end:].index(",") + 1
            return begin, after + len(self.text[after:]) - len(self.text[after:].lstrip()), ""
        before = self.text[:begin].rstrip()
        if before.endswith(","):
            return len(before) - 1, end, ""
        start, close = self._layout.spans[table]
        return start + 1, close - 1, ""

    def _without_item(self, path: KeyPath) -> str:
        items, n = self._items(path[:-1]), int(path[-1])
        start, end = items[n]
        if self._alone(start, end):
            return self._with((self._line_start(start), self._line_end(end), ""))
        if n + 1 < len(items):
            return self._with((start, items[n + 1][0], ""))
        before = items[n - 1][1] if n else start
        if self.text.find("#", before, start) >= 0:  # it is of the item before
            before = start
        comma = re.compile(r"\s*,").match(self.text, end)
        return self._with((before, comma.end() if comma else end, ""))

    # ------------------------------------------------------------------ lists
    def _items(self, path: KeyPath) -> list[tuple[int, int]]:
        """From where to where each item of a list is written, as a value or below headings."""
        count, at = len(self.get(path, [])), self._layout
        if path in at.spans:
            return [at.spans[*path, n] for n in range(count)]
        return [(self._block_start((*path, n)), self._block_end((*path, n))) for n in range(count)]

    def _reordered(self, path: KeyPath, order: Sequence[int]) -> str:
        spans = self._items(path)
        texts = [self.text[start:end] for start, end in spans]
        return self._with(
            *((start, end, texts[n]) for (start, end), n in zip(spans, order, strict=True))
        )

    def _inserted(self, path: KeyPath, index: int, value: Any) -> str:
        at = self._layout
        if path in at.spans:
            return self._inserted_value(path, index, value)
        if not isinstance(value, dict) or (len(path) > 1 and (*path, 0) not in at.headings):
            return self.set(path, [*self.get(path, []), value]).text
        if (*path, 0) not in at.headings:
            return self._new_block(f"[[{_dotted(path, ())}]]", path, value)
        lines = [f"[[{_dotted(path, ())}]]", *(entry(key_text(k), v) for k, v in value.items())]
        block, spans = "\n".join(lines) + "\n", self._items(path)
        if index < len(spans):
            start = spans[index][0]
            return self._with((start, start, f"{block}\n"))
        end = spans[-1][1]
        gap = "" if self.text[end - 1] == "\n" else "\n"
        return self._with((end, end, f"{gap}\n{block}"))

    def _inserted_value(self, path: KeyPath, index: int, value: Any) -> str:
        items, text = self._items(path), written(value)
        if not items:
            start, end = self._layout.spans[path]
            remarks = self.text[start + 1 : end - 1].strip()
            lines = f"\n  {text},\n" if isinstance(value, dict) or remarks else text
            return self._with((start, end, f"[{remarks}{lines}]"))
        near = items[min(index, len(items) - 1)]
        indent = self.text[self._line_start(near[0]) : near[0]]
        if index < len(items):
            gap = f",\n{indent}" if self._alone(*near) else ", "
            return self._with((near[0], near[0], f"{text}{gap}"))
        if not self._alone(*near):
            return self._with((near[1], near[1], f", {text}"))
        comma = "" if self.text[near[1] :].lstrip().startswith(",") else ","
        after = self._line_end(near[1])
        return self._with((near[1], near[1], comma), (after, after, f"{indent}{text},\n"))

    def _alone(self, start: int, end: int) -> bool:
        """Whether an item of a list has its lines for itself."""
        before = self.text[self._line_start(start) : start]
        after = self.text[end : self._line_end(end)].strip().removeprefix(",").strip()
        return not before.strip() and (not after or after.startswith("#"))

    # ------------------------------------------------------------------ where things lie
    def _line_start(self, offset: int) -> int:
        return self.text.rfind("\n", 0, offset) + 1

    def _line_end(self, offset: int) -> int:
        """The offset after the end of a line."""
        found = self.text.find("\n", offset)
        return len(self.text) if found < 0 else found + 1

    def _block_start(self, heading: KeyPath) -> int:
        """The line of a heading, or the first of the comments that stand right above it."""
        start = self._line_start(self._layout.headings[heading])
        while start and self.text.startswith("#", self._line_start(start - 1)):
            start = self._line_start(start - 1)
        return start

    def _own_end(self, heading: KeyPath) -> int:
        """The end of the last line that belongs to a heading; comments below it do not."""
        at = self._layout
        ends = [at.spans[p][1] for p, (_, table) in at.entries.items() if table == heading]
        return self._line_end(max(ends, default=at.headings[heading]))

    def _block_end(self, heading: KeyPath) -> int:
        """As :meth:`_own_end`, with the tables of a card that have headings of their own."""
        inner = [p for p in self._layout.headings if p == heading or is_within(p, heading)]
        return max(map(self._own_end, inner))

    def _with(self, *edits: _Edit) -> str:
        """The text with other characters in some places, which do not overlap."""
        ordered = sorted(edits)
        ends = [0, *(end for _, end, _ in ordered)]
        starts = [*(start for start, _, _ in ordered), len(self.text)]
        kept = [self.text[end:start] for end, start in zip(ends, starts, strict=True)]
        pieces = [new for _, _, new in ordered]
        return "".join(part for pair in zip(kept, [*pieces, ""], strict=True) for part in pair)


def _dotted(path: KeyPath, base: KeyPath) -> str:
    """The key of a path as it is written below another path."""
    return ".".join(key_text(part) for part in path[len(base) :] if isinstance(part, str))
