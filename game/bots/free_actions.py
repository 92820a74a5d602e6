"""Decisions that cost no action: event options, estimates, revisions, abilities."""

from __future__ import annotations

from collections.abc import Callable

from game.bots import expectations
from game.bots.evaluation import Evaluation
from game.bots.habits import Habits
from game.bots.idea_forecast import IdeaForecast
from game.engine import INDEX, TRACKS, Action, Effect, Role, State
from game.engine import actions as act
from game.engine.setup import VOICES
from game.engine.state import PATIENCE

LEFT_ON_THE_WAY, LEFT_AT_THE_END = 7, 4
"""The trust from which it may be spent, before the last round and in it."""

SHORT_OF_MEANS = 4
"""The capacity below which there is hardly enough for the last round."""

ENOUGH_UNKNOWN = 5
"""The number of unknown effects from which a voice is used before the phase's last round."""


def choose(s: State) -> Action:
    """The best option of the event."""
    options = s.setup.by_id.events[s.event or ""].options
    best = max(range(len(options)), key=lambda i: _option(s, options[i]))
    return act.Choose(s.turn, best)


def _option(s: State, e: Effect) -> float:
    points = 0.5 * max(e.capacity, -s.capacity) + 1.2 * e.trust
    points -= 0.2 * abs(s.balance + e.balance)
    points -= (e.likelihood is not None) + (e.maturity is not None) + e.owner_leaves
    return points + (e.reveal is not None)


def answer(s: State, habits: Habits) -> Action:
    """What is true, as near as an estimate comes."""
    assert s.tested is not None
    id, track = s.tested
    effect = s.effect(s.require_idea(id), track)
    assert effect is not None  # the check has just opened it
    return act.Answer(s.turn, habits.claim(effect, known=True) if effect > 0 else 0)


def give_estimate(s: State, habits: Habits) -> Action:
    """The expected effect of the idea that estimates are called for."""
    assert s.poker is not None
    seat, track = s.poker.missing[0], INDEX[s.poker.track]
    idea = s.idea(s.poker.idea)
    if idea is not None:
        effect = expectations.effects(s, idea, habits)[track]
    else:
        effect = expectations.of_card(s.setup.by_id.ideas[s.poker.idea], habits)[track]
    return act.GiveEstimate(seat, max(0, min(6, round(effect))))


# ------------------------------------------------------------------ revising
def revise(seat: int, forecasts: list[IdeaForecast]) -> Action | None:
    """Adjust a claim to what is known now, so that claim and harvest agree."""
    for x in forecasts:
        if x.to_revise is not None:
            i, claim = x.to_revise
            return act.Revise(seat, x.idea.id, TRACKS[i], abs(claim))
    return None


# ------------------------------------------------------------------ anchoring, posts, patience
def anchor_free(e: Evaluation) -> Action | None:
    """Give a benefit from a card its owner, which takes no action, where that gains something."""
    if e.s.phase == "ideas":
        return None
    for x in e.forecasts:
        for i, points in x.to_anchor:
            b = x.idea.benefits[i]
            if b is None or b.card is None:
                continue
            owner, short = e.owners.best(TRACKS[i])
            gain = (points - short) * e.weights[i] + e.balance_value[1]
            if owner is not None and gain > 0:
                return act.Anchor(e.seat, x.idea.id, TRACKS[i], owner)
    return None


def name_post(e: Evaluation) -> Action | None:
    """Name the post with most left for a benefit on economy that has none."""
    if "posts" not in e.s.setup.rules.modules:
        return None
    for x in e.forecasts:
        b = x.idea.benefits[INDEX["economy"]]
        if b is not None and not b.downside and b.post is None:
            return act.NamePost(b.seat, x.idea.id, _fullest_post(e.s))
    return None


def _fullest_post(s: State) -> str:
    left = {post.id: post.points for post in s.setup.posts}
    for idea in s.ideas:
        b = idea.benefits[INDEX["economy"]]
        if b is not None and b.post is not None:
            left[b.post] -= max(0, b.estimate if b.harvested is None else b.harvested)
    return max(left, key=left.__getitem__)


def spend_trust(e: Evaluation) -> Action | None:
    """Ask for patience when capacity is short, or when trust will give no more income."""
    s = e.s
    if "patience" not in s.setup.rules.modules or PATIENCE in s.used_round:
        return None
    enough = LEFT_ON_THE_WAY if e.rounds_left else LEFT_AT_THE_END
    needed = e.capacity_short > 0 if e.rounds_left else s.capacity < SHORT_OF_MEANS
    return act.SpendTrust(e.seat) if needed and s.trust >= enough else None


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
    unknown = sum(1 for x in e.forecasts if not x.idea.opened >> i & 1)
    late = s.actions == 1 and (_last_round(s) or unknown >= ENOUGH_UNKNOWN)
    useful = unknown or any(_may_claim(x, i) for x in e.forecasts)
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
    return act.Claim(e.seat, x.idea.id, e.habits.claim(x.effects[i], known=True))


def _may_claim(x: IdeaForecast, i: int) -> bool:
    """Whether there is something to claim on a track."""
    return not x.locked and x.idea.benefits[i] is None and x.effects[i] >= 1


def _use_at_once(e: Evaluation, role: Role) -> Action | None:
    return act.UseAbility(e.seat, role.id)


def _use_supplier(e: Evaluation, role: Role) -> Action | None:
    reducible = [
        x for x in e.forecasts if x.idea.id in e.planned and not x.locked and x.idea.cost > 1
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
