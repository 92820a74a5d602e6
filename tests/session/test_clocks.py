"""Clocks that are behind, ahead or corrected, and lids that are closed: minutes stay true."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from game.engine import actions as act
from game.gui.loop import awake
from game.i18n import words
from game.i18n.when import when
from game.session import SavedSession, Session, open_recording, read, read_summary
from game.session.annotating import begun_on
from game.session.line_format import seal, unseal
from game.session.sitting_clock import SittingClock
from tests.session.playing import SEATS, Clock, TinyCase, accept, parse

DECADES = 310_000_000.0
"""About what a clock is off by whose battery is flat."""


class Watch:
    """A clock or a stopwatch that stands where it is put."""

    def __init__(self, now: float) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


def begin(folder: Path, clock: Watch | SittingClock) -> Session[TinyCase]:
    return Session.create(TinyCase(), SEATS, 1, folder, clock=clock)


def rally(session: Session[TinyCase]) -> None:
    accept(session, act.Rally(session.state.turn))


def minutes_everywhere(path: Path) -> set[int]:
    """The minutes of a game by the log, the list, and a replay."""
    summary = read_summary(path)
    assert summary is not None
    recording = open_recording(path, parse)
    seconds = (read(path).played, summary.played, recording.seconds, recording.steps[-1].seconds)
    return {round(one / 60) for one in seconds}


# ------------------------------------------------------------------ within a sitting
@pytest.mark.parametrize("correction", [-DECADES, -3_600.0, 3_600.0, DECADES])
def test_a_clock_that_is_corrected_changes_no_duration(tmp_path: Path, correction: float) -> None:
    wall, stopwatch = Watch(1_795_000_000.0), Watch(50.0)
    session = begin(tmp_path, SittingClock(wall, stopwatch))
    for _ in range(3):
        wall.now += correction
        stopwatch.now += 120
        rally(session)
    session.close()
    assert minutes_everywhere(session.path) == {6}


def test_a_sitting_is_timed_by_the_stopwatch_of_the_system(tmp_path: Path) -> None:
    session = Session.create(TinyCase(), SEATS, 1, tmp_path)
    rally(session)
    assert 0 <= session.log.played < 60
    session.close()


@pytest.mark.parametrize("shift", [-DECADES, DECADES])
def test_a_clock_that_is_corrected_between_sittings_is_no_play(
    tmp_path: Path, shift: float
) -> None:
    session = begin(tmp_path, Watch(1_795_000_000.0))
    session.close()
    clock = Watch(1_795_000_000.0 + shift)
    session = Session.resume(session.path, parse, clock=clock)
    clock.now += 300
    rally(session)
    session.close()
    assert minutes_everywhere(session.path) == {5}


# ------------------------------------------------------------------ what was saved before
def test_a_long_silence_was_a_break(tmp_path: Path) -> None:
    clock = Watch(1_795_000_000.0)
    session = begin(tmp_path, clock)
    for passed in (600, 1_800, 4 * 3_600, 600):
        clock.now += passed
        rally(session)
    session.close()
    assert minutes_everywhere(session.path) == {50}


def test_a_file_with_an_absurd_time_is_reckoned_anew(tmp_path: Path) -> None:
    clock = Watch(1_795_000_000.0)
    session = begin(tmp_path, clock)
    for _ in range(3):
        clock.now += 600
        rally(session)
    session.close()
    *before, last = session.path.read_bytes().splitlines()
    raw = unseal(last)
    raw["played"] = DECADES
    session.path.write_bytes(b"\n".join([*before, seal(raw).rstrip(b"\n")]) + b"\n")
    summary = read_summary(session.path)
    assert summary is not None
    assert round(summary.played / 60) == 30


# ------------------------------------------------------------------ days
def test_a_game_that_was_begun_by_a_clock_ahead_takes_outcomes(tmp_path: Path) -> None:
    session = begin(tmp_path, Watch(1_795_000_000.0 + 10 * DECADES))
    session.close()
    saved = SavedSession(session.path)
    assert begun_on(saved.log) == date.today()
    told = saved.outcome(track="citizen", value=3.0, day=date.today())
    assert told.date == date.today().isoformat()


@pytest.mark.parametrize("moment", [-1e12, 0.0, 1_795_000_000.0 + DECADES, 1e18])
def test_a_moment_is_told_whatever_a_clock_says(moment: float) -> None:
    told = when(words("en"), moment, 1_795_000_000.0)
    assert "today" not in told
    assert told[-4:].isdecimal()


def test_a_closed_lid_runs_no_timer_out() -> None:
    assert awake(0.016) == 0.016
    assert awake(2.5) == 2.5
    assert awake(1_800.0) == 0.0


def test_a_clock_of_tests_is_looked_at_as_before(tmp_path: Path) -> None:
    session = Session.create(TinyCase(), SEATS, 1, tmp_path, clock=Clock())
    rally(session)
    assert session.log.records[-1].at == 0.5
    session.close()
