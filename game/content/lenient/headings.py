"""Headings in brackets or without any, in either language, and the tables that they open."""

from __future__ import annotations

import re
from typing import Final

from game.content.lenient import naming
from game.content.lenient.bullets import bullet_list
from game.content.lenient.characters import QUOTES, SPACES, stripped
from game.content.lenient.edits import Edit
from game.content.lenient.placing import Placing
from game.content.lenient.shape import Shape
from game.content.lenient.strings import literal
from game.content.lenient.tree import Items, Table
from game.content.lenient.values import ValueReader

_S: Final = rf"[{SPACES}\r]*"
_BRACKETED: Final = re.compile(
    rf"(?P<open>\[+){_S}(?P<name>[^\[\]#=\n]*?){_S}(?P<close>[\])}}]*)(?P<rest>{_S}:?)(?={_S}(?:#|$))"
)
_FOLLOWED: Final = re.compile(
    rf"(?P<open>\[+){_S}(?P<name>[^\[\]#=\n]+?){_S}(?P<close>\]+){_S}(?P<more>[^\s#].*)"
)
_ALONE: Final = re.compile(
    rf"[({{<]{{0,2}}{_S}(?P<name>[^\W\d][\w -]{{1,30}}?){_S}[)}}>]{{0,2}}(?P<colon>:?){_S}(?=#|$)"
)
_NUMBERED: Final = re.compile(
    rf"(?P<name>[^\W\d]{{3,15}}){_S}(?:nr\.?|no\.?)?{_S}\d{{1,2}}{_S}[:.)–-]?{_S}"
    r"(?P<title>[^\n#]*)"
)
_ID: Final = re.compile(r"[a-z][a-z0-9_-]*")


