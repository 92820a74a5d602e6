"""Assembles the debrief of a session from its stories, moments and measures."""

from __future__ import annotations

from game.debrief.benefits import BenefitStory, Unclaimed, benefit_stories, unclaimed
from game.debrief.curves import Curves, curves_of
from game.debrief.evidence import Evidence, evidence
from game.debrief.highlights import MOST_SHOWN, select_highlights
from game.debrief.history import GameHistory, HistoryStep, history_of
from game.debrief.measures import Measures, measures_of
from game.debrief.moments import Moment
from game.debrief.observers import key_moments
from game.debrief.participation import SeatStory, seat_stories
from game.debrief.references import IdeaRef, Person
from game.debrief.risks import RiskStory, risk_stories
from game.debrief.rounds import RoundStory, round_stories
from game.debrief.talked import found_again
from game.debrief.trials import TrialStory, trial_stories
from game.debrief.waterfall import Waterfall, waterfall_of
from game.engine import Setup, State
from game.engine.events import Ended, TrackMoved
from game.frozen import frozen
from game.session import Log


@frozen
class Debrief:
    """Everything the debrief of a session shows.

    ``ideas`` are all that were ever on the table. ``moments`` are all key moments in chronological
    order; :meth:`highlights` selects the most important ones. ``steps`` are the start and the
    decisions in force: ``steps[m.decision_index]`` is the step of a moment ``m``. ``reached_in`` is
    what the verdict rests on: where the tracks moved, and where the game ended. ``talked_of`` are
    the moments that the debrief talks about, ``None`` until the session says which.
    """

    setup: Setup
    people: tuple[Person, ...]
    earlier: tuple[Person, ...]
    ideas: tuple[IdeaRef, ...]
    steps: tuple[HistoryStep, ...]
    moments: tuple[Moment, ...]
    benefits: tuple[BenefitStory, ...]
    unclaimed: tuple[Unclaimed, ...]
    risks: tuple[RiskStory, ...]
    trials: tuple[TrialStory, ...]
    rounds: tuple[RoundStory, ...]
    seats: tuple[SeatStory, ...]
    measures: Measures
    waterfall: Waterfall
    curves: Curves
    reached_in: Evidence
    talked_of: tuple[Moment, ...] | None

    @property
    def end(self) -> State:
        """The state after the last step."""
        return self.steps[-1].after

    @property
    def finished(self) -> bool:
        """Whether the game is over."""
        return self.end.over

    def highlights(self, most: int = MOST_SHOWN) -> tuple[Moment, ...]:
        """The moments most worth discussing, in chronological order, and those talked about."""
        return select_highlights(self.moments, most, self.talked_of or ())

    def to_talk_of(self, most: int) -> tuple[Moment, ...]:
        """The moments to talk about: those of the session, or else those most worth it."""
        return self.highlights(most) if self.talked_of is None else self.talked_of


def debrief(log: Log, setup: Setup) -> Debrief:
    """The debrief of a session, folded from its recorded events without running the rules again.

    A damaged or unfinished session gives the debrief of the part that can be read.
    """
    return debrief_of(history_of(log, setup))


def debrief_of(history: GameHistory) -> Debrief:
    """The debrief of a session whose history has been built already."""
    moments = key_moments(history)
    benefits, risks, effects = benefit_stories(history), risk_stories(history), unclaimed(history)
    return Debrief(
        setup=history.setup,
        people=history.people,
        earlier=history.earlier,
        ideas=history.ideas,
        steps=history.steps,
        moments=moments,
        benefits=benefits,
        unclaimed=effects,
        risks=risks,
        trials=trial_stories(history),
        rounds=round_stories(history),
        seats=seat_stories(history),
        measures=measures_of(history.end, benefits, risks),
        waterfall=waterfall_of(history, benefits, effects),
        curves=curves_of(history),
        reached_in=evidence(s.position for s in history.of(TrackMoved, Ended)),
        talked_of=found_again(moments, history.records),
    )
