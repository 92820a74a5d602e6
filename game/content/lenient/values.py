"""Reads a value, with all that it holds, from text that may be no TOML: to the next sure place."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from game.content.findings import Finding, quoted
from game.content.lenient import long_strings, scalars, strings
from game.content.lenient.characters import ODD_SPACES, SPACES, UNSEEN, clean_blanks
from game.content.lenient.edits import Edit, Fault
from game.content.lenient.strings import KEY, Quoted, Where
from game.content.lenient.tree import Entry, Items, Node, Table, Token

DEEPEST: Final = 8
"""How deeply lists and braces are read; no case file needs half of it."""

_S: Final = rf"[{SPACES}]*"
_BLANKS: Final = re.compile(rf"[{SPACES}\r]*")
_NO_ODD_SPACES: Final = {ord(letter): None for letter in map(chr, range(0x2000, 0x200B))} | {
    ord(letter): None for letter in "\u00a0\u1680\u202f\u205f\u3000"
}
_ODD: Final = re.compile(rf"[{ODD_SPACES}{UNSEEN}]+")
_PAIR: Final = re.compile(
    rf"(?P<key>{KEY}|\"[^\"\n]*\"|'[^'\n]*'|[^\W\d][\w -]{{0,30}}?)(?P<sign>{_S}(?:=|:){_S})"
)
_NEXT_PAIR: Final = re.compile(rf"{KEY}{_S}=")
_BARE_MARK_AT_END: Final = re.compile(r'(?<!\\)((?:\\\\)*)"\Z')
_ESCAPED_MARK: Final = r"\1\\" + '"'
_CLOSERS: Final = {"[": "]", "(": ")", "{": "}"}


class ValueReader:
    """Reads values of one text. What is wrong is added to ``faults``.

    ``starts`` says whether a line begins something that can stand in no value.
    """

    def __init__(self, text: str, faults: list[Fault], starts: Callable[[str], bool]) -> None:
        self.text = text
        self._faults = faults
        self._starts = starts

    # -------------------------------------------------------------- helpers
    def line_end(self, at: int) -> int:
        """Where the line of a place ends."""
        end = self.text.find("\n", at)
        return end if end >= 0 else len(self.text)

    def blanks(self, at: int) -> int:
        """The place behind the blanks of a line; those that TOML does not know are told."""
        found = _BLANKS.match(self.text, at)
        end = found.end() if found else at
        self.odd_blanks(at, end)
        return end

    def odd_blanks(self, start: int, end: int) -> None:
        """Tell blanks between two places that TOML does not know."""
        if odd := _ODD.search(self.text, start, end):
            code = "unseen_character" if odd[0].translate(_NO_ODD_SPACES) else "odd_space"
            edits = tuple(
                Edit(one.start(), one.end(), clean_blanks(one[0]))
                for one in _ODD.finditer(self.text, start, end)
            )
            self.fault(code, odd.start(), odd.end(), edits=edits, certain=True)

    def fault(
        self,
        code: str,
        start: int,
        end: int,
        text: str | None = None,
        *,
        edits: tuple[Edit, ...] = (),
        certain: bool = False,
        **params: object,
    ) -> None:
        """Note a fault; with ``text`` it is mended by putting that in its place."""
        edits = edits if text is None else (Edit(start, end, text),)
        params.setdefault("written", quoted(self.text[start:end]))
        self._faults.append(Fault(Finding(code, params=params), start, end, edits, certain))

    # -------------------------------------------------------------- values
    def read(self, at: int, where: Where, depth: int = 0) -> tuple[Node | None, int]:
        """The value at a place, ``None`` if there is none, and the place behind it."""
        end = self.line_end(at)
        letter = self.text[at : at + 1]
        if depth > DEEPEST:
            self.fault("too_deep", at, at + 1)
            return None, end
        if long_strings.is_long(self.text, at):
            return self._token(long_strings.read(self.text, at, self._starts))
        if strings.opens(letter):
            quoted_text = self._quoted(at, end, where)
            if quoted_text is not None:
                return self._token(quoted_text)
        elif letter in _CLOSERS and letter:
            read = self._braces if letter == "{" else self._list
            return read(at, depth)
        return self._bare(at, end, where)

    def _quoted(self, at: int, end: int, where: Where) -> Quoted | None:
        found = strings.read(self.text, at, end, where)
        if where == "line" and found and found.fault in ("line_end_in_text", "odd_quotes"):
            closed = re.search(r"[^\w\s]\s*$", self.text[found.start + 1 : found.end])
            if found.fault == "line_end_in_text" or not closed:
                longer = long_strings.went_on(self.text, at, end, self._starts)
                return longer or found
        return found

    def _token(self, found: Quoted) -> tuple[Node, int]:
        """The token of a text in marks, and what was wrong with it."""
        text, start, end = self.text, found.start, found.end
        written = text[start:end]
        long = "\n" in found.content or long_strings.is_long(text, start)
        literal = _literal(written, found, long=long)
        if literal != written:
            code = found.fault or ("bad_escape" if "\\" in written else "stray_character")
            certain = found.certain and (written[0] == "'" or strings.is_certain(found.content))
            self.fault(code, start, end, literal, certain=certain)
        return Token(start, end, written, literal), end

    def _bare(self, at: int, end: int, where: Where) -> tuple[Node | None, int]:
        """A value without marks; words are kept as they are, for who knows what is expected."""
        stop = scalars.end_of(self.text, at, end, where)
        written = self.text[at:stop]
        if not written:
            return None, at
        literal = scalars.plain_scalar(written)
        if literal and literal != written:
            code = scalars.odd_character(written)
            self.fault(code, at, stop, literal, certain=True)
        return Token(at, stop, written, literal), stop

    # -------------------------------------------------------------- lists
    def _list(self, at: int, depth: int) -> tuple[Node, int]:
        found = Items(at, at)
        place, closer = at + 1, _CLOSERS[self.text[at]]
        if closer == ")":
            self.fault("round_brackets", at, at + 1, "[", certain=True)
        while True:
            place, last = self._inside(place, found.items[-1].end if found.items else at + 1)
            letter = self.text[place : place + 1]
            if last or letter == "" or letter in "])}":
                found.end = self._closed(place, last, letter, "]")
                return found, found.end
            if letter in ",;":
                place = self._comma(place)
                continue
            if found.items and not self._comma_before(found.items[-1].end, place):
                self._missing_comma(found.items[-1].end)
            item, behind = self.read(place, "list", depth + 1)
            if item is None or behind <= place:
                self.fault("left_over", place, place + 1)
                behind = place + 1
            else:
                found.items.append(item)
            place = behind

    def _inside(self, place: int, last: int) -> tuple[int, int]:
        """The next letter in a list, over lines and remarks; or where the list was left open."""
        while True:
            place = self.blanks(place)
            letter = self.text[place : place + 1]
            if letter == "#":
                place = self.line_end(place)
            elif letter == "\n":
                line = self.text[place + 1 : self.line_end(place + 1)]
                if long_strings.is_heading(line) or self._starts(line):
                    return place, last
                place += 1
            else:
                return place, 0 if letter else last

    def _closed(self, place: int, last: int, letter: str, closer: str) -> int:
        """The end of a list or of braces; a wrong mark, or none, is told."""
        if last:
            code = "open_list" if closer == "]" else "open_braces"
            space = " " if closer == "}" else ""
            comma = re.compile(rf"{_S},").match(self.text, last)
            end = comma.end() if comma else last  # one that was to go on is not wrong by itself
            self.fault(code, last - 1, last, edits=(Edit(last, end, space + closer),), certain=True)
            return end
        if letter == closer:
            return place + 1
        if letter == "}":  # the list is in braces, which end here
            self.fault(
                "open_list", place, place + 1, edits=(Edit(place, place, "]"),), certain=True
            )
            return place
        self.fault("wrong_bracket", place, place + 1, closer, certain=True, closer=closer)
        return place + 1

    def _comma(self, place: int) -> int:
        if self.text[place] == ";":
            self.fault("semicolon", place, place + 1, ",", certain=True)
        return place + 1

    def _comma_before(self, start: int, end: int) -> bool:
        between = re.sub(r"#[^\n]*", "", self.text[start:end])
        return "," in between or ";" in between

    def _missing_comma(self, at: int) -> None:
        self.fault("comma_missing", at, at + 1, edits=(Edit(at, at, ","),), certain=True)

    # -------------------------------------------------------------- braces
    def _braces(self, at: int, depth: int) -> tuple[Node, int]:
        found = Table(at, at)
        place, behind_last = at + 1, 0
        several_lines = self.text[at + 1 : self.line_end(at)].partition("#")[0].strip() == ""
        while True:
            stop = self._inside_braces(place, behind_last or at + 1, several_lines)
            place, last = stop
            letter = self.text[place : place + 1]
            if last or letter in ("", "}", "]", ")"):
                found.end = self._closed(place, last, letter, "}")
                return found, found.end
            if letter in ",;":
                place = self._comma(place)
                continue
            if behind_last and not self._comma_before(behind_last, place):
                self._missing_comma(behind_last)
            place = behind_last = self._pair(found, place, depth)

    def _inside_braces(self, place: int, last: int, several_lines: bool) -> tuple[int, int]:
        """The next letter in braces; a line that ends without a comma ends them, too."""
        while True:
            place = self.blanks(place)
            letter = self.text[place : place + 1]
            if letter == "#":
                place = self.line_end(place)
            elif letter == "\n":
                line = self.text[place + 1 : self.line_end(place + 1)]
                comma = self.text[last:place].partition("#")[0].strip().endswith((",", ";"))
                ends = not (comma or several_lines or line.lstrip().startswith(("}", "#")))
                if long_strings.is_heading(line) or (ends and line.strip()):
                    return place, last
                place += 1
            else:
                return place, 0 if letter else last

    def _pair(self, table: Table, at: int, depth: int) -> int:
        """Read a key with its value into a table in braces; the place behind them."""
        found = _PAIR.match(self.text, at)
        if found is None:
            return self._no_pair(table, at)
        key = found["key"].strip("\"'")
        if ":" in found["sign"]:
            start, end = found.span("sign")
            self.fault("colon", start, end, " = ", certain=True)
        else:
            self.odd_blanks(*found.span("sign"))
        place = found.end()
        node, behind = self.read(place, "braces", depth + 1)
        if node is None:
            table.damaged = True
            self.fault("no_value_here", at, found.end(), key=quoted(key))
            behind = max(behind, place)
        self._enter(table, key, found.start("key"), found.end("key"), node)
        return self._behind(behind)

    def _enter(self, table: Table, key: str, start: int, end: int, node: Node | None) -> None:
        *tables, last = key.split(".") if re.fullmatch(KEY, key) else [key]
        for name in tables:
            entry = table.entries.setdefault(name, Entry(start, end, Table(start, end)))
            if not isinstance(entry.node, Table):
                return
            table = entry.node
        if last in table.entries:
            self.fault("twice_here", start, end, key=quoted(last))
            return
        table.entries[last] = Entry(start, end, node)

    def _no_pair(self, table: Table, at: int) -> int:
        """Pass over what is no key with a value, to the next comma or the end of the braces."""
        table.damaged = True
        found = re.compile(r"[,}\n]").search(self.text, at + 1)
        end = found.start() if found else len(self.text)
        self.fault("no_pair", at, end)
        return end

    def _behind(self, at: int) -> int:
        """Pass over what is left over between a value in braces and the next sure place."""
        end = self.line_end(at)
        rest = self.text[at:end]
        found = re.match(rf"{_S}(?:$|[,;}}\])#\r]|(?={_NEXT_PAIR.pattern}))", rest)
        if found:
            return at
        found = re.search(rf"[}}]|,{_S}{KEY}{_S}=|$", rest)
        stop = at + (found.start() if found else len(rest))
        start = at + len(rest) - len(rest.lstrip())
        self.fault("left_over", start, max(stop, start + 1), "")
        return stop


def _literal(written: str, found: Quoted, *, long: bool) -> str:
    """How TOML writes a text; a good one stays as it is, letter by letter."""
    if not found.fault and written[0] == "'":
        return written
    if not long:
        to_toml = strings.literal if written[0] == "'" else strings.basic
        return to_toml(found.content)
    if written.startswith("'''"):
        return written if not found.fault else f"'''{found.content}'''"
    content = strings.with_codes(found.content)
    content = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", "", content)
    return f'"""{_BARE_MARK_AT_END.sub(_ESCAPED_MARK, content)}"""'
