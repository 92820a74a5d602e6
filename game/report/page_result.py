"""The first part of the page: the verdict, the four tracks, the group's shares, the aims."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from game.engine import TRACKS, Result, Track
from game.engine.limits import TRACK_HIGH, TRACK_LOW
from game.engine.results import TrackResult, TrackStatus
from game.frozen import frozen
from game.i18n import Words, capitalised
from game.report.benefits import PURPOSES
from game.report.measured import says
from game.report.page_evidence import PageEvidence, page_evidence
from game.report.page_since import TONES, PageReal
from game.report.registers import Registers
from game.report.rows import RealityRow
from game.report.source import ReportSource
from game.wording import figures, outcome, terms
from game.wording.shares import SHARES, ShareName, curve_text, ranges_text, share_text

_WIDE: Final = 300.0
"""The width of a track's picture."""
_SIGNS: Final[Mapping[TrackStatus, str]] = {
    "reached": "✓",
    "nearly": "↗",
    "on_the_way": "↗",
    "not_reached": "–",
    "harmed": "!",
}


@frozen
class TrackLabel:
    """The label of a track: its code (for the colour), its letter, its name."""

    code: Track
    letter: str
    name: str


@cache
def marks(t: Words) -> dict[str, TrackLabel]:
    """The labels of the four tracks."""
    return {
        track: TrackLabel(track, terms.track_letter(t, track), terms.track(t, track))
        for track in TRACKS
    }


@frozen
class PageVerdict:
    """The verdict of the game; ``reached`` is what was reached, before what the verdict means."""

    name: str
    reached: str
    text: str
    mood: str
    evidence: PageEvidence
    since: str = ""


def verdict(source: ReportSource, registers: Registers) -> PageVerdict:
    """The verdict; before the end, the verdict as of now."""
    t, result = source.t, registers.result
    name = outcome.verdict_title(t, result, own_project=False)
    reached = outcome.reached_text(t, result)
    evidence = page_evidence(source, source.debrief.reached_in)
    if not source.over:
        name = t("So far: {verdict}", verdict=name)
        return PageVerdict(name, reached, t("It may still turn out differently."), "open", evidence)
    since = ""
    if registers.since is not None:
        since = t("This is the verdict of the game. What was measured since stands by itself.")
    return PageVerdict(name, reached, outcome.verdict_of(t, result), "over", evidence, since)


@frozen
class PageTrack:
    """A track: its indicator, its progress, and a picture of that."""

    code: Track
    letter: str
    name: str
    indicator: str
    began: str
    now: str
    target: str
    claimed: str
    points: str
    goal: str
    status: str
    sign: str
    label: str
    claimed_label: str
    points_label: str
    goal_label: str
    zero: float
    claimed_start: float
    claimed_width: float
    start: float
    width: float
    goal_at: float
    below: bool
    real: PageReal | None


def tracks(source: ReportSource, registers: Registers) -> list[PageTrack]:
    """The four tracks."""
    since = registers.since
    real = {} if since is None else {row.id: _real(source.t, row) for row in since.rows}
    result = registers.result
    return [_track(source, track, real.get(PURPOSES[track.track])) for track in result.tracks]


def _real(t: Words, row: RealityRow) -> PageReal:
    """What was measured of a track since the game."""
    if row.measured is None:
        return PageReal(t("not measured yet"), "", "")
    value = figures.quantity(t, row.measured, row.unit)
    tone = "" if row.reality is None else TONES.get(row.reality, "")
    return PageReal(value, says(t, row), tone)


def _track(source: ReportSource, r: TrackResult, real: PageReal | None) -> PageTrack:
    t, case, text = source.t, source.case, source.case.tracks[r.track]
    unit = text.unit.read(t.lang)
    low, high = min(0, r.points, r.claimed), max(r.goal, r.claimed, r.points)
    scale = (_WIDE - 4) / (high - low)
    zero = 2 - low * scale
    status = terms.track_status_from(t, r.status)
    claimed = t("claimed {n}", n=t.number(r.claimed))
    points = _points(t, r.points)
    goal = t("goal {n}", n=r.goal)
    return PageTrack(
        code=r.track,
        letter=terms.track_letter(t, r.track),
        name=terms.track(t, r.track),
        indicator=text.indicator.read(t.lang),
        began=figures.quantity(t, text.baseline, unit),
        now=figures.indicator(t, case, r.track, r.points),
        target=figures.quantity(t, text.target, unit),
        claimed=t.number(r.claimed),
        points=t.number(r.points),
        goal=t.number(r.goal),
        status=capitalised(status),
        sign=_SIGNS[r.status],
        label=f"{terms.track(t, r.track)}: {claimed}, {points}, {goal}",
        claimed_label=claimed,
        points_label=points,
        goal_label=goal,
        zero=round(zero, 1),
        claimed_start=round(zero + min(0, r.claimed) * scale, 1),
        claimed_width=round(abs(r.claimed) * scale, 1),
        start=round(zero + min(0, r.points) * scale, 1),
        width=round(abs(r.points) * scale, 1),
        goal_at=round(zero + r.goal * scale, 1),
        below=r.points < 0,
        real=real,
    )


def _points(t: Words, points: int) -> str:
    """The points that a track came to; that they are its end, which holds what would pass it."""
    n = t.number(points)
    if points <= TRACK_LOW:
        return t("realised {n}, the track's lowest", n=n)
    if points >= TRACK_HIGH:
        return t("realised {n}, the track's highest", n=n)
    return t("realised {n}", n=n)


@frozen
class PageShare:
    """One of the group's shares, with an explanation."""

    name: str
    value: str
    text: str


def shares(source: ReportSource, registers: Registers) -> list[PageShare]:
    """The group's shares; a dash where there is nothing to measure yet."""
    t, found = source.t, registers.result
    playing = sum(source.debrief.setup.rules.rounds)
    values = {key: getattr(found, key) for key in SHARES}
    return [
        PageShare(
            t(name),
            "–" if values[key] is None else t.percent(values[key]),
            _share(t, key, found, playing),
        )
        for key, (name, _) in SHARES.items()
    ]


def _share(t: Words, key: ShareName, found: Result, playing: int) -> str:
    """What a share means; of realism also how it went round by round, and how the ranges held."""
    said = [share_text(t, key, found)]
    if key == "realism":
        said += [curve_text(t, found, playing), ranges_text(t, found)]
    return " ".join(filter(None, said))


@frozen
class PageAim:
    """A role's aim."""

    role: str
    aim: str
    progress: str
    met: str


def aims(source: ReportSource, registers: Registers) -> list[PageAim]:
    """The aim of each role, and whether it was met."""
    t, called = source.t, source.names
    return [
        PageAim(
            role=called.role(aim.role),
            aim=terms.aim(t, aim.aim),
            progress=terms.aim_progress(t, aim),
            met=f"✓ {t('yes')}" if aim.met else f"– {t('no')}",
        )
        for aim in registers.result.aims
    ]
