"""What became of it since the game: promised, in play and in reality, with what remains.

The parts of a track are compared with what the track itself shows, and the kroner that are there
with the saving that was announced.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from game.debrief.progress import real_status
from game.engine import Result
from game.engine.results import TrackResult
from game.frozen import frozen
from game.report.benefits import PURPOSES
from game.report.economy import announced_saving
from game.report.measured import REALITY, last_told, measure, share_told
from game.report.register_items import ClaimedBenefit
from game.report.rows import BenefitRow, RealityRow
from game.report.source import ReportSource
from game.wording import figures
from game.wording.units import is_level, kroner_a_year
from game.wording.worth import own_measure

_TOLERANCE: Final = 0.05
"""By what share of the larger of two sums they may differ and still agree."""
_ALMOST_NOTHING: Final = 1e-9
_DECIMALS: Final = 6
"""To how many decimals a difference is told: sums of fractions have a tail."""


@frozen
class Part:
    """What a measured benefit has gained, in the unit of its track; below zero it is a loss."""

    id: str
    gain: float


@frozen
class TrackParts:
    """What a track has gained, beside its parts, in ``unit``.

    They are ``complete`` when all that counts on the track's indicator was measured.
    """

    id: str
    title: str
    unit: str
    total: float
    parts: tuple[Part, ...]
    level: bool
    complete: bool

    @property
    def sum(self) -> float:
        """What the parts come to."""
        return sum(part.gain for part in self.parts)

    @property
    def too_much(self) -> bool:
        """Whether the parts claim more than the track shows."""
        return not self._same_reading and self.sum - self.total > self._tolerance

    @property
    def too_little(self) -> bool:
        """Whether the track shows more than all of its parts."""
        missing = self.total - self.sum > self._tolerance
        return self.complete and not self._same_reading and missing

    @property
    def _same_reading(self) -> bool:
        """Whether each owner read the track's own indicator, and so all tell one level."""
        return self.level and all(
            abs(part.gain - self.total) <= self._tolerance for part in self.parts
        )

    @property
    def _tolerance(self) -> float:
        return _TOLERANCE * max(abs(self.sum), abs(self.total)) + _ALMOST_NOTHING


@frozen
class Since:
    """What was measured since the game, beside what was promised and what play gave.

    ``rows`` are the tracks first, then benefits and downsides.
    ``saving`` is what was announced, in kroner; ``promised``, ``played`` and ``real`` are what the
    benefits that release budget come to, ``shown`` is what the track of economy itself shows;
    ``real`` is ``None`` as long as nothing of those benefits was measured, which is not zero.
    ``promised_shown`` and ``played_shown`` are what that track came to by the points that were
    promised and that play gave; all three are ``None`` where it is not measured in kroner.
    """

    rows: tuple[RealityRow, ...]
    parts: tuple[TrackParts, ...]
    saving: float | None
    promised: float
    played: float
    real: float | None
    shown: float | None
    promised_shown: float | None = None
    played_shown: float | None = None

    def without_ids(self, titles: Mapping[str, str]) -> Since:
        """The same with ``titles`` for ids."""
        parts = tuple(
            replace(
                track, id="", parts=tuple(Part(titles.get(p.id, p.id), p.gain) for p in track.parts)
            )
            for track in self.parts
        )
        return replace(self, rows=tuple(replace(row, id="") for row in self.rows), parts=parts)

    @property
    def left(self) -> float | None:
        """What remains of the saving: where benefits and track differ, the lower of them counts.

        ``None`` where none was announced, and before anything of it was measured.
        """
        there = [sum_ for sum_ in (self.real, self.shown) if sum_ is not None]
        return max(0.0, self.saving - min(there)) if self.saving is not None and there else None


def since_the_game(
    source: ReportSource,
    found: Result,
    claimed: Sequence[tuple[ClaimedBenefit, BenefitRow]],
) -> Since | None:
    """What became of it; ``None`` when nothing was told since."""
    if not source.examined.outcomes:
        return None
    alive = [(claim, row) for claim, row in claimed if row.status != "shelved"]
    budget = [(claim, row) for claim, row in alive if row.type == "budget"]
    tracks = [_of_track(source, track) for track in found.tracks]
    economy = next(row for row in tracks if row.track == "economy")
    return Since(
        rows=(*tracks, *_of_benefits(source, alive)),
        parts=tuple(_parts(tracks, alive)),
        saving=announced_saving(source),
        promised=sum(row.full_year_value or 0 for _, row in budget),
        played=sum(_played_kroner(claim, row) for claim, row in budget),
        real=_real_kroner([row for _, row in budget]),
        shown=_in_kroner(economy, economy.measured),
        promised_shown=_in_kroner(economy, economy.promised),
        played_shown=_in_kroner(economy, economy.played),
    )


def _in_kroner(track: RealityRow, value: float | None) -> float | None:
    """What a track has gained at a value in kroner a year, where it is measured in them."""
    gain = _gain(track.baseline, track.target, value)
    return None if gain is None else kroner_a_year(gain, track.unit, track.title)


def _real_kroner(rows: Sequence[BenefitRow]) -> float | None:
    """What is there of some benefits; ``None`` where there are any, and none was measured."""
    known = [row.real_value for row in rows if row.real_value is not None]
    return sum(known) if known or not rows else None


def _played_kroner(claim: ClaimedBenefit, row: BenefitRow) -> float:
    """What play gave of a benefit's kroner: as much as it gave of its points."""
    given, said = claim.benefit.given or 0, claim.benefit.estimate
    return (row.full_year_value or 0) * given / said if said else 0.0


