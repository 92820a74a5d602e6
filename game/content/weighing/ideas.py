"""The ideas: what each of them is worth, promises and costs, and what they are like together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from statistics import fmean
from typing import Final

from game.content.card_tables import IdeaTable
from game.content.findings import Finding
from game.content.toml_values import written
from game.content.weighing import usual
from game.content.weighing.subject import (
    Check,
    Placed,
    Subject,
    beyond,
    is_tempting,
    mean,
    mean_beyond,
    span,
    warn,
    worth,
)
from game.engine.setup import TRACKS

_LEAST_OTHERS: Final = 4
"""With fewer others it cannot be told what an idea usually is worth."""


# ------------------------------------------------------------------ each idea
def idle_idea(case: Subject) -> Iterator[Finding]:
    """An idea moves some track."""
    for i, idea in enumerate(case.scenario.ideas):
        if not any(any(span) for _track, span in idea.effects.items()):
            yield warn("idle_idea", ("ideas", i, "effects"))


def no_benefit(case: Subject) -> Iterator[Finding]:
    """An idea can do some good."""
    for i, idea in enumerate(case.scenario.ideas):
        spans = [span for _track, span in idea.effects.items() if any(span)]
        if spans and max(high for _low, high in spans) <= 0:
            yield warn("no_benefit", ("ideas", i, "effects"))


def arrows(case: Subject) -> Iterator[Finding]:
    """An arrow stands on a track that the idea moves, and points the way it goes."""
    for i, idea in enumerate(case.scenario.ideas):
        if not any(True for _ in idea.effects.items()):
            continue
        for track, up in idea.promise.items():
            path = ("ideas", i, "promise", track)
            average = mean(idea, track)
            if not any(span(idea, track)):
                yield warn("arrow_without_effect", path, track=track)
            elif average * up <= 0:
                code = "arrow_up_and_harm" if up > 0 else "arrow_down_and_gain"
                yield warn(code, path, track=track, mean=average)


def no_arrow(case: Subject) -> Iterator[Finding]:
    """A card promises something, so that the group has something to guess by."""
    for i, idea in enumerate(case.scenario.ideas):
        moves = any(any(span) for _track, span in idea.effects.items())
        if moves and not any(True for _ in idea.promise.items()):
            yield warn("no_arrow", ("ideas", i, "promise"))


def one_kind(case: Subject) -> Iterator[Finding]:
    """Ideas are of several kinds: events and an aim tell them apart."""
    kinds = {idea.kind for idea in case.scenario.ideas}
    if len(kinds) == 1:
        yield warn("one_kind", ("ideas", 0, "kind"), kind=kinds.pop())


def main_track(case: Subject) -> Iterator[Finding]:
    """An idea moves its main track up."""
    for i, idea in enumerate(case.scenario.ideas):
        moved = [track for track, (_low, high) in idea.effects.items() if high > 0]
        if moved and idea.track not in moved:
            yield warn("idle_main_track", ("ideas", i, "track"), track=idea.track, better=moved[0])


def cost_of_one(case: Subject) -> Iterator[Finding]:
    """Somebody can pay for each idea."""
    for i, idea in enumerate(case.scenario.ideas):
        path = ("ideas", i, "cost")
        yield from beyond(idea.cost, usual.COST, "far_cost", "far_cost", path, n=idea.cost)


def never_pays(case: Subject) -> Iterator[Finding]:
    """At its best an idea gives as many points as it costs capacity; a tempting saving need not."""
    for i, idea in enumerate(case.scenario.ideas):
        best = sum(span(idea, track)[1] for track in TRACKS)
        gives = any(high > 0 for _track, (_low, high) in idea.effects.items())
        if gives and best < idea.cost and not is_tempting(idea):
            yield warn("never_pays", ("ideas", i, "effects"), best=best, cost=idea.cost)


def width(case: Subject) -> Iterator[Finding]:
    """What an idea gives differs from session to session, by a little."""
    for i, idea in enumerate(case.scenario.ideas):
        for track, (low, high) in idea.effects.items():
            path = ("ideas", i, "effects", track)
            side = usual.WIDTH.side(high - low)
            if side == "low":
                ends = {"low": low - 1, "high": low + 1}
                yield warn("point_range", path, range=written([*ends.values()]), **ends)
            elif side == "high":
                middle = (low + high) // 2
                near, far = middle - 1, middle + 1
                narrower = {"near": near, "far": far, "range": written([near, far])}
                yield warn("wide_range", path, low=low, high=high, n=high - low + 1, **narrower)


def outliers(case: Subject) -> Iterator[Finding]:
    """No idea decides the game by itself."""
    ideas = case.scenario.ideas
    worths = [worth(idea) for idea in ideas]
    for i, own in enumerate(worths):
        path = ("ideas", i, "effects")
        others = [other for j, other in enumerate(worths) if j != i]
        average = fmean(others) if others else 0.0
        apart = len(others) >= _LEAST_OTHERS and own > usual.OUTLIER * max(1.0, average)
        side = usual.WORTH.side(own)
        if side == "high" or apart:
            limit = usual.WORTH.high
            yield warn("rich_idea", path, worth=own, others=average, limit=limit)
        elif side == "low" and not is_tempting(ideas[i]):
            yield warn("poor_idea", path, worth=own, others=average)


# ------------------------------------------------------------------ all ideas
def _of_each(case: Subject, key: str, value: Callable[[IdeaTable], float]) -> list[Placed]:
    """A value of every idea, by the place of the key that sets it."""
    return [(("ideas", i, key), value(idea)) for i, idea in enumerate(case.scenario.ideas)]


def false_arrows(case: Subject) -> Iterator[Finding]:
    """Promises are mostly kept: two arrows for a mean of 3 or more, one for 1 to 3."""
    judged = [
        (("ideas", i, "promise", track), is_kept(up, mean(idea, track)))
        for i, idea in enumerate(case.scenario.ideas)
        for track, up in idea.promise.items()
    ]
    broken = [path for path, is_kept in judged if not is_kept]
    if len(broken) > usual.FALSE_ARROWS.high * len(judged):
        yield warn("false_arrows", broken[0], n=len(broken), all=len(judged))


def is_kept(up: int, average: float) -> bool:
    """Whether a card's arrows promise what is true on average."""
    if up < 0:
        return average < 0
    return average in (usual.TWO_ARROWS if up == 2 else usual.ONE_ARROW)


