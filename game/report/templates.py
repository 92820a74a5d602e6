"""The templates of reports and the handbook, and their style."""

from __future__ import annotations

from functools import cache, partial
from typing import Final

from jinja2 import Environment
from markupsafe import Markup

from game.i18n import Lang
from game.report.fonts import font_faces
from game.report.map_text import hyphenator
from game.resources import ASSETS
from game.templates import environment

_FOLDER = ASSETS / "report"
_SOFT_HYPHEN: Final = "\u00ad"
_LONG: Final = 9
"""The letters from which on a word of a heading may be broken."""


@cache
def templates(lang: Lang) -> Environment:
    """The templates, with their words in a language."""
    env = environment(_FOLDER, lang)
    env.filters["breakable"] = partial(_breakable, lang)
    return env


def _breakable(lang: Lang, text: str) -> str:
    """A text whose long words may be broken, so that a printed table need not be shrunk."""
    inserted = hyphenator(lang).inserted
    parts = text.split(" ")
    return " ".join(inserted(w, _SOFT_HYPHEN) if len(w) >= _LONG else w for w in parts)


def looks(*styles: str) -> dict[str, Markup]:
    """What a page looks like: our own style sheets, one after the other, and the fonts."""
    style = "\n".join((_FOLDER / name).read_text(encoding="utf-8") for name in styles)
    return {"style": Markup(style), "fonts": Markup(font_faces())}
