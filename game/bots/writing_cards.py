"""Scores for writing cards, where the case deals none: ideas, benefits, risks.

A group that writes decides itself what it claims and on which track. The reality die determines the
result, so a claim is worth the average of the die. The total claim of an idea is limited; what it
does not claim on its main track may be claimed on another.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.bots import expectations, written_cards
from game.bots.evaluation import OVERDRAWN, Evaluation
from game.bots.idea_forecast import TO_BE_TRIED, IdeaForecast
from game.bots.placing_cards import ASIDE, BEGUN, RISKS_OF_ONE_MORE, ROOM
from game.engine import INDEX, KINDS, TRACKS, Kind, State
from game.engine import actions as act

SEVERITY, LIKELIHOOD = 3, 3
"""The severity and likelihood of a written risk."""

SECOND_CLAIM = 0.5
"""The share of a second claim that remains after the cost of writing and anchoring it."""

NAMED = 0.5
"""The share of a risk's cost that naming it saves; the rest is saved by mitigating it."""


def write_ideas(e: Evaluation) -> None:
    """Offer new ideas on every track, if the plan leaves enough actions to implement one."""
    s = e.s
    if not _can_begin_idea(e):
        return
    name, kind, most = written_cards.idea_name(s), rarest_kind(s), written_cards.highest_claim(s)
    projected = _projected_with_all(e)
    for i in e.tracks():
        for estimate in range(1, most + 1):
            gain = _gain(e, projected, i, estimate)
            gain -= 0.3 * s.setup.rules.written_cost + RISKS_OF_ONE_MORE
            score = gain * BEGUN + e.balance_value[-1]
            e.offer(score, act.WriteIdea, name, TRACKS[i], kind, estimate)


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


def _gain(e: Evaluation, projected: expectations.Points, main: int, estimate: int) -> float:
    """The value of an idea with an estimate on its main track, and the rest where it helps most."""
    values = _claim_values(e)
    points = [0.0, 0.0, 0.0, 0.0]
    points[main] = values[estimate]
    rest = min(6, e.s.setup.rules.written_claims - estimate)
    if rest:
        others = [i for i in range(4) if i != main]
        second = max(others, key=e.weights.__getitem__)
        points[second] = values[rest] * SECOND_CLAIM
    if not e.habits.anchoring:
        points = [x * expectations.CLAIMED_ONLY for x in points]
    return e.gain(points, projected)


def rarest_kind(s: State) -> Kind:
    """The rarest kind on the table; a process first, since it can be combined with all."""
    count = [sum(idea.card.kind == kind for idea in s.ideas) for kind in KINDS]
    return min(KINDS, key=lambda kind: (count[KINDS.index(kind)], kind != "process"))


def write_benefits(e: Evaluation) -> None:
    """Offer a further claim for written ideas that may still claim something."""
    part = 0.5 if e.habits.anchoring else expectations.CLAIMED_ONLY
    for x in e.forecasts:
        room = 0 if x.idea.locked or x.idea.name is None else 6
        for i in e.tracks() if room else ():
            if x.idea.benefits[i] is None:
                score = _claim_values(e)[room] * e.weights[i] * part * _interest(e, x)
                name = written_cards.benefit_name(x.idea, i)
                e.offer(
                    score + e.balance_value[0], act.WriteBenefit, name, TRACKS[i], x.idea.id, room
                )


def write_risks(e: Evaluation) -> None:
    """Offer a risk for written ideas without one, which the unknown risk would strike."""
    rules = e.s.setup.rules
    for x in e.forecasts:
        if x.hidden and x.idea.name is not None:
            track = x.idea.card.track
            loss = rules.unknown_severity * rules.unknown_likelihood / 6
            score = loss * NAMED * e.weights[INDEX[track]] * _interest(e, x) + e.balance_value[1]
            name = written_cards.risk_name(x.idea)
            e.offer(score, act.WriteRisk, name, track, x.idea.id, SEVERITY, LIKELIHOOD)


def _claim_values(e: Evaluation) -> Sequence[float]:
    """The expected values of claims, by estimate: a group that tries ideas tries most of them."""
    return expectations.PROVEN if e.habits.trials else expectations.UNTRIED


def _interest(e: Evaluation, x: IdeaForecast) -> float:
    return 1.0 if x.idea.id in e.planned else ASIDE
