"""Before the game: who is here, while the table is being laid."""

from __future__ import annotations

from typing import Any

from game.i18n import Words
from game.phones.limits import MAX_NAME
from game.phones.room import Member, Room


def content(room: Room, member: Member, t: Words) -> dict[str, Any]:
    """The member's own name, which may be put right, and the others in the room."""
    return {
        "who": member.name,
        "longest": MAX_NAME,
        "tabs": [],
        "lang": t.lang,
        "others": [m.name for m in room.members.values() if m is not member and m.here],
    }
