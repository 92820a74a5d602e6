"""The one answer to what can be shown."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, Literal

from game.letters.cleaning import cleaned
from game.letters.coverage import FONTS, PICTURES

MISSING: Final = "\N{REPLACEMENT CHARACTER}"
"""What stands for a letter that no font has, in texts that were saved with one."""
MOST_MARKS: Final = 2
"""How many marks may be stacked on a letter: more reach into the lines above and below."""
_UNWRITABLE: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters but the line break, and half characters that no file can hold."""
_PLAIN: Final = re.compile("[\n -~\xa0-\xac\xae-\u017f\u2013\u2018-\u201e\u2026\u2192\u2212]*")
"""What nearly all texts are made of: letters that every font has, and no picture."""
_JOINERS: Final = frozenset("\u200d\ufe0e\ufe0f") | frozenset(map(chr, range(0x1F3FB, 0x1F400)))
"""What makes one picture of several, chooses between text and picture, or gives skin a tone."""
_BETWEEN_PICTURES: Final = re.compile(
    "(?<=[\U0001f000-\U0001faff\ufe0f])\u200d(?=[\u2600-\u27bf\U0001f000-\U0001faff])"
)
"""What stands between two pictures and makes one of them."""
_KEYCAP: Final = "\u20e3"
"""The key that is drawn round a digit: the digit says as much."""
_SILENT: Final = frozenset(("Cc", "Cf", "Co", "Cs", "Zl", "Zp"))
"""Categories of what has no width and no meaning here."""
_Kind = Literal["shown", "silent", "unshown"]


def unwritable(text: str) -> str:
    """The first character that no text may hold, whatever is shown; empty without one."""
    found = _UNWRITABLE.search(text)
    return found.group() if found else ""


def unshown(text: str) -> tuple[str, ...]:
    """The letters that somebody meant and nothing can show, each once.

    >>> unshown("Kære 中国 🚲"), unshown("soft\\u00adhyphen")
    (('中', '国'), ())
    """
    if _PLAIN.fullmatch(text):
        return ()
    return tuple(dict.fromkeys(c for c, kind in _kinds(text) if kind == "unshown"))


def can_be_shown(text: str) -> bool:
    """Whether all of a text can be shown; spaces and lines may be of any kind.

    >>> can_be_shown("10\\u00a0000 kr. 🚲"), can_be_shown("a\\u202eb"), can_be_shown("中")
    (True, False, False)
    """
    if _PLAIN.fullmatch(text):
        return True
    return not refused(text)


def refused(text: str) -> str:
    """The letters of a text that cannot be shown, silent ones included, each once.

    >>> refused("Kære 中国 🚲"), refused("soft\\u00adhyphen")
    ('中国', '\\xad')
    """
    if _PLAIN.fullmatch(text):
        return ""
    return "".join(dict.fromkeys(c for c, kind in _kinds(cleaned(text)) if kind != "shown"))


def shown(text: str) -> str:
    """A text without what cannot be shown."""
    if _PLAIN.fullmatch(text):
        return text
    return "".join(c for c, kind in _kinds(text) if kind == "shown")


def printable(text: str) -> str:
    """A text with every unprintable character replaced by a visible sign, one letter wide.

    What makes one picture of several is kept, as in a family.

    >>> printable("a\x1b]0;b")
    'a�]0;b'
    """
    if text.isprintable():
        return text
    joiners = {found.start() for found in _BETWEEN_PICTURES.finditer(text)}
    return "".join(c if c.isprintable() or n in joiners else _sign(c) for n, c in enumerate(text))


def _sign(letter: str) -> str:
    return " " if letter == "\t" else MISSING


def seen(letters: str) -> str:
    """Letters as they are drawn, pictures aside: each that no font has is drawn as one sign."""
    if _PLAIN.fullmatch(letters):
        return letters
    kinds = ((c, kind) for c, kind in _kinds(letters) if kind != "silent")
    return "".join(c if kind == "shown" and _is_drawn(c) else _instead(c) for c, kind in kinds)


def _instead(letter: str) -> str:
    return "" if letter in _JOINERS else MISSING


def _is_drawn(letter: str) -> bool:
    return letter == "\n" or (letter in FONTS and letter.isprintable())


def _kinds(text: str) -> Iterator[tuple[str, _Kind]]:
    """Every character of a text with what becomes of it."""
    marks, before = 0, ""
    for n, letter in enumerate(text):
        marks = marks + 1 if unicodedata.category(letter) in ("Mn", "Me") else 0
        kind = _kind(letter, before, text[n + 1 : n + 2])
        if marks > MOST_MARKS and letter not in _JOINERS:
            kind = "silent"
        yield letter, kind
        before = letter if kind == "shown" else before


def _kind(letter: str, before: str, after: str) -> _Kind:
    if letter in _JOINERS:
        return "shown" if before in PICTURES or before in _JOINERS else "silent"
    if _is_drawn(letter) or _is_picture(letter, after):
        return "shown"
    silent = letter == _KEYCAP or unicodedata.category(letter) in _SILENT
    return "silent" if silent else "unshown"


def _is_picture(letter: str, after: str) -> bool:
    """Whether a letter is drawn as a picture.

    Signs that are plain text too are one only where the selector for pictures follows.
    """
    if letter not in PICTURES:
        return False
    always = letter >= "\U0001f000" or unicodedata.east_asian_width(letter) == "W"
    return always or after == "\ufe0f"
