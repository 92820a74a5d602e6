"""Decisions that cost no action: event options, estimates, revisions, abilities."""

from __future__ import annotations

from collections.abc import Callable

from game.bots import expectations
from game.bots.evaluation import Evaluation
from game.bots.idea_forecast import IdeaForecast
from game.engine import INDEX, TRACKS, Action, Effect, Role, State
from game.engine import actions as act
from game.engine.setup import VOICES

ENOUGH_UNKNOWN = 5
"""The number of unknown effects from which a voice is used before the phase's last round."""


def choose(s: State) -> Action:
    """The best option of the event."""
    options = s.setup.by_id.events[s.event or ""].options
    best = max(range(len(options)), key=lambda i: _option(s, options[i]))
    return act.Choose(s.starter, best)


def _option(s: State, e: Effect) -> float:
    points = 0.5 * max(e.capacity, -s.capacity) + 1.2 * e.trust
    points -= 0.2 * abs(s.balance + e.balance)
    points -= (e.likelihood is not None) + (e.maturity is not None) + e.owner_leaves
    return points + (e.reveal is not None)


RIPE = 5
"""The maturity from which knowing more is worth more than becoming more mature."""


def adjust(s: State) -> Action:
    """After a failed trial: more mature, so that the next succeeds; else look for a risk."""
    idea = s.require_idea(s.adjusting[0])
    how: act.Adjustment = "maturity" if idea.maturity < RIPE else "risk"
    return act.Adjust(s.turn, idea.id, how)


def answer(s: State) -> Action:
    """What is true, as near as an estimate comes."""
    assert s.tested is not None
    id, track = s.tested
    effect = s.effect(s.require_idea(id), track)
    assert effect is not None  # the check has just opened it
    return act.Answer(s.turn, expectations.estimate(effect))


def give_estimate(s: State) -> Action:
    """The expected effect of the idea that estimates are called for."""
    assert s.poker is not None
    seat, track = s.poker.given.index(None), INDEX[s.poker.track]
    idea = s.idea(s.poker.idea)
    if idea is not None:
        effect = expectations.effects(s, idea)[track]
    else:
        effect = expectations.promised(s.setup.by_id.ideas[s.poker.idea].promise)[track]
    return act.GiveEstimate(seat, max(0, min(6, round(effect))))


# ------------------------------------------------------------------ revising
def revise(seat: int, forecasts: list[IdeaForecast]) -> Action | None:
    """Adjust a claim to what is known now, so that claim and harvest agree."""
    for x in forecasts:
        if not x.idea.locked:
            for i, b in enumerate(x.idea.benefits):
                if b is not None and b.estimate != x.claims[i]:
                    return act.Revise(seat, x.idea.id, TRACKS[i], x.claims[i])
    return None


# ------------------------------------------------------------------ abilities
def use_ability(e: Evaluation) -> Action | None:
    """Use an ability of the seat in turn where it helps now, or the free claim it has given."""
    s = e.s
    if s.free_claim is not None and (claim := _claim(e, INDEX[s.free_claim])):
        return claim
    for role in s.roles_of(e.seat):
        use = _USES.get(role.ability)
        if use is not None and role.id not in s.used_phase and (action := use(e, role)):
            return action
    return None


def _use_voice(e: Evaluation, role: Role) -> Action | None:
    """Use a voice as late in the turn and the phase as possible, when there are more ideas."""
    s, i = e.s, INDEX[VOICES[role.ability]]
    from_cards = [x for x in e.forecasts if x.idea.name is None]
    unknown = sum(1 for x in from_cards if not x.idea.opened >> i & 1)
    late = s.actions == 1 and (_last_round(s) or unknown >= ENOUGH_UNKNOWN)
    useful = unknown or any(_may_claim(x, i) for x in from_cards)
    if useful and (s.phase == "implement" or late):
        return act.UseAbility(e.seat, role.id)
    return None


def _last_round(s: State) -> bool:
    first, second, third = s.setup.rules.rounds
    return s.round in (first, first + second, first + second + third)


def _claim(e: Evaluation, i: int) -> Action | None:
    known = [x for x in e.forecasts if x.idea.opened >> i & 1 and _may_claim(x, i)]
    if not known:
        return None
    x = max(known, key=lambda x: x.effects[i] + 2 * (x.idea.id in e.planned))
    return act.Claim(e.seat, x.idea.id, expectations.estimate(x.effects[i]))


def _may_claim(x: IdeaForecast, i: int) -> bool:
    """Whether there is something to claim on a track; written ideas keep their own claims."""
    idea = x.idea
    free = not idea.locked and idea.name is None and idea.benefits[i] is None
    return free and x.effects[i] >= 1


def _use_at_once(e: Evaluation, role: Role) -> Action | None:
    return act.UseAbility(e.seat, role.id)


def _use_supplier(e: Evaluation, role: Role) -> Action | None:
    reducible = [
        x for x in e.forecasts if x.idea.id in e.planned and not x.idea.locked and x.idea.cost > 1
    ]
    if not reducible:
        return None
    best = max(reducible, key=lambda x: sum(x.potential))
    return act.UseAbility(e.seat, role.id, best.idea.id)


def _use_analyst(e: Evaluation, role: Role) -> Action | None:
    planned = [x for x in e.forecasts if x.idea.id in e.planned and x.hidden > 0.5]
    if not planned:
        return None
    best = max(planned, key=lambda x: sum(x.potential))
    return act.UseAbility(e.seat, role.id, best.idea.id)


_USES: dict[str, Callable[[Evaluation, Role], Action | None]] = {
    "citizen_voice": _use_voice,
    "controller": _use_voice,
    "union_voice": _use_voice,
    "project_manager": _use_at_once,
    "sponsor": _use_at_once,
    "supplier": _use_supplier,
    "analyst": _use_analyst,
}
