"""The debrief of a session, put together."""

from __future__ import annotations

from dataclasses import dataclass

from game.debrief.benefits import BenefitStory, Unclaimed, benefit_stories, unclaimed
from game.debrief.curves import Curves, curves_of
from game.debrief.history import Step, tape_of
from game.debrief.measures import Measures, measures_of
from game.debrief.moments import MOST_SHOWN, Moment, telling
from game.debrief.observers import key_moments
from game.debrief.participation import SeatStory, seat_stories
from game.debrief.references import IdeaRef, Person
from game.debrief.risks import RiskStory, risk_stories
from game.debrief.rounds import RoundStory, round_stories
from game.debrief.waterfall import Path, path_of
from game.engine import Setup, State, result
from game.engine.events import RiskThrown
from game.session import Log


@dataclass(frozen=True, slots=True)
class Debrief:
    """What a session has to tell, as far as it was recorded.

    ``ideas`` are all that ever lay on the table. ``moments`` are all that were found, in order of
    time; :meth:`telling` gives those worth the room's time. ``steps`` are the decisions that
    stand, ``steps[0]`` the beginning, so that ``steps[m.decision_index]`` is a moment's own.
    """

    setup: Setup
    people: tuple[Person, ...]
    ideas: tuple[IdeaRef, ...]
    steps: tuple[Step, ...]
    moments: tuple[Moment, ...]
    benefits: tuple[BenefitStory, ...]
    unclaimed: tuple[Unclaimed, ...]
    risks: tuple[RiskStory, ...]
    rounds: tuple[RoundStory, ...]
    seats: tuple[SeatStory, ...]
    measures: Measures
    path: Path
    curves: Curves

    @property
    def end(self) -> State:
        """The game as it stands."""
        return self.steps[-1].after

    @property
    def finished(self) -> bool:
        """Whether the game is over."""
        return self.end.over

    def telling(self, most: int = MOST_SHOWN) -> tuple[Moment, ...]:
        """The most telling moments, in order of time."""
        return telling(self.moments, most)


def debrief(log: Log, setup: Setup) -> Debrief:
    """Look at a session: what was recorded is folded, and nothing is decided again.

    A damaged or unfinished session gives what there is of it.
    """
    tape = tape_of(log, setup)
    benefits, risks, effects = benefit_stories(tape), risk_stories(tape), unclaimed(tape)
    struck = sum(s.event.severity for s in tape.of(RiskThrown) if s.event.struck)
    return Debrief(
        setup=setup,
        people=tape.people,
        ideas=tape.ideas,
        steps=tape.steps,
        moments=key_moments(tape),
        benefits=benefits,
        unclaimed=effects,
        risks=risks,
        rounds=round_stories(tape),
        seats=seat_stories(tape),
        measures=measures_of(result(tape.end), benefits, risks),
        path=path_of(benefits, effects, struck, sum(tape.end.points)),
        curves=curves_of(tape),
    )
