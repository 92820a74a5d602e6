"""Texts in quotation marks of any kind, read to where their author meant them to end."""

from __future__ import annotations

import re
from typing import Final, Literal

from game.content.lenient.characters import QUOTES, SINGLE_QUOTES, SPACES
from game.frozen import frozen

Where = Literal["line", "list", "braces"]
"""What a value stands in: it decides what may come behind it."""

KEY: Final = r"[\w-]+(?:\.[\w-]+)*"
_S: Final = rf"[{SPACES}]*"
_WORDS: Final = rf"{KEY}(?: {KEY}){{0,2}}"
"""What may be meant as a key: also one of several words, as on the screen."""
_OPENING: Final = rf"[\"'{QUOTES}{SINGLE_QUOTES}]"
_BEHIND: Final[dict[Where, re.Pattern[str]]] = {
    "line": re.compile(rf"{_S}[,;]?{_S}(?:(?:\#|//|--).*)?$|{_S}{KEY}{_S}=(?!=)"),
    "list": re.compile(
        rf"{_S}(?:[\])}}#]|$|{_OPENING}|[,;]{_S}(?:$|[\[\]{{#\d+-]|{_OPENING}|[\w-]+{_S}[,\]]))"
    ),
    "braces": re.compile(
        rf"{_S}(?:[}}\])#]|$|[,;]{_S}(?:$|[}}#]|[\"']?{_WORDS}[\"']?{_S}[=:])|{KEY}{_S}=)"
    ),
}
"""What is sure to stand behind a text that is closed."""
_NEXT_KEY: Final = re.compile(rf"(.*?)({_S},{_S}{KEY}{_S}[=:]{_S})$", re.DOTALL)
_A_KEY: Final = re.compile(rf"{_S},{_S}{KEY}{_S}=")
_GOES_ON: Final = re.compile(
    rf"\r?\n{_S}(?![{SPACES}\r\n]|$|[\[\]}}#]|{_OPENING}|{_WORDS}{_S}[=:])"
)
"""A line that is neither empty nor a key, a heading or a comment: a text above it may go on."""
_NEXT_ITEM: Final = re.compile(rf"(.*?)({_S},{_S})$", re.DOTALL)
_PLAIN: Final = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'")
_DOUBLED: Final = re.compile(r"\"\"(?!\")((?:[^\"\\\n]|\\.)+)\"\"(?!\")")
"""A text whose marks stand twice, as a spreadsheet writes them."""
_CODE: Final = (
    r"\\(?:[btnfre\"\\]|[ \t\r]*\n|x[0-9a-fA-F]{2}|u(?![dD][89a-fA-F])[0-9a-fA-F]{4}"
    r"|U(?!0000[dD][89a-fA-F])00(?:0[0-9a-fA-F]|10)[0-9a-fA-F]{4})"
)
_BACKSLASH: Final = re.compile(rf"{_CODE}|\\")
_BARE: Final = re.compile(rf"({_CODE})|[\"\x00-\x08\x0b-\x1f\x7f]")
_NO_MARK_BEHIND: Final = re.compile(r"\\(?!\")")


@frozen
class Quoted:
    """A text that was read: its place, the letters between its marks, and what was wrong."""

    start: int
    end: int
    content: str
    fault: str = ""
    certain: bool = True


def opens(letter: str) -> bool:
    """Whether a letter is a quotation mark that a text may begin with."""
    return letter != "" and letter in f"\"'{QUOTES}{SINGLE_QUOTES}"


def basic(content: str) -> str:
    """A text as TOML writes it on one line, from what stood between marks."""
    return f'"{_BARE.sub(_escaped, with_codes(content))}"'


def literal(content: str) -> str:
    """A text as TOML writes it on one line, where every backslash in it is one."""
    return basic(content.replace("\\", r"\\"))


def with_codes(content: str) -> str:
    """What stood between marks, with each backslash doubled if one of them begins no code.

    Who writes such a one does not know of codes, and means a backslash by the others, too.
    """
    return content if "\\" not in _codes(content) else _NO_MARK_BEHIND.sub(r"\\\\", content)


def is_certain(content: str) -> bool:
    """Whether a text can be read in one way only: its backslashes begin codes, or none of them."""
    codes = _codes(content)
    return "\\" not in codes or len(codes) == 1


