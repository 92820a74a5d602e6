"""The templates of pages, in which everything that players wrote is escaped, and their style."""

from __future__ import annotations

from functools import cache, partial
from itertools import pairwise
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from game.i18n import Lang, words
from game.i18n.hyphens import hyphens
from game.report.fonts import font_faces
from game.resources import ASSETS

_FOLDER = ASSETS / "report"
_SOFT_HYPHEN: Final = "\u00ad"
_LONG: Final = 9
"""The letters from which on a word of a heading may be broken."""


@cache
def templates(lang: Lang) -> Environment:
    """The templates, with their words in a language; compiled once."""
    env = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.globals["t"] = words(lang)
    env.filters["breakable"] = partial(_breakable, lang)
    return env


def _breakable(lang: Lang, text: str) -> str:
    """A text whose long words may be broken, so that a printed table need not be shrunk."""
    return " ".join(_softened(w, lang) if len(w) >= _LONG else w for w in text.split(" "))


def _softened(word: str, lang: Lang) -> str:
    joints = pairwise((0, *hyphens(word, lang), len(word)))
    return _SOFT_HYPHEN.join(word[start:end] for start, end in joints)


def looks(*styles: str) -> dict[str, Markup]:
    """What a page looks like: our own style sheets, one after the other, and the fonts."""
    style = "\n".join((_FOLDER / name).read_text(encoding="utf-8") for name in styles)
    return {"style": Markup(style), "fonts": Markup(font_faces())}
