"""Kinds of roles: what somebody speaks for at the table, whatever the case or the group calls it.

Cases and own projects name their roles as they like; what a role can do in the game says what kind
it is, so that roles can be compared across cases, and nobody is named.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from game.debrief import Person
from game.engine import Setup, State, Track
from game.engine.setup import Ability
from game.i18n import Words, mark

KINDS: Final[Mapping[str, str]] = {
    "citizen_voice": mark("citizen's voice"),
    "front_line": mark("front line"),
    "line_manager": mark("line manager"),
    "union_voice": mark("staff representative"),
    "controller": mark("controller"),
    "analyst": mark("consultant or specialist"),
    "supplier": mark("supplier or partner"),
    "project_manager": mark("project manager"),
    "sponsor": mark("sponsor or head"),
}
"""The kinds, from those whom a change touches first to those who ask for it."""

_ELSEWHERE: Final = mark("somebody who was not in the room")


def kinds_of(setup: Setup, person: Person) -> tuple[Ability, ...]:
    """The kinds of the roles that somebody played."""
    return tuple(role.ability for role in setup.roles if role.id in person.roles)


def kind_on_track(state: State, seat: int, track: Track) -> Ability | None:
    """The kind that counts on a track: that of the first role at home there, else of the first."""
    if not 0 <= seat < len(state.seats):
        return None
    roles = state.roles_of(seat)
    at_home = [role for role in roles if track in role.home]
    return next((role.ability for role in (*at_home, *roles)), None)


def kind_text(t: Words, code: str | None) -> str:
    """The name of a kind; of somebody who has none, that the owner was not at the table."""
    return t(KINDS.get(code or "", _ELSEWHERE))
