"""Assembles the debrief of a session from its stories, moments and measures."""

from __future__ import annotations

from dataclasses import dataclass

from game.debrief.benefits import BenefitStory, Unclaimed, benefit_stories, unclaimed
from game.debrief.curves import Curves, curves_of
from game.debrief.history import GameHistory, HistoryStep, history_of
from game.debrief.measures import Measures, measures_of
from game.debrief.moments import MOST_SHOWN, Moment, select_highlights
from game.debrief.observers import key_moments
from game.debrief.participation import SeatStory, seat_stories
from game.debrief.references import IdeaRef, Person
from game.debrief.risks import RiskStory, risk_stories
from game.debrief.rounds import RoundStory, round_stories
from game.debrief.waterfall import Waterfall, waterfall_of
from game.engine import Setup, State, result
from game.engine.events import RiskThrown
from game.session import Log


@dataclass(frozen=True, slots=True)
class Debrief:
    """Everything the debrief of a session shows, as far as it was recorded.

    ``ideas`` are all that ever lay on the table. ``moments`` are all that were found, in order of
    time; :meth:`highlights` selects those worth the group's time. ``steps`` are the decisions that
    were not undone, ``steps[0]`` the beginning: ``steps[m.decision_index]`` is a moment's own.
    """

    setup: Setup
    people: tuple[Person, ...]
    ideas: tuple[IdeaRef, ...]
    steps: tuple[HistoryStep, ...]
    moments: tuple[Moment, ...]
    benefits: tuple[BenefitStory, ...]
    unclaimed: tuple[Unclaimed, ...]
    risks: tuple[RiskStory, ...]
    rounds: tuple[RoundStory, ...]
    seats: tuple[SeatStory, ...]
    measures: Measures
    waterfall: Waterfall
    curves: Curves

    @property
    def end(self) -> State:
        """The game as it stands."""
        return self.steps[-1].after

    @property
    def finished(self) -> bool:
        """Whether the game is over."""
        return self.end.over

    def highlights(self, most: int = MOST_SHOWN) -> tuple[Moment, ...]:
        """The moments most worth talking about, in order of time."""
        return select_highlights(self.moments, most)


def debrief(log: Log, setup: Setup) -> Debrief:
    """The debrief of a session. What was recorded is folded; nothing is decided again.

    A damaged or unfinished session gives as much as there is of it.
    """
    return debrief_of(history_of(log, setup))


def debrief_of(history: GameHistory) -> Debrief:
    """The debrief of a session that has been folded already."""
    benefits, risks, effects = benefit_stories(history), risk_stories(history), unclaimed(history)
    struck = sum(s.event.severity for s in history.of(RiskThrown) if s.event.struck)
    return Debrief(
        setup=history.setup,
        people=history.people,
        ideas=history.ideas,
        steps=history.steps,
        moments=key_moments(history),
        benefits=benefits,
        unclaimed=effects,
        risks=risks,
        rounds=round_stories(history),
        seats=seat_stories(history),
        measures=measures_of(result(history.end), benefits, risks),
        waterfall=waterfall_of(benefits, effects, struck, sum(history.end.points)),
        curves=curves_of(history),
    )
