"""The waterfall from all claims to the points reached, reason by reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.debrief.benefits import BenefitStory, Cause, Unclaimed

PartCause = Literal["unrealised", Cause, "struck", "unclaimed", "followed", "other"]
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
    struck: int,
    stumbles: int,
    reached: int,
) -> Waterfall:
    """The waterfall of a game; ``reached`` are the points of all tracks.

    ``struck`` are points lost to risks, ``stumbles`` those that stumbles took off a track.

    The part ``other`` is combinations, corrections, and points beyond the end of a track.
    """
    on_table = [b for b in benefits if b.fate != "shelved"]
    claimed = sum(b.claimed for b in on_table)
    sums: dict[PartCause, int] = {
        "unrealised": -sum(b.claimed for b in on_table if b.harvested is None),
        "truth": 0,
        "die": 0,
        "disbenefit": 0,
        "stumble": -stumbles,
        "unowned": 0,
        "short": 0,
        "amends": 0,
        "unspoken": 0,
        "struck": -struck,
        "unclaimed": sum(u.points for u in unclaimed),
        "followed": sum(b.followed for b in on_table),
    }
    for story in on_table:
        for gap in story.gaps:
            sums[gap.cause] += gap.points
    sums["other"] = reached - claimed - sum(sums.values())
    return Waterfall(claimed, tuple(WaterfallPart(why, n) for why, n in sums.items() if n), reached)
