"""The abilities of roles that are used by decision; front line and line manager just count."""

from __future__ import annotations

from game.engine import actions as act
from game.engine import events as ev
from game.engine.actions import Refusal, refuse
from game.engine.rules import guards
from game.engine.rules.own_ideas import ensure_truth
from game.engine.rules.spec import ActionSpec, Specs
from game.engine.rules.trials import look_for_risk
from game.engine.setup import INDEX, ON_AN_IDEA, STANDING, VOICES, Role, Track
from game.engine.state import State
from game.engine.transaction import Transaction


def _find_role(s: State, id: object) -> Role | None:
    """The role with this id in the case."""
    return s.setup.by_id.roles.get(id) if type(id) is str else None


def _check_use_ability(s: State, a: act.UseAbility) -> Refusal | None:
    """Once a phase, by the seat that plays the role, on its turn; on no idea but where asked."""
    role = _find_role(s, a.role)
    if role is None or role.id not in s.seats[a.seat].roles:
        return refuse("not_your_role")
    if role.ability in STANDING:
        return refuse("ability_standing")
    if role.id in s.used_phase:
        return refuse("ability_used")
    if role.ability in VOICES:
        if not s.has_unlearned():
            return refuse("nothing_to_learn")
    elif role.ability in ON_AN_IDEA:
        return _check_target(s, a, role)
    return refuse("no_such_idea") if a.idea is not None else None


def _check_target(s: State, a: act.UseAbility, role: Role) -> Refusal | None:
    if role.ability == "analyst":
        idea = guards.unrealised_idea(s, a)
        return idea if isinstance(idea, Refusal) else None
    idea = guards.open_idea(s, a)
    if isinstance(idea, Refusal):
        return idea
    return refuse("cheap_already", idea=idea.id) if idea.cost <= 1 else None


def _use_ability(d: Transaction, a: act.UseAbility) -> None:
    """What each ability does."""
    role = _find_role(d.state, a.role)
    assert role is not None  # the check has seen to it
    d.emit(ev.AbilityUsed(a.seat, a.role, a.idea))
    if role.ability in VOICES:
        _listen(d, VOICES[role.ability])
    elif role.ability == "project_manager":
        d.emit(ev.ActionGained(1))
    elif role.ability == "sponsor":
        d.capacity(1, "ability")
    else:
        _on_an_idea(d, role, a.idea)


def _listen(d: Transaction, track: Track) -> None:
    open_track(d, track)
    d.emit(ev.FreeClaimGiven(track))


def open_track(d: Transaction, track: Track) -> None:
    """Tell the true effect on one track of every idea on the table of which it is not known."""
    hidden = [idea.id for idea in d.state.ideas if not idea.is_open(track)]
    for id in hidden:
        ensure_truth(d, id)
    if hidden:
        truth = d.state.truth
        d.emit(ev.EffectsOpened(tuple((id, track, truth[id][INDEX[track]]) for id in hidden)))


def _on_an_idea(d: Transaction, role: Role, id: str | None) -> None:
    assert id is not None  # the check has seen to it
    idea = d.state.require_idea(id)
    if role.ability == "supplier":
        d.emit(ev.CostLowered(idea.id, idea.cost - 1))
    else:
        ensure_truth(d, idea.id)
        look_for_risk(d, d.state.require_idea(id))


SPECS: Specs = {
    act.UseAbility: ActionSpec(
        who="turn",
        check=_check_use_ability,
        carry_out=_use_ability,
        contribution="abilities",
    ),
}
