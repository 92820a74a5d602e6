"""The view of the seat in turn: the player, the roles and their abilities, and who is next."""

from __future__ import annotations

from game.engine import Role, State, Track, check
from game.engine import actions as act
from game.engine.setup import ON_AN_IDEA, STANDING, VOICES
from game.frozen import frozen
from game.views import explained
from game.views.face_builder import initials
from game.wording import terms as codes
from game.wording.case_names import CaseNames
from game.wording.refusals import refusal_text


@frozen(kw_only=True)
class RoleView:
    """A role of the seat, and the tracks it is at home on.

    ``reason`` says why its ability cannot be used now, or is empty; ``by_itself`` says of one that
    nobody has to use whether it has counted in this round, and is empty for all others. ``told`` is
    where it is at home and what it cares for, in words.
    """

    id: str
    name: str
    aim: str
    ability: str
    ability_text: str
    told: str
    home: tuple[Track, ...]
    reason: str
    by_itself: str


@frozen(kw_only=True)
class SeatView:
    """The seat in turn. ``next_up`` says who is next, with fewer and fewer names; a single seat has
    none.
    """

    seat: int
    name: str
    initials: str
    next_up: tuple[str, ...]
    roles: tuple[RoleView, ...]


def seat_view(names: CaseNames, state: State) -> SeatView:
    """The seat in turn."""
    name = state.seats[state.turn].name
    return SeatView(
        seat=state.turn,
        name=name,
        initials=initials(name),
        next_up=_next_up(names, state) if len(state.seats) > 1 else (),
        roles=tuple(role_view(names, state, role) for role in state.roles_of(state.turn)),
    )


def _next_up(names: CaseNames, state: State) -> tuple[str, ...]:
    t = names.t
    if not state.waiting:
        return (t("Then: the reality check"),)
    waiting = [names.player(state.seats, seat) for seat in state.waiting]
    listed = [", ".join(waiting)]
    listed += [", ".join(waiting[:n]) + "…" for n in range(len(waiting) - 1, 0, -1)]
    return tuple(t("Next: {names}", names=some) for some in listed)


def role_view(names: CaseNames, state: State, role: Role) -> RoleView:
    """A role of the seat in turn."""
    t = names.t
    return RoleView(
        id=role.id,
        name=names.role(role.id),
        aim=codes.aim(t, role.aim),
        ability=codes.ability(t, role.ability),
        ability_text=codes.ability_text(t, role.ability),
        told=explained.role(names, role),
        home=role.home,
        reason=_reason(names, state, role),
        by_itself=_by_itself(names, state, role),
    )


def _by_itself(names: CaseNames, state: State, role: Role) -> str:
    if role.ability not in STANDING:
        return ""
    if role.id in state.used_round:
        return names.t("It has counted for this round.")
    return names.t("It counts by itself.")


def _reason(names: CaseNames, state: State, role: Role) -> str:
    """Why an ability cannot be used now; one that needs an idea is checked when that is chosen."""
    t = names.t
    if role.ability in STANDING:
        return ""
    if role.ability in ON_AN_IDEA and role.id not in state.used_phase:
        return "" if state.ideas else t("There is no idea on the table yet.")
    if role.ability in VOICES and not state.ideas:
        return t("There is no idea on the table yet.")
    refusal = check(state, act.UseAbility(state.turn, role.id))
    return "" if refusal is None else refusal_text(refusal, state, names.case, t)


def turn_of(state: State) -> tuple[int, str, int]:
    """What stays the same as long as one seat has the turn."""
    return state.round, state.step, state.turn
