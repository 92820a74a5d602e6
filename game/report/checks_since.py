"""The checks of a follow-up: of what was measured since the game."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from game.engine import TRACKS
from game.i18n import Words, mark
from game.report.check import Check, Looked, called, each, named
from game.report.registers import Registers
from game.report.rows import BenefitRow, RealityRow
from game.report.since import TrackParts
from game.wording import figures
from game.wording.units import is_level

_NOTHING: Final = mark("Nothing of it has been measured yet.")
_WORSE: Final = ("worse", "came_true")


def worse_than_before(t: Words, r: Registers) -> Looked:
    """Tracks and benefits whose measure is worse than it was, and downsides that came."""
    rows = r.since.rows if r.since is not None else ()
    measured = [row for row in rows if row.reality is not None]
    looked = each(measured, lambda row: row.reality in _WORSE, lambda row: _from_to(t, row))
    if len(measured) == len(rows):
        return looked
    read = t("Measured so far: {n} of {all}.", n=len(measured), all=len(rows))
    return replace(looked, covers=read)


def _from_to(t: Words, row: RealityRow) -> str:
    before = figures.quantity(t, row.baseline or 0, row.unit)
    return t(
        "{name}: {now}, and {before} before",
        name=_called(row),
        now=_measured(t, row),
        before=before,
    )


def _called(row: RealityRow) -> str:
    return called(row.id, row.title)


def parts_and_whole(t: Words, r: Registers) -> Looked:
    """Tracks that show something else than their benefits come to."""
    parts = r.since.parts if r.since is not None else ()
    read = ""
    if len(parts) < len(TRACKS):
        named = t.listed([called(track.id, track.title) for track in parts])
        read = t("Compared so far: {tracks}.", tracks=named) if parts else ""
    return Looked(len(parts), tuple(_differing(t, parts)), read)


def _differing(t: Words, parts: tuple[TrackParts, ...]) -> Iterator[str]:
    for track in parts:
        if track.too_much:
            yield t(
                "{track}: its benefits come to {parts}, but it has moved by {total} – what is "
                "counted twice, or what has taken it away?",
                **_in_words(t, track),
            )
        elif track.too_little:
            yield t(
                "{track}: its benefits come to {parts}, but it has moved by {total} – what else "
                "has helped?",
                **_in_words(t, track),
            )


def _in_words(t: Words, track: TrackParts) -> dict[str, str]:
    """The parts as a sum, and by how much the track has moved."""
    gains = " + ".join(f"{t.number(round(part.gain, 4))} ({part.id})" for part in track.parts)
    gains = gains.replace("+ \N{MINUS SIGN}", "\N{MINUS SIGN} ")
    total = _change(t, track.sum, track.unit)
    summed = f"{gains} = {total}" if len(track.parts) > 1 else f"{total} ({track.parts[0].id})"
    shown = _change(t, track.total, track.unit)
    return {"track": called(track.id, track.title), "parts": summed, "total": shown}


def _change(t: Words, by: float, unit: str) -> str:
    """By how much something moved; what is counted in per cent moves by percentage points."""
    moved = round(by, 4)
    if unit == "%":
        return t("{n} percentage points", n=t.number(moved))
    return figures.quantity(t, moved, unit)


def saving_is_there(t: Words, r: Registers) -> Looked:
    """Whether what releases budget comes to the saving that was announced."""
    since = r.since
    if since is None or since.saving is None:
        return Looked(0)
    if since.left is None:
        return Looked(0, why=t(_NOTHING))
    if not since.left:
        return Looked(1)
    sums = {"left": t.number(round(since.left)), "saving": t.number(round(since.saving))}
    if since.real is None:
        left = t(
            "DKK {left} of DKK {saving} remain; no benefit in kroner a year is measured yet", **sums
        )
    else:
        real = t.number(round(since.real))
        left = t(
            "DKK {left} of DKK {saving} remain; the benefits come to DKK {real}",
            real=real,
            **sums,
        )
    if since.shown is not None:
        shown = t.number(round(since.shown))
        left = t("{left}, the track shows DKK {shown}", left=left, shown=shown)
    return Looked(1, (left,))


def not_measured(t: Words, r: Registers) -> Looked:
    """Benefits of which nothing has been measured since, by themselves or with their track."""
    tracks = r.since.rows[: len(TRACKS)] if r.since is not None else ()
    with_track = {b.id: row for b in r.living for row in tracks if _is_read_with(b, row)}
    looked = each(r.living, lambda b: b.measured is None and b.id not in with_track, named)
    told = [
        t("{benefit} ({value})", benefit=named(b), value=_measured(t, with_track[b.id]))
        for b in r.living
        if b.id in with_track
    ]
    left_out = t(
        "Told with the track, which is read by the same measure: {benefits}.",
        benefits=t.listed(told),
    )
    return replace(looked, left_out=left_out if told else "")


def _is_read_with(b: BenefitRow, track: RealityRow) -> bool:
    """Whether the reading of a benefit's track is its own, and was told only there."""
    same = (b.track, b.indicator.casefold(), b.unit) == (
        track.track,
        track.title.casefold(),
        track.unit,
    )
    told = track.measured is not None and b.measured is None
    return same and told and is_level(track.baseline, track.unit)


def _measured(t: Words, row: RealityRow) -> str:
    return figures.quantity(t, row.measured or 0, row.unit)


SINCE_CHECKS: Final[dict[str, Check]] = {
    "worse_than_before": Check(
        mark("Is nothing worse than before?"),
        worse_than_before,
        mark(
            "Ask those who feel it, today. Find out whether it is the change or something else, "
            "and decide whether to go on, to adjust or to stop."
        ),
        _NOTHING,
    ),
    "parts_and_whole": Check(
        mark("Do the benefits of a track come to what the track shows?"),
        parts_and_whole,
        mark(
            "Lay the readings side by side with the controller: the same period, the same unit, "
            "each krone once. What nobody can find in the whole is not there."
        ),
        mark(
            "It can be told once a track and a benefit that is read by the same measure have both "
            "been measured."
        ),
    ),
    "saving_is_there": Check(
        mark("Has the announced saving been harvested?"),
        saving_is_there,
        mark(
            "Tell whoever announced it, and do it now, not at the end of the year: what is "
            "there, what is on the way, and what will not come."
        ),
        mark("No saving in kroner was announced."),
    ),
    "not_measured": Check(
        mark("Has every benefit been measured since?"),
        not_measured,
        mark("Ask its owner what the measure shows today, and agree on the next reading."),
        mark("No benefit is promised."),
    ),
}
"""The checks of a follow-up by their code, the most urgent first."""
