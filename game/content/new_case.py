"""The text with which a new case begins: empty, or the small example."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import tomli
import tomli_w

from game.content.case import Prose
from game.content.document import Document
from game.content.lenient import reading
from game.content.own_project import TEMPLATE
from game.content.schema import ScenarioFile
from game.content.toml_values import written
from game.content.weighing import usual
from game.engine.setup import TRACKS
from game.i18n import Lang

_SKELETON: Final = Path(__file__).with_name("skeleton")
_TITLE: Final = '"@title"'
_ROLES: Final = 6


def example(title: str, lang: Lang) -> str:
    """The small case that ``gevinst new`` writes, with this title: it can be played at once."""
    text = (_SKELETON / f"{lang}.toml").read_text(encoding="utf-8")
    return text.replace(_TITLE, written(title))


def begun(title: str, lang: Lang) -> str:
    """The small case as the editor begins with it on the screen.

    It lacks the first lines, which speak to whoever has its file in a text editor, with the schema
    beside it.
    """
    text = example(title, lang)
    return text[text.index("format = ") :]


def empty(title: str, lang: Lang) -> str:
    """A case with the rules and goals of the example, its cards and figures still to be written.

    No figure of the municipality stands in it that nobody has written: what is missing is told.
    There are roles to begin with: those of an own project, with aims within reach.
    """
    like = tomli.loads(example(title, lang))
    document = Document(
        f"format = {like['format']}\ntitle = {written(title)}\nminutes = {like['minutes']}\n"
    )
    for track in TRACKS:
        goal = like["tracks"][track]["goal"]
        document = document.set(("tracks", track), {"goal": goal})
    unit = {"unit": like["economy"]["unit"]}
    document = document.set(("economy",), unit).set(("rules",), like["rules"])
    roles = tomli.loads(TEMPLATE.read_text(encoding="utf-8"))["roles"][:_ROLES]
    for n, role in enumerate(roles):
        role = {**role, "aim": _within_reach(role["aim"], like)}
        document = document.insert(("roles",), n, _in_one(role, lang))
    return document.text


def with_readable(source: str, title: str, lang: Lang) -> str:
    """An empty case with all that can be read of a text that is no case file, or a damaged one."""
    data = tomli.loads(empty(title, lang))
    read = reading.read(source).data if reading.readable(source) else {}
    kept = {key: read[key] for key in ScenarioFile.model_fields if read.get(key)}
    return tomli_w.dumps({**data, **kept, "format": data["format"]}, multiline_strings=True)


def _within_reach(aim: dict[str, Any], case: dict[str, Any]) -> dict[str, Any]:
    """An aim whose value is usual in a case of this length and these goals, and not the highest."""
    goal = case["tracks"][aim.get("track", "citizen")]["goal"]
    range_ = usual.aim(aim["kind"], sum(case["rules"]["rounds"]), goal)
    if range_.low <= aim["value"] < range_.high:
        return aim
    return {**aim, "value": int(range_.low + range_.high) // 2}


def _in_one(card: dict[str, Any], lang: Lang) -> dict[str, Any]:
    """A card with its texts in one language."""
    return {
        key: Prose.of(value).read(lang) if key in ("name", "text") else value
        for key, value in card.items()
    }
