"""What may be expected of an idea: its effects, how reliable they are, what may strike it.

Everything is in expected points, computed from what is open and from averages of arrows and risk
cards over the shipped cases; never from what a case keeps hidden.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.engine import TRACKS, Idea, Risk, State, Track
from game.engine.chance import reality

Points = list[float]
"""Points on each of the four tracks, in their order."""

ARROWS = {2: 4.3, 1: 2.0, 0: -0.3, -1: -2.0, -2: -3.5}
"""What a promise has meant on the average; 0 is a track without an arrow."""

_EYES = range(1, 7)

UNTRIED = tuple(sum(reality(die, n) for die in _EYES) / 6 for n in range(7))
"""What the reality die gives on the average for a written claim, by its estimate."""

PROVEN = tuple(
    sum(max(reality(a, n), reality(b, n)) for a in _EYES for b in _EYES) / 36 for n in range(7)
)
"""The same for a proven idea, where the better of two dice counts."""

CLAIMED_ONLY = 0.42
"""The part of a benefit that comes home unanchored: half of it, rounded down."""

STUMBLE = 0.55
"""The part of a positive effect that a stumble costs: half of it, rounded up."""

PRINTED_IS_TRUE = 0.7
"""How often a risk card is true for an idea printed on it."""

ONE_MORE_IS_TRUE = 0.25
"""The same when another risk of the idea is already known to be true: few ideas have two."""

STILL_HIDDEN = ((1.1, 0.45, 0.2), (0.2, 0.1, 0.05))
"""True risks still hidden: none or some turned up; no card, one or more lie there besides."""

HIDDEN_COSTS = 2.4
"""What a hidden risk takes: its severity, and it strikes nearly always."""


def promised(promise: Mapping[Track, int]) -> Points:
    """What the arrows of a card have meant on the average."""
    return [ARROWS.get(promise.get(track, 0), 0.0) for track in TRACKS]


def effects(s: State, idea: Idea) -> Points:
    """The effects of an idea: the true ones where they are open, else what its arrows promise."""
    if idea.name is not None:
        return of_claims(idea, PROVEN if idea.was_proven else UNTRIED)
    points, truth = promised(idea.card.promise), s.truth[idea.id]
    for i in range(4):
        if idea.opened >> i & 1:
            points[i] = truth[i]
    return points


def of_claims(idea: Idea, gives: Sequence[float]) -> Points:
    """What the claims of a written idea give, proven or not: by their estimates."""
    return [0.0 if b is None else gives[b.estimate] for b in idea.benefits]


def steadiness(maturity: int) -> float:
    """The part of a positive effect that is left when an untried idea may stumble."""
    return 1.0 - STUMBLE * (6 - maturity) / 6


def is_true(idea: Idea, risk: Risk) -> float:
    """How likely a named risk is to be a true one."""
    if risk.seat is None or idea.name is not None:
        return 1.0
    found = any(r.seat is None for r in idea.risks)
    return ONE_MORE_IS_TRUE if found else PRINTED_IS_TRUE


def hidden_risks(idea: Idea) -> float:
    """How many true risks of an idea are likely to be still unnamed."""
    found = sum(1 for r in idea.risks if r.seat is None)
    if idea.name is not None:
        return 0.0 if idea.risks else 1.0
    if not found and idea.maturity > idea.card.maturity:
        return 0.0  # a trial taught something and turned none up: those that lie there are all
    return STILL_HIDDEN[min(found, 1)][min(len(idea.risks) - found, 2)]


def estimate(effect: float) -> int:
    """A claim as it may be written on the table: a whole number from 1 to 6."""
    return max(1, min(6, round(effect)))
