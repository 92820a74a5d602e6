"""Timers, without a screen: what holds whatever is done with them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from game.session import Resumed, Timer, Undo
from game.session.records import Record
from game.table.play.countdowns import LONGEST, SHORTEST, TIMED, Timers, digits, restored, suggested

kinds = st.sampled_from(TIMED)
lengths = st.integers(SHORTEST, LONGEST)
passing = st.floats(0, 5000, allow_nan=False)


class Facilitator(RuleBasedStateMachine):
    """Does whatever a facilitator can, and writes it down as the table does."""

    def __init__(self) -> None:
        super().__init__()
        self.timers = Timers()
        self.now = 0.0
        self.log: list[Record] = []

    def _move(self, what, move, seconds) -> None:
        self.timers.move(what, move, seconds)
        self.log.append(Timer(len(self.log) + 1, self.now, what, move, seconds))

    @rule(what=kinds, seconds=lengths)
    def start(self, what, seconds) -> None:
        self._move(what, "start", seconds)
        assert self.timers.on[what].left == seconds
        assert self.timers.on[what].running

    @rule(what=kinds, seconds=st.sampled_from((60, 300)))
    def more(self, what, seconds) -> None:
        before = self.timers.on.get(what)
        self._move(what, "more", seconds)
        if before:
            after = self.timers.on[what]
            assert after.left == before.left + seconds
            assert after.running == before.running

    @rule(what=kinds)
    def pause(self, what) -> None:
        if what in self.timers.on:
            self._move(what, "pause", self.timers.on[what].seconds_left)
            assert not self.timers.on[what].running

    @rule(what=kinds)
    def resume(self, what) -> None:
        if what in self.timers.on:
            self._move(what, "resume", self.timers.on[what].seconds_left)
            assert self.timers.on[what].running

    @rule(what=kinds)
    def stop(self, what) -> None:
        self._move(what, "stop", 0)
        assert what not in self.timers.on

    @rule(dt=passing)
    def wait(self, dt) -> None:
        before = dict(self.timers.on)
        out = self.timers.advance(dt)
        self.now += dt
        for what, then in before.items():
            now = self.timers.on[what]
            if not then.running:
                assert now == then, "paused timers keep"
            assert now.left <= then.left
            assert (what in out) == (now.out and not then.out)
        assert self.timers.advance(0) == (), "out only once"

    @rule()
    def undo(self) -> None:
        before = dict(self.timers.on)
        self.log.append(Undo(len(self.log) + 1, self.now, 1, None))
        assert self.timers.on == before

    @invariant()
    def never_negative(self) -> None:
        for now in self.timers.on.values():
            assert now.left >= 0
            assert now.seconds_left == 0 if now.out else 1 <= now.seconds_left <= now.total

    @invariant()
    def the_log_brings_them_back(self) -> None:
        closed = Undo(len(self.log) + 1, self.now, 1, None)
        opened = Resumed(len(self.log) + 2, self.now + 1_000_000, "", "", 1, None)
        again = restored([*self.log, closed, opened])
        assert set(again.on) == set(self.timers.on)
        assert again.lengths == self.timers.lengths
        for what, now in again.on.items():
            assert not now.running
            assert now.left == pytest.approx(self.timers.on[what].left, abs=1e-3)


TestFacilitator = pytest.mark.slow(Facilitator.TestCase)


@given(st.integers(10, 600), st.lists(st.integers(1, 6), min_size=1), st.data())
def test_suggested_lengths_fit_the_case(minutes: int, rounds: list[int], data) -> None:
    phase = data.draw(st.integers(0, len(rounds) + 1))
    seats = data.draw(st.integers(1, 8))
    found = suggested(minutes, rounds, phase, seats)
    assert set(found) == set(TIMED)
    assert all(SHORTEST <= seconds <= LONGEST for seconds in found.values())
    assert found["turn"] <= found["round"] <= found["phase"]
    assert found["turn"] % 30 == found["round"] % 60 == found["phase"] % 60 == 0
    assert found["round"] * sum(rounds) <= minutes * 60 + sum(rounds) * 60


def test_suggested_for_an_ordinary_case() -> None:
    assert suggested(70, (2, 2, 3), 0, 4) == {"turn": 90, "round": 600, "phase": 1200}


def test_a_half_of_a_minute_is_suggested_upwards() -> None:
    rounds = [suggested(minutes, (2, 2, 2), 0, 4)["round"] for minutes in (15, 21, 27, 33)]
    assert rounds == [180, 240, 300, 360]  # 2½, 3½, 4½ and 5½ minutes


@given(st.integers(0, LONGEST))
def test_digits_can_be_read_back(seconds: int) -> None:
    parts = [int(part) for part in digits(seconds).split(":")]
    assert sum(part * 60**i for i, part in enumerate(reversed(parts))) == seconds
    assert all(part < 60 for part in parts[1:])


def test_digits_as_a_clock_writes_them() -> None:
    assert [digits(s) for s in (0, 9, 750, 3600, 3750)] == [
        "0:00", "0:09", "12:30", "1:00:00", "1:02:30",
    ]  # fmt: skip
