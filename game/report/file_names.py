"""What the files that people open are called, in the language that they are written in.

The program knows a file by its English name; data for other programs are called alike in both
languages.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from game.i18n import LANGS, Lang

_DANISH: Final[Mapping[str, str]] = {
    # a report
    "report.html": "rapport.html",
    "report.pdf": "rapport.pdf",
    "registers.xlsx": "oversigter.xlsx",
    "benefits.csv": "gevinstoversigt.csv",
    "risks.csv": "risikolog.csv",
    "actions.csv": "handlingsliste.csv",
    "actions.ics": "handlingsliste.ics",
    "map.svg": "gevinstdiagram.svg",
    "map.png": "gevinstdiagram.png",
    "anonymous.txt": "anonym.txt",
    # what is printed
    "guide.pdf": "vejledning.pdf",
    "board-a3.pdf": "spilleplade-a3.pdf",
    "board-a4.pdf": "spilleplade-a4.pdf",
    "cards.pdf": "kort.pdf",
    "sheets.pdf": "ark.pdf",
    "reference.pdf": "huskekort.pdf",
    "rules.pdf": "regler.pdf",
    "forms.pdf": "oversigter.pdf",
    "sealed.pdf": "forseglet.pdf",
    # a portfolio
    "portfolio.html": "portefoelje.html",
    "portfolio.xlsx": "portefoelje.xlsx",
}


def file_name(lang: Lang, name: str) -> str:
    """What a file is called in a language, by its English name."""
    return _DANISH.get(name, name) if lang == "da" else name


def names_of(name: str) -> tuple[str, ...]:
    """What a file may be called, by its English name: in each language."""
    return tuple(dict.fromkeys(file_name(lang, name) for lang in LANGS))


def named(lang: Lang, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Files as they are called in a language, in their order."""
    return {file_name(lang, name): data for name, data in files.items()}


TRANSLATED: Final = frozenset(name for english in _DANISH for name in names_of(english))
"""Every name that depends on the language."""
