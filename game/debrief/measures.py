"""The measures of a game in benefits management: ownership, realisation and distribution."""

from __future__ import annotations

from dataclasses import dataclass

from game.debrief.benefits import BenefitStory
from game.debrief.risks import RiskStory
from game.engine import Result, Track
from game.engine.results import TrackStatus


@dataclass(frozen=True, slots=True)
class TrackMeasures:
    """One track at the end: its points and goal, and the number of cards on it.

    ``benefits``, ``owned`` and ``downsides`` do not count shelved ones; ``risks`` counts the named
    ones.
    """

    track: Track
    points: int
    goal: int
    claimed: int
    status: TrackStatus
    benefits: int
    owned: int
    downsides: int
    risks: int


@dataclass(frozen=True, slots=True)
class Measures:
    """The whole group's measures. Shares are 0 to 1; ``None``: there is nothing to measure yet."""

    result: Result
    tracks: tuple[TrackMeasures, ...]


def measures_of(
    result: Result, benefits: tuple[BenefitStory, ...], risks: tuple[RiskStory, ...]
) -> Measures:
    """The measures of a game, finished or not."""
    tracks = []
    for track in result.tracks:
        claims = [b for b in benefits if b.benefit.track == track.track and b.fate != "shelved"]
        on_track = [b for b in claims if not b.downside]
        named = [r for r in risks if r.risk.track == track.track and r.named is not None]
        tracks.append(
            TrackMeasures(
                track.track,
                track.points,
                track.goal,
                track.claimed,
                track.status,
                len(on_track),
                sum(b.anchored for b in on_track),
                len(claims) - len(on_track),
                len(named),
            )
        )
    return Measures(result, tuple(tracks))
