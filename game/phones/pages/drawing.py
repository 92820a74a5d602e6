"""Templates filled with what the pages say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from game.i18n import Lang, words
from game.phones.files import FOLDER, picture_path
from game.phones.messages import Page
from game.phones.pages import cards, now, role, table
from game.phones.pages.frame import frame
from game.phones.pages.looking import Looking
from game.pictures import key_of, known

_PAGES: Final[Mapping[Page, Callable[[Looking], dict[str, Any]]]] = {
    "now": now.content,
    "role": role.content,
    "cards": cards.content,
    "card": cards.one,
    "table": table.content,
}


def page(looking: Looking) -> str:
    """The page that somebody looks at, as HTML."""
    templates, member = _templates(looking.t.lang), looking.member
    if member is None:
        return templates.get_template("door.html.j2").render(
            title=looking.case.title.read(looking.t.lang)
        )
    content = frame(looking) | _PAGES[member.page](looking)
    return templates.get_template(f"{member.page}.html.j2").render(content)


def warm_up(lang: Lang) -> None:
    """Read all templates now, so that no frame of the table waits for the first page."""
    for name in ("door", *_PAGES):
        _templates(lang).get_template(f"{name}.html.j2")


@cache
def _templates(lang: Lang) -> Environment:
    """The templates in a language; all that people wrote is escaped."""
    env = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.globals["t"] = words(lang)
    env.filters["picture"] = _picture
    return env


def _picture(emoji: str) -> str:
    """Where the picture of an emoji is; empty for none."""
    key = key_of(emoji) if emoji else ""
    return picture_path(key) if key and known(key) else ""