def _codes(content: str) -> set[str]:
    """The codes of a text apart from that of a mark; a backslash that begins none by itself."""
    return set(_BACKSLASH.findall(content)) - {'\\"'}


def _escaped(found: re.Match[str]) -> str:
    return found[1] or ('\\"' if found[0] == '"' else "")


def read(text: str, at: int, end: int, where: Where) -> Quoted | None:
    """The text that is opened at a place of a line that ends at ``end``.

    ``None`` where the marks belong to a text without any: ``»Nej« sagde hun``.
    """
    plain = _PLAIN.match(text, at, end)
    if plain and _BEHIND[where].match(text, plain.end(), end):
        return Quoted(at, plain.end(), plain[0][1:-1])
    return _mended(text, at, end, where)


def _mended(text: str, at: int, end: int, where: Where) -> Quoted | None:
    opening = text[at]
    doubled = _DOUBLED.match(text, at, end)
    if doubled and _BEHIND[where].match(text, doubled.end(), end):
        return Quoted(at, doubled.end(), doubled[1], "doubled_quotes")
    odd = opening not in "\"'"
    code = "odd_quotes" if odd else "quotes_in_text"
    closers = _closers(text, at, end, opening)
    if closers and (early := _unclosed_before(text, at, closers[0], where)):
        return early
    for place in closers:
        if _BEHIND[where].match(text, place + 1, end):
            fault = code if text[place] == opening or odd else "odd_quotes"
            return Quoted(at, place + 1, text[at + 1 : place], fault)
    if odd and closers:
        return None
    if closers and text[closers[0]] == opening:
        return Quoted(at, closers[0] + 1, text[at + 1 : closers[0]])
    return None if closers else _open(text, at, end, where, "odd_quotes" if odd else "")


def _closers(text: str, at: int, end: int, opening: str) -> list[int]:
    """The places of marks that may close a text: those like the opening one before all others."""
    single = opening in f"'{SINGLE_QUOTES}"
    odd = SINGLE_QUOTES if single else QUOTES
    found = [
        place
        for place in range(at + 1, end)
        if text[place] in f"\"'{odd}" and text[place - 1] != "\\"
    ]
    mark = "'" if single else '"'
    if opening in "\"'":
        same = [place for place in found if text[place] == opening]
        return same + [place for place in found if text[place] in odd]
    return [place for place in found if text[place] == mark or text[place] in odd]


def _unclosed_before(text: str, at: int, closer: int, where: Where) -> Quoted | None:
    """A text that lacks its mark before a comma: ``{ da = "Kø, en = "Queue" }``."""
    if where == "line":
        return None
    pattern = _NEXT_KEY if where == "braces" else _NEXT_ITEM
    found = pattern.match(text[at + 1 : closer])
    if found is None or not text[closer + 1 : closer + 2].strip():
        return None
    if where == "list" and " " in found[1]:  # rather a text with a quotation in it
        return None
    return Quoted(at, at + 1 + found.end(1), found[1], "line_end_in_text")


def _open(text: str, at: int, end: int, where: Where, odd: str) -> Quoted:
    """A text that is not closed on its line: it ends where its line, list or braces do."""
    stop = end
    if where == "braces" and (pair := _A_KEY.search(text, at + 1, end)):
        stop = pair.start()
    elif where != "line":
        found = re.compile(rf"{_S}(?:[\]}}]{_S})+,?{_S}(?:#.*)?$").search(text, at + 1, end)
        stop = found.start() if found else end
    content = text[at + 1 : stop].rstrip()
    comment = re.search(rf"[{SPACES}]{{2,}}#", content)
    goes_on = content.endswith("\\") or bool(_GOES_ON.match(text, end))
    closed = _closed(content)  # which leaves out a backslash that may be meant
    certain = not comment and not goes_on and closed == content
    return Quoted(at, at + 1 + len(content), closed, odd or "line_end_in_text", certain)


def _closed(content: str) -> str:
    """A text without the backslash at its end, and the mark that it kept from closing the text."""
    if content.endswith('\\"') and content.count('\\"') % 2:
        content = content[:-2]
    return content.rstrip("\\").rstrip() if content.endswith("\\") else content
