"""What an author can put back to usual, for each thing in which a case is unusual.

What is unusual is told by ``gevinst check``; what is usual stands in
:mod:`game.content.weighing.usual`. Nothing is found here that the check does not find.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from statistics import fmean
from typing import Final

from game.content import Case
from game.content.positions import KeyPath
from game.content.weighing import usual
from game.engine import INDEX, TRACKS, Track
from game.simulation import levers
from game.simulation.levers import Lever

_OF_A_GOAL: Final = 2 / 3
"""What a strong idea gives of a goal, so that it takes another."""

_MARGIN: Final = 0.1
"""So far inside of what is usual, as a share of its range, a value is put at least."""

Ways = Iterator[Lever | None]
PutBack = Callable[[Case, KeyPath], Ways]


def ways_back(case: Case, code: str, path: KeyPath) -> list[Lever] | None:
    """The changes by which a finding of the check is mended.

    ``None`` where the finding is not about balance; none at all where it is, and only the author
    can mend it.
    """
    if code in FOR_THE_AUTHOR:
        return []
    put_back = WAYS_BACK.get(code)
    return None if put_back is None else [lever for lever in put_back(case, path) if lever]


def _cards(case: Case) -> usual.UsualCards:
    return usual.cards(sum(levers.rules_of(case).rounds))


def _middle(range_: usual.Usual) -> float:
    return (range_.low + range_.high) / 2


def _inside(range_: usual.Usual, value: float) -> float:
    """As little as is needed, and a little more, since cards have whole points."""
    margin = (range_.high - range_.low) * _MARGIN
    return max(range_.low + margin, min(range_.high - margin, value))


# ------------------------------------------------------------------ rules, goals, aims
def _rule(case: Case, path: KeyPath) -> Ways:
    key, rules = str(path[1]), levers.rules_of(case)
    if key == "actions_many_seats" and rules.actions == rules.actions_many_seats:
        key = "actions"
    if hasattr(usual.DEFAULT, key):
        yield levers.rule(case, key, getattr(usual.DEFAULT, key))


def _goal(case: Case, path: KeyPath) -> Ways:
    """A goal that does not fit: all that do not, as little as needed or as most are; or itself.

    That the rounds do not fit the goals is the same thing seen from the other side: cards and aims
    may be those of a game of another length.
    """
    range_ = _usual_goal(case, sum(levers.rules_of(case).rounds))
    now = levers.goals_of(case)
    track = _track(path)
    yield levers.goals(case, [range_.nearest(goal) for goal in now])
    yield levers.goals(case, [goal if goal in range_ else _middle(range_) for goal in now])
    yield levers.goal_of(case, track, round(range_.nearest(now[INDEX[track]])))
    for total in _rounds_for(case):
        yield levers.rule(case, "rounds", _in_phases(total))


def _rounds_for(case: Case) -> Iterator[int]:
    """The rounds that all goals would fit: the nearest number of them, and those of a full game."""
    now, goals = sum(levers.rules_of(case).rounds), levers.goals_of(case)
    fitting = [
        total
        for total in range(round(usual.ROUNDS.low), round(usual.ROUNDS.high) + 1)
        if all(goal in _usual_goal(case, total) for goal in goals)
    ]
    yield from sorted(fitting, key=lambda total: abs(total - now))[:1]
    if usual.FULL_GAME in fitting:
        yield usual.FULL_GAME


def _usual_goal(case: Case, rounds: int) -> usual.Usual:
    return usual.goal(rounds, own_project=case.own_project, level=levers.rules_of(case).level)


def _in_phases(total: int) -> tuple[int, int, int]:
    """So many rounds over the three phases: where they cannot be equal, the later ones get more."""
    return total // 3, (total + 1) // 3, (total + 2) // 3


def _aim(case: Case, path: KeyPath) -> Ways:
    index = _index(path)
    aim, rules = case.setup.roles[index].aim, levers.rules_of(case)
    goal = levers.goals_of(case)[INDEX[aim.track or "citizen"]]
    range_ = usual.aim(aim.kind, sum(rules.rounds), goal)
    yield levers.aim(case, index, range_.nearest(aim.value))


def _index(path: KeyPath) -> int:
    return next(part for part in path if isinstance(part, int))


def _track(path: KeyPath) -> Track:
    return next(track for track in TRACKS if track in path)


# ------------------------------------------------------------------ cards
def _gains(case: Case, path: KeyPath) -> Ways:
    """What the ideas give a track, or the goal that they give it for."""
    track, range_ = _track(path), _cards(case).gain
    goal = levers.goals_of(case)[INDEX[track]]
    gain = sum(max(0.0, levers.mean_effect(card, track)) for card in case.setup.ideas)
    yield levers.gains(case, track, goal * _middle(range_))
    least = goal * _inside(range_, gain / goal)
    yield levers.gains(case, track, least)
    yield levers.spread(case, track, least)
    yield levers.goal_of(case, track, max(1, round(gain / _middle(range_))))


def _harms(case: Case, path: KeyPath) -> Ways:
    track = _track(path)
    gain = sum(max(0.0, levers.mean_effect(card, track)) for card in case.setup.ideas)
    yield levers.harms(case, track, gain * _cards(case).harm.high / 2)


def _idea(case: Case, path: KeyPath) -> Ways:
    index = _index(path)
    yield levers.idea_worth(case, index, _middle(_cards(case).worth))


def _alone(case: Case, path: KeyPath) -> Ways:
    """An idea that reaches a goal alone: less of it, or a goal for which it takes another."""
    index, track = _index(path), _track(path)
    card, goal = case.setup.ideas[index], levers.goals_of(case)[INDEX[track]]
    gives = levers.mean_effect(card, track)
    yield levers.idea_worth(case, index, levers.worth(card) * goal * _OF_A_GOAL / gives)
    yield levers.goal_of(case, track, math.ceil(gives / _OF_A_GOAL))


def _worth(case: Case, path: KeyPath) -> Ways:
    range_, ideas = _cards(case).worth, case.setup.ideas
    yield levers.all_effects(case, _middle(range_))
    yield levers.all_effects(case, _inside(range_, fmean(map(levers.worth, ideas))))


def _cost(case: Case, path: KeyPath) -> Ways:
    yield levers.cards_mean(case, "cost", _middle(_cards(case).cost))


def _maturity(case: Case, path: KeyPath) -> Ways:
    yield levers.cards_mean(case, "maturity", _middle(_cards(case).maturity))


def _delay(case: Case, path: KeyPath) -> Ways:
    yield levers.cards_mean(case, "delay", _middle(_cards(case).delay))


def _true_risks(case: Case, path: KeyPath) -> Ways:
    yield levers.true_risks(case, _middle(_cards(case).true_risks))


def _severity(case: Case, path: KeyPath) -> Ways:
    yield levers.risks_mean(case, "severity", _middle(_cards(case).severity))


def _likelihood(case: Case, path: KeyPath) -> Ways:
    yield levers.risks_mean(case, "likelihood", _middle(_cards(case).likelihood))


def _widths(case: Case, path: KeyPath) -> Ways:
    yield levers.widths(case, usual.WIDTH)


def _cost_of_one(case: Case, path: KeyPath) -> Ways:
    index = _index(path)
    cost = case.setup.ideas[index].cost
    yield levers.cost_of(case, index, round(usual.COST.nearest(cost)))


# ------------------------------------------------------------------ modules
def _fewer_modules(case: Case, path: KeyPath) -> Ways:
    for name in levers.rules_of(case).modules:
        yield levers.without_module(case, name)


def _demand(case: Case, path: KeyPath) -> Ways:
    yield levers.without_module(case, "demand")


def _posts(case: Case, path: KeyPath) -> Ways:
    yield levers.without_module(case, "posts")


WAYS_BACK: Final[Mapping[str, PutBack]] = {
    "far_rule": _rule,
    "far_rounds": _rule,
    "balance_at_the_edge": _rule,
    "low_goal": _goal,
    "high_goal": _goal,
    "easy_aim": _aim,
    "hard_aim": _aim,
    "goal_out_of_reach": _gains,
    "thin_track": _gains,
    "rich_track": _gains,
    "left_behind": _gains,
    "much_harm": _harms,
    "one_idea_reaches": _alone,
    "rich_idea": _idea,
    "poor_idea": _idea,
    "never_pays": _idea,
    "poor_ideas": _worth,
    "rich_ideas": _worth,
    "wide_range": _widths,
    "point_range": _widths,
    "far_cost": _cost_of_one,
    "low_cost": _cost,
    "high_cost": _cost,
    "low_maturity": _maturity,
    "high_maturity": _maturity,
    "short_delay": _delay,
    "long_delay": _delay,
    "few_true_risks": _true_risks,
    "many_true_risks": _true_risks,
    "riskless": _true_risks,
    "low_severity": _severity,
    "high_severity": _severity,
    "low_likelihood": _likelihood,
    "high_likelihood": _likelihood,
    "many_modules": _fewer_modules,
    "heavy_demand": _demand,
    "posts_below_goal": _posts,
    "no_posts": _posts,
    "post_without_gives": _posts,
}
MAKES_HARDER: Final = frozenset(
    (
        *("low_goal", "easy_aim", "rich_track", "rich_idea", "rich_ideas", "one_idea_reaches"),
        *("low_cost", "high_maturity", "short_delay", "low_severity", "low_likelihood"),
        *("few_true_risks", "riskless"),
    )
)
MAKES_EASIER: Final = frozenset(
    (
        *("high_goal", "hard_aim", "goal_out_of_reach", "thin_track", "much_harm"),
        *("poor_idea", "never_pays", "poor_ideas", "high_cost", "low_maturity", "long_delay"),
        *("many_true_risks", "high_severity", "high_likelihood", "heavy_demand"),
    )
)
"""What a case becomes by its nature where such a finding is mended, tried or not."""
FOR_THE_AUTHOR: Final = frozenset(
    (
        "few_ideas",
        "few_benefits",
        "few_risks",
        "few_events",
        "few_on_track",
        "no_benefit_on_track",
        "no_benefit",
        "idle_idea",
        "stuck_benefit",
        "no_temptation",
        "false_arrows",
        "few_true_pairs",
        "many_true_pairs",
        "different_aims",
        "homeless_track",
        "far_months",
    )
)
"""What bears on how a case plays, and cannot be tried: the cards would have to be written."""