class Headings:
    """Reads the headings of one text."""

    def __init__(self, text: str, values: ValueReader, placing: Placing) -> None:
        self.text, self.values, self.placing = text, values, placing
        self._opened: dict[tuple[str, ...], int] = {}

    def bracketed(self, at: int, end: int) -> int | None:
        """Read ``[economy]`` or ``[[ideas]]``, however it is written; the place behind it."""
        found = _BRACKETED.match(self.text, at, end)
        if found is None and (behind := self._followed(at, end)):
            return behind
        if found is None or not found["name"]:
            self.values.fault("open_heading", at, end)
            self.placing.close()
            return end
        words = [stripped(word).strip(f"\"'{QUOTES}") for word in found["name"].split(".")]
        names, sure, extra = self._names(words, found.end())
        if names is None:
            known = ", ".join(self._known(words[0]))
            self.values.fault("unknown_heading", at, found.end(), headings=known)
            self.placing.doubted.add(())
            self.placing.close()
            return found.end()
        if other := self._meant_for_other(names, found.end()):
            heading, names = f"[[{other}]]", (other,)
            self.values.fault("heading_of_others", at, found.end(), heading, heading=heading)
        else:
            self._tell(found, names, words, sure, extra)
        self._open(names, at, found)
        return found.end()

    def _followed(self, at: int, end: int) -> int | None:
        """Read ``[[ideas]] Book a time``: what stands behind the heading is kept as a remark."""
        found = _FOLLOWED.match(self.text, at, end)
        if found is None:
            return None
        names, sure, _ = self._names([stripped(word) for word in found["name"].split(".")], end)
        if names is None or not sure:
            return None
        start = found.start("more")
        heading = found[0][: start - at].strip()
        self.values.fault(
            "heading_not_alone",
            start,
            end,
            edits=(Edit(start, start, "# "),),
            certain=True,
            heading=heading,
        )
        self._open(names, at, found)
        return end

    def _known(self, first: str) -> list[str]:
        """The headings that there are; below a table of tables, those of it."""
        inner = self.placing.shape.keys.get(first)
        if inner is not None and any(one.kind == "table" for one in inner.keys.values()):
            return [f"[{first}.{name}]" for name in inner.keys]
        shapes = self.placing.shape.keys.items()
        decks = [f"[[{name}]]" for name, shape in shapes if shape.is_deck]
        return [*(f"[{name}]" for name, shape in shapes if shape.kind == "table"), *decks]

    def _names(self, words: list[str], behind: int) -> tuple[tuple[str, ...] | None, bool, str]:
        """The names that the words of a heading mean, whether that is sure, and an id in them."""
        shape: Shape | None = self.placing.shape
        meant = naming.heading_meant(words[0], self.placing.shape)
        if meant is None and len(words) == 1:
            return self._inside(words[0]), True, ""
        if meant is None:
            return None, False, ""
        inner = self.placing.shape.keys[meant.key]
        shape = inner.item if inner.is_deck else inner
        below = naming.keys_below(self.text, behind)
        sure = meant.sure or naming.fits(below, shape)
        names = [meant.key]
        for word in words[1:]:
            key = naming.key_meant(word, shape)
            if key is None and inner.is_deck and len(words) == 2:  # [ideas.booking]
                has_id = "id" in below
                return (meant.key,), sure, "" if has_id or not _ID.fullmatch(word) else word
            if key is None:
                return None, False, ""
            names.append(key)
            below_this = shape.keys.get(key) if shape is not None else None
            shape = below_this.item if below_this is not None and below_this.is_deck else below_this
        return tuple(names), sure, ""

    def _inside(self, word: str) -> tuple[str, ...] | None:
        """The names of a table in a table, or in the card that is read: ``[[posts]]``."""
        found = []
        for name, shape in self.placing.shape.keys.items():
            table = shape.item if shape.is_deck else shape
            if table is None or (shape.is_deck and self.placing.here.deck != name):
                continue
            key = naming.key_meant(word, table)
            if key and (table.keys[key].kind == "table" or table.keys[key].is_deck):
                found.append((name, key))
        return found[0] if len(found) == 1 else None

    def _meant_for_other(self, names: tuple[str, ...], behind: int) -> str:
        """The other cards that begin here, by all the keys below their heading."""
        shape = self.placing.shape.keys[names[0]]
        below = naming.keys_below(self.text, behind)
        if len(names) > 1 or not shape.is_deck or naming.fits(below, shape.item):
            return ""
        others = naming.decks_that_fit(below, self.placing.shape)
        return others[0] if len(others) == 1 and others != list(names) else ""

    def _tell(
        self, found: re.Match[str], names: tuple[str, ...], words: list[str], sure: bool, extra: str
    ) -> None:
        """Tell a heading that is not written as it should be."""
        shape = self.placing.shape.at(_path(names, self.placing.shape))
        wanted = "[[" if shape is not None and shape.is_deck else "["
        closing = "]" * len(wanted)
        mended = wanted + ".".join(names) + closing
        if extra:
            mended += f'\nid = "{extra}"'
        written = found[0]
        plain = re.sub(rf"{_S}", "", written)
        if plain == mended:
            self.values.odd_blanks(found.start(), found.end())
            return
        if tuple(words) != names:
            code = "other_heading"
        elif found["open"] != wanted and found["close"] == "]" * len(found["open"]):
            code = "one_bracket" if wanted == "[[" else "two_brackets"
        else:
            code = "open_heading"
        self.values.fault(code, found.start(), found.end(), mended, certain=sure, heading=mended)

    def _open(self, names: tuple[str, ...], at: int, found: re.Match[str]) -> None:
        shape = self.placing.shape.at(_path(names, self.placing.shape))
        deck = shape is not None and shape.is_deck
        in_card = self.placing.shape.keys[names[0]].is_deck and len(names) > 1
        scrap = not deck and not in_card and self._stands(names)
        if scrap:
            line = self.text.count("\n", 0, self._first_place(names)) + 1
            if other := self._lacking_beside(names):
                heading = f"[{'.'.join(other)}]"
                self.values.fault(
                    "twice_for_other", at, found.end(), heading, heading=heading, line=line
                )
                names, scrap = other, False
            else:
                self.values.fault("twice", at, found.end(), key=names[-1], line=line)
        self._opened.setdefault(names, at)
        self.placing.open(names, at, scrap=scrap)

    def _lacking_beside(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """The names of the only table of its kind that has no heading, as one track of four."""
        parent = self.placing.shape.at(names[:-1])
        if len(names) < 2 or parent is None:
            return ()
        beside = [(*names[:-1], key) for key in parent.keys if key in parent.needed]
        lacking = [other for other in beside if f"[{'.'.join(other)}]" not in self.text]
        return lacking[0] if len(lacking) == 1 and not self._stands(lacking[0]) else ()

    def _stands(self, names: tuple[str, ...]) -> bool:
        """Whether the table was opened before, or written as a value."""
        if names in self._opened:
            return True
        table = self.placing.root
        for name in names:
            entry = table.entries.get(name)
            if entry is None or not isinstance(entry.node, Table):
                return entry is not None and not isinstance(entry.node, Items)
            table = entry.node
        return table.end > table.start or (
            bool(table.entries) and not any(name[: len(names)] == names for name in self._opened)
        )

    def _first_place(self, names: tuple[str, ...]) -> int:
        if names in self._opened:
            return self._opened[names]
        return self.placing.lines.get(names, 0)

    # -------------------------------------------------------------- without brackets
    def word_alone(self, at: int, end: int) -> int | None:
        """Read ``Roller:``; it is a heading where keys follow that fit, or a list of bullets."""
        found = _ALONE.match(self.text, at, end)
        if found is None:
            return self._numbered(at, end)
        meant = naming.heading_meant(found["name"], self.placing.shape)
        if meant is None or not meant.sure:
            return None
        shape = self.placing.shape.keys[meant.key]
        inner = shape.item if shape.is_deck else shape
        heading = f"[[{meant.key}]]" if shape.is_deck else f"[{meant.key}]"
        behind = found.end("colon")
        if naming.fits(naming.keys_below(self.text, end + 1), inner):
            self.values.fault("word_heading", at, behind, heading, certain=True, heading=heading)
            self.placing.open((meant.key,), at)
            return behind
        bullets = bullet_list(self.text, end + 1)
        if bullets.items:
            self.values.fault("bullets_for_cards", at, behind, heading=heading, key=meant.key)
            self.placing.doubted.add((meant.key,))
            return bullets.end
        return None

    def _numbered(self, at: int, end: int) -> int | None:
        """Read ``Idé 1: Streger på gulvet``, where keys of an idea follow."""
        found = _NUMBERED.match(self.text, at, end)
        meant = naming.heading_meant(found["name"], self.placing.shape) if found else None
        if found is None or meant is None:
            return None
        shape = self.placing.shape.keys[meant.key]
        below = naming.keys_below(self.text, end + 1)
        if not shape.is_deck or not naming.fits(below, shape.item):
            return None
        heading, title = f"[[{meant.key}]]", found["title"].strip(f" \"'{QUOTES}")
        name = f"\nname = {literal(title)}" if title else ""
        self.values.fault("word_heading", at, end, heading + name, certain=True, heading=heading)
        self.placing.open((meant.key,), at)
        self.placing.here.table.damaged = bool(title)  # its name stands in the heading
        return end


def _path(names: tuple[str, ...], root: Shape) -> tuple[str | int, ...]:
    """The path of names, with an index behind each list of tables but the last."""
    path: tuple[str | int, ...] = ()
    for n, name in enumerate(names):
        path = (*path, name)
        shape = root.at(path)
        if shape is not None and shape.is_deck and n < len(names) - 1:
            path = (*path, 0)
    return path
