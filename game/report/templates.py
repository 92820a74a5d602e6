"""The templates of pages, in which everything that players wrote is escaped, and their style."""

from __future__ import annotations

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from game.i18n import Words
from game.report.fonts import font_faces
from game.resources import ASSETS

_FOLDER = ASSETS / "report"


def templates(t: Words) -> Environment:
    """The templates, with their words in a language."""
    env = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.globals["t"] = t
    return env


def looks(*styles: str) -> dict[str, Markup]:
    """What a page looks like: our own style sheets, one after the other, and the fonts."""
    style = "\n".join((_FOLDER / name).read_text(encoding="utf-8") for name in styles)
    return {"style": Markup(style), "fonts": Markup(font_faces())}
