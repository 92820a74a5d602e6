"""Assembles the debrief of a session from its stories, moments and measures."""

from __future__ import annotations

from game.debrief.benefits import BenefitStory, Unclaimed, benefit_stories, unclaimed
from game.debrief.curves import Curves, curves_of
from game.debrief.evidence import Evidence, evidence
from game.debrief.highlights import (
    MOST_SHOWN,
    chronological,
    is_wanted,
    select_highlights,
    worth,
)
from game.debrief.history import GameHistory, HistoryStep, history_of
from game.debrief.measures import Measures, measures_of
from game.debrief.moments import Bookmarked, Moment, Noted
from game.debrief.observers import key_moments, marked_moments
from game.debrief.participation import SeatStory, seat_stories
from game.debrief.references import IdeaRef, Person
from game.debrief.risks import RiskStory, risk_stories
from game.debrief.rounds import RoundStory, round_stories
from game.debrief.talked import ever_named, found_again
from game.debrief.trials import TrialStory, trial_stories
from game.debrief.waterfall import Waterfall, waterfall_of
from game.engine import Setup, State
from game.engine.events import Ended, TrackMoved
from game.frozen import frozen
from game.session import Log


@frozen
class Debrief:
    """Everything the debrief of a session shows.

    ``ideas`` are all that were ever on the table. ``moments`` are all key moments of the game in
    chronological order; :meth:`highlights` selects the most important ones. ``marked`` are those
    that the group marked itself, by a bookmark or a note. ``steps`` are the start and the decisions
    in force: ``steps[m.decision_index]`` is the step of a moment ``m``. ``reached_in`` is what the
    verdict rests on: where the tracks moved, and where the game ended. ``talked_of`` are the
    moments that the debrief talks about, ``None`` until the session says which; ``named`` are all
    that it ever said so of.
    """

    setup: Setup
    people: tuple[Person, ...]
    earlier: tuple[Person, ...]
    ideas: tuple[IdeaRef, ...]
    steps: tuple[HistoryStep, ...]
    moments: tuple[Moment, ...]
    marked: tuple[Moment, ...]
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
    named: tuple[Moment, ...]

    @property
    def end(self) -> State:
        """The state after the last step."""
        return self.steps[-1].after

    @property
    def finished(self) -> bool:
        """Whether the game is over."""
        return self.end.over

    def highlights(self) -> tuple[Moment, ...]:
        """The moments of the game most worth discussing, in chronological order.

        They go by the game alone: nothing that is written later adds one, pushes one out or moves
        one. Only where an older program showed others, and they were talked about, these follow.
        """
        shown = {*select_highlights(self.moments, MOST_SHOWN), *self.named}
        return tuple(m for m in self.moments if m in shown)

    def marked_apart(self) -> tuple[Moment, ...]:
        """What the group marked where no highlight stands, in chronological order.

        What is marked at the step of a highlight is told with that, and so are two marks of one
        step. Of many the weightiest are shown, and those that were talked about.
        """
        told = {m.decision_index for m in self.highlights()}
        apart: dict[int, Moment] = {}
        for m in sorted(self.marked, key=lambda m: (m not in self.named, -m.weight)):
            if m.decision_index not in told:
                apart.setdefault(m.decision_index, m)
        shown = {*sorted(apart.values(), key=lambda m: -m.weight)[:MOST_SHOWN], *self.named}
        return tuple(m for m in self.marked if m in shown)

    def written_at(self, moment: Moment) -> tuple[str, ...]:
        """What the group wrote at the step of a moment, in bookmarks and notes."""
        here = [m.about for m in self.marked if m.decision_index == moment.decision_index]
        return tuple(m.written for m in here if isinstance(m, Bookmarked | Noted) and m.written)

    def to_talk_of(self, most: int) -> tuple[Moment, ...]:
        """The moments to talk about: those of the session, or else those most worth it.

        What somebody bookmarked with a word, to talk about it, comes first.
        """
        if self.talked_of is not None:
            return self.talked_of
        shown = (*self.highlights(), *self.marked_apart())
        wanted = {m.decision_index for m in self.marked if is_wanted(m)}
        first: dict[int, Moment] = {}
        for m in sorted(shown, key=worth):
            if m.decision_index in wanted:
                first[m.decision_index] = m
        return select_highlights(shown, most, list(first.values())[:most])


def debrief(log: Log, setup: Setup) -> Debrief:
    """The debrief of a session, folded from its recorded events without running the rules again.

    A damaged or unfinished session gives the debrief of the part that can be read.
    """
    return debrief_of(history_of(log, setup))


def debrief_of(history: GameHistory) -> Debrief:
    """The debrief of a session whose history has been built already."""
    moments, marked = key_moments(history), marked_moments(history)
    benefits, risks, effects = benefit_stories(history), risk_stories(history), unclaimed(history)
    return Debrief(
        setup=history.setup,
        people=history.people,
        earlier=history.earlier,
        ideas=history.ideas,
        steps=history.steps,
        moments=moments,
        marked=marked,
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
        talked_of=found_again(chronological((*moments, *marked)), history.records),
        named=ever_named((*moments, *marked), history.records),
    )