def worths(case: Subject) -> Iterator[Finding]:
    """What an idea gives on all tracks together."""
    values = _of_each(case, "effects", worth)
    return mean_beyond(values, case.usual.worth, "poor_ideas", "rich_ideas", ("ideas",))


def no_temptation(case: Subject) -> Iterator[Finding]:
    """Some saving is cheap, ready and paid for on the other tracks."""
    if case.is_full and not any(map(is_tempting, case.scenario.ideas)):
        yield warn("no_temptation", ("ideas",))


def costs(case: Subject) -> Iterator[Finding]:
    """The group can pay for some of its ideas, not for all."""
    values = _of_each(case, "cost", lambda idea: idea.cost)
    return mean_beyond(values, case.usual.cost, "low_cost", "high_cost", ("ideas",))


def maturities(case: Subject) -> Iterator[Finding]:
    """A trial is worth its while when ideas are not ready."""
    values = _of_each(case, "maturity", lambda idea: idea.maturity)
    return mean_beyond(values, case.usual.maturity, "low_maturity", "high_maturity", ("ideas",))


def delays(case: Subject) -> Iterator[Finding]:
    """Most ideas are felt before the game is over."""
    values = _of_each(case, "delay", lambda idea: idea.delay)
    return mean_beyond(values, case.usual.delay, "short_delay", "long_delay", ("ideas",))


OF_CARDS: Final[tuple[Check, ...]] = (
    idle_idea,
    no_benefit,
    arrows,
    main_track,
    cost_of_one,
    never_pays,
)
"""Of every case with cards."""
OF_DECKS: Final[tuple[Check, ...]] = (
    no_arrow,
    one_kind,
    width,
    outliers,
    false_arrows,
    worths,
    no_temptation,
    costs,
    maturities,
    delays,
)
"""Of a case that is more than a draft."""
