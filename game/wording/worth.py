"""What points are worth: in a benefit's own measure where it has one, else by that of its track.

Points are the track's, and each number to choose from says so. A benefit with a measure of its own
comes to its target when it gives the points that were said of it; what other points would be
follows from there. Where points are translated by the track instead, it is said that this is the
track's measure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.engine import Measure
from game.engine.setup import INDEX, Track
from game.engine.state import Benefit
from game.i18n import Words, mark
from game.wording import figures

if TYPE_CHECKING:  # the start screen must not wait for the cases to load
    from game.content.case import Case


def own_measure(t: Words, case: Case, track: Track, b: Benefit | None) -> Measure | None:
    """The measure of a benefit, as written or from its card; ``None``: only its track's."""
    if b is None or (b.measure is None and b.card not in case.benefits):
        return None
    return figures.measure(t, case, track, b)


def asked_by(t: Words, measure: Measure) -> str:
    """The measure of a benefit, where its points are asked for by what they move on its track."""
    text = figures.measure_text(t, measure)
    return t("{measure}. If the card's goal is reached, what does the track gain?", measure=text)


def reached(t: Words, measure: Measure, points: int, claimed: int) -> str:
    """What is measured if a benefit gives other points than claimed; empty if nobody can tell."""
    if measure.baseline is None or measure.target is None:
        return ""
    ends = measure.baseline, measure.target
    value = figures.value_at(*ends, points, claimed, measure.unit)
    amount = figures.quantity(t, value, measure.unit)
    if figures.goes_no_further(*ends, points, claimed, measure.unit):
        amount = figures.past(t, amount, rises=value > measure.baseline)
    return t("{indicator}: {value}", indicator=measure.indicator, value=amount)


def by_track(t: Words, case: Case, track: Track, points: int) -> str:
    """Points in the unit of the track's measure: ``4 min less``.

    Beyond what it can show they are more than its last step: ``over 33 percentage points more``.
    """
    text = case.tracks[track]
    by = figures.track_value(t, case, track, points) - text.baseline
    unit = text.unit.read(t.lang)
    amount = figures.quantity(t, abs(by), unit)
    if unit == "%":
        amount = t("{n} percentage points", n=t.number(abs(by)))
    if figures.is_beyond(t, case, track, points):
        over = mark("over {amount} less") if by < 0 else mark("over {amount} more")
        return t(over, amount=amount)
    return t("{amount} less", amount=amount) if by < 0 else t("{amount} more", amount=amount)


def on_a_scale(t: Words, case: Case, track: Track, points: int) -> str:
    """The same beside what a point less is worth: past the first that is beyond the measure."""
    told, text = by_track(t, case, track, points), case.tracks[track]
    nearer = points - 1 if points > 0 else points + 1
    if not nearer or told != by_track(t, case, track, nearer):
        return told
    rises = (text.target > text.baseline) == (points > 0)
    return t("even more") if rises else t("even less")


def on_the_track(t: Words, case: Case, track: Track, points: int) -> str:
    """The same, where nothing beside it says that this is the track's measure."""
    return t("{worth} by the track's measure", worth=by_track(t, case, track, points))


def track_scale(t: Words, case: Case, track: Track) -> str:
    """The track's measure, and the points at which it has reached its target."""
    return t(
        "The track's measure: {indicator}, {span} at {goal} points",
        indicator=case.tracks[track].indicator.read(t.lang),
        span=figures.track_span(t, case, track),
        goal=case.setup.goals[INDEX[track]],
    )