# ------------------------------------------------------------------ rows
def _of_track(source: ReportSource, track: TrackResult) -> RealityRow:
    t, case, text = source.t, source.case, source.case.tracks[track.track]
    outcome = last_told(source, None, track.track)
    value = None if outcome is None else outcome.value
    status = real_status(text.baseline, text.target, value)
    return RealityRow(
        id=PURPOSES[track.track],
        title=text.indicator.read(t.lang),
        track=track.track,
        unit=text.unit.read(t.lang),
        baseline=text.baseline,
        target=text.target,
        promised=_promised(source, track),
        played=figures.track_value(t, case, track.track, track.points),
        measured=value,
        measured_on=None if outcome is None else date.fromisoformat(outcome.date),
        share=share_told(text.baseline, text.target, value),
        left=_left(text.baseline, text.target, value),
        reality=None if status is None else REALITY[status],
        promised_points=None if case.own_project else track.claimed,
        played_points=track.points,
        past=_past(source, track),
    )


def _past(source: ReportSource, track: TrackResult) -> frozenset[str]:
    """Which of a track's numbers of points go past what its indicator can show."""
    t, case, found = source.t, source.case, {"played": track.points}
    if not case.own_project:
        found["promised"] = track.claimed
    return frozenset(key for key, n in found.items() if figures.is_beyond(t, case, track.track, n))


def _promised(source: ReportSource, track: TrackResult) -> float:
    """What a track was to come to: in a case what the claims add up to, in points that dice know.

    In an own project points are play, and what was promised is the target.
    """
    if source.case.own_project:
        return source.case.tracks[track.track].target
    return figures.track_value(source.t, source.case, track.track, track.claimed)


def _of_benefits(
    source: ReportSource, alive: Sequence[tuple[ClaimedBenefit, BenefitRow]]
) -> Iterator[RealityRow]:
    for claim, row in alive:
        downside = claim.benefit.downside
        promised = measure(source, claim).target if downside else row.target_likely
        share = None if downside else share_told(row.baseline, promised, row.measured)
        yield RealityRow(
            id=row.id,
            title=row.title,
            track=row.track,
            unit=row.unit,
            baseline=row.baseline,
            target=None if downside else promised,
            promised=promised,
            played=_played(claim, row, promised),
            measured=row.measured,
            measured_on=row.measured_on,
            share=share,
            left=None if downside else _left(row.baseline, promised, row.measured),
            reality=row.reality,
            promised_points=row.estimate,
            played_points=row.harvested,
            past=frozenset(_benefit_past(source, claim, row, promised)),
        )


def _benefit_past(
    source: ReportSource, claim: ClaimedBenefit, row: BenefitRow, promised: float | None
) -> Iterator[str]:
    """Which of a benefit's numbers of points go past what its measure can show."""
    t, case, b = source.t, source.case, claim.benefit
    by_track = own_measure(t, case, claim.track, b) is None
    unchanged = promised == figures.track_value(t, case, claim.track, b.estimate)
    if by_track and unchanged and figures.is_beyond(t, case, claim.track, b.estimate):
        yield "promised"
    if _played(claim, row, promised) is None:
        return
    begun, end, said = row.baseline or 0, promised or 0, b.estimate
    if figures.goes_no_further(begun, end, b.given or 0, said, row.unit):
        yield "played"


def _played(claim: ClaimedBenefit, row: BenefitRow, promised: float | None) -> float | None:
    """What play gave, in the unit of the measure."""
    given, said = claim.benefit.given, claim.benefit.estimate
    if given is None or not said or row.baseline is None or promised is None:
        return None
    return figures.value_at(row.baseline, promised, given, said, row.unit)


def _left(baseline: float | None, target: float | None, value: float | None) -> float | None:
    """The way from a value to its target, in its own unit; nothing past it."""
    gain, whole = _gain(baseline, target, value), _gain(baseline, target, target)
    return None if gain is None or whole is None else round(max(0.0, whole - gain), _DECIMALS)


# ------------------------------------------------------------------ the parts of a track
def _parts(
    tracks: Sequence[RealityRow], alive: Sequence[tuple[ClaimedBenefit, BenefitRow]]
) -> Iterator[TrackParts]:
    """The tracks that were measured, and of whose benefits some were measured on their scale."""
    for row in tracks:
        total = _gain(row.baseline, row.target, row.measured)
        if total is None:
            continue
        scaled = [
            (one, factor)
            for _, one in alive
            if one.track == row.track and (factor := _scale(row, one)) is not None
        ]
        parts = [
            Part(one.id, gain) for one, k in scaled if (gain := _gained(row, one, k)) is not None
        ]
        if parts:
            level = is_level(row.baseline, row.unit)
            complete = len(parts) == len(scaled)
            yield TrackParts(row.id, row.title, row.unit, total, tuple(parts), level, complete)


def _scale(track: RealityRow, row: BenefitRow) -> float | None:
    """By what a benefit's numbers are multiplied to be those of its track; ``None``: never."""
    if (row.indicator.casefold(), row.unit) == (track.title.casefold(), track.unit):
        return 1.0
    theirs = kroner_a_year(1_000_000, row.unit, row.indicator)
    ours = kroner_a_year(1_000_000, track.unit, track.title)
    return None if theirs is None or not ours else theirs / ours


def _gained(track: RealityRow, row: BenefitRow, factor: float) -> float | None:
    """What a benefit has gained; a downside, which goes the other way, has lost."""
    if row.sign == "disbenefit":
        gain = _gain(row.baseline, track.target, row.measured)
    else:
        gain = _gain(row.baseline, row.target_likely, row.measured)
    return None if gain is None else gain * factor


def _gain(baseline: float | None, target: float | None, value: float | None) -> float | None:
    """How far a value has come towards its target, in its own unit."""
    if baseline is None or target is None or value is None or baseline == target:
        return None
    return value - baseline if target > baseline else baseline - value
