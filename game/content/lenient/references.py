"""Ids and what refers to them: one that is missing or cannot be one is made, and references too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from game.content.findings import Finding, quoted
from game.content.lenient.edits import Edit, Fault
from game.content.lenient.shape import Shape
from game.content.lenient.tree import Token
from game.content.positions import KeyPath
from game.content.toml_values import written as as_toml
from game.frozen import frozen

REFERENCES: Final[Mapping[tuple[str, str], str]] = {
    ("ideas", "risks"): "risks",
    ("risks", "about"): "ideas",
}
"""The list of ids in a card, and the cards whose ids they are."""
_LONGEST: Final = 40
_GOOD: Final = re.compile(r"[a-z][a-z0-9_-]*")
_LETTERS: Final = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ü": "u", "ö": "oe"})


def mended_id(written: str) -> str:
    """An id made from what was written: ``Åbne døre`` gives ``aabne_doere``; empty if nothing is
    left.

    >>> mended_id("Åbne døre"), mended_id("2. idé")
    ('aabne_doere', 'ide')
    """
    word = re.sub(r"[^a-z0-9-]+", "_", written.casefold().translate(_LETTERS))
    return word.strip("_-").lstrip("0123456789_-")[:_LONGEST]


@frozen
class _Nameless:
    """A card without an id: its path, its name, and the letter before which the id may stand."""

    path: KeyPath
    name: str
    at: int
    in_braces: bool


class Cards:
    """The ids, the names and the references of a file, each with the token that it stands in."""

    def __init__(self) -> None:
        self._ids: list[tuple[str, KeyPath, str, Token]] = []
        self._names: dict[tuple[str, str], KeyPath] = {}
        self._references: list[tuple[str, KeyPath, str, Token]] = []
        self._nameless: list[_Nameless] = []

    def note(self, path: KeyPath, shape: Shape, text: str, token: Token) -> None:
        """Take note of a text: of an id, a name or a reference."""
        if len(path) == 4 and (deck := REFERENCES.get((str(path[0]), str(path[2])))):
            self._references.append((deck, path, text, token))
        elif shape.kind == "id":
            self._ids.append((str(path[0]) if len(path) == 3 else "", path, text, token))
        elif len(path) >= 3 and path[2] == "name":
            self._names.setdefault((str(path[0]), text.casefold()), path)

    def note_missing(self, path: KeyPath, name: str, at: int, *, in_braces: bool) -> None:
        """Take note of a card without an id; ``at`` is where its name is written."""
        self._nameless.append(_Nameless(path, name, at, in_braces))

    def judged(self, data: dict[str, Any], doubted: set[KeyPath]) -> Iterator[Fault]:
        """The faults of ids and references; ``data`` gets what is meant."""
        taken = {(deck, id) for deck, _, id, _ in self._ids if _GOOD.fullmatch(id)}
        renamed: dict[tuple[str, str], str] = {}
        for deck, path, id, token in self._ids:
            if _GOOD.fullmatch(id):
                continue
            mended = self._referred(deck, taken) or _free(mended_id(id), deck, taken)
            doubted.add(path)
            if not mended or (deck, id) in renamed:
                params = {"written": quoted(id)}
                yield Fault(Finding("bad_id", params=params), token.start, token.end)
                continue
            taken.add((deck, mended))
            renamed[deck, id] = mended
            _put(data, path, mended)
            yield self._renaming(deck, id, mended, token)
        for card in self._nameless:
            yield from self._with_id(card, data, doubted, taken)
        for deck, path, id, token in self._references:
            if new := renamed.get((deck, id)):
                _put(data, path, new)
            elif (deck, id) not in taken and (meant := self._meant(deck, id, taken, data)):
                _put(data, path, meant)
                params = {"written": quoted(id), "key": meant}
                edits = (Edit(token.start, token.end, as_toml(meant)),)
                finding = Finding("other_reference", params=params)
                yield Fault(finding, token.start, token.end, edits, certain=True)

    def _referred(self, deck: str, taken: set[tuple[str, str]]) -> str:
        """The id that others refer to and no card has, where only one card lacks a good one."""
        bad = {id for kind, _, id, _ in self._ids if kind == deck and not _GOOD.fullmatch(id)}
        unknown = {
            id
            for kind, _, id, _ in self._references
            if kind == deck and (deck, id) not in taken and _GOOD.fullmatch(id)
        }
        lacking = len(bad) + sum(card.path[0] == deck for card in self._nameless)
        return unknown.pop() if lacking == len(unknown) == 1 else ""

    def _with_id(
        self,
        card: _Nameless,
        data: dict[str, Any],
        doubted: set[KeyPath],
        taken: set[tuple[str, str]],
    ) -> Iterator[Fault]:
        """An id for a card that has none: the one that others refer to, or one of its name."""
        deck = str(card.path[0])
        id = self._referred(deck, taken) or _free(mended_id(card.name), deck, taken)
        if not id:
            return
        taken.add((deck, id))
        doubted.add((*card.path, "id"))
        data[deck][card.path[1]]["id"] = id
        line = f"id = {as_toml(id)}"
        edits = (Edit(card.at, card.at, line + (", " if card.in_braces else "\n")),)
        finding = Finding("missing_id", params={"card": quoted(card.name), "key": id})
        yield Fault(finding, card.at, card.at + 1, edits, certain=True, shown=line)

    def _renaming(self, deck: str, id: str, mended: str, token: Token) -> Fault:
        """An id that is changed, and with it all that refers to it."""
        others = [
            one for kind, _, reference, one in self._references if (kind, reference) == (deck, id)
        ]
        edits = tuple(Edit(one.start, one.end, as_toml(mended)) for one in (token, *others))
        params = {"written": quoted(id), "key": mended}
        return Fault(
            Finding("mended_id", params=params), token.start, token.end, edits, certain=True
        )

    def _meant(
        self, deck: str, written: str, taken: set[tuple[str, str]], data: Mapping[str, Any]
    ) -> str:
        """The id that a reference means: in other letters, or by the name of the card."""
        word = mended_id(written)
        for kind, id in taken:
            if kind == deck and id.replace("-", "_") == word.replace("-", "_"):
                return id
        path = self._names.get((deck, written.casefold()))
        card = data[deck][path[1]] if path else {}
        named = card.get("id") if isinstance(card, dict) else None
        return named if isinstance(named, str) and (deck, named) in taken else ""


def _free(id: str, deck: str, taken: set[tuple[str, str]]) -> str:
    """The id, with a number behind it where another card has it."""
    if not id:
        return ""
    numbers = (f"{id[: _LONGEST - 3]}_{n}" for n in range(2, 100))
    return next((one for one in (id, *numbers) if (deck, one) not in taken), "")


def _put(data: Any, path: KeyPath, value: str) -> None:
    """Write a value to a path that is there."""
    for part in path[:-1]:
        data = data[part]
    data[path[-1]] = value
