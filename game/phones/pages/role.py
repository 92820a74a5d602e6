"""What a seat plays, and what it owns."""

from __future__ import annotations

from typing import Any

from game.phones.pages import faces
from game.phones.pages.looking import Looking
from game.views import board
from game.views import face_builder as builder


def content(looking: Looking) -> dict[str, Any]:
    """The roles of the seat with their aims and abilities, and the benefits that it owns."""
    seat, names, state = looking.seat, looking.names, looking.state
    if seat is None:
        return {"roles": [], "owned": [], "seated": False}
    roles = [builder.role_face(names, role) for role in state.roles_of(seat)]
    owned = []
    for idea in state.ideas:
        for track, b in idea.claims():
            if b.owner == seat:
                key = board.benefit_key(idea.id, track)
                face = builder.benefit_on_table(names, state, idea, track)
                owned.append((faces.row(looking, key, face), face.text))
    return {"roles": roles, "owned": owned, "seated": True}
