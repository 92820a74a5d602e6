"""Templates filled with what the pages say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final

from jinja2 import Environment, Template

from game.content.case import Case
from game.i18n import Lang, Words
from game.phones.files import FOLDER, picture_path
from game.phones.limits import MAX_NAME
from game.phones.messages import Page
from game.phones.pages import cards, now, role, table
from game.phones.pages import lobby as waiting
from game.phones.pages.frame import frame
from game.phones.pages.looking import Looking
from game.phones.room import Member, Room
from game.pictures import key_of, known
from game.templates import environment

_PAGES: Final[Mapping[Page, Callable[[Looking], dict[str, Any]]]] = {
    "now": now.content,
    "role": role.content,
    "cards": cards.content,
    "card": cards.one,
    "table": table.content,
}


def door(case: Case, t: Words) -> str:
    """What whoever has not come in yet sees."""
    title = case.title.read(t.lang)
    return _template(t.lang, "door").render(title=title, who="", lang=t.lang, longest=MAX_NAME)


def lobby(room: Room, member: Member, t: Words) -> str:
    """What whoever waits for the game to begin sees."""
    return _template(t.lang, "lobby").render(waiting.content(room, member, t))


def page(looking: Looking) -> str:
    """The page that a member looks at during the game."""
    name = looking.member.page
    return _template(looking.t.lang, name).render(frame(looking) | _PAGES[name](looking))


def warm_up(lang: Lang) -> None:
    """Read all templates now, so that no frame of the table waits for the first page."""
    for name in ("door", "lobby", "turn", *_PAGES):
        _template(lang, name)


def _template(lang: Lang, name: str) -> Template:
    return _templates(lang).get_template(f"{name}.html.j2")


@cache
def _templates(lang: Lang) -> Environment:
    """The templates in a language; all that people wrote is escaped."""
    env = environment(FOLDER, lang)
    env.filters["picture"] = _picture
    return env


def _picture(emoji: str) -> str:
    """Where the picture of an emoji is; empty for none."""
    key = key_of(emoji) if emoji else ""
    return picture_path(key) if key and known(key) else ""
