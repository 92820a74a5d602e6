"""What the signs on an event and on a role mean."""

from __future__ import annotations

from game.views.faces import EventFace, RoleFace
from game.views.signs.card import Card, Signs
from game.wording import terms


def _event(card: Card[EventFace]) -> str:
    return card.t("An event: it is turned over as the round opens, and what it says happens now.")


def _options(card: Card[EventFace]) -> str:
    return card.t("What it does. Where there are two ways out, whoever begins the round chooses.")


def _role(card: Card[RoleFace]) -> str:
    return card.t("A role: what you look after in this game, beside what you all win together.")


def _aim(card: Card[RoleFace]) -> str:
    return card.t("Aim: what matters most to this role. Whether it came true, the end shows.")


def _ability(card: Card[RoleFace]) -> str:
    return card.t("Ability: what this role can do that the others cannot.")


def _home(card: Card[RoleFace]) -> str:
    return terms.home_text(card.t)


EVENT: Signs[EventFace] = {"type": _event, "options": _options}
ROLE: Signs[RoleFace] = {"type": _role, "aim": _aim, "ability": _ability, "home": _home}
