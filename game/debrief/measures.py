"""The measures of a game in benefits management: ownership, realisation and distribution."""

from __future__ import annotations

from game.debrief.benefits import BenefitStory
from game.debrief.risks import RiskStory
from game.engine import Result, State, Track
from game.engine.results import TrackStatus, result
from game.frozen import frozen


@frozen
class TrackMeasures:
    """One track at the end: its points and goal, and the number of cards on it.

    Nothing of a shelved idea is counted. ``risks`` counts those known in time.
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


@frozen
class Measures:
    """The whole group's measures. Shares are 0 to 1; ``None``: there is nothing to measure yet."""

    result: Result
    tracks: tuple[TrackMeasures, ...]


def measures_of(
    end: State, benefits: tuple[BenefitStory, ...], risks: tuple[RiskStory, ...]
) -> Measures:
    """The measures of a game, finished or not."""
    on_table = {idea.id for idea in end.ideas}

    found, tracks = result(end), []
    for track in found.tracks:
        claims = [b for b in benefits if b.benefit.track == track.track and not b.put_away]
        on_track = [b for b in claims if not b.downside]
        threats = [r for r in risks if r.risk.track == track.track and r.risk.idea.id in on_table]
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
                sum(r.known_in_time for r in threats),
            )
        )
    return Measures(found, tuple(tracks))
