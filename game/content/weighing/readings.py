"""What gauges measure: each reading is a value of a case, with what is usual of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from statistics import fmean

from game.content.minutes import FAR, reckoned_minutes
from game.content.weighing import usual
from game.content.weighing.ideas import is_kept
from game.content.weighing.prose import texts
from game.content.weighing.risks import printed_pairs, true_risks
from game.content.weighing.rules import usual_aim
from game.content.weighing.subject import Subject, mean, worth
from game.content.weighing.usual import Usual
from game.engine.limits import MAX_SEATS
from game.engine.setup import TRACKS, Aim, Track
from game.frozen import frozen


@frozen
class Reading:
    """A value, what is usual, what was found in words (``params`` of the dial's text).

    ``most`` is the end of the scale where it depends on the case.
    """

    value: float
    usual: Usual
    params: Mapping[str, object]
    most: float | None = None


Read = Callable[[Subject], Reading | None]


def _average(values: Iterable[float], usual_: Usual, **params: object) -> Reading | None:
    known = list(values)
    if not known:
        return None
    average = fmean(known)
    return Reading(average, usual_, {"mean": average, **params})


def _mix(values: Iterable[int]) -> str:
    """How often each value comes: ``2 × 1, 11 × 3``."""
    return ", ".join(f"{n} × {value}" for value, n in sorted(Counter(values).items()))


def gain_of(track: Track) -> Read:
    """What all ideas give a track on average, in goals of that track."""

    def read(case: Subject) -> Reading | None:
        if not case.scenario.ideas:
            return None
        goal, gain = case.goal(track), case.gain(track)
        range_ = case.usual.gain
        ends = {"least": range_.low * goal, "most": range_.high * goal}
        params = {"gain": gain, "best": case.most(track), "goal": goal, **ends}
        return Reading(gain / goal, range_, params)

    return read


def goals(case: Subject) -> Reading:
    """The goal that is farthest from usual; else the highest."""
    goals = [case.goal(track) for track in TRACKS]
    range_ = case.usual_goal
    beyond = [goal for goal in goals if goal not in range_]
    value = max(beyond, key=lambda goal: abs(goal - range_.low), default=max(goals))
    near = range_.low if value < range_.low else range_.high
    params = {"goals": ", ".join(map(str, goals)), "rounds": case.rounds, "near": near}
    return Reading(value, range_, params, most=2 * range_.high)


def worths(case: Subject) -> Reading | None:
    """What an idea gives on average."""
    return _average(map(worth, case.scenario.ideas), case.usual.worth)


def richest(case: Subject) -> Reading | None:
    """What the richest idea gives."""
    worths = sorted(map(worth, case.scenario.ideas))
    if len(worths) < 2:
        return None
    others = fmean(worths[:-1])
    most = min(usual.WORTH.high, usual.OUTLIER * max(1.0, others))
    params = {"worth": worths[-1], "others": others, "limit": usual.WORTH.high}
    return Reading(worths[-1], Usual(0, most), params)


def costs(case: Subject) -> Reading | None:
    """What an idea costs."""
    costs = [idea.cost for idea in case.scenario.ideas]
    capacity = case.scenario.own_rules.capacity
    return _average(costs, case.usual.cost, all=sum(costs), capacity=capacity)


def maturities(case: Subject) -> Reading | None:
    """How mature an idea is."""
    values = [idea.maturity for idea in case.scenario.ideas]
    return _average(values, case.usual.maturity, mix=_mix(values))


def delays(case: Subject) -> Reading | None:
    """How late an idea is felt."""
    values = [idea.delay for idea in case.scenario.ideas]
    return _average(values, case.usual.delay, mix=_mix(values))


def arrows(case: Subject) -> Reading | None:
    """The share of the arrows that are false."""
    ideas = case.scenario.ideas
    kept = [is_kept(up, mean(idea, on)) for idea in ideas for on, up in idea.promise.items()]
    if not kept:
        return None
    n = kept.count(False)
    return Reading(n / len(kept), usual.FALSE_ARROWS, {"n": n, "all": len(kept)})


def risks_of_ideas(case: Subject) -> Reading | None:
    """The true risks of an idea."""
    return _average((len(idea.risks) for idea in case.scenario.ideas), case.usual.true_risks)


def true_pairs(case: Subject) -> Reading | None:
    """The share of what is printed on risk cards that is true."""
    pairs = printed_pairs(case)
    if not pairs:
        return None
    share = sum(pairs) / len(pairs)
    return Reading(share, case.usual.true_pairs, {"share": round(100 * share)})


def severities(case: Subject) -> Reading | None:
    """What a true risk takes."""
    return _average((risk.severity for risk in true_risks(case)), case.usual.severity)


def likelihoods(case: Subject) -> Reading | None:
    """How often a true risk strikes."""
    values = [risk.likelihood for risk in true_risks(case)]
    return _average(values, case.usual.likelihood, mix=_mix(values))


def cards_in(deck: str) -> Read:
    """How many cards a deck has."""

    def read(case: Subject) -> Reading:
        n, least = len(getattr(case.scenario, deck)), case.least(deck)
        params = {"n": n, "least": least, "rounds": case.rounds}
        return Reading(n, Usual(least), params, most=max(2 * least, n))

    return read


def aims(case: Subject) -> Reading:
    """How many aims are out of the usual: easy ones count below 0, hard ones above."""
    roles = case.scenario.roles
    aims = [Aim(role.aim.kind, role.aim.value, role.aim.track) for role in roles]
    sides = [usual_aim(case.scenario, aim).side(aim.value) for aim in aims]
    hard, easy = sides.count("high"), sides.count("low")
    params = {"hard": hard, "easy": easy, "all": len(roles)}
    return Reading(hard or -easy, Usual(0, 0), params)


def different_aims(case: Subject) -> Reading:
    """How many aims differ."""
    roles = case.scenario.roles[:MAX_SEATS]
    n = len({(role.aim.kind, role.aim.track) for role in roles})
    return Reading(n, usual.DIFFERENT_AIMS, {"n": n, "all": len(roles)})


def actions(case: Subject) -> Reading:
    """The actions of a round."""
    n = case.scenario.own_rules.actions
    default = usual.DEFAULT.actions
    params = {"key": "actions", "n": n, "rounds": case.rounds, "default": default}
    return Reading(n, usual.RULES["actions"], params)


def minutes(case: Subject) -> Reading:
    """The minutes that the case says, against those reckoned."""
    scenario = case.scenario
    rules = scenario.own_rules
    reckoned = reckoned_minutes(rules, rules.level, own_project=scenario.own_project)
    range_ = Usual((1 - FAR) * reckoned, (1 + FAR) * reckoned)
    params = {"n": scenario.minutes, "reckoned": reckoned}
    return Reading(scenario.minutes, range_, params, most=2 * reckoned)


def languages(case: Subject) -> Reading | None:
    """The share of the texts that everybody can read: all, in a file of one language."""
    prose = texts(case.data)
    if not prose:
        return None
    both = isinstance(case.data.get("title"), Mapping)
    whole = [text for text in prose if not both or text.plain or (text.da and text.en)]
    share = len(whole) / len(prose)
    return Reading(share, Usual(1, 1), {"n": len(whole), "all": len(prose)})
