"""What is true of an idea in the group's own words: drawn when it is placed, never from its claims.

The draw depends on the idea's kind, main track and cost. Whoever knows what kind of change moves
what, guesses better.
"""

from __future__ import annotations

from game.engine import events as ev
from game.engine.chance import draw
from game.engine.limits import (
    HARM_SPREAD,
    HARMFUL,
    MAIN_SPREAD,
    MORE_RISKS,
    RISK_LEAST,
    RISK_SPREAD,
)
from game.engine.setup import INDEX, SUITED, TRACKS, RiskCard
from game.engine.state import Idea, PerTrack
from game.engine.transaction import Transaction


def ensure_truth(d: Transaction, id: str) -> None:
    """Draw the truth of an idea of which nothing has been drawn yet.

    There are such ideas in sessions that version 1 of the rules began: nothing was true of them.
    """
    if id not in d.state.truth:
        draw_truth(d, d.state.require_idea(id))


def draw_truth(d: Transaction, idea: Idea) -> None:
    """Draw what an idea truly gives and what may go wrong with it; nobody at the table sees it."""
    effects, risks = truth_of(d.state.seed, idea)
    d.emit(ev.TruthDrawn(idea.id, effects, risks))


def truth_of(seed: int, idea: Idea) -> tuple[PerTrack, tuple[RiskCard, ...]]:
    """The true effects and risks that a seed has for an idea in the group's own words."""
    chance = _Chance(seed, idea.id)
    return _effects(chance, idea), _risks(chance, idea)


class _Chance:
    """The draws of one idea, one after the other from a stream of its own."""

    def __init__(self, seed: int, id: str) -> None:
        self.seed, self.stream, self.drawn = seed, f"own:{id}", 0

    def among(self, count: int) -> int:
        """A number from 0 to ``count`` - 1."""
        self.drawn += 1
        return draw(self.seed, self.stream, self.drawn - 1, count)


def _effects(chance: _Chance, idea: Idea) -> PerTrack:
    main, suited = idea.card.track, SUITED[idea.card.kind]
    effects = dict.fromkeys(TRACKS, 0)
    effects[main] = max(1, idea.card.cost - 1) + chance.among(MAIN_SPREAD) + (main in suited)
    second = next(track for track in suited if track != main)
    effects[second] = chance.among(MAIN_SPREAD)
    others = [track for track in TRACKS if track not in (main, second)]
    if chance.among(HARMFUL) == 0:
        effects[others[chance.among(len(others))]] = -1 - chance.among(HARM_SPREAD)
    return (effects["citizen"], effects["process"], effects["economy"], effects["employee"])


def _risks(chance: _Chance, idea: Idea) -> tuple[RiskCard, ...]:
    """One on its main track, and sometimes one on another."""
    main = idea.card.track
    tracks = [main]
    if chance.among(MORE_RISKS) == 0:
        tracks.append(TRACKS[(INDEX[main] + 1 + chance.among(3)) % 4])
    return tuple(
        RiskCard(
            f"{idea.id}-risk-{n}",
            track,
            severity=RISK_LEAST + chance.among(RISK_SPREAD),
            likelihood=RISK_LEAST + chance.among(RISK_SPREAD),
        )
        for n, track in enumerate(tracks, 1)
    )
