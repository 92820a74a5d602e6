"""What stands round every page: whose phone it is, and the ways to the other pages."""

from __future__ import annotations

from typing import Any, Final

from game.i18n import Words, mark
from game.phones.messages import Page
from game.phones.pages.looking import Looking

_TABS: Final[tuple[tuple[Page, str], ...]] = (
    ("now", mark("Now")),
    ("role", mark("My role")),
    ("cards", mark("Cards")),
    ("table", mark("The table")),
)


def frame(looking: Looking) -> dict[str, Any]:
    """Who this is, the pages there are, and which one is open."""
    member, t = looking.member, looking.t
    open_page = "cards" if member.page == "card" else member.page
    return {
        "who": who(looking),
        "tabs": [(page, t(name), page == open_page) for page, name in _TABS],
        "lang": t.lang,
    }


def who(looking: Looking) -> str:
    """The player of the seat, or the guest."""
    t: Words = looking.t
    if looking.seat is not None:
        return looking.player(looking.seat)
    return t("{name}, guest", name=looking.member.name)
