"""Reads a case file line by line, goes on after each error, and says what it found.

It knows which keys may stand where: only so can a heading that was lost be told from a key that
stands twice, and a Danish word for a key from a word that means nothing.
"""

from __future__ import annotations

import re
from typing import Final

from game.content.lenient import naming
from game.content.lenient.bullets import BULLET, bullet_list
from game.content.lenient.characters import QUOTES, SPACES
from game.content.lenient.edits import Edit, Fault
from game.content.lenient.headings import Headings
from game.content.lenient.placing import Placed, Placing
from game.content.lenient.shape import Shape, case_shape
from game.content.lenient.tree import Entry, Table
from game.content.lenient.values import ValueReader

MOST_FAULTS: Final = 600
"""After so many the rest is left: it is no case file, or all of it has one cause."""

_S: Final = rf"[{SPACES}\r]*"
_STATEMENT: Final = re.compile(
    rf"(?P<key>[\w\"'{QUOTES}][\w .\-\"'{QUOTES}{SPACES}()/]{{0,80}}?)"
    rf"(?P<sign>{_S}(?P<mark>:=|==|=>|->|=|:|→|＝|≈){_S})"
)
_NO_SIGN: Final = re.compile(rf"(?P<key>[^\W\d][\w.-]*)(?P<sign>[{SPACES}]+)(?P<value>\S.*)")
_REMARK: Final = re.compile(r"//|--|;|/\*|<!--|%|REM\b")
_LITERAL: Final = re.compile(rf"[\"'{QUOTES}\[{{\d+-]|true\b|false\b")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n|$)")
_FENCE: Final = re.compile(r"^[ \t]*```[^\n]*(?:\n|\Z)", re.MULTILINE)
_LINE: Final = re.compile(r"^[ \t]*[^\s#][^\n]*", re.MULTILINE)
_COLUMNS: Final = re.compile(r"\|[^\n|]*\||[^\n;]+;[^\n;]+;|[^\n\t]+\t[^\n\t]+\t")
_LAST_BITS: Final = re.compile(rf"{_S}[,;.]?{_S}$")


