"""The numbers of the rules, the goals and the roles' aims: what is far from usual."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game.content.findings import Finding
from game.content.minutes import is_far, reckoned_minutes
from game.content.schema import ScenarioFile
from game.content.weighing import usual
from game.content.weighing.subject import Check, Subject, beyond, warn
from game.content.weighing.usual import Usual
from game.engine.limits import MAX_SEATS
from game.engine.setup import LEVEL_CHANGES, TRACKS, Aim, AimKind


def minutes(case: Subject) -> Iterator[Finding]:
    """The minutes that the case says are about those of its rounds and actions."""
    scenario = case.scenario
    rules = scenario.own_rules
    reckoned = reckoned_minutes(rules, rules.level, own_project=scenario.own_project)
    if is_far(scenario.minutes, reckoned):
        actions = rules.actions + LEVEL_CHANGES[rules.level].actions
        params = {"n": scenario.minutes, "reckoned": reckoned, "rounds": case.rounds}
        yield warn("minutes_far", ("minutes",), actions=actions, **params)


def numbers(case: Subject) -> Iterator[Finding]:
    """The numbers of ``[rules]`` that the case changes are near the usual ones."""
    rules = case.scenario.own_rules
    written = case.scenario.rules.model_fields_set if case.scenario.rules else set()
    for key in usual.RULES.keys() & written:
        value, default = getattr(rules, key), getattr(usual.DEFAULT, key)
        params = {"key": key, "n": value, "default": default}
        path = ("rules", key)
        yield from beyond(value, usual.RULES[key], "far_rule", "far_rule", path, **params)
    if "rounds" in written:
        path = ("rules", "rounds")
        yield from beyond(
            case.rounds, usual.ROUNDS, "far_rounds", "far_rounds", path, n=case.rounds
        )


def goals(case: Subject) -> Iterator[Finding]:
    """The goals fit the length of the game."""
    range_ = case.usual_goal
    for track in TRACKS:
        goal = case.goal(track)
        near = range_.low if goal < range_.low else range_.high
        params = {"goal": goal, "rounds": case.rounds, "near": near}
        path = ("tracks", track, "goal")
        yield from beyond(goal, range_, "low_goal", "high_goal", path, **params)


# ------------------------------------------------------------------ aims
def usual_aim(scenario: ScenarioFile, aim: Aim) -> Usual:
    """The usual value of an aim in a case: no more than its cards, if it has any, can give."""
    rounds = sum(scenario.own_rules.rounds)
    goal = getattr(scenario.tracks, aim.track or "citizen").goal
    range_ = usual.aim(aim.kind, rounds, goal)
    cards = _CARDS_OF.get(aim.kind)
    n = len(getattr(scenario, cards)) if cards else 0
    if scenario.own_project or not n:
        return range_
    return Usual(min(range_.low, n), min(range_.high, n))


_CARDS_OF: Final[dict[AimKind, str]] = {
    "proven_at_least": "ideas",
    "scaled_at_least": "ideas",
    "anchored_at_least": "benefits",
}
"""The cards of which an aim counts some."""


def aims(case: Subject) -> Iterator[Finding]:
    """A methodical group reaches each aim in some games, and not in all."""
    for i, role in enumerate(case.scenario.roles):
        aim = Aim(role.aim.kind, role.aim.value, role.aim.track)
        range_ = usual_aim(case.scenario, aim)
        path = ("roles", i, "aim", "value")
        yield from beyond(aim.value, range_, "easy_aim", "hard_aim", path, n=aim.value)


def different_aims(case: Subject) -> Iterator[Finding]:
    """Roles share what they care for, or all of it hardly ever comes true."""
    aims = [(role.aim.kind, role.aim.track) for role in case.scenario.roles[:MAX_SEATS]]
    n = len(set(aims))
    if n > usual.DIFFERENT_AIMS.high:
        most = usual.DIFFERENT_AIMS.high
        alone = max(i for i, aim in enumerate(aims) if aim not in aims[:i])
        begin = "roles", alone, "aim", "kind"
        yield warn("different_aims", ("roles",), n=n, most=most).beginning(begin)


ALWAYS: Final[tuple[Check, ...]] = (minutes, numbers)
"""Of every case."""
OF_DECKS: Final[tuple[Check, ...]] = (goals, aims, different_aims)
"""Of a case that is more than a draft."""
