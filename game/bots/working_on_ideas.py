"""Scores for work on ideas: anchor, mitigate, try, shelve, implement, follow up."""

from __future__ import annotations

from game.bots import expectations
from game.bots.evaluation import Evaluation
from game.bots.idea_forecast import IdeaForecast
from game.engine import TRACKS, Action, State, Track
from game.engine import actions as act

ASIDE, LAST_CHANCE = 0.25, 1.5
"""The weights of an idea outside the plan, and of one due at the next reality check."""

FREE_ANCHOR = 0.4
"""The value of a saved action."""

EFFECTS_KNOWN = 0.5
"""The value of knowing all effects of an idea: accurate claims, and trust for them."""

RISK_TURNED_UP = 1.2
"""The value of knowing a risk while it can be mitigated."""

STEADINESS_LEARNED = 0.3
"""The share of the missing steadiness that a trial without proof gives."""

READY, UNTRIED, NOT_YET = 0.8, 0.5, 0.1
"""The scores of implementing an idea: prepared; untried but late; better prepared first.

Its points are harvested whenever it is implemented, so a tenth of them only decides the order."""

SHELVING = 0.3
"""The value of the action that shelving takes."""

FOLLOWED_UP = 0.9
"""The score of following up: slightly below the one point it gives, since harvests come first."""


def work_on_ideas(e: Evaluation) -> None:
    """Offer all work on the ideas on the table."""
    s, habits = e.s, e.habits
    early = s.phase == "ideas"
    bonus = FREE_ANCHOR if habits.abilities and _perk(e, "line_manager") else 0.0
    price = 0.0 if _perk(e, "front_line") else e.capacity_price
    can_try = habits.trials and e.rounds_left and (s.capacity > 0 or _perk(e, "front_line"))
    for x in e.forecasts:
        interest = _interest(e, x)
        if habits.anchoring and not early:
            _anchor(e, x, interest, bonus)
        if habits.risks and s.capacity and not early:
            _mitigate(e, x, interest)
        if x.idea.locked:
            continue
        if x.idea.trial is not None:
            continue
        if can_try and not x.idea.was_proven:
            _try(e, x, interest, price)
        _implement(e, x)
        if not early:
            _shelve(e, x)
    if habits.anchoring and s.capacity and not early:
        _follow_up(e)


def _interest(e: Evaluation, x: IdeaForecast) -> float:
    if x.idea.id not in e.planned:
        return ASIDE
    due = x.idea.status == "implemented" and (x.idea.due <= e.s.round or not e.rounds_left)
    return LAST_CHANCE if due else 1.0


def _perk(e: Evaluation, ability: str) -> bool:
    role = e.s.has_ability(e.seat, ability)
    return role is not None and role.id not in e.s.used_round


def _anchor(e: Evaluation, x: IdeaForecast, interest: float, bonus: float) -> None:
    for i, points in x.to_anchor:
        score = points * e.weights[i] * interest + bonus + e.balance_value[1]
        e.offer(score, _anchor_with_least_owner, e.s, x.idea.id, TRACKS[i])


def _anchor_with_least_owner(seat: int, s: State, idea: str, track: Track) -> Action:
    owned = [0] * len(s.seats)
    for other in s.ideas:
        for b in other.benefits:
            if b is not None and b.owner is not None:
                owned[b.owner] += 1
    return act.Anchor(seat, idea, track, owned.index(min(owned)))


def _mitigate(e: Evaluation, x: IdeaForecast, interest: float) -> None:
    for i, points, risk in x.to_mitigate:
        score = points * e.weights[i] * interest - e.capacity_price + e.balance_value[0]
        e.offer(score, act.Mitigate, x.idea.id, risk)


def _try(e: Evaluation, x: IdeaForecast, interest: float, price: float) -> None:
    proven = min(6, x.idea.maturity) / 6
    steadiness_gain = sum(e * w for e, w in zip(x.effects, e.weights, strict=True) if e > 0)
    steadiness_gain *= 1 - x.steady
    effects_value, risks_value = EFFECTS_KNOWN, x.hidden * RISK_TURNED_UP
    if x.idea.name is not None:  # nothing of it is hidden; the better of two dice is the gain
        effects_value = risks_value = 0.0
        steadiness_gain += _better_die(e, x)
    if_proven = steadiness_gain + e.capacity_price + effects_value
    if_learned = STEADINESS_LEARNED * steadiness_gain + risks_value
    score = (proven * if_proven + (1 - proven) * if_learned) * interest - price
    e.offer(score + e.balance_value[-1], act.Trial, x.idea.id)


def _better_die(e: Evaluation, x: IdeaForecast) -> float:
    """The value that a second reality die adds to a written idea."""
    better = expectations.of_claims(x.idea, expectations.PROVEN)
    return sum((b - e) * w for b, e, w in zip(better, x.effects, e.weights, strict=True))


def _implement(e: Evaluation, x: IdeaForecast) -> None:
    """Offer to implement a prepared idea early; in the last round any with a positive value."""
    s, idea = e.s, x.idea
    small = idea.cost <= s.setup.rules.small_cost
    too_early = s.phase != "implement" and not idea.was_proven and not small
    paused = s.paused_round == s.round
    if paused or too_early or idea.id not in e.planned or s.capacity < idea.price:
        return
    e.offer(_implementation_score(e, x) + e.balance_value[0], act.Implement, idea.id)


def _implementation_score(e: Evaluation, x: IdeaForecast) -> float:
    others = [all_ - own for all_, own in zip(e.projected, x.potential, strict=True)]
    value = e.gain(x.as_is, others)
    if not e.rounds_left:
        return value
    can_be_finished = x.work <= e.actions_left or x.idea.card.delay > 0
    if can_be_finished and (x.idea.was_proven or not e.habits.trials):
        return READY + value / 10
    if can_be_finished and e.rounds_left == 1:
        return UNTRIED + value / 10
    return NOT_YET


def _shelve(e: Evaluation, x: IdeaForecast) -> None:
    """Offer to shelve an idea outside the plan, which gives back capacity."""
    if x.idea.id not in e.planned and e.rounds_left:
        gain = e.s.setup.rules.shelve_gain * e.capacity_price
        e.offer(gain - SHELVING + e.balance_value[0], act.Shelve, x.idea.id)


def _follow_up(e: Evaluation) -> None:
    for idea in e.s.ideas:
        if idea.status == "realised":
            for i, b in enumerate(idea.benefits):
                if b is None or b.owner is None or b.followed or (b.harvested or 0) <= 0:
                    continue
                score = FOLLOWED_UP * e.weights[i] - e.capacity_price + e.balance_value[0]
                e.offer(score, act.FollowUp, idea.id, TRACKS[i])
