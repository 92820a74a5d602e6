"""The one way into the rules: an action becomes events, or is refused and nothing has happened."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from game.engine import actions as act
from game.engine import events as ev
from game.engine.actions import Action, Refusal, refuse
from game.engine.draft import Draft
from game.engine.records import record
from game.engine.rules import abilities, estimates, facilitating, placing, rounds, working
from game.engine.state import State

Check = Callable[[State, Any], Refusal | None]
CarryOut = Callable[[Draft, Any], None]


@record
class Applied:
    """An accepted action: the next state and the events that lead to it."""

    state: State
    events: tuple[ev.Event, ...]


RULES: dict[type[Action], tuple[Check, CarryOut]] = {
    act.PlaceIdea: (placing.check_place_idea, placing.place_idea),
    act.WriteIdea: (placing.check_write_idea, placing.write_idea),
    act.PlaceBenefit: (placing.check_place_benefit, placing.place_benefit),
    act.WriteBenefit: (placing.check_write_benefit, placing.write_benefit),
    act.Claim: (placing.check_claim, placing.claim),
    act.PlaceRisk: (placing.check_place_risk, placing.place_risk),
    act.WriteRisk: (placing.check_write_risk, placing.write_risk),
    act.Revise: (placing.check_revise, placing.revise),
    act.Rally: (working.check_rally, working.rally),
    act.Anchor: (working.check_anchor, working.anchor),
    act.HandOver: (working.check_hand_over, working.hand_over),
    act.Mitigate: (working.check_mitigate, working.mitigate),
    act.Trial: (working.check_trial, working.trial),
    act.Shelve: (working.check_shelve, working.shelve),
    act.Implement: (working.check_implement, working.implement),
    act.FollowUp: (working.check_follow_up, working.follow_up),
    act.UseAbility: (abilities.check_use_ability, abilities.use_ability),
    act.Pass: (rounds.check_pass, rounds.pass_turn),
    act.Choose: (rounds.check_choose, rounds.choose),
    act.Proceed: (rounds.check_proceed, rounds.proceed),
    act.SkipTurn: (facilitating.check_skip_turn, facilitating.skip_turn),
    act.EndPhase: (facilitating.check_end_phase, facilitating.end_phase),
    act.Correct: (facilitating.check_correct, facilitating.correct),
    act.CallEstimates: (estimates.check_call, estimates.call),
    act.GiveEstimate: (estimates.check_give, estimates.give),
    act.CloseEstimates: (estimates.check_close, estimates.close),
}


def check(state: State, action: Action) -> Refusal | None:
    """Why an action may not be done now, or ``None``."""
    rule = RULES.get(type(action))
    return refuse("unknown_action") if rule is None else rule[0](state, action)


def apply(state: State, action: Action) -> Applied | Refusal:
    """Decide an action and fold what comes of it. The state given is left as it was."""
    rule = RULES.get(type(action))
    if rule is None:
        return refuse("unknown_action")
    refusal = rule[0](state, action)
    if refusal is not None:
        return refusal
    draft = Draft(state)
    rule[1](draft, action)
    rounds.next_turn_if_done(draft)
    return Applied(draft.state, tuple(draft.events))


def decide(state: State, action: Action) -> tuple[ev.Event, ...] | Refusal:
    """What an action brings about, without the state it leads to."""
    applied = apply(state, action)
    return applied if isinstance(applied, Refusal) else applied.events
