"""Where a key belongs: in the table that is read, further up, or below a heading that was lost."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from game.content.findings import Finding, quoted
from game.content.lenient import naming
from game.content.lenient.characters import QUOTES, SPACES, stripped
from game.content.lenient.edits import Edit, Fault
from game.content.lenient.shape import Shape
from game.content.lenient.tree import Entry, Items, Table, Token
from game.content.positions import KeyPath

_PART: Final = re.compile(
    rf"[{SPACES}]*(?:\"([^\"]*)\"|'([^']*)'|[{QUOTES}]([^{QUOTES}]*)[{QUOTES}]|([^.\"']+))"
    rf"[{SPACES}]*\.?"
)
_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")


@dataclass(slots=True)
class Here:
    """The table that is being read; ``deck`` is set while it is a card."""

    path: KeyPath
    table: Table
    shape: Shape | None
    deck: str = ""


@dataclass(slots=True)
class Part:
    """A part of a dotted key: as written, its place, and the key of the schema that it means."""

    word: str
    start: int
    end: int
    key: str = ""


@dataclass(slots=True)
class Placed:
    """A key and the table it goes into. ``home``: why that is not the table it stands in."""

    parts: list[Part]
    table: Table
    path: KeyPath
    shape: Shape | None
    home: str = ""
    faults: list[Fault] = field(default_factory=list)

    @property
    def key(self) -> str:
        """The key as it is quoted."""
        return quoted(self.parts[-1].key)


class Placing:
    """Knows the table that is read, and puts each key where it belongs."""

    def __init__(self, root: Table, shape: Shape) -> None:
        self.root, self.shape = root, shape
        self.here = Here((), root, shape)
        self.top_end = -1
        """Where the last key of the top level ends; -1 before there is one."""
        self.first_heading = -1
        self.doubted: set[KeyPath] = set()
        self.lines: dict[KeyPath, int] = {}
        """The places of keys and headings, for what stands twice."""

    # -------------------------------------------------------------- asked by the parser
    def knows(self, word: str) -> bool:
        """Whether a word is a key that may stand here, or at another place of a case."""
        first = _parts(word, 0)[0].word
        return any(naming.key_meant(first, shape) is not None for shape in self._shapes())

    def shape_of(self, word: str) -> Shape | None:
        """What may be the value of a key here."""
        key = naming.key_meant(word, self.here.shape)
        return self.here.shape.keys[key] if key and self.here.shape else None

    def _shapes(self) -> list[Shape | None]:
        tables = [shape for shape in self.shape.keys.values() if shape.kind == "table"]
        return [self.here.shape, self.shape, *tables]

    # -------------------------------------------------------------- keys
    def place(self, text: str, start: int, end: int) -> Placed:
        """The place of the key that is written from ``start`` to ``end``."""
        parts = _parts(text[start:end], start)
        first = parts[0]
        key = None if self._is_late(first.word) else naming.key_meant(first.word, self.here.shape)
        faults = self._lost_heading(text, start, first.word, key)
        if faults:
            key = naming.key_meant(first.word, self.here.shape)
        placed = Placed(parts, self.here.table, self.here.path, self.here.shape, faults=faults)
        if key is None and self.here.shape is not None:
            self._elsewhere(placed, first.word)
        self._follow(placed)
        return placed

    def _is_late(self, word: str) -> bool:
        """Whether a word is a key of the whole case that is still missing, and no key of a card.

        It may be another word for a key of the card; but then the card has that one already.
        """
        here = self.here.shape
        if here is None or here is self.shape or word in here.keys or word not in self.shape.keys:
            return False
        meant = naming.key_meant(word, here)
        return word not in self.root.entries and meant in self.here.table.entries

    def _lost_heading(self, text: str, start: int, word: str, key: str | None) -> list[Fault]:
        """A heading that seems to be missing before this key: its table is opened."""
        again = key is not None and key in self.here.table.entries and self.here.deck
        if self.here.shape is None or (key is not None and not again):
            return []
        if key is None and not naming.is_known(word):
            return []
        line = text.rfind("\n", 0, start) + 1
        below = naming.keys_below(text, line)
        if below[:1] != [word]:
            return []
        decks = naming.decks_that_fit(below, self.shape)
        name = self.here.deck if self.here.deck in decks else next(iter(decks), "")
        sure = bool(name)
        if not name and again and key == "id":
            name = self.here.deck
        if not name and key is None and naming.key_meant(word, self.shape) is None:
            tables = naming.tables_that_fit(below, self.shape)
            lacking = [table for table in tables if table not in self.root.entries]
            name, sure = (lacking[0], len(below) > 1) if len(lacking) == 1 else ("", False)
        if not name:
            return []
        heading = f"[[{name}]]" if self.shape.keys[name].is_deck else f"[{name}]"
        self.open((name,), line)
        finding = Finding("lost_heading", params={"heading": heading, "key": quoted(word)})
        edits = (Edit(line, line, f"{heading}\n"),)
        return [Fault(finding, start, start + 1, edits, sure, shown=heading)]

    def _elsewhere(self, placed: Placed, word: str) -> None:
        """A key that cannot stand here: at the top level, or in one other table, it may."""
        top = naming.key_meant(word, self.shape)
        if top and top not in self.root.entries and self.here.table is not self.root:
            placed.table, placed.path, placed.shape = self.root, (), self.shape
            placed.home = "late_key"
            return
        if self._belongs_inside(placed):
            return
        tables = [
            name
            for name, shape in self.shape.keys.items()
            if shape.kind == "table" and word in shape.keys
        ]
        if len(tables) == 1 and not self.here.deck:
            placed.home = tables[0]

    def _belongs_inside(self, placed: Placed) -> bool:
        """Put a key of the only table in this card that has such a one into that table."""
        first, here = placed.parts[0], self.here
        keys = here.shape.keys if here.shape is not None and here.deck else {}
        inner = {
            name: key
            for name, shape in keys.items()
            if shape.kind == "table" and (key := naming.key_meant(first.word, shape))
        }
        if len(inner) != 1:
            return False
        ((name, key),) = inner.items()
        there = here.table.entries.get(name)
        if there and not (isinstance(there.node, Table) and there.node.end <= there.node.start):
            return False
        finding = Finding("inner_key", params={"key": quoted(first.word), "table": name})
        edits = (Edit(first.start, first.end, f"{name}.{key}"),)
        placed.faults.append(Fault(finding, first.start, first.end, edits, certain=True))
        first.word = key
        placed.parts.insert(0, Part(name, first.start, first.start, name))
        return True

    def _follow(self, placed: Placed) -> None:
        """Go through the parts of a dotted key, each by the name that it means."""
        shape = placed.shape
        for n, part in enumerate(placed.parts):
            part.key = naming.key_meant(part.word, shape) or part.word
            if n and shape is not None and shape.kind == "prose":
                part.key = naming.key_meant(part.word, shape) or part.word
            shape = shape.keys.get(part.key) if shape is not None else None
        placed.shape = shape

    def settle(
        self, text: str, placed: Placed, start: int, behind: int, entry: Entry
    ) -> list[Fault]:
        """Enter a key with its value into its table; what is odd about name and place."""
        faults = [*placed.faults, *_renamed(text, placed)]
        table: Table | None = placed.table
        path = placed.path
        for part in placed.parts[:-1]:
            path = (*path, part.key)
            table = _inner(table, part) if table is not None else None
        last = placed.parts[-1]
        path = (*path, last.key)
        if table is None or last.key in table.entries:
            return [*faults, self._twice(text, path, table, start, behind, entry)]
        if placed.home == "late_key":
            faults.append(self._moved(text, start, behind, placed))
        elif placed.home:
            finding = Finding(
                "elsewhere_key", params={"key": quoted(last.key), "heading": f"[{placed.home}]"}
            )
            faults.append(Fault(finding, last.start, last.end))
            self.doubted.add((placed.home, last.key))
            return faults
        if _BARE.fullmatch(last.key) or text[last.start : last.start + 1] in "\"'":
            table.entries[last.key] = entry
            self.lines[path] = start
        else:
            table.damaged = True
            faults.append(Fault(_bad_key(last), last.start, last.end))
        if placed.table is self.root and self.here.table is self.root:
            self.top_end = behind
        return faults

    def _moved(self, text: str, start: int, behind: int, placed: Placed) -> Fault:
        """A key of the top level is moved there."""
        line = text.rfind("\n", 0, start) + 1
        end = text.find("\n", behind)
        end = end + 1 if end >= 0 else len(text)
        statement = text[line:end].strip("\n")
        top = self.top_end
        top_end = text.find("\n", top) if top >= 0 else -1
        if top_end >= 0:
            insert = Edit(top_end, top_end, f"\n{statement}")
        else:
            insert = Edit(self.first_heading, self.first_heading, f"{statement}\n\n")
        params = {"key": placed.key, "heading": self._heading()}
        edits = (Edit(line, end, ""), insert)
        return Fault(
            Finding("late_key", params=params),
            start,
            max(behind, start + 1),
            edits,
            certain=True,
            moves=True,
        )

    def _heading(self) -> str:
        names = ".".join(part for part in self.here.path if isinstance(part, str))
        return f"[[{names}]]" if self.here.deck and names == self.here.deck else f"[{names}]"

    def _twice(
        self, text: str, path: KeyPath, table: Table | None, start: int, behind: int, entry: Entry
    ) -> Fault:
        """A key that stands twice; the second is taken out where it says the same."""
        params: dict[str, object] = {"key": quoted(path[-1])}
        first = table.entries.get(str(path[-1])) if table is not None else None
        if first is None:
            self.doubted.add(path)
            return Fault(Finding("clash", params=params), start, start + 1)
        params["line"] = text.count("\n", 0, first.start) + 1
        old, new = first.node, entry.node
        if isinstance(old, Token) and isinstance(new, Token) and old.written == new.written:
            line = text.rfind("\n", 0, start) + 1
            end = text.find("\n", behind)
            edits = (Edit(line, end + 1 if end >= 0 else len(text), ""),)
            return Fault(
                Finding("twice_same", params=params), start, start + 1, edits, certain=True
            )
        self.doubted.add(path)
        return Fault(Finding("twice", path, params), start, start + 1)

    # -------------------------------------------------------------- headings
    def open(self, names: tuple[str, ...], at: int, *, scrap: bool = False) -> None:
        """Let the next keys belong to the table of these names; a list gets a new card."""
        if self.first_heading < 0:
            self.first_heading = at
        table, deck = self.root, ""
        path: KeyPath = ()
        shape: Shape | None = self.shape
        for n, name in enumerate(names):
            inner = shape.keys.get(name) if shape is not None else None
            path = (*path, name)
            entry = table.entries.get(name)
            if scrap and n == len(names) - 1:
                self.doubted.add(path)
                table = Table(at, at)
            elif inner is not None and inner.is_deck:
                items = entry.node if entry and isinstance(entry.node, Items) else Items(at, at)
                table.entries[name] = Entry(entry.start if entry else at, at, items)
                if n == len(names) - 1 or not items.items:
                    items.items.append(Table(at, at))
                path = (*path, len(items.items) - 1)
                last = items.items[-1]
                table = last if isinstance(last, Table) else Table(at, at)
                inner, deck = inner.item, name
            else:
                table = self._table_in(table, name, at)
            shape = inner
        self.here = Here(path, table, shape, deck)

    def _table_in(self, table: Table, name: str, at: int) -> Table:
        entry = table.entries.setdefault(name, Entry(at, at, Table(at, at)))
        return entry.node if isinstance(entry.node, Table) else Table(at, at)

    def close(self) -> None:
        """Let the next keys belong to nothing: the heading above them means nothing to us."""
        self.here = Here((), Table(), None)


def _parts(written: str, start: int) -> list[Part]:
    """The parts of a dotted key."""
    parts = []
    for found in _PART.finditer(written):
        group = found.lastindex or 4
        word = stripped(found[group])
        at = start + found.start(group) - (group != 4)
        quotes = 0 if group == 4 else 2
        parts.append(Part(word, at, at + len(word) + quotes, word))
    return parts or [Part(written, start, start + len(written), written)]


def _inner(table: Table, part: Part) -> Table | None:
    entry = table.entries.setdefault(part.key, Entry(part.start, part.end, Table(part.start)))
    return entry.node if isinstance(entry.node, Table) else None


def _renamed(text: str, placed: Placed) -> list[Fault]:
    """A fault for each part of a key that is another word for it."""
    faults = []
    for part in placed.parts:
        written = text[part.start : part.end]
        if part.key != part.word or (written[:1] in f"{QUOTES}" and written):
            params = {"written": quoted(part.word), "key": quoted(part.key)}
            edits = (Edit(part.start, part.end, part.key),)
            faults.append(
                Fault(
                    Finding("other_key", params=params), part.start, part.end, edits, certain=True
                )
            )
    return faults


def _bad_key(part: Part) -> Finding:
    return Finding("bad_key", params={"written": quoted(part.word)})
