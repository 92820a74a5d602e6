"""The view of a track's meter: realised and claimed points, goal, and indicator."""

from __future__ import annotations

from game.engine import INDEX, State, Track
from game.frozen import frozen
from game.i18n import Words
from game.wording import figures
from game.wording.case_names import CaseNames


@frozen(kw_only=True)
class MeterView:
    """A meter. ``points`` are realised, ``claimed`` is the sum of all claims.

    The indicator goes from ``baseline`` at 0 points to ``target`` at the goal, in its ``unit``.
    """

    track: Track
    points: int
    claimed: int
    goal: int
    baseline: float
    target: float
    unit: str

    def value(self, t: Words, points: int) -> str:
        """The indicator at a number of points, with its unit."""
        return figures.told_at(t, self, points, self.goal, self.unit)

    def number(self, t: Words, points: int) -> str:
        """The same without its unit."""
        return t.number(figures.indicator_value(self, points, self.goal))


def meter_view(names: CaseNames, state: State, track: Track) -> MeterView:
    """The meter of a track."""
    text = names.case.tracks[track]
    return MeterView(
        track=track,
        points=state.points[INDEX[track]],
        claimed=state.claimed(track),
        goal=state.setup.goals[INDEX[track]],
        baseline=text.baseline,
        target=text.target,
        unit=text.unit.read(names.t.lang),
    )
