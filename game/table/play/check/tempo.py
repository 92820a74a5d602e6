"""Which steps of a reality check are its moments; the others are told together on one screen.

A moment has a reason: what came was far from what was claimed, a risk struck, a rule is met for the
first time. What could have gone wrong and did not is one too: otherwise a die that is thrown before
the room would always fall badly, and nobody would hold their breath. A moment is worth the more,
the more it tells; a further one with the same reason is worth half of the one before, so that four
broken promises are not told four times over. What is worth little is left to the screen that tells
all of them; but of each idea that came out a harvest is shown where there is room, as it was said
to be due. Nothing here draws chance or looks at the clock: the same game always has the same
moments.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from game.engine import Event
from game.engine import events as ev
from game.engine.harvest import after_stumble
from game.table.play.check.step_facts import idea_of
from game.table.play.check.steps import CheckStep, Why
from game.wording.event_texts.modules import TRACK_MOVES, TRUST_CHANGES

MOST_MOMENTS = 8
"""The number of screens of a check that is told by its moments, its first and last included."""
FAR = 3
"""From how many points on what is true is far from what was claimed."""
RISKY = 3
"""A die that decides at this many faces, or that was to stay within so few, could go either way."""
LEAST = 2.5
"""The least worth of a moment."""
_AGAIN = 0.5
"""What is left of the worth of a moment for each one with the same reason."""
_ALWAYS: frozenset[Why] = frozenset({"stop", "asked", "first"})
"""Reasons that keep their worth: each of these tells something else."""

Reason = tuple[float, Why]
"""What a moment is worth, and why."""


def moments_of(steps: Sequence[CheckStep], earlier: Iterable[Event]) -> tuple[CheckStep, ...]:
    """The moments of a check between its first and its last step, each with its reason.

    ``earlier`` is what had happened in the game before: a rule that was met then is no news.
    """
    steps = [step for step in steps if step.kind != "overview"]
    first = steps[:1] if steps and steps[0].kind == "due" else []
    last = steps[-1:] if steps and steps[-1].kind == "summary" else []
    told = tuple(steps[len(first) : len(steps) - len(last)])
    chosen = _chosen(told, _news(told, earlier), MOST_MOMENTS - len(first) - len(last))
    if last and last[0].due:
        last = [replace(last[0], kind="told", told=told, shown=len(chosen))]
    elif (first or chosen) and len(chosen) == len(told):
        last = []  # no idea came out, and all that happened has been told
    return (*first, *chosen, *last)


def counterpart(at: int, old: Sequence[CheckStep], new: Sequence[CheckStep]) -> int:
    """The place in one tempo of a step of the other: of itself, or of the next that is there."""
    for step in old[at:]:
        for place, other in enumerate(new):
            if step.is_same(other):
                return place
    return len(new) - 1


def _chosen(steps: Sequence[CheckStep], new: Sequence[bool], room: int) -> list[CheckStep]:
    """The steps most worth their time in the room, in the order in which they happened."""
    left = {n: reason for n, step in enumerate(steps) if (reason := _reason(step, new=new[n]))}
    found: dict[int, Why] = {}
    while left and len(found) < room:
        best = max(left, key=lambda n: (_worth_beside(left[n], found.values()), -n))
        if _worth_beside(left[best], found.values()) < LEAST:
            break
        found[best] = left.pop(best)[1]
    unseen = _of_ideas_unseen(steps, {steps[n].idea for n in found if steps[n].kind == "harvest"})
    found |= dict.fromkeys(unseen[: room - len(found)], "came")
    return [replace(steps[n], why=found[n]) for n in sorted(found)]


def _of_ideas_unseen(steps: Sequence[CheckStep], seen: Collection[str | None]) -> list[int]:
    """The place of the largest harvest of each idea of which none is seen yet."""
    largest: dict[str | None, tuple[int, int]] = {}
    for n, step in enumerate(steps):
        if step.kind == "harvest" and step.idea not in seen:
            points = _harvested(step)
            largest[step.idea] = max(largest.get(step.idea, (-1, 0)), (points, -n))
    return [-n for _, n in largest.values()]


def _harvested(step: CheckStep) -> int:
    e = step.events[0]
    assert isinstance(e, ev.Harvested)
    return abs(e.points)


def _worth_beside(reason: Reason, others: Iterable[Why]) -> float:
    worth, why = reason
    return worth if why in _ALWAYS else worth * _AGAIN ** sum(other == why for other in others)


# ------------------------------------------------------------------ reasons
def _reason(step: CheckStep, *, new: bool) -> Reason | None:
    """The best reason to tell a step by itself, if there is one."""
    find = _REASONS.get(step.kind)
    reasons = list(find(step)) if find is not None else []
    if new:
        reasons.append((5, "first"))
    return max(reasons, default=None)


def _of_harvest(step: CheckStep) -> Iterable[Reason]:
    e = step.events[0]
    assert isinstance(e, ev.Harvested)
    if e.effect < 0 and (e.estimate is None or e.estimate >= 0):
        yield 6 - e.effect, "harm"
    if e.estimate is None:
        return
    beside = abs(e.effect - e.estimate)
    if beside >= FAR:
        yield 4 + beside, "far"
    lost = after_stumble(step.after, idea_of(step), e.effect) - e.points
    if lost > 0 and e.effect > 0:
        yield 4 + lost, "short" if e.anchored else "unowned"


def _of_risk(step: CheckStep) -> Iterable[Reason]:
    e = step.events[0]
    assert isinstance(e, ev.RiskThrown)
    named = idea_of(step).risk(e.named or "")
    if e.struck:
        yield 4 + e.severity, "struck"
    elif e.limit >= RISKY or (named is not None and named.mitigations):
        yield 4 + e.severity / 2, "held"


def _of_stumble(step: CheckStep) -> Iterable[Reason]:
    e = step.events[0]
    assert isinstance(e, ev.StumbleThrown)
    if e.stumbled:
        yield 6, "stumbled"
    elif e.maturity <= RISKY:
        yield 4, "held"


def _of_trust(step: CheckStep) -> Iterable[Reason]:
    """What moves trust, downwards rather than upwards."""
    if step.trust:
        yield (4 if step.trust > 0 else 6), "trust"


def _stops(step: CheckStep) -> Iterable[Reason]:
    yield 100, "stop"


def _asks(step: CheckStep) -> Iterable[Reason]:
    yield 50, "asked"


_REASONS: dict[str, Callable[[CheckStep], Iterable[Reason]]] = {
    "pause": _stops,
    "stop": _stops,
    "claim": _asks,
    "found": _asks,
    "harvest": _of_harvest,
    "risk": _of_risk,
    "stumble": _of_stumble,
    "word": _of_trust,
    "unspoken": _of_trust,
    "module": _of_trust,
    "balance": _of_trust,
    "below_zero": _of_trust,
}


# ------------------------------------------------------------------ rules met for the first time
def _news(steps: Sequence[CheckStep], earlier: Iterable[Event]) -> list[bool]:
    """Of each step whether its rule is met for the first time in this game."""
    if not steps:
        return []  # most decisions have no check: nothing earlier is looked through
    met = {rule_of(event) for event in earlier}
    news = []
    for step in steps:
        rule = rule_of(step.events[0])
        news.append(rule is not None and rule not in met)
        met.add(rule)
    return news


def rule_of(event: Event) -> str | None:
    """The rule of the reality check that an event shows; ``None`` for any other event."""
    if isinstance(event, ev.Harvested):
        return _harvest_rule(event)
    if isinstance(event, ev.RiskThrown):
        return "a risk strikes" if event.struck else "a risk does not strike"
    if isinstance(event, ev.StumbleThrown):
        return "it stumbles" if event.stumbled else "it does not stumble"
    if isinstance(event, ev.FalseAlarm | ev.IdeaRealised):
        return type(event).__name__
    if isinstance(event, ev.TrackMoved | ev.TrustChanged | ev.BalanceShifted):
        return event.why if event.why in _RULES_BY_WHY else None
    return None


_RULES_BY_WHY = {
    *TRACK_MOVES,
    *TRUST_CHANGES,
    "unspoken_harm",
    "unbalanced",
    "towards_zero",
    "below_zero",
}


def _harvest_rule(e: ev.Harvested) -> str:
    """What a harvest shows: whether it was claimed, is true, and came home."""
    if e.estimate is not None and e.estimate < 0:
        return "a named downside came" if e.effect < 0 else "a named downside did not come"
    if e.effect < 0:
        return "harm"
    if e.estimate is None:
        return "nothing was claimed"
    if not e.effect:
        return "nothing is true"
    if not e.anchored:
        return "nobody owned it"
    return f"owned, but {e.short}" if e.short else "owned"
