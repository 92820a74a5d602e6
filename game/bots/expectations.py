"""Expected values of an idea: its effects, their reliability, its risks.

Everything is in expected points, computed from visible information, from averages of arrows and
risk cards over the shipped cases, and from the table by which written ideas get their truth; never
from hidden information.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from game.bots.habits import Habits
from game.engine import INDEX, TRACKS, Idea, IdeaCard, Kind, Risk, State, Track
from game.engine.limits import HARMFUL, MAIN_SPREAD, MORE_RISKS
from game.engine.setup import SUITED

Points = list[float]
"""Points on each of the four tracks, in their order."""

ARROWS = {2: 4.3, 1: 2.0, 0: -0.3, -1: -2.0, -2: -3.5}
"""The average effect by the number of arrows; 0 is a track without an arrow."""

CLAIMED_ONLY = 0.8
"""The share of an expected benefit that comes home without an owner: of few more than a part."""

STUMBLE = 0.2
"""The share of a positive effect that a stumble costs, on average over an idea's tracks."""

PRINTED_IS_TRUE = 0.7
"""How often a risk card is true for an idea printed on it."""

ONE_MORE_IS_TRUE = 0.25
"""How often it is true when another true risk of the idea is known: few ideas have two."""

WRITTEN_IS_TRUE = 0.35
"""How often a risk in the group's own words names a hidden risk of a card's idea."""

STILL_HIDDEN = ((1.1, 0.45, 0.2), (0.2, 0.1, 0.05))
"""The expected number of a card's hidden true risks: by whether any was turned up, then by the
number of other risks named (0, 1, more)."""

ASKED = 0.5
"""The share of it that is left once a trial has been held."""

HIDDEN_COSTS = 2.4
"""The points that a hidden risk costs: its severity, since it strikes nearly always."""

SEVERITY_OF_WRITTEN = 3.0
"""The mean severity of a true risk of which only the group's own words are known."""

LIKELIHOODS_OF_WRITTEN = (2, 3, 4)
"""The likelihoods that such a risk may have."""

MEAN_HARM = -1.5
"""What a written idea that harms somebody takes on average, on one of two tracks."""

SECOND_RISK = 1 / MORE_RISKS
"""The probability that a written idea has a second true risk."""


# ------------------------------------------------------------------ effects
def of_card(card: IdeaCard, habits: Habits) -> Points:
    """The effects expected of a card: the averages of its arrows, or what its texts tell."""
    if habits.hints is not None and card.id in habits.hints:
        return list(habits.hints[card.id])
    return promised(card.promise)


def promised(promise: Mapping[Track, int]) -> Points:
    """The average effects for the arrows of a card."""
    return [ARROWS.get(promise.get(track, 0), 0.0) for track in TRACKS]


@lru_cache(256)
def of_written(track: Track, kind: Kind, cost: int) -> tuple[float, ...]:
    """The average effects of a written idea, by the table from which its truth is drawn."""
    suited, middle = SUITED[kind], (MAIN_SPREAD - 1) / 2
    points = dict.fromkeys(TRACKS, MEAN_HARM / HARMFUL / 2)
    points[next(t for t in suited if t != track)] = middle
    points[track] = max(1, cost - 1) + middle + (track in suited)
    return tuple(points[t] for t in TRACKS)


def effects(s: State, idea: Idea, habits: Habits) -> Points:
    """The effects of an idea: the true ones if known, else those that are expected."""
    card = idea.card
    if idea.name is not None:
        points = list(of_written(card.track, card.kind, card.cost))
    else:
        points = of_card(card, habits)
    if idea.opened:
        truth = s.truth[idea.id]
        for i in range(4):
            if idea.opened >> i & 1:
                points[i] = truth[i]
    return points


def steadiness(maturity: int) -> float:
    """The expected share of a positive effect of an untried idea, which may stumble."""
    return 1.0 - STUMBLE * (6 - min(6, maturity)) / 6


# ------------------------------------------------------------------ risks
def is_true(idea: Idea, risk: Risk) -> float:
    """The probability that a named risk is true."""
    if risk.seat is None:
        return 1.0
    if idea.name is not None:
        return _is_true_of_written(idea, risk)
    if risk.name is not None:
        return WRITTEN_IS_TRUE
    any_true = any(r.seat is None for r in idea.risks)
    return ONE_MORE_IS_TRUE if any_true else PRINTED_IS_TRUE


def _is_true_of_written(idea: Idea, risk: Risk) -> float:
    """A written idea has one risk on its main track, and sometimes one elsewhere."""
    first = next(r for r in idea.risks if r.track == risk.track)
    if risk.track == idea.card.track:
        return 1.0 if first is risk else 0.0
    return SECOND_RISK / 3 if first is risk else 0.0


def strikes(s: State, risk: Risk, mitigations: int) -> float:
    """The probability that a true risk that has been named strikes after so many mitigations."""
    by = s.setup.rules.mitigation * mitigations
    if risk.name is None:
        return max(0, s.likelihood(risk) - by) / 6
    raised = s.likelier[INDEX[risk.track]]
    limits = (min(5, n + raised) - by for n in LIKELIHOODS_OF_WRITTEN)
    return sum(max(0, limit) for limit in limits) / 6 / len(LIKELIHOODS_OF_WRITTEN)


def severity(risk: Risk) -> float:
    """The points that it takes: printed, or unknown where the group has named it itself."""
    return risk.severity if risk.name is None else SEVERITY_OF_WRITTEN


def hidden_risks(idea: Idea) -> float:
    """The expected number of true risks of an idea that are not named yet."""
    if idea.name is not None:
        return _hidden_of_written(idea)
    turned_up = sum(1 for r in idea.risks if r.seat is None)
    hidden = STILL_HIDDEN[min(turned_up, 1)][min(len(idea.risks) - turned_up, 2)]
    return hidden * ASKED if was_tried(idea) else hidden


def _hidden_of_written(idea: Idea) -> float:
    on_main = any(r.track == idea.card.track for r in idea.risks)
    found_elsewhere = any(r.seat is None and r.track != idea.card.track for r in idea.risks)
    named_elsewhere = len({r.track for r in idea.risks if r.track != idea.card.track})
    second = 0.0 if found_elsewhere else (1 - named_elsewhere / 3) * SECOND_RISK
    return (0.0 if on_main else 1.0) + (second * ASKED if was_tried(idea) else second)


def was_tried(idea: Idea) -> bool:
    """Whether a trial has been held: a proven idea, or one that became more mature by it."""
    return idea.was_proven or idea.maturity > idea.card.maturity
