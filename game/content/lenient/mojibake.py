"""Letters that were read in the wrong encoding somewhere: ``Ã¸`` for ``ø``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from game.content.findings import Finding
from game.content.lenient.edits import Edit, Fault

_BROKEN: Final = re.compile(
    "(?:[\u00c2\u00c3][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    "\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]"
    "|\u00e2\u20ac[\u0080-\u00bf\u0153\u02dc\u2122\u201c\u201d\u00a6\u00a2\u0161\u017e\u0160])+"
)


def mojibake(text: str) -> Iterator[Fault]:
    """A fault for each run of such letters that says something when it is read again."""
    for found in _BROKEN.finditer(text):
        meant = _read_again(found[0])
        if meant and meant != found[0]:
            params = {"spoilt": found[0], "meant": meant}
            finding = Finding("spoilt_letters", params=params, severity="warning")
            edits = (Edit(found.start(), found.end(), meant),)
            yield Fault(finding, found.start(), found.end(), edits, certain=True)


def _read_again(letters: str) -> str:
    try:
        raw = b"".join(
            bytes([ord(letter)]) if ord(letter) < 0x100 else letter.encode("cp1252")
            for letter in letters
        )
        return raw.decode("utf-8")
    except UnicodeError:
        return ""
