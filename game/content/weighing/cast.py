"""The roles, events and prompts: what nobody can use, and choices that are none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from statistics import fmean
from typing import Final

from game.content.card_tables import EffectKeys, EventTable
from game.content.findings import Finding
from game.content.positions import KeyPath
from game.content.weighing import usual
from game.content.weighing.subject import Check, Subject, beyond, warn
from game.engine.limits import MAX_SEATS

_MOST_ALIKE: Final = 2
"""So many roles at the table may have the same ability."""
_GOOD: Final = ("capacity", "trust")
"""What a group would rather have more of."""


def same_ability(case: Subject) -> Iterator[Finding]:
    """The roles can do different things; only in an own project many may do the same."""
    alike = Counter(role.ability for role in case.scenario.roles[:MAX_SEATS])
    for ability, n in alike.items():
        if n > _MOST_ALIKE and not case.scenario.own_project:
            last = max(
                i
                for i, role in enumerate(case.scenario.roles[:MAX_SEATS])
                if role.ability == ability
            )
            path = ("roles", last, "ability")
            yield warn("same_ability", path, n=n, ability=ability, most=_MOST_ALIKE)


def no_choice(case: Subject) -> Iterator[Finding]:
    """Both options of an event have something for them."""
    for i, event in enumerate(case.scenario.events):
        if not event.options:
            continue
        first, second = event.options
        if _does(first) == _does(second):
            yield warn("same_options", ("events", i, "options"))
        elif (better := _better(first, second)) is not None:
            yield warn("no_choice", ("events", i, "options"), better=better + 1)


def _does(effect: EffectKeys) -> dict[str, object]:
    return {key: getattr(effect, key) for key in EffectKeys.model_fields}


def _better(first: EffectKeys, second: EffectKeys) -> int | None:
    """Which of two effects is the better one by any account; ``None`` if each has its merits."""
    one, other = _does(first), _does(second)
    if any(one[key] != other[key] for key in one if key not in _GOOD):
        return None
    ahead = {getattr(first, key) - getattr(second, key) for key in _GOOD}
    if min(ahead) >= 0:
        return 0
    return 1 if max(ahead) <= 0 else None


def idle_events(case: Subject) -> Iterator[Finding]:
    """What an event touches is there: true risks on its track, ideas of its kind."""
    scenario = case.scenario
    risks = {risk.track for risk in scenario.risks}
    kinds = {idea.kind for idea in scenario.ideas}
    for i, event in enumerate(scenario.events):
        if event.likelihood and event.likelihood not in risks:
            path = ("events", i, "likelihood")
            yield warn("event_without_risks", path, track=event.likelihood)
        if event.maturity and event.maturity not in kinds:
            yield warn("event_without_ideas", ("events", i, "maturity"), kind=event.maturity)


def far_events(case: Subject) -> Iterator[Finding]:
    """No event decides the game by itself."""
    for i, event in enumerate(case.scenario.events):
        yield from _far_effect(event, ("events", i))
        for n, option in enumerate(event.options or ()):
            yield from _far_effect(option, ("events", i, "options", n))


def _far_effect(effect: EffectKeys, path: KeyPath) -> Iterator[Finding]:
    for key in _GOOD:
        n, place = getattr(effect, key), (*path, key)
        yield from beyond(n, usual.EVENT, "far_event", "far_event", place, key=key, n=n)


def fate(case: Subject) -> Iterator[Finding]:
    """Over the whole deck events neither ruin a group nor carry it."""
    events = case.scenario.events
    if not events:
        return
    for key, range_ in (("capacity", usual.EVENT_CAPACITY), ("trust", usual.EVENT_TRUST)):
        average = fmean(_average(event, key) for event in events)
        params = {"key": key, "mean": average}
        yield from beyond(average, range_, "harsh_events", "mild_events", ("events",), **params)


def _average(event: EventTable, key: str) -> float:
    """What an event does to capacity or trust; of two options the mean."""
    return fmean(getattr(effect, key) for effect in event.options or (event,))


def idle_prompts(case: Subject) -> Iterator[Finding]:
    """Prompts stand in for decks, which only an own project is without."""
    if case.scenario.prompts and not case.scenario.own_project:
        yield warn("idle_prompts", ("prompts",))


ALWAYS: Final[tuple[Check, ...]] = (same_ability, no_choice, far_events, idle_prompts)
"""Of every case."""
OF_CARDS: Final[tuple[Check, ...]] = (idle_events,)
"""Of every case with cards."""
OF_DECKS: Final[tuple[Check, ...]] = (fate,)
"""Of a case that is more than a draft."""
