"""Scores for trials, the question that each asks, and what is adjusted when one fails."""

from __future__ import annotations

from game.bots import expectations
from game.bots.evaluation import Evaluation
from game.bots.habits import Habits
from game.bots.idea_forecast import IdeaForecast
from game.engine import Action, Idea, State
from game.engine import actions as act
from game.engine.limits import MATURITY_HIGH
from game.engine.state import ALL_OPEN

EFFECTS_KNOWN = 0.5
"""The value of knowing all effects of an idea: accurate claims, and trust for them."""

ONE_EFFECT_KNOWN = 0.2
"""The value of knowing one of them."""

RISK_TURNED_UP = 1.2
"""The value of knowing a risk while it can be mitigated."""

STEADINESS_ADJUSTED = 0.3
"""The share of the missing steadiness that working on an idea's maturity gives."""


def try_ideas(e: Evaluation) -> None:
    """Offer trials: they are reported when the next round opens, and make an idea steady."""
    s = e.s
    free = e.has_perk("front_line") or e.is_relieved(act.Trial)
    if not e.rounds_left or not (free or s.capacity):
        return
    price = 0.0 if free else e.capacity_price
    for x, interest in e.weighted:
        if x.to_try is not None:
            score = _score(e, x) * interest - price + e.balance_value[-1]
            e.offer(score, act.Trial, x.idea.id, x.to_try)


def _score(e: Evaluation, x: IdeaForecast) -> float:
    proven = min(6, x.idea.maturity) / 6
    steadiness_gain = sum([n * w for n, w in zip(x.effects, e.weights, strict=True) if n > 0])
    steadiness_gain *= 1 - x.steady
    asks_for_risk = x.hidden * RISK_TURNED_UP if x.to_try == "risk" else ONE_EFFECT_KNOWN
    if_proven = steadiness_gain + e.capacity_price + EFFECTS_KNOWN
    if_adjusted = STEADINESS_ADJUSTED * steadiness_gain
    return proven * if_proven + (1 - proven) * if_adjusted + asks_for_risk


def adjust(s: State, habits: Habits) -> Action:
    """After a trial that failed: what gains most of maturity, an effect and a risk."""
    idea = s.require_idea(s.adjusting[0])
    how = max(_adjustments(s, idea, habits))[1]
    return act.Adjust(s.turn, idea.id, how)


def _adjustments(s: State, idea: Idea, habits: Habits) -> list[tuple[float, act.Adjustment]]:
    effects = expectations.effects(s, idea, habits)
    learned = expectations.steadiness(idea.maturity + s.setup.rules.learned)
    steadier = learned - expectations.steadiness(idea.maturity)
    values: list[tuple[float, act.Adjustment]] = [
        (expectations.hidden_risks(idea) * RISK_TURNED_UP, "risk")
    ]
    if idea.maturity < MATURITY_HIGH:
        values.append((steadier * sum(n for n in effects if n > 0), "maturity"))
    if idea.opened != ALL_OPEN:
        values.append((ONE_EFFECT_KNOWN, "effect"))
    return values
