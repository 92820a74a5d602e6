"""Scores for work on ideas: anchor, mitigate, shelve, implement, follow up."""

from __future__ import annotations

from operator import sub

from game.bots.evaluation import Evaluation
from game.bots.idea_forecast import IdeaForecast
from game.engine import TRACKS
from game.engine import actions as act
from game.engine.lookups import drained_posts

FREE_ANCHOR = 0.4
"""The value of a saved action."""

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
    bonus = FREE_ANCHOR if habits.abilities and e.has_perk("line_manager") else 0.0
    price = 0.0 if e.is_relieved(act.Mitigate) else e.capacity_price
    can_mitigate = habits.risks and not early and (s.capacity or not price)
    for x, interest in e.weighted:
        if x.to_anchor and habits.anchoring and not early:
            _anchor(e, x, interest, bonus)
        if x.to_mitigate and can_mitigate:
            _mitigate(e, x, interest, price)
        if x.locked or x.idea.trial is not None:
            continue
        _implement(e, x)
        if not early:
            _shelve(e, x)
    if habits.anchoring and s.capacity and not early:
        _follow_up(e)


def _anchor(e: Evaluation, x: IdeaForecast, interest: float, bonus: float) -> None:
    for i, points in x.to_anchor:
        owner, short = e.owners.best(TRACKS[i])
        if owner is not None:
            gain = points - short
            score = gain * e.weights[i] * interest + bonus + e.balance_value[1]
            e.offer(score, act.Anchor, x.idea.id, TRACKS[i], owner)


def _mitigate(e: Evaluation, x: IdeaForecast, interest: float, price: float) -> None:
    for i, points, risk in x.to_mitigate:
        score = points * e.weights[i] * interest - price + e.balance_value[0]
        e.offer(score, act.Mitigate, x.idea.id, risk)


def _implement(e: Evaluation, x: IdeaForecast) -> None:
    """Offer to implement a prepared idea early; in the last round any with a positive value."""
    s, idea = e.s, x.idea
    small = idea.cost <= s.setup.rules.small_cost
    too_early = s.phase != "implement" and not idea.was_proven and not small
    paused = s.paused_round == s.round
    too_early = too_early or (e.habits.hoards and e.rounds_left > 0)
    if paused or too_early or idea.id not in e.planned or s.capacity < idea.cost:
        return
    e.offer(_implementation_score(e, x) + e.balance_value[0], act.Implement, idea.id)


def _implementation_score(e: Evaluation, x: IdeaForecast) -> float:
    value = e.gain(x.as_is, e.missing_at(list(map(sub, e.projected, x.potential))))
    if not e.rounds_left:
        return value
    can_be_finished = _can_be_finished(e, x)
    if can_be_finished and (x.idea.was_proven or not e.habits.trials):
        return READY + value / 10
    if can_be_finished and e.rounds_left == 1:
        return UNTRIED + value / 10
    return NOT_YET


def _can_be_finished(e: Evaluation, x: IdeaForecast) -> bool:
    """Whether the work on an idea can be done before it is due; owners come from phase 2 on."""
    if x.idea.card.delay:
        return True
    return x.work <= e.actions_left and (e.s.phase != "ideas" or not x.to_anchor)


def _shelve(e: Evaluation, x: IdeaForecast) -> None:
    """Offer to shelve an idea outside the plan, which gives back capacity."""
    if x.idea.id not in e.planned and e.rounds_left:
        gain = e.s.setup.rules.shelve_gain * e.capacity_price
        e.offer(gain - SHELVING + e.balance_value[0], act.Shelve, x.idea.id)


def _follow_up(e: Evaluation) -> None:
    drained = drained_posts(e.s)
    for idea in e.s.ideas:
        if idea.status == "realised":
            for i, b in enumerate(idea.benefits):
                if b is None or b.owner is None or b.followed or (b.harvested or 0) <= 0:
                    continue
                if b.post in drained:
                    continue
                score = FOLLOWED_UP * e.weights[i] - e.capacity_price + e.balance_value[0]
                e.offer(score, act.FollowUp, idea.id, TRACKS[i])
