"""Expected values of an idea: its effects, their reliability, its risks.

Everything is in expected points, computed from visible information and from averages of arrows and
risk cards over the shipped cases; never from hidden information of the case.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.engine import TRACKS, Idea, Risk, State, Track
from game.engine.chance import reality

Points = list[float]
"""Points on each of the four tracks, in their order."""

ARROWS = {2: 4.3, 1: 2.0, 0: -0.3, -1: -2.0, -2: -3.5}
"""The average effect by the number of arrows; 0 is a track without an arrow."""

_DIE_FACES = range(1, 7)

UNTRIED = tuple(sum(reality(die, n) for die in _DIE_FACES) / 6 for n in range(7))
"""The average result of the reality die for a written claim, by its estimate."""

PROVEN = tuple(
    sum(max(reality(a, n), reality(b, n)) for a in _DIE_FACES for b in _DIE_FACES) / 36
    for n in range(7)
)
"""The average result for a proven idea, where the better of two dice counts."""

CLAIMED_ONLY = 0.42
"""The share of an unanchored benefit that is harvested: half of it, rounded down."""

STUMBLE = 0.55
"""The share of a positive effect that a stumble costs: half of it, rounded up."""

PRINTED_IS_TRUE = 0.7
"""How often a risk card is true for an idea printed on it."""

ONE_MORE_IS_TRUE = 0.25
"""How often it is true when another true risk of the idea is known: few ideas have two."""

STILL_HIDDEN = ((1.1, 0.45, 0.2), (0.2, 0.1, 0.05))
"""The expected number of hidden true risks: by whether any was turned up, then by the number of
other risks named (0, 1, more)."""

HIDDEN_COSTS = 2.4
"""The points that a hidden risk costs: its severity, since it strikes nearly always."""


def promised(promise: Mapping[Track, int]) -> Points:
    """The average effects for the arrows of a card."""
    return [ARROWS.get(promise.get(track, 0), 0.0) for track in TRACKS]


def effects(s: State, idea: Idea) -> Points:
    """The effects of an idea: the true ones if known, else the averages of its arrows."""
    if idea.name is not None:
        return of_claims(idea, PROVEN if idea.was_proven else UNTRIED)
    points, truth = promised(idea.card.promise), s.truth[idea.id]
    for i in range(4):
        if idea.opened >> i & 1:
            points[i] = truth[i]
    return points


def of_claims(idea: Idea, averages: Sequence[float]) -> Points:
    """The average results of a written idea's claims, from a table by estimate."""
    return [0.0 if b is None else averages[b.estimate] for b in idea.benefits]


def steadiness(maturity: int) -> float:
    """The expected share of a positive effect of an untried idea, which may stumble."""
    return 1.0 - STUMBLE * (6 - maturity) / 6


def is_true(idea: Idea, risk: Risk) -> float:
    """The probability that a named risk is true."""
    if risk.seat is None or idea.name is not None:
        return 1.0
    any_true = any(r.seat is None for r in idea.risks)
    return ONE_MORE_IS_TRUE if any_true else PRINTED_IS_TRUE


def hidden_risks(idea: Idea) -> float:
    """The expected number of true risks of an idea that are not named yet."""
    turned_up = sum(1 for r in idea.risks if r.seat is None)
    if idea.name is not None:
        return 0.0 if idea.risks else 1.0
    if not turned_up and idea.maturity > idea.card.maturity:
        return 0.0  # a trial taught the group something but turned up no risk, so all are named
    return STILL_HIDDEN[min(turned_up, 1)][min(len(idea.risks) - turned_up, 2)]


def estimate(effect: float) -> int:
    """The nearest estimate that the rules allow: a whole number from 1 to 6."""
    return max(1, min(6, round(effect)))
