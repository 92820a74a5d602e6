"""The text with which a new case begins: empty, or the small example."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import tomli

from game.content.case import Prose
from game.content.document import Document
from game.content.own_project import TEMPLATE
from game.content.toml_values import written
from game.i18n import Lang

_SKELETON: Final = Path(__file__).with_name("skeleton")
_TITLE: Final = '"@title"'
_GOAL: Final = 4
"""The goal of a track in a game of three rounds."""
_ROLES: Final = 6


def example(title: str, lang: Lang) -> str:
    """The small case that ``gevinst new`` writes, with this title: it can be played at once."""
    text = (_SKELETON / f"{lang}.toml").read_text(encoding="utf-8")
    return text.replace(_TITLE, written(title))


def empty(title: str, lang: Lang) -> str:
    """A case of three short rounds in which all is still to be written but roles to begin with."""
    document = Document(f"format = 1\ntitle = {written(title)}\nminutes = 60\n")
    for track in ("citizen", "process", "economy", "employee"):
        document = document.set(("tracks", track), {"baseline": 0, "target": 1, "goal": _GOAL})
    document = document.set(("economy",), {"saving": 1})
    document = document.set(("rules",), {"rounds": [1, 1, 1]})
    roles = tomli.loads(TEMPLATE.read_text(encoding="utf-8"))["roles"][:_ROLES]
    for n, role in enumerate(roles):
        document = document.insert(("roles",), n, _in_one(role, lang))
    return document.text


def _in_one(card: dict[str, Any], lang: Lang) -> dict[str, Any]:
    """A card with its texts in one language."""
    return {
        key: Prose.of(value).read(lang) if key in ("name", "text") else value
        for key, value in card.items()
    }
