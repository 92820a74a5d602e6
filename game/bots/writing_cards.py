"""What writing a card is worth, where the case deals none: ideas, benefits, risks.

A group that writes decides itself what it claims and on which track. What comes of it the reality
die tells, so a claim is worth what the die gives on the average; an idea may claim only so much,
and what it does not claim on its main track may be claimed on another.
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
"""How grave and how likely a group believes a risk to be when it knows no better."""

SECOND_CLAIM = 0.5
"""The part of a second claim that is left when writing and anchoring it are paid for."""

NAMED = 0.5
"""The part of what a risk would cost that naming it saves; the rest is saved by mitigating it."""


def write_ideas(e: Evaluation) -> None:
    """A new idea where it adds most, when the plan leaves the actions to carry it through."""
    s = e.s
    if not _worth_beginning(e):
        return
    name, kind, most = written_cards.idea_name(s), rarest_kind(s), written_cards.highest_claim(s)
    begun = _begun(e)
    for i in e.tracks():
        for estimate in range(1, most + 1):
            gain = _gain(e, begun, i, estimate)
            gain -= 0.3 * s.setup.rules.written_cost + RISKS_OF_ONE_MORE
            score = gain * BEGUN + e.lean[-1]
            e.offer(score, act.WriteIdea, name, TRACKS[i], kind, estimate)


def _worth_beginning(e: Evaluation) -> bool:
    """Whether there are room, time and means for one more: what is left lying was for nothing."""
    rules = e.s.setup.rules
    in_time = e.rounds > rules.written_delay and e.spare >= ROOM
    affordable = e.short + rules.written_cost + TO_BE_TRIED <= OVERDRAWN
    return in_time and affordable and e.s.open_ideas() < rules.open_ideas


def _begun(e: Evaluation) -> expectations.Points:
    """Where the tracks are heading if all that was written is carried through."""
    points = list(e.projected)
    for x in e.forecasts:
        if x.idea.id not in e.planned:
            points = [at + max(0.0, more) for at, more in zip(points, x.potential, strict=True)]
    return points


def _gain(e: Evaluation, begun: expectations.Points, main: int, estimate: int) -> float:
    """What an idea adds that claims so much on its main track, and the rest where it helps most."""
    gives = _gives(e)
    points = [0.0, 0.0, 0.0, 0.0]
    points[main] = gives[estimate]
    rest = min(6, e.s.setup.rules.written_claims - estimate)
    if rest:
        others = [i for i in range(4) if i != main]
        second = max(others, key=e.weights.__getitem__)
        points[second] = gives[rest] * SECOND_CLAIM
    if not e.habits.anchoring:
        points = [x * expectations.CLAIMED_ONLY for x in points]
    return e.gain(points, begun)


def rarest_kind(s: State) -> Kind:
    """The kind of which the table has least; a process first, for it can be combined with all."""
    count = [sum(idea.card.kind == kind for idea in s.ideas) for kind in KINDS]
    return min(KINDS, key=lambda kind: (count[KINDS.index(kind)], kind != "process"))


def write_benefits(e: Evaluation) -> None:
    """One claim more for an idea that may still claim something."""
    limit = e.s.setup.rules.written_claims
    part = 0.5 if e.habits.anchoring else expectations.CLAIMED_ONLY
    for x in e.forecasts:
        room = 0 if x.idea.locked or x.idea.name is None else min(6, x.idea.room(limit))
        for i in e.tracks() if room else ():
            if x.idea.benefits[i] is None:
                score = _gives(e)[room] * e.weights[i] * part * _interest(e, x)
                name = written_cards.benefit_name(x.idea, i)
                e.offer(score + e.lean[0], act.WriteBenefit, name, TRACKS[i], x.idea.id, room)


def write_risks(e: Evaluation) -> None:
    """A name for what may go wrong with an idea, before the unknown strikes it."""
    rules = e.s.setup.rules
    for x in e.forecasts:
        if x.hidden and x.idea.name is not None:
            track = x.idea.card.track
            loss = rules.unknown_severity * rules.unknown_likelihood / 6
            score = loss * NAMED * e.weights[INDEX[track]] * _interest(e, x) + e.lean[1]
            name = written_cards.risk_name(x.idea)
            e.offer(score, act.WriteRisk, name, track, x.idea.id, SEVERITY, LIKELIHOOD)


def _gives(e: Evaluation) -> Sequence[float]:
    """What claims of a new idea will come to, by their estimates: most are tried, if any are."""
    return expectations.PROVEN if e.habits.trials else expectations.UNTRIED


def _interest(e: Evaluation, x: IdeaForecast) -> float:
    return 1.0 if x.idea.id in e.planned else ASIDE
