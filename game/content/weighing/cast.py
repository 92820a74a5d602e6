"""The roles, events and prompts: what nobody can use, and choices that are none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from game.content.card_tables import EffectKeys
from game.content.findings import Finding
from game.content.weighing.subject import Check, Subject, warn
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


def idle_prompts(case: Subject) -> Iterator[Finding]:
    """Prompts stand in for decks, which only an own project is without."""
    if case.scenario.prompts and not case.scenario.own_project:
        yield warn("idle_prompts", ("prompts",))


ALWAYS: Final[tuple[Check, ...]] = (same_ability, no_choice, idle_prompts)
"""Of every case."""
OF_CARDS: Final[tuple[Check, ...]] = (idle_events,)
"""Of every case with cards."""
