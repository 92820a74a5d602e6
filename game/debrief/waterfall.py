"""The waterfall from all claims to the points reached, reason by reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, get_args

from game.debrief.benefits import BenefitStory, Cause, Unclaimed
from game.debrief.evidence import Evidence, evidence
from game.debrief.history import GameHistory, Position
from game.engine.events import TrackMoved, Why
from game.frozen import frozen

ModuleMove = Literal["combination", "demand", "invest", "dropouts"]
"""Why a rule of the case moves a track by itself."""

PartCause = Literal[
    "unrealised", Cause, "unnamed", "struck", "followed", ModuleMove, "end", "other"
]
"""Why points were gained or lost, in the order in which they are shown.

``unnamed`` is a harm where nothing had been said, ``end`` what of a harvest would have passed the
end of its track, and so neither came nor was lost.
"""

_MOVES: Mapping[Why, PartCause] = {
    "stumble": "stumble",
    "risk": "struck",
    "follow_up": "followed",
    **{move: move for move in get_args(ModuleMove)},
}
"""The moves of a track that are a reason of their own; a harvest is told benefit by benefit."""
_Step = tuple[PartCause, int, Position | None]


@frozen
class WaterfallPart:
    """Points gained or lost for one reason, and the entries in which they were."""

    why: PartCause
    points: int
    evidence: Evidence


@frozen
class Waterfall:
    """From ``claimed`` (the last estimates, without shelved benefits) by ``parts`` to ``reached``.

    All are points of the four tracks together, and ``claimed`` plus the parts is ``reached``.
    """

    claimed: int
    parts: tuple[WaterfallPart, ...]
    reached: int


def waterfall_of(
    history: GameHistory, benefits: tuple[BenefitStory, ...], unclaimed: tuple[Unclaimed, ...]
) -> Waterfall:
    """The waterfall of a game.

    Every part is what truly moved a track. The part ``other`` is corrections.
    """
    on_table = [b for b in benefits if not b.put_away]
    claimed, reached = sum(b.claimed for b in on_table), sum(history.end.points)
    steps = [*_of_benefits(on_table), *_of_unclaimed(unclaimed), *_of_moves(history)]
    steps.append(("other", reached - claimed - sum(by for _, by, _ in steps), None))
    parts = (_part(why, steps) for why in _order())
    return Waterfall(claimed, tuple(part for part in parts if part.points), reached)


def _order() -> tuple[PartCause, ...]:
    order: tuple[PartCause, ...] = get_args(PartCause)
    return order


def _of_benefits(stories: list[BenefitStory]) -> Iterator[_Step]:
    """What claims lost on their way to the harvest, or all of them that were never realised."""
    for story in stories:
        if story.harvested is None:
            yield "unrealised", -story.claimed, story.estimates[-1].position
        for gap in story.gaps:
            yield gap.cause, gap.points, story.realised


def _of_unclaimed(effects: tuple[Unclaimed, ...]) -> Iterator[_Step]:
    """Harm where nothing lay, and what it took besides because no downside was named."""
    for found in effects:
        harm = min(0, found.effect)
        yield "unnamed", harm, found.position if harm else None
        more = found.points - harm
        yield "unspoken", more, found.position if more else None


def _of_moves(history: GameHistory) -> Iterator[_Step]:
    """What moved a track besides a harvest, and what a harvest could not."""
    for move in history.of(TrackMoved):
        why, by = _MOVES.get(move.event.why), history.moved(move)
        if why is not None:
            yield why, by, move.position
        elif move.event.why == "harvest" and by != move.event.by:
            yield "end", by - move.event.by, move.position


def _part(why: PartCause, steps: list[_Step]) -> WaterfallPart:
    mine = [(by, at) for cause, by, at in steps if cause == why]
    return WaterfallPart(why, sum(by for by, _ in mine), evidence(at for _, at in mine))
