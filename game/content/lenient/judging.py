"""Judges what was read by what may stand at each place: other words, other signs, other kinds.

What can be trusted becomes plain data; of what cannot, the path is ``doubted``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from game.content.findings import Finding, quoted, unshown_in
from game.content.lenient import naming, words_for_values
from game.content.lenient.edits import Edit, Fault
from game.content.lenient.numbers import Judged, judge_number
from game.content.lenient.references import Cards
from game.content.lenient.shape import Kind, Shape
from game.content.lenient.strings import literal
from game.content.lenient.tree import UNREADABLE, Entry, Items, Node, Table, Token
from game.content.lenient.vocabulary import is_none, key_for
from game.content.positions import KeyPath
from game.content.toml_values import written as as_toml

_OVERVIEW: Final = ("mio. kr.", "DKK m")
"""What the economy overview is counted in where its author says nothing."""


_BY_THEMSELVES: Final[Mapping[Kind, Callable[[Any, str], Judged]]] = {
    "flag": words_for_values.judge_flag,
    "day": words_for_values.judge_day,
    "range": words_for_values.judge_range,
    "arrows": words_for_values.judge_arrows,
}
"""What judges a value for which nothing around it counts."""


class Judge:
    """One walk over what was read. ``data`` is what can be trusted of it."""

    def __init__(self, root: Table, shape: Shape) -> None:
        self.faults: list[Fault] = []
        self.doubted: set[KeyPath] = set()
        self.places: dict[KeyPath, int] = {}
        self.spots: dict[KeyPath, tuple[int, int]] = {}
        """Where each single value stands."""
        self.cards = Cards()
        self._root = root
        self.data: dict[str, Any] = self._table(root, shape, ())
        self.faults += self.cards.judged(self.data, self.doubted)

    # -------------------------------------------------------------- what holds others
    def _table(self, table: Table, shape: Shape | None, path: KeyPath) -> dict[str, Any]:
        if table.damaged:
            self.doubted.add((*path, "*"))
        data: dict[str, Any] = {}
        for written, entry in table.entries.items():
            key = self._key(written, entry, table, shape)
            inner = shape.keys.get(key) if shape is not None else None
            place = (*path, key)
            self.places[place] = entry.start
            value = self._node(entry.node, inner, place, table)
            if value is UNREADABLE:
                self.doubted.add(place)
            else:
                data[key] = value
        self._note_card(table, shape, path, data)
        return data

    def _note_card(
        self, table: Table, shape: Shape | None, path: KeyPath, data: Mapping[str, Any]
    ) -> None:
        """Take note of a card that has a name and no id."""
        if len(path) != 2 or shape is None or "id" not in shape.needed:
            return
        name, at = data.get("name"), self.places.get((*path, "name"))
        told = next(iter(name.values()), None) if isinstance(name, Mapping) else name
        if "id" in data or (*path, "id") in self.doubted or not isinstance(told, str) or at is None:
            return
        self.cards.note_missing(path, told, at, in_braces=table.end > table.start)

    def _key(self, written: str, entry: Entry, table: Table, shape: Shape | None) -> str:
        """The key that is meant; another word for it is told."""
        if shape is None or written in shape.keys:
            return written
        meant = naming.key_meant(written, shape)
        if meant is None or meant in table.entries:
            return written
        params = {"written": quoted(written), "key": meant}
        edits = (Edit(entry.start, entry.end, meant),)
        self.faults.append(
            Fault(Finding("other_key", params=params), entry.start, entry.end, edits, certain=True)
        )
        return meant

    def _node(self, node: Node | None, shape: Shape | None, path: KeyPath, table: Table) -> Any:
        if node is None:
            return UNREADABLE
        self.spots[path] = (node.start, node.end)
        if isinstance(node, Token):
            return self._token(node, shape, path, table)
        if isinstance(node, Table):
            if shape is not None and shape.is_deck:
                return self._one_card(node, shape, path)
            known = shape if shape is not None and shape.kind in ("table", "prose") else None
            return self._table(node, known, path)
        return self._items(node, shape, path, table)

    def _one_card(self, node: Table, shape: Shape, path: KeyPath) -> list[Any]:
        """A table where a list of them should be: it is its only item."""
        self.places[*path, 0] = node.start
        if node.end > node.start:
            edits = (Edit(node.start, node.start, "["), Edit(node.end, node.end, "]"))
            finding = Finding("one_in_list", params={"key": quoted(path[-1])})
            self.faults.append(Fault(finding, node.start, node.end, edits, certain=True))
        return [self._table(node, shape.item, (*path, 0))]

    def _items(self, node: Items, shape: Shape | None, path: KeyPath, table: Table) -> Any:
        if shape is not None and shape.kind == "range":
            return self._range(node, path, table)
        if shape is not None and shape.kind == "choice":
            return self._one_choice(node, shape)
        if shape is not None and shape.kind == "table":
            return self._one_table(node, shape, path, table)
        item = shape.item if shape is not None else None
        values = []
        for n, inner in enumerate(node.items):
            place = (*path, n)
            self.places[place] = inner.start
            value = self._node(inner, item, place, table)
            if value is UNREADABLE:  # something has to keep its place in the list
                self.doubted.add(place)
            values.append(None if value is UNREADABLE else value)
        return values

    def _one_choice(self, node: Items, shape: Shape) -> Any:
        """A list where one thing is chosen: what stands in it alone is meant."""
        said = ", ".join(
            str(token.value if token.literal else token.written)
            for token in node.items
            if isinstance(token, Token)
        )
        choices = words_for_values.several(said, shape)
        if len(choices) == 1:
            text, meant = as_toml(choices[0]), choices[0]
            self._tell(
                node, Judged(meant, "other_choice", text, True, {"written": said, "key": meant})
            )
            return meant
        self._tell(node, words_for_values.one_of_several(choices or [shape.choices[0]], said))
        return UNREADABLE

    def _one_table(self, node: Items, shape: Shape, path: KeyPath, table: Table) -> Any:
        """A list where one table stands: the table in it, if it is the only one."""
        tables = [inner for inner in node.items if isinstance(inner, Table)]
        if not tables:
            numbers = [
                inner.value for inner in node.items if isinstance(inner, Token) and inner.literal
            ]
            self._tell(node, self._for_numbers(numbers, shape, path, table))
            return UNREADABLE
        first, alone = tables[0], len(node.items) == 1
        edits = (Edit(node.start, first.start, ""), Edit(first.end, node.end, ""))
        finding = Finding("one_table", params={"key": quoted(path[-1])})
        self.faults.append(Fault(finding, node.start, node.end, edits, certain=alone))
        return self._table(first, shape, path) if alone else UNREADABLE

    def _for_numbers(self, numbers: list[Any], shape: Shape, path: KeyPath, table: Table) -> Judged:
        """Numbers where a table should be: on the card's track, where the table is of tracks."""
        track = next(_texts(table.entries.get("track")), "")
        example: object = (
            {track: numbers} if track in shape.keys else _example(shape, "…", "…", table)
        )
        params = {"key": quoted(path[-1]), "keys": ", ".join(shape.keys)}
        return Judged(code="table_needed", text=as_toml(example), certain=False, params=params)

    def _range(self, node: Items, path: KeyPath, table: Table) -> Any:
        whole = Shape("whole", low=-99, high=99)
        ends = [self._node(inner, whole, (*path, n), table) for n, inner in enumerate(node.items)]
        if any(end is UNREADABLE for end in ends):
            return UNREADABLE
        if len(ends) > 2 and all(type(end) is int for end in ends):
            mended = as_toml([min(ends), max(ends)])
            self._tell(node, Judged(code="range_of_three", text=mended, certain=False))
            return UNREADABLE
        return ends

    # -------------------------------------------------------------- single values
    def _token(self, token: Token, shape: Shape | None, path: KeyPath, table: Table) -> Any:
        value = token.value if token.literal else UNREADABLE
        if shape is None:
            if value is UNREADABLE:
                text = literal(token.written)
                self._tell(token, Judged(code="no_quotes", text=text, params={"text": text}))
                return token.written  # that its key is not known is told as well
            return value
        judged = self._judged(value, token, shape, path, table)
        self._tell(token, judged)
        return judged.value

    def _judged(
        self, value: Any, token: Token, shape: Shape, path: KeyPath, table: Table
    ) -> Judged:
        written = token.written
        if judge := _BY_THEMSELVES.get(shape.kind):
            return judge(value, written)
        match shape.kind:
            case "whole" | "number":
                return judge_number(value, written, shape, self._units(shape, table))
            case "choice":
                return words_for_values.judge_choice(value, written, shape)
            case "list":
                return words_for_values.judge_list(value, written, shape)
            case "table":
                return self._for_table(value, token, shape, path, table)
        judged = words_for_values.judge_text(value, written)
        if shape.kind == "id" and judged.code == "number_for_text":
            judged = Judged(judged.value)  # that it can be no id is told
        judged = _shown(judged, token, shape.letters)
        if isinstance(judged.value, str):
            self.cards.note(path, shape, judged.value, token)
        return judged

    def _for_table(
        self, value: Any, token: Token, shape: Shape, path: KeyPath, table: Table
    ) -> Judged:
        """A single value where a table should be: what can be said is said by an example."""
        said = value if isinstance(value, str) else token.written
        if is_none(said) and not shape.needed:
            return Judged({}, "nothing", "{}", True, {"written": said})
        text = as_toml(_example(shape, said, value, table))
        key = next(part for part in reversed(path) if isinstance(part, str))
        params = {"key": quoted(key), "keys": ", ".join(shape.keys)}
        return Judged(code="table_needed", text=text, certain=False, params=params)

    def _units(self, shape: Shape, table: Table) -> list[str]:
        """The texts that say what a number is counted in."""
        if shape.unit.startswith("points, a count"):
            return list(_texts(table.entries.get("kind")))
        if shape.unit == "the overview's own":
            economy = self._root.entries.get("economy")
            node = economy.node if economy else None
            own = node.entries if isinstance(node, Table) else {}
            return list(_texts(_named(own, "unit"))) or list(_OVERVIEW)
        if shape.unit == "the indicator's own":
            return list(_texts(_named(table.entries, "unit")))
        return [shape.unit] if shape.unit else []

    def _tell(self, node: Node, judged: Judged) -> None:
        if not judged.code:
            return
        start, end = node.start, max(node.end, node.start + 1)
        params = {
            name: quoted(value) if isinstance(value, str) and name != "keys" else value
            for name, value in judged.params.items()
        }
        edits = (Edit(start, node.end, judged.text),) if judged.text is not None else ()
        finding = Finding(judged.code, params=params)
        self.faults.append(Fault(finding, start, end, edits, judged.certain))


