"""Reading glasses: every card that lies open, in a list, and one of them large."""

from __future__ import annotations

from typing import Any

from game.phones.pages import faces
from game.phones.pages.looking import Looking
from game.views.signs import sentences


def content(looking: Looking) -> dict[str, Any]:
    """The cards of one's own hand, those on the table, and those of the others."""
    t, game = looking.t, looking.game
    others = [seat for seat in range(len(game.seats)) if seat != looking.seat]
    groups = [(t("On the table"), list(faces.on_table(looking)))]
    if looking.seat is not None:
        groups.insert(0, (t("My cards"), list(faces.in_hand(looking, looking.seat))))
    for seat in others:
        name = t("{name}’s cards", name=looking.player(seat))
        groups.append((name, list(faces.in_hand(looking, seat))))
    return {"groups": [(name, rows) for name, rows in groups if rows]}


def one(looking: Looking) -> dict[str, Any]:
    """One card, with every sign on it in a sentence."""
    face = faces.opened(looking, looking.member.card)
    if face is None:
        return {"card": None, "what": "", "sentences": []}
    said = [text for text in sentences(looking.names, looking.state, face) if text]
    return {"card": face, "what": faces.what(looking, face), "sentences": said}
