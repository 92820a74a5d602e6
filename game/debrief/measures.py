"""What the game came to, as a benefits professional would ask: owned, real, and for whom."""

from __future__ import annotations

from dataclasses import dataclass

from game.debrief.benefits import BenefitStory
from game.debrief.risks import RiskStory
from game.engine import Result, Track
from game.engine.results import TrackStatus


@dataclass(frozen=True, slots=True)
class TrackMeasures:
    """One track at the end: points against its goal, and how many cards lie on it.

    Neither ``benefits`` nor those ``owned`` count what was shelved; ``risks`` are those named.
    """

    track: Track
    points: int
    goal: int
    claimed: int
    status: TrackStatus
    benefits: int
    owned: int
    risks: int


@dataclass(frozen=True, slots=True)
class Measures:
    """The whole group's measures. Shares are 0 to 1; ``None``: there is nothing to measure yet."""

    result: Result
    tracks: tuple[TrackMeasures, ...]


def measures_of(
    result: Result, benefits: tuple[BenefitStory, ...], risks: tuple[RiskStory, ...]
) -> Measures:
    """The measures of a game as it stands."""
    tracks = []
    for one in result.tracks:
        mine = [b for b in benefits if b.benefit.track == one.track and b.fate != "shelved"]
        named = [r for r in risks if r.risk.track == one.track and r.named is not None]
        tracks.append(
            TrackMeasures(
                one.track,
                one.points,
                one.goal,
                one.claimed,
                one.status,
                len(mine),
                sum(b.anchored for b in mine),
                len(named),
            )
        )
    return Measures(result, tuple(tracks))
