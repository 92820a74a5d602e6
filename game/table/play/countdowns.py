"""Timers for turn, round and phase: the time left, and how they are restored from the log.

They count down while they run, stop at zero, and depend on neither screen nor clock: the caller
passes the elapsed seconds to :meth:`Timers.advance`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from game.frozen import frozen
from game.session.records import Record, Resumed, Timed, Timer, TimerMove

TIMED: tuple[Timed, ...] = ("turn", "round", "phase")
SHORTEST, LONGEST = 30, 4 * 60 * 60
"""The least and the most seconds that a timer can be started with."""
TURNS_SHARE = 0.6
"""The share of a round that its turns take; the rest is for opening and reality check."""


@frozen
class Countdown:
    """An active timer: ``total`` seconds in all, of which ``left`` remain."""

    total: float
    left: float
    running: bool = True

    @property
    def out(self) -> bool:
        """Whether the time is up."""
        return self.left <= 0

    @property
    def seconds_left(self) -> int:
        """The time left in whole seconds, rounded up: 0 only when the time is up."""
        return math.ceil(self.left)


class Timers:
    """The active ones of the three timers."""

    def __init__(self) -> None:
        self.on: dict[Timed, Countdown] = {}
        self.lengths: dict[Timed, int] = {}
        """The length that each was last started with."""

    def move(self, what: Timed, move: TimerMove, seconds: int = 0) -> None:
        """Start a timer, pause it, resume it, give it more time, or stop it.

        ``seconds`` is the length to start with or to add; pausing and resuming set the time left.
        Only starting has an effect on a timer that is not active.
        """
        if move == "start":
            self.lengths[what] = seconds
            self.on[what] = Countdown(seconds, seconds)
            return
        found = self.on.get(what)
        if found is None:
            return
        if move == "stop":
            del self.on[what]
        elif move == "more":
            total, left = found.total + seconds, found.left + seconds
            self.on[what] = replace(found, total=total, left=left)
        else:
            self.on[what] = replace(found, left=seconds, running=move == "resume")

    def advance(self, dt: float) -> tuple[Timed, ...]:
        """Let ``dt`` seconds pass; returns the timers that ran out in this step."""
        out = []
        for what, now in self.on.items():
            if now.running and not now.out:
                self.on[what] = replace(now, left=max(0.0, now.left - dt))
                if self.on[what].out:
                    out.append(what)
        return tuple(out)

    @property
    def seconds_left(self) -> Mapping[Timed, int]:
        """The whole seconds left, by timer."""
        return {what: now.seconds_left for what, now in self.on.items()}


def restored(records: Iterable[Record]) -> Timers:
    """The timers as they were when a session was last closed, all of them paused.

    No time passes for them while the session is closed.
    """
    timers, before = Timers(), 0.0
    for record in records:
        if isinstance(record, Resumed):
            _pause_all(timers)
        else:
            timers.advance(max(0.0, record.at - before))
        if isinstance(record, Timer):
            timers.move(record.what, record.move, record.seconds)
        before = record.at
    _pause_all(timers)
    return timers


def _pause_all(timers: Timers) -> None:
    for what, now in timers.on.items():
        timers.on[what] = replace(now, running=False)


def suggested(minutes: int, rounds: Sequence[int], phase: int, seats: int) -> dict[Timed, int]:
    """Suggested lengths in seconds for a case of ``minutes``.

    ``rounds`` are the rounds of each phase, ``phase`` the number of the current one; its timer
    covers all of its rounds. A turn is rounded to half a minute, the others to a whole one.
    """
    a_round = minutes * 60 / max(1, sum(rounds))
    here = rounds[min(phase, len(rounds) - 1)] if rounds else 1
    return {
        "turn": _rounded(a_round * TURNS_SHARE / max(1, seats), 30),
        "round": _rounded(a_round, 60),
        "phase": _rounded(a_round * here, 60),
    }


def _rounded(seconds: float, step: int) -> int:
    steps = int(seconds / step + 0.5)  # a half always rounds up, so that lengths grow evenly
    return min(LONGEST, max(SHORTEST, step, steps * step))


def digits(seconds: int) -> str:
    """``12:30``, or ``1:02:30`` from an hour on."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
