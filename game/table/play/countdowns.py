"""Timers for turn, round and phase: what is left of them, and how they come back from the log.

They count down while they run, stop at nothing left, and know neither screen nor clock: whoever has
one tells them how many seconds passed.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from game.session.records import Record, Resumed, Timed, Timer, TimerMove

TIMED: tuple[Timed, ...] = ("turn", "round", "phase")
SHORTEST, LONGEST = 30, 4 * 60 * 60
"""Seconds that a timer can be started with."""
PLAYED = 0.6
"""The share of a round that its turns take; opening and reality check take the rest."""


@dataclass(frozen=True, slots=True)
class Countdown:
    """A timer that is on: ``given`` seconds in all, of which some are ``left``."""

    given: float
    left: float
    running: bool = True

    @property
    def out(self) -> bool:
        """Whether nothing is left."""
        return self.left <= 0

    @property
    def shown(self) -> int:
        """Whole seconds as they are shown: 0 only when it is out."""
        return math.ceil(self.left)


class Timers:
    """Those of the three timers that are on."""

    def __init__(self) -> None:
        self.on: dict[Timed, Countdown] = {}
        self.given: dict[Timed, int] = {}
        """What each was started with last."""

    def move(self, what: Timed, move: TimerMove, seconds: int = 0) -> None:
        """Start a timer, pause it, go on, give it more time, or stop it.

        ``seconds`` is what it is started with or given more; pausing and going on set what is left.
        Nothing happens to a timer that is not on, unless it is started.
        """
        if move == "start":
            self.given[what] = seconds
            self.on[what] = Countdown(seconds, seconds)
            return
        found = self.on.get(what)
        if found is None:
            return
        if move == "stop":
            del self.on[what]
        elif move == "more":
            given, left = found.given + seconds, found.left + seconds
            self.on[what] = replace(found, given=given, left=left)
        else:
            self.on[what] = replace(found, left=seconds, running=move == "resume")

    def advance(self, dt: float) -> tuple[Timed, ...]:
        """Let ``dt`` seconds pass; gives those that ran out just now."""
        out = []
        for what, now in self.on.items():
            if now.running and not now.out:
                self.on[what] = replace(now, left=max(0.0, now.left - dt))
                if self.on[what].out:
                    out.append(what)
        return tuple(out)

    @property
    def shown(self) -> Mapping[Timed, int]:
        """The whole seconds that each shows."""
        return {what: now.shown for what, now in self.on.items()}


def restored(records: Iterable[Record]) -> Timers:
    """The timers as they stood when a session was last closed, all of them paused.

    While the session lay closed no time passed for them.
    """
    timers, before = Timers(), 0.0
    for record in records:
        if isinstance(record, Resumed):
            _rest(timers)
        else:
            timers.advance(max(0.0, record.at - before))
        if isinstance(record, Timer):
            timers.move(record.what, record.move, record.seconds)
        before = record.at
    _rest(timers)
    return timers


def _rest(timers: Timers) -> None:
    for what, now in timers.on.items():
        timers.on[what] = replace(now, running=False)


def suggested(minutes: int, rounds: Sequence[int], phase: int, seats: int) -> dict[Timed, int]:
    """Lengths in seconds that fit a case of so many minutes.

    ``rounds`` are those of each phase, ``phase`` the number of the one that is played; its timer
    covers all of its rounds. A turn is rounded to half a minute, the others to a whole one.
    """
    a_round = minutes * 60 / max(1, sum(rounds))
    here = rounds[min(phase, len(rounds) - 1)] if rounds else 1
    return {
        "turn": _rounded(a_round * PLAYED / max(1, seats), 30),
        "round": _rounded(a_round, 60),
        "phase": _rounded(a_round * here, 60),
    }


def _rounded(seconds: float, step: int) -> int:
    steps = int(seconds / step + 0.5)  # a half always goes up: lengths grow evenly
    return min(LONGEST, max(SHORTEST, step, steps * step))


def digits(seconds: int) -> str:
    """``12:30``, or ``1:02:30`` from an hour on."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