class Parser:
    """One walk through a text; ``root`` is what was read, ``faults`` what was wrong."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root = Table()
        self.faults: list[Fault] = []
        self.shape: Shape = case_shape()
        self.values = ValueReader(text, self.faults, self._starts)
        self.placing = Placing(self.root, self.shape)
        self.headings = Headings(text, self.values, self.placing)
        self._prose: list[int] = []
        at, end = self._fence()
        while at < end and len(self.faults) < MOST_FAULTS:
            at = self._line(at)
        self._tell_prose()

    def _fence(self) -> tuple[int, int]:
        """Where the case begins and ends: between two lines of ```, if there are such."""
        fences = list(_FENCE.finditer(self.text))
        if not fences:
            return 0, len(self.text)
        first, last = fences[0], fences[-1]
        begin = first.end() if len(fences) > 1 or first.start() * 2 < len(self.text) else 0
        end = last.start() if last.start() >= begin else len(self.text)
        outside = [
            Edit(line.start(), line.start(), "# ")
            for line in _LINE.finditer(self.text)
            if not begin <= line.start() < end and not _FENCE.match(line[0])
        ]
        edits = (*outside, *(Edit(fence.start(), fence.end(), "") for fence in fences))
        start, stop = first.span()
        self.values.fault("fence", start, stop, edits=edits, certain=True)
        return begin, end

    @property
    def gave_up(self) -> bool:
        """Whether so much was wrong that the rest was not read."""
        return len(self.faults) >= MOST_FAULTS

    def _starts(self, line: str) -> bool:
        """Whether a line begins a new key of the table that is read, or of the whole case."""
        found = re.match(r"\s*([\w-]+(?:\.[\w-]+)*)\s*=(?!=)", line)
        if not found:
            return False
        first = found[1].partition(".")[0]
        places = (self.placing.here.shape, self.shape)
        return any(naming.key_meant(first, shape) is not None for shape in places)

    # -------------------------------------------------------------- lines
    def _line(self, at: int) -> int:
        """Read what begins in a line; the place of the next line that was not read."""
        start = at
        end = self.values.line_end(at)
        found = re.compile(_S).match(self.text, at, end)
        at = found.end() if found else at
        if at < end and self.text[at] == "#":
            self.values.odd_blanks(start, at)
            self._remark(at, end)
            return end + 1
        if at >= end:
            self.values.odd_blanks(start, end)
            return end + 1
        behind = self._something(at, end)
        if behind is None:
            self._prose.append(at)
            if self.placing.here.deck:  # what the card lacks may stand there
                self.placing.here.table.damaged = True
            return end + 1
        if self._prose and self._prose[-1] < start:
            self._tell_prose()
        self.values.odd_blanks(start, at)
        return self._rest(behind)

    def _something(self, at: int, end: int) -> int | None:
        """Read a heading, a remark or a key; the place behind it, ``None`` if it is none."""
        if self.text[at] == "[":
            return self.headings.bracketed(at, end)
        if bullet := BULLET.match(self.text, at, end):
            if behind := self._statement(bullet.end(), end):
                self.values.fault("bullet", bullet.start(), bullet.end(), "", certain=True)
                return behind
            return self._stray_bullets(at)
        if remark := _REMARK.match(self.text, at, end):
            self.values.fault("remark", at, remark.end(), "#", certain=True)
            return end
        return (
            self.headings.word_alone(at, end)
            or self._statement(at, end)
            or self._without_sign(at, end)
        )

    def _remark(self, at: int, end: int) -> None:
        if odd := _CONTROL.search(self.text, at, end):
            self.values.fault("stray_character", odd.start(), odd.end(), "", certain=True)

    def _stray_bullets(self, at: int) -> int:
        """A run of bullets where none can stand: told once."""
        stop = bullet_list(self.text, at).end
        self.values.fault("bullets", at, stop)
        self.placing.doubted.add(())  # they may be cards
        self.placing.here.table.damaged = True
        return stop

    def _tell_prose(self) -> None:
        """Tell lines that say nothing we know; lines that follow each other are told once."""
        first, last = (self._prose or [0])[0], (self._prose or [0])[-1]
        if self._prose:
            lines = len(self._prose)
            columns = _COLUMNS.match(self.text, first, self.values.line_end(first))
            if columns:  # cards may stand there
                self.placing.doubted.add(())
            edits = tuple(Edit(place, place, "# ") for place in self._prose)
            end = self.values.line_end(last)
            code = "columns" if columns else "not_a_line"
            self.values.fault(code, first, max(end, first + 1), edits=edits, lines=lines)
        self._prose.clear()

    def _rest(self, at: int) -> int:
        """Pass over what is left of a line behind a value; the place of the next line."""
        end = self.values.line_end(at)
        place = self.values.blanks(at)
        if place >= end:
            return end + 1
        if self.text[place] == "#":
            self._remark(place, end)
            return end + 1
        if remark := re.compile(r"//|--").match(self.text, place, end):
            self.values.fault("remark", place, remark.end(), "#", certain=True)
            return end + 1
        if _LAST_BITS.match(self.text, place, end):
            self.values.fault("line_comma", place, place + 1, "", certain=True)
            return end + 1
        if self._begins_another(place, end):
            edits = (Edit(at, place, "\n"),)
            self.values.fault("two_on_a_line", place, end, edits=edits, certain=True)
            return place
        self.values.fault("left_over", place, end, "")
        return end + 1

    def _begins_another(self, at: int, end: int) -> bool:
        found = _STATEMENT.match(self.text, at, end)
        return bool(found) and self._starts(self.text[at:end])

    # -------------------------------------------------------------- keys
    def _statement(self, at: int, end: int) -> int | None:
        """Read ``key = value``; with a colon only where the key is known or the value is plain."""
        found = _STATEMENT.match(self.text, at, end)
        if found is None:
            return None
        mark, value = found["mark"], self.text[found.end() : found.end() + 8]
        known = self.placing.knows(found["key"])
        if mark == ":" and not known and not (_LITERAL.match(value) and " " not in found["key"]):
            return None
        if mark not in "=:" and not known:
            return None
        if mark != "=":
            code = "colon" if mark == ":" else "wrong_sign"
            self.values.fault(code, *found.span("sign"), " = ", certain=True, sign=mark)
        else:
            self.values.odd_blanks(*found.span("sign"))
        return self._assign(found, end)

    def _without_sign(self, at: int, end: int) -> int | None:
        """``title "Pas"``: a known key, and a value that cannot be anything else."""
        found = _NO_SIGN.match(self.text, at, end)
        if found is None or not self.placing.knows(found["key"]):
            return None
        shape = self.placing.shape_of(found["key"])
        word = found["value"].strip()
        chosen = shape is not None and word in shape.choices
        if not (_LITERAL.match(word) or chosen):
            return None
        start, stop = found.span("sign")
        self.values.fault("no_equals", start, stop, " = ", certain=True, key=found["key"])
        return self._assign(found, end, stop)

    def _assign(self, found: re.Match[str], end: int, place: int = 0) -> int:
        """Read the value of a key, and put it where the key belongs."""
        start, stop = found.span("key")
        place = place or found.end()
        placed = self.placing.place(self.text, start, stop)
        if place >= end:
            return self._no_value(placed, start, place, end)
        node, behind = self.values.read(place, "line")
        if node is None:
            self.values.fault("left_over", place, end)
            behind = end
        self._settle(placed, start, behind, Entry(start, stop, node))
        return behind

    def _no_value(self, placed: Placed, start: int, place: int, end: int) -> int:
        """A key without a value: bullets below it are its list, a value on the next line is it."""
        bullets = bullet_list(self.text, end + 1)
        shape = placed.shape
        if bullets.items and shape is not None and shape.kind == "list" and not shape.is_deck:
            edit = Edit(place, bullets.end, bullets.as_list())
            first = bullets.items[0].start
            self.values.fault("bullet_list", first, bullets.end, edits=(edit,), certain=True)
            self._settle(placed, start, place, Entry(start, place, bullets))
            return bullets.end
        below = re.compile(rf"{_S}\n?{_S}(?=[\"'{QUOTES}{{\[][^\[])").match(self.text, end)
        if below and not self._starts(self.text[below.end() : self.values.line_end(below.end())]):
            edits = (Edit(place, below.end(), " "),)
            self.values.fault("value_below", place, place, edits=edits, certain=True)
            node, behind = self.values.read(below.end(), "line")
            self._settle(placed, start, behind, Entry(start, place, node))
            return behind
        self.values.fault("no_value_here", start, max(place, start + 1), key=placed.key)
        self._settle(placed, start, place, Entry(start, place, None))
        return end

    def _settle(self, placed: Placed, start: int, behind: int, entry: Entry) -> None:
        """Put a key where it belongs, and tell what is odd about its name or its place."""
        for fault in self.placing.settle(self.text, placed, start, behind, entry):
            self.faults.append(fault)
