"""The word book, ``docs/ordbog.md``: which words the game uses, and which it does not.

Each row of its tables names a word and, as stems in code marks, the words that are not used for it:
a ``*`` stands for the rest of a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

BOOK: Final = Path(__file__).parents[2] / "docs" / "ordbog.md"

NOWHERE: Final = "Ikke"
NOT_IN_THE_GAME: Final = "Ikke i spillets egne tekster"
ALLOWED: Final = "Undtagen"
NOT_IN_ENGLISH: Final = "Not in English"


@dataclass(frozen=True, slots=True)
class Stem:
    """A word that is not used, as the book writes it, and what to say instead."""

    text: str
    instead: str
    allowed: tuple[str, ...] = ()

    def found_in(self, text: str) -> str:
        """The first word of a text that has this stem; empty without any."""
        for stem in self.allowed:
            text = re.sub(_pattern(stem), "", text, flags=re.IGNORECASE)
        found = re.search(_pattern(self.text), text, re.IGNORECASE)
        return found.group() if found else ""


class Stems:
    """Many stems, looked for at once: most texts hold none of them."""

    def __init__(self, stems: Sequence[Stem]) -> None:
        """Look for these."""
        self._stems = stems
        self._any = re.compile("|".join(_pattern(s.text) for s in stems) or r"(?!)", re.IGNORECASE)

    def said(self, text: str) -> Iterator[str]:
        """What is wrong in a text, with the word to use."""
        if not self._any.search(text):
            return
        for stem in self._stems:
            if word := stem.found_in(text):
                yield f"“{word}”, say “{stem.instead}”: {text}"


def _pattern(stem: str) -> str:
    """A stem as a regular expression that begins and ends with a word."""
    inside = re.escape(stem).replace(r"\*", r"\w*")
    start = r"(?<!\w)" if stem[0].isalnum() else ""
    return start + inside + (r"(?!\w)" if stem[-1].isalnum() else "")


def rows() -> Iterator[dict[str, str]]:
    """The rows of all tables, by the headings of their columns."""
    heading: list[str] = []
    for line in BOOK.read_text("utf-8").splitlines():
        cells = (
            [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else []
        )
        if not cells or set(cells[0]) <= {"-", " "}:
            heading = heading if cells else []
        elif heading:
            yield dict(zip(heading, cells, strict=True))
        else:
            heading = cells


def stems(column: str) -> list[Stem]:
    """The stems of a column of all tables."""
    word = "English" if column == NOT_IN_ENGLISH else "Dansk"
    return [
        Stem(text, row.get(word) or row["Skriv"], tuple(_coded(row[ALLOWED])))
        for row in rows()
        for text in _coded(row.get(column, ""))
    ]


def _coded(cell: str) -> list[str]:
    return re.findall("`([^`]+)`", cell)