def _shown(judged: Judged, token: Token, letters: str) -> Judged:
    """A text without what cannot be shown; ``letters`` is the pattern of the letters that can.

    Where it is a code that cannot be shown, a backslash may be meant, as in ``T:\\temp``. What else
    is wrong with the text comes first: it may not be certain.
    """
    text = judged.value
    if not isinstance(text, str) or judged.code or re.fullmatch(letters, text):
        return judged
    params = unshown_in(text, letters)
    unshown = letters.removeprefix("^").removesuffix("*$").replace("[^", "[", 1)
    clean = Token(token.start, token.end, token.written, _without(unshown, token.literal))
    if isinstance(clean.value, str) and re.fullmatch(letters, clean.value):
        certain = bool(clean.value) and token.literal == token.written
        return Judged(clean.value, "unprintable", clean.literal, certain, params)
    if "\n" in token.literal:
        return judged
    params |= {"written": token.literal[1:-1]}
    return Judged(
        code="code_in_text", text=literal(token.literal[1:-1]), certain=False, params=params
    )


def _without(unshown: str, literal: str) -> str:
    """A text as TOML writes it without such letters, its ends of lines kept."""
    spaced = literal.replace("\t", " ")
    return re.sub(unshown, lambda found: found[0] if found[0] == "\n" else "", spaced)


def _named(entries: Mapping[str, Entry], key: str) -> Entry | None:
    """The entry of a key, by whatever word it is written."""
    return next((entry for word, entry in entries.items() if key_for(word, [key])), None)


def _texts(entry: Entry | None) -> Iterator[str]:
    """The text of an entry, or those of its languages."""
    node = entry.node if entry is not None else None
    inner = node.entries.values() if isinstance(node, Table) else [entry]
    for one in inner:
        if one is not None and isinstance(one.node, Token):
            value = one.node.value if one.node.literal else one.node.written
            if isinstance(value, str):
                yield value


def _needed(shape: Shape) -> dict[str, object]:
    """The keys that a table cannot do without, each with an example."""
    return {key: inner.example for key, inner in shape.keys.items() if key in shape.needed}


def _example(shape: Shape, said: str, value: Any, table: Table) -> object:
    """A table that holds what was written, where it has a place for it; else the schema's own."""
    example = shape.example if isinstance(shape.example, Mapping) else _needed(shape)
    if "indicator" in shape.keys:
        return {**example, "indicator": said}
    track = next(_texts(table.entries.get("track")), "")
    if track in shape.keys and isinstance(value, int):
        return {track: value}
    return example
