"""The case that is weighed, with what many checks ask of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from statistics import fmean
from typing import Any

from game.content.card_tables import IdeaTable
from game.content.findings import Finding
from game.content.positions import KeyPath
from game.content.schema import ScenarioFile, TrackTable
from game.content.weighing import usual
from game.content.weighing.usual import Usual, UsualCards
from game.engine.setup import TRACKS, Track


@dataclass(frozen=True)
class Subject:
    """A valid file: its tables, its raw ``data`` and its ``text``."""

    scenario: ScenarioFile
    data: Mapping[str, Any]
    text: str

    @cached_property
    def rounds(self) -> int:
        """The rounds of the whole game."""
        return sum(self.scenario.own_rules.rounds)

    @cached_property
    def usual_goal(self) -> usual.Usual:
        """The goals that are usual in a game of this length, on the level it is played on."""
        own, level = self.scenario.own_project, self.scenario.own_rules.level
        return usual.goal(self.rounds, own_project=own, level=level)

    @property
    def is_full(self) -> bool:
        """Whether it is a game as long as those that the numbers were tuned for."""
        return self.rounds >= usual.FULL_GAME

    @property
    def usual(self) -> UsualCards:
        """What cards usually are like in a game so long."""
        return usual.cards(self.rounds)

    @property
    def is_draft(self) -> bool:
        """Whether there are so few ideas that means over them would only repeat that finding."""
        return len(self.scenario.ideas) < self.least("ideas") / 2

    def least(self, deck: str) -> int:
        """The number of cards that a game of this length needs: no more than are dealt in it."""
        full = int(usual.CARDS[deck].low)
        if deck == "events":  # one in every round but the first; a full game has some to spare
            return full if self.is_full else self.rounds - 1
        rules = self.scenario.own_rules
        dealt = rules.deal_first + rules.deals_later * rules.deal_later
        share = min(1.0, self.rounds / usual.FULL_GAME)
        return max(1, min(dealt, int(full * share)))

    def track(self, track: Track) -> TrackTable:
        """The table of a track."""
        table: TrackTable = getattr(self.scenario.tracks, track)
        return table

    def goal(self, track: Track) -> int:
        """The goal of a track, in points."""
        return self.track(track).goal

    def gain(self, track: Track) -> float:
        """What all ideas together give a track on average, in points."""
        return sum(max(0.0, mean(idea, track)) for idea in self.scenario.ideas)

    def harm(self, track: Track) -> float:
        """What all ideas together take from a track on average, in points."""
        return -sum(min(0.0, mean(idea, track)) for idea in self.scenario.ideas)

    def most(self, track: Track) -> int:
        """What all ideas together give a track at their best, in points."""
        return sum(max(0, span(idea, track)[1]) for idea in self.scenario.ideas)


Check = Callable[[Subject], Iterator[Finding]]
"""Looks for one kind of mistake."""
Placed = tuple[KeyPath, float]
"""A value, and the place of the key that sets it."""


def span(idea: IdeaTable, track: Track) -> tuple[int, int]:
    """The true effect of an idea on a track, lowest and highest; nothing where none is written."""
    return getattr(idea.effects, track) or (0, 0)


def mean(idea: IdeaTable, track: Track) -> float:
    """The mean of the true effect of an idea on a track, in points."""
    return sum(span(idea, track)) / 2


def worth(idea: IdeaTable) -> float:
    """What an idea gives on all tracks together, in points on average."""
    return sum(mean(idea, track) for track in TRACKS)


def is_tempting(idea: IdeaTable) -> bool:
    """Whether an idea is a saving that is cheap, ready and paid for on the other tracks."""
    ready = idea.cost in usual.TEMPTING_COST and idea.maturity == 5
    others = worth(idea) - mean(idea, "economy")
    gives = mean(idea, "economy") in usual.TEMPTING_GAIN
    return ready and gives and others in usual.TEMPTING_PRICE


def warn(code: str, path: KeyPath, **params: object) -> Finding:
    """A warning."""
    return Finding(code, path, params, "warning")


def beyond(
    value: float, usual: Usual, low: str, high: str, path: KeyPath, **params: object
) -> Iterator[Finding]:
    """A warning if a value is below or above what is usual; the message gets both limits."""
    side = usual.side(value)
    if side != "fine":
        ends = {"low": usual.low, "high": usual.high, "usual": usual.told}
        yield warn(low if side == "low" else high, path, **ends, **params)


def mean_beyond(
    values: Sequence[Placed], usual: Usual, low: str, high: str, path: KeyPath
) -> Iterator[Finding]:
    """A warning if the mean of some values, each with its place, is below or above what is usual.

    Mending begins with the value that is farthest on that side.
    """
    average = fmean(value for _, value in values)
    farthest = min if usual.side(average) == "low" else max
    begin, _ = farthest(values, key=itemgetter(1))
    for found in beyond(average, usual, low, high, path, mean=average):
        yield found.beginning(begin)
