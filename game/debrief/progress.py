"""How far a measured value has come on its way, and whether it is better or worse than before.

This is the one place that decides it, by the direction of the measure: screens, page, map and
workbook ask here before anything is green.
"""

from __future__ import annotations

from typing import Final, Literal

from game.engine.results import HALF, NEARLY, TrackStatus

RealStatus = TrackStatus | Literal["came_true", "did_not_come"]
"""What a measurement says of a track or a benefit; the last two are of a downside."""
WORSE: Final[frozenset[RealStatus]] = frozenset(("harmed", "came_true"))
"""What is worse than before, and is never shown as good."""
GOOD: Final[frozenset[RealStatus]] = frozenset(("reached", "nearly"))
_EXACT: Final = 11
"""The decimals of a share: as exact as :func:`game.i18n.told_share`."""


def progress_share(baseline: float | None, target: float | None, value: float) -> float | None:
    """The progress of a value from baseline (0) to target (1); negative when it got worse.

    ``None`` without a baseline or a target, or when they are equal. What is three quarters by the
    figures is so exactly, whatever the last binary digit of a division.

    >>> progress_share(0, 0.4, 0.3), progress_share(9.9, 9.6, 9.6)
    (0.75, 1.0)
    """
    if baseline is None or target is None or baseline == target:
        return None
    return round((value - baseline) / (target - baseline), _EXACT)


def progress_status(share: float) -> TrackStatus:
    """The status of a progress, as in the result of a game."""
    if share < 0:
        return "harmed"
    if share >= 1:
        return "reached"
    if share >= NEARLY:
        return "nearly"
    return "on_the_way" if share >= HALF else "not_reached"


def real_status(
    baseline: float | None, target: float | None, value: float | None, *, downside: bool = False
) -> RealStatus | None:
    """What a measurement says; ``None`` where that cannot be told.

    The target of a ``downside`` is what it was said to cost: any way towards it is a loss.

    >>> real_status(45, 20, 51), real_status(45, 60, 51, downside=True), real_status(45, None, 51)
    ('harmed', 'came_true', None)
    """
    share = None if value is None else progress_share(baseline, target, value)
    if share is None:
        return None
    if downside:
        return "came_true" if share > 0 else "did_not_come"
    return progress_status(share)
