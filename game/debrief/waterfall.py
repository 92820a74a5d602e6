"""The waterfall from all claims to the points reached, reason by reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from game.debrief.benefits import BenefitStory, Cause, Unclaimed
from game.engine.events import Why

ModuleMove = Literal["combination", "demand", "invest", "dropouts"]
"""Why a rule of the case moves a track by itself."""

PartCause = Literal["unrealised", Cause, "struck", "followed", ModuleMove, "other"]
"""Why points were gained or lost, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class WaterfallPart:
    """Points gained or lost for one reason."""

    why: PartCause
    points: int


@dataclass(frozen=True, slots=True)
class Waterfall:
    """From ``claimed`` (the last estimates, without shelved benefits) by ``parts`` to ``reached``.

    All are points of the four tracks together, and ``claimed`` plus the parts is ``reached``.
    """

    claimed: int
    parts: tuple[WaterfallPart, ...]
    reached: int


def waterfall_of(
    benefits: tuple[BenefitStory, ...],
    unclaimed: tuple[Unclaimed, ...],
    moved: Mapping[Why, int],
    reached: int,
) -> Waterfall:
    """The waterfall of a game; ``reached`` are the points of all tracks.

    ``moved`` says by how much the tracks were moved, by reason. The part ``other`` is corrections,
    and points beyond the end of a track.
    """
    on_table = [b for b in benefits if b.fate != "shelved"]
    claimed = sum(b.claimed for b in on_table)
    sums: dict[PartCause, int] = dict.fromkeys(get_args(PartCause), 0)
    sums["unrealised"] = -sum(b.claimed for b in on_table if b.harvested is None)
    for story in on_table:
        for gap in story.gaps:
            sums[gap.cause] += gap.points
    for effect in unclaimed:
        sums["unclaimed"] += min(0, effect.effect)
        sums["unspoken"] += effect.points - min(0, effect.effect)
    sums["stumble"] += moved.get("stumble", 0)
    sums["struck"] = moved.get("risk", 0)
    sums["followed"] = moved.get("follow_up", 0)
    for why in get_args(ModuleMove):
        sums[why] = moved.get(why, 0)
    sums["other"] = reached - claimed - sum(sums.values())
    return Waterfall(claimed, tuple(WaterfallPart(why, n) for why, n in sums.items() if n), reached)
