"""What else an author may move to make a case easier or harder, where nothing unusual explains it.

Everything is moved towards the end of what is usual that lies that way, and not beyond: a remedy
that the check would complain of is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from game.content import Case
from game.content.weighing import usual
from game.content.weighing.usual import Usual
from game.engine import INDEX, TRACKS, Track
from game.simulation import levers
from game.simulation.levers import Lever
from game.simulation.tally import Tally

Direction = Literal["easier", "harder"]

_GOAL_STEPS: Final = (1, 2)
_ACTION_STEPS: Final = (2, 4)
_CAPACITY_STEP: Final = 1
_WAYS: Final = (0.5, 0.9)
"""Shares of the way to the end of what is usual: one for a little, one for much."""

_NEVER_PUT_BACK: Final = frozenset(
    (
        "rounds",
        "modules",
        "level",
        "demand_tracks",
        "balance",
        "actions",
        "actions_many_seats",
        "many_seats",
        "capacity",
    )
)
"""Rules that are part of a story, move with another one, or are moved by themselves.

With other rounds it is another game: its goals and its number of cards would have to follow.
"""


def moves(case: Case, people: Tally, direction: Direction) -> list[Lever]:
    """Goals, actions and means of cards moved; rules that the case has changed, as in others."""
    found = [*_goals(case, people, direction), *_rules(case, direction)]
    found += _cards(case, direction)
    found += _gains(case, people, direction)
    return list(dict.fromkeys(lever for lever in found if lever is not None))


def _goals(case: Case, people: Tally, direction: Direction) -> Iterator[Lever | None]:
    """All goals, and that of the track that is reached least often (or most often, to raise it)."""
    sign = -1 if direction == "easier" else 1
    track = _extreme_track(people, direction)
    for step in _GOAL_STEPS:
        yield levers.goals_by(case, sign * step)
        yield levers.goal_of(case, track, levers.goals_of(case)[INDEX[track]] + sign * step)


def _extreme_track(people: Tally, direction: Direction) -> Track:
    pick = min if direction == "easier" else max
    return pick(TRACKS, key=lambda track: people.reached[track])


def _rules(case: Case, direction: Direction) -> Iterator[Lever | None]:
    sign = 1 if direction == "easier" else -1
    rules = levers.rules_of(case)
    for step in _ACTION_STEPS:
        actions = _within(usual.RULES["actions"], rules.actions, sign * step)
        yield levers.rule(case, "actions", actions)
    capacity = _within(usual.RULES["capacity"], rules.capacity, sign * _CAPACITY_STEP)
    yield levers.rule(case, "capacity", capacity)
    for key in type(rules).__dataclass_fields__:
        if key not in _NEVER_PUT_BACK:
            yield levers.rule(case, key, getattr(usual.DEFAULT, key))
    if direction == "easier":
        for name in rules.modules:
            yield levers.without_module(case, name)


def _within(range_: Usual, value: int, step: int) -> int:
    """A number moved as far as it stays usual; one that is not usual stays where it is."""
    moved = max(range_.low, min(range_.high, value + step))
    return round(moved) if (moved - value) * step > 0 else value


def _cards(case: Case, direction: Direction) -> Iterator[Lever | None]:
    """The means over the cards, some of the way to their easier or harder ends."""
    means, easy = usual.cards(sum(levers.rules_of(case).rounds)), direction == "easier"
    for share in _WAYS:
        yield levers.all_effects(case, _towards(means.worth, share, high=easy))
        yield levers.true_risks(case, _towards(means.true_risks, share, high=not easy))
    most = _WAYS[-1]
    yield levers.cards_mean(case, "maturity", _towards(means.maturity, most, high=easy))
    yield levers.cards_mean(case, "cost", _towards(means.cost, most, high=not easy))
    yield levers.risks_mean(case, "severity", _towards(means.severity, most, high=not easy))
    yield levers.risks_mean(case, "likelihood", _towards(means.likelihood, most, high=not easy))


def _gains(case: Case, people: Tally, direction: Direction) -> Iterator[Lever | None]:
    """What the ideas give the track that is reached least often, or most often."""
    range_ = usual.cards(sum(levers.rules_of(case).rounds)).gain
    track = _extreme_track(people, direction)
    goal = levers.goals_of(case)[INDEX[track]]
    wanted = goal * _towards(range_, _WAYS[0], high=direction == "easier")
    yield levers.gains(case, track, wanted)


def _towards(range_: Usual, share: float, *, high: bool) -> float:
    """A share of the way from the middle of a range to one end of it."""
    middle, end = (range_.low + range_.high) / 2, range_.high if high else range_.low
    return middle + share * (end - middle)
