"""Where a replay is, and how it moves: by itself, step by step, or by a leap."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Any, Final

from game.session.recording import RecordedStep, Recording, RoundSpan, round_spans

SPEEDS: Final = (0.5, 1.0, 2.0, 4.0)
DWELL: Final = 1.6
"""Seconds a step is shown while the replay plays by itself, at speed 1."""


class ReplayPlayer:
    """A place among the steps of a recording.

    ``undone`` shows the decisions that were taken back as well. ``stops`` are the places at which
    it stops when it plays by itself.
    """

    def __init__(self, recording: Recording[Any]) -> None:
        self.recording = recording
        self.at = 0
        self.playing = False
        self.speed = 1.0
        self.undone = False
        self.stops: Sequence[int] = ()
        self._waited = 0.0
        self._set_steps(recording.steps)

    def _set_steps(self, steps: tuple[RecordedStep, ...]) -> None:
        self.steps = steps
        self.segments: tuple[RoundSpan, ...] = round_spans(steps)
        self._entries = [step.record.n if step.record else 0 for step in steps]

    # ------------------------------------------------------------------ where it is
    @property
    def step(self) -> RecordedStep:
        """The step that is shown."""
        return self.steps[self.at]

    @property
    def last(self) -> int:
        """The place of the last step."""
        return len(self.steps) - 1

    @property
    def entry(self) -> int:
        """The number of the entry that is shown; 0 is the beginning."""
        return self._entries[self.at]

    def entry_at(self, at: int) -> int:
        """The number of the entry at a place."""
        return self._entries[at]

    def place_of(self, entry: int) -> int:
        """Where an entry is among the steps; one that is none of them, where the game then was."""
        return max(0, bisect_right(self._entries, entry) - 1)

    # ------------------------------------------------------------------ moving
    def go(self, at: int) -> None:
        """Show a step."""
        self.at = min(self.last, max(0, at))
        self._waited = 0.0

    def go_to(self, entry: int) -> None:
        """Show the game as an entry left it."""
        self.go(self.place_of(entry))

    def by_round(self, way: int) -> None:
        """To the beginning of the next round (1); of this one, or of the one before it (-1)."""
        firsts = [segment.first for segment in self.segments]
        if way > 0:
            following = bisect_right(firsts, self.at)
            self.go(firsts[following] if following < len(firsts) else self.last)
        else:
            self.go(firsts[max(0, bisect_left(firsts, self.at) - 1)])

    def show_undone(self, undone: bool) -> None:
        """With or without what was taken back; it stays where it was."""
        entry, self.undone = self.entry, undone
        self._set_steps(self.recording.everything if undone else self.recording.steps)
        self.go_to(entry)

    # ------------------------------------------------------------------ by itself
    def play(self) -> None:
        """Go on by itself; from the end, begin again."""
        if self.at == self.last:
            self.go(0)
        self.playing, self._waited = True, 0.0

    def pause(self) -> None:
        """Stay where it is."""
        self.playing = False

    def faster(self, way: int) -> None:
        """The next speed up (1) or down (-1)."""
        place = SPEEDS.index(self.speed) + way
        self.speed = SPEEDS[min(len(SPEEDS) - 1, max(0, place))]

    def advance(self, dt: float) -> bool:
        """Let ``dt`` seconds pass; whether it moved. It stops at a stop, and at the end."""
        if not self.playing:
            return False
        self._waited += dt * self.speed
        if self._waited < DWELL:
            return False
        over = self._waited - DWELL
        self.go(self.at + 1)
        self._waited = over
        if self.at == self.last or self.at in self.stops:
            self.playing = False
        return True
