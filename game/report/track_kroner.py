"""Why the kroner of the economy's track are not those of the table of benefits, in plain words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Final

from game.engine import INDEX
from game.engine import events as ev
from game.engine.results import TrackResult
from game.i18n import Words, half_up, mark
from game.report.registers import Registers
from game.report.source import ReportSource
from game.wording import figures
from game.wording.units import kroner_a_year

_MOVED: Final[Mapping[str, str]] = {
    "harvest": mark("harvested {by}"),
    "follow_up": mark("followed up {by}"),
    "risk": mark("struck by risks {by}"),
    "other": mark("other things {by}"),
}
"""What moved the track, by the reasons of its moves; what has no name here is another thing."""


def track_and_table(source: ReportSource, found: Registers) -> str:
    """Where the kroner of the track come from, and where those of the table.

    Empty where they come to the same or the track is not measured in kroner, and in an own
    project, in which points are play.
    """
    t = source.t
    track = next(track for track in found.result.tracks if track.track == "economy")
    shown, table = _shown(source, track), sum(b.full_year_value or 0 for b in found.living)
    if source.case.own_project or not table or shown is None or round(shown) == round(table):
        return ""
    texts = [
        t(
            "The economy track came to {points}, and by its own measure that is {shown}: {parts}.",
            points=figures.points(t, track.points),
            shown=figures.indicator(t, source.case, "economy", track.points),
            parts=t.listed(_parts(source, track)) or "0",
        ),
        t(
            "The kroner of the table are what each benefit was promised to give in a year, "
            "DKK {table} in all: neither downsides nor risks nor following up are in them.",
            table=t.number(half_up(table)),
        ),
        _shelved(t, found),
        _promised(t, source, track),
    ]
    return " ".join(filter(None, texts))


def _shown(source: ReportSource, track: TrackResult) -> float | None:
    """What the track has gained by its own measure, in kroner a year; ``None`` without kroner."""
    t, economy = source.t, source.case.tracks["economy"]
    value = figures.track_value(t, source.case, "economy", track.points)
    gain = abs(value - economy.baseline) if track.points >= 0 else -abs(value - economy.baseline)
    return kroner_a_year(gain, economy.unit.read(t.lang), economy.indicator.read(t.lang))


def _parts(source: ReportSource, track: TrackResult) -> list[str]:
    """What the points of the track are made of; they add up to it."""
    moved: Counter[str] = Counter()
    for move in source.history.of(ev.TrackMoved):
        if move.event.track == "economy" and move.event.why in _MOVED:
            moved[move.event.why] += source.history.moved(move)
    moved["other"] = track.points - sum(moved.values())
    t = source.t
    return [t(text, by=figures.signed(t, moved[why])) for why, text in _MOVED.items() if moved[why]]


def _shelved(t: Words, found: Registers) -> str:
    """What of the table is not counted, as nobody goes on with it."""
    rows = [b for b in found.benefits if b.status == "shelved" and (b.estimate or 0) > 0]
    kroner = sum(b.full_year_value or 0 for b in rows)
    return (
        t("What was shelved, DKK {n}, is left out.", n=t.number(half_up(kroner))) if kroner else ""
    )


def _promised(t: Words, source: ReportSource, track: TrackResult) -> str:
    """What the promised points are made of, where downsides were named on the track."""
    on_track = [idea.benefits[INDEX["economy"]] for idea in source.state.ideas]
    named = sum(min(0, b.estimate) for b in on_track if b is not None)
    if not named:
        return ""
    return t(
        "Promised on the track were {points}: {gains} by benefits and {named} by downsides.",
        points=figures.points(t, track.claimed),
        gains=figures.signed(t, track.claimed - named),
        named=figures.signed(t, named),
    )
