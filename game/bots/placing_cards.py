"""What placing a card is worth: ideas, benefits, risks."""

from __future__ import annotations

from game.bots import expectations
from game.bots.evaluation import Evaluation
from game.bots.idea_forecast import IdeaForecast
from game.engine import INDEX
from game.engine import actions as act

ROOM = 5
"""Actions that the plan must leave over before one more idea is begun."""

SECOND_BENEFIT = 0.7
"""How much of its other benefits a new idea is likely to bring home."""

RISKS_OF_ONE_MORE = 0.5
"""Points that the risks of a new idea will cost in spite of all care."""

BEGUN = 0.45
"""The part of an idea's worth that placing it earns; the rest is earned by the work it takes."""

ASIDE = 0.3
"""How much an idea counts that is not part of the plan."""


def place_ideas(e: Evaluation) -> None:
    """A new idea, when the plan leaves the actions to carry it through."""
    s = e.s
    hand = s.idea_hands[e.seat]
    if not hand or e.spare < ROOM or s.open_ideas() >= s.setup.rules.open_ideas:
        return
    for id in hand:
        card = s.setup.by_id.ideas[id]
        points = expectations.promised(card.promise)
        main = INDEX[card.track]
        claim = expectations.estimate(points[main])
        steady = (1.0 + expectations.steadiness(card.maturity)) / 2
        for i, x in enumerate(points):
            if x > 0:
                points[i] = x * steady * (1.0 if i == main else SECOND_BENEFIT)
        gain = e.gain(points, e.projected) - 0.3 * card.cost - RISKS_OF_ONE_MORE
        e.offer(gain * BEGUN + e.lean[-1], act.PlaceIdea, id, claim)


def place_benefits(e: Evaluation) -> None:
    """A claim where something is to be expected; placing it is half the way to the harvest."""
    s = e.s
    known = s.setup.by_id.benefits
    cards = {INDEX[known[card].track]: card for card in s.benefit_hands[e.seat]}
    if not cards:
        return
    part = 0.5 if e.habits.anchoring else expectations.CLAIMED_ONLY
    for x in e.forecasts:
        if x.idea.locked or x.idea.name is not None:
            continue
        for i, card in cards.items():
            effect = x.effects[i]
            if effect >= 1 and x.idea.benefits[i] is None:
                score = effect * x.steady * e.weights[i] * part * _interest(e, x)
                claim = expectations.estimate(effect)
                e.offer(score + e.lean[0], act.PlaceBenefit, card, x.idea.id, claim)


def place_risks(e: Evaluation) -> None:
    """A risk card where it may be true: named it strikes less, and it can be mitigated."""
    s, rules = e.s, e.s.setup.rules
    for id in s.risk_hands[e.seat]:
        card = s.setup.by_id.risks[id]
        for x in e.forecasts:
            if x.idea.id in card.about and not x.idea.risk(id):
                likelihood = s.likelihood(card)
                unnamed = min(6, likelihood + rules.unnamed)
                mitigated = max(0, likelihood - rules.mitigation)
                true = min(expectations.PRINTED_IS_TRUE, x.hidden)
                saved = true * card.severity * (unnamed - mitigated) / 6
                score = saved / 2 * e.weights[INDEX[card.track]] * _interest(e, x)
                e.offer(score + e.lean[1], act.PlaceRisk, id, x.idea.id)


def _interest(e: Evaluation, x: IdeaForecast) -> float:
    return 1.0 if x.idea.id in e.planned else ASIDE
