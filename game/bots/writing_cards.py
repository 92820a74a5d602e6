"""Scores for writing cards, where the case deals none: ideas, benefits, risks.

What is true of a written idea is drawn from a table by its kind, main track and cost, so a group
that knows the table writes ideas of the kinds that suit the tracks that lack most.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product

from game.bots import expectations, written_cards
from game.bots.evaluation import OVERDRAWN, Evaluation
from game.bots.habits import Habits
from game.bots.idea_forecast import TO_BE_TRIED, IdeaForecast
from game.bots.placing_cards import BEGUN, RISKS_OF_ONE_MORE, ROOM, SECOND_BENEFIT
from game.engine import INDEX, KINDS, TRACKS, Kind, State
from game.engine import actions as act

NAMED = 0.5
"""The share of a risk's cost that naming it saves; the rest is saved by mitigating it."""

SLIGHT = 0.1
"""The number of hidden risks below which nobody looks for one."""

RARE = 0.02
"""The value of each idea on the table that is of another kind: several kinds carry each other."""


def write_ideas(e: Evaluation) -> None:
    """Offer new ideas on every track, if the plan leaves enough actions to implement one."""
    s = e.s
    if not _can_begin_idea(e):
        return
    rules, name = s.setup.rules, written_cards.idea_name(s)
    prospects = _prospects(rules.written_cost, rules.written_maturity, e.habits)
    rare = {kind: RARE * _of_other_kinds(s, kind) for kind in KINDS}
    missing = e.missing_at(_projected_with_all(e))
    for i in e.tracks():
        for kind, claim, points in prospects[i]:
            gain = e.gain(points, missing) - 0.3 * rules.written_cost - RISKS_OF_ONE_MORE
            score = gain * BEGUN + rare[kind] + e.balance_value[-1]
            e.offer(score, act.WriteIdea, name, TRACKS[i], kind, claim)


@lru_cache(128)
def _prospects(
    cost: int, maturity: int, habits: Habits
) -> list[list[tuple[Kind, int, expectations.Points]]]:
    """What may be written on each track: of every kind the claim and the points expected of it."""
    steady = (1.0 + expectations.steadiness(maturity)) / 2
    found: list[list[tuple[Kind, int, expectations.Points]]] = [[], [], [], []]
    for (i, track), kind in product(enumerate(TRACKS), KINDS):
        points = list(expectations.of_written(track, kind, cost))
        claim = habits.claim(points[i], known=False)
        for n, x in enumerate(points):
            if x > 0:
                points[n] = x * steady * (1.0 if n == i else SECOND_BENEFIT)
        found[i].append((kind, claim, points))
    return found


def _can_begin_idea(e: Evaluation) -> bool:
    """Whether there is room, time and capacity for one more idea: an unfinished one is wasted."""
    rules = e.s.setup.rules
    in_time = e.rounds_left > rules.written_delay and e.actions_spare >= ROOM
    affordable = e.capacity_short + rules.written_cost + TO_BE_TRIED <= OVERDRAWN
    return in_time and affordable and e.s.open_ideas() < rules.open_ideas


def _projected_with_all(e: Evaluation) -> expectations.Points:
    """The projected points if all written ideas are implemented, also those outside the plan."""
    points = list(e.projected)
    for x in e.forecasts:
        if x.idea.id not in e.planned:
            points = [at + max(0.0, more) for at, more in zip(points, x.potential, strict=True)]
    return points


def _of_other_kinds(s: State, kind: Kind) -> int:
    return sum(idea.card.kind != kind for idea in s.ideas)


def write_benefits(e: Evaluation) -> None:
    """Offer claims where an effect is expected; writing one earns half of its value."""
    part = 0.5 if e.habits.anchoring else expectations.CLAIMED_ONLY
    for x, interest in e.weighted:
        for i in e.tracks() if not x.locked else ():
            if i in x.to_claim:
                points, claim = x.to_claim[i]
                score = points * e.weights[i] * part * interest
                name = written_cards.benefit_name(x.idea, i)
                e.offer(
                    score + e.balance_value[0], act.WriteBenefit, name, TRACKS[i], x.idea.id, claim
                )


def write_risks(e: Evaluation) -> None:
    """Offer a risk where one may be true: a named risk strikes less and can be mitigated."""
    for x, interest in e.weighted:
        if x.hidden >= SLIGHT:
            _write_risk(e, x, interest)


def _write_risk(e: Evaluation, x: IdeaForecast, interest: float) -> None:
    track, rules = x.idea.card.track, e.s.setup.rules
    if any(r.track == track for r in x.idea.risks):
        return
    true = 1.0 if x.idea.name is not None else expectations.WRITTEN_IS_TRUE * min(1.0, x.hidden)
    middle = expectations.LIKELIHOODS_OF_WRITTEN[1]
    less = min(6, middle + rules.unnamed) - max(0, middle - rules.mitigation)
    saving = true * expectations.SEVERITY_OF_WRITTEN * less / 6
    score = saving * NAMED * e.weights[INDEX[track]] * interest + e.balance_value[1]
    name = written_cards.risk_name(x.idea)
    e.offer(score, act.WriteRisk, name, track, x.idea.id, *e.habits.written_risk)
