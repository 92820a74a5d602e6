"""Scores for placing cards: ideas, benefits, risks."""

from __future__ import annotations

from game.bots import expectations
from game.bots.evaluation import Evaluation
from game.bots.habits import Habits
from game.engine import INDEX, IdeaCard
from game.engine import actions as act
from game.engine.setup import CardIndex

ROOM = 5
"""The actions that the plan must leave over for a new idea."""

SECOND_BENEFIT = 0.7
"""The share of its secondary effects that a new idea is likely to give."""

RISKS_OF_ONE_MORE = 0.5
"""The points that the risks of a new idea will cost in spite of all mitigation."""

BEGUN = 0.45
"""The share of an idea's value credited to placing it; the rest goes to the work on it."""

RECENT = 1 << 8
"""How many hands are remembered."""

Prospect = tuple[str, int, expectations.Points, float]
"""A new idea: its card, what to claim, the points expected of it, and what it takes."""

_prospects: dict[object, list[Prospect]] = {}


def place_ideas(e: Evaluation) -> None:
    """Offer new ideas, if the plan leaves enough actions to implement one."""
    s = e.s
    hand = s.idea_hands[e.seat]
    if not hand or e.actions_spare < ROOM or s.open_ideas() >= s.setup.rules.open_ideas:
        return
    for id, claim, points, price in _prospects_of(s.setup.by_id, hand, e.habits):
        gain = e.gain(points, e.missing) - price - RISKS_OF_ONE_MORE
        e.offer(gain * BEGUN + e.balance_value[-1], act.PlaceIdea, id, claim)


def _prospects_of(index: CardIndex, hand: tuple[str, ...], habits: Habits) -> list[Prospect]:
    """The ideas of a hand, whatever else happens; a view of the case has those of the case."""
    key = index.common, hand, habits
    found = _prospects.get(key)
    if found is None:
        if len(_prospects) >= RECENT:
            _prospects.clear()
        found = _prospects[key] = [_prospect(index.ideas[id], habits) for id in hand]
    return found


def _prospect(card: IdeaCard, habits: Habits) -> Prospect:
    points = expectations.of_card(card, habits)
    main = INDEX[card.track]
    claim = habits.claim(points[main], known=False)
    steady = (1.0 + expectations.steadiness(card.maturity)) / 2
    for i, x in enumerate(points):
        if x > 0:
            points[i] = x * steady * (1.0 if i == main else SECOND_BENEFIT)
    return card.id, claim, points, 0.3 * card.cost


def place_benefits(e: Evaluation) -> None:
    """Offer claims where an effect is expected; placing one earns half of its value."""
    s = e.s
    index = s.setup.by_id.benefits
    cards = {INDEX[index[card].track]: card for card in s.benefit_hands[e.seat]}
    if not cards:
        return
    part = 0.5 if e.habits.anchoring else expectations.CLAIMED_ONLY
    for x, interest in e.weighted:
        for i, card in cards.items() if x.to_claim else ():
            if i in x.to_claim:
                points, claim = x.to_claim[i]
                score = points * e.weights[i] * part * interest
                e.offer(score + e.balance_value[0], act.PlaceBenefit, card, x.idea.id, claim)


def place_risks(e: Evaluation) -> None:
    """Offer risk cards where they may be true: a named risk strikes less and can be mitigated."""
    s, rules = e.s, e.s.setup.rules
    for id in s.risk_hands[e.seat]:
        card = s.setup.by_id.risks[id]
        likelihood = s.likelihood(card)
        unnamed = min(6, likelihood + rules.unnamed)
        mitigated = max(0, likelihood - rules.mitigation)
        for x, interest in e.weighted:
            if x.idea.id in card.about and not x.idea.risk(id):
                true = min(expectations.PRINTED_IS_TRUE, x.hidden)
                saving = true * card.severity * (unnamed - mitigated) / 6
                score = saving / 2 * e.weights[INDEX[card.track]] * interest
                e.offer(score + e.balance_value[1], act.PlaceRisk, id, x.idea.id)
