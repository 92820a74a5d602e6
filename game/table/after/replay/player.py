"""The position of a replay and its moves: automatic, step by step, or by jumps."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Any, Final

from game.session.recording import RecordedStep, Recording, RoundSpan, round_spans

SPEEDS: Final = (0.5, 1.0, 2.0, 4.0)
DWELL: Final = 1.6
"""Seconds per step at speed 1 while the replay plays."""


class ReplayPlayer:
    """A position among the steps of a recording.

    ``undone`` includes undone decisions. ``stops`` are the positions at which
    automatic playing stops.
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

    # ------------------------------------------------------------------ position
    @property
    def step(self) -> RecordedStep:
        """The current step."""
        return self.steps[self.at]

    @property
    def last(self) -> int:
        """The position of the last step."""
        return len(self.steps) - 1

    @property
    def entry(self) -> int:
        """The entry number of the current step; 0 is the beginning."""
        return self._entries[self.at]

    def entry_at(self, at: int) -> int:
        """The entry number at a position."""
        return self._entries[at]

    def place_of(self, entry: int) -> int:
        """The position of an entry; if it is not a step itself, that of the last step before it."""
        return max(0, bisect_right(self._entries, entry) - 1)

    # ------------------------------------------------------------------ moving
    def go(self, at: int) -> None:
        """Go to a position."""
        self.at = min(self.last, max(0, at))
        self._waited = 0.0

    def go_to(self, entry: int) -> None:
        """Go to the state after an entry."""
        self.go(self.place_of(entry))

    def move_by_round(self, direction: int) -> None:
        """Go to the start of the next round (1), or of this or the previous one (-1)."""
        firsts = [segment.first for segment in self.segments]
        if direction > 0:
            following = bisect_right(firsts, self.at)
            self.go(firsts[following] if following < len(firsts) else self.last)
        else:
            self.go(firsts[max(0, bisect_left(firsts, self.at) - 1)])

    def show_undone(self, undone: bool) -> None:
        """Include or leave out undone decisions, keeping the position."""
        entry, self.undone = self.entry, undone
        self._set_steps(self.recording.everything if undone else self.recording.steps)
        self.go_to(entry)

    # ------------------------------------------------------------------ automatic playing
    def play(self) -> None:
        """Start playing; from the end, start over."""
        if self.at == self.last:
            self.go(0)
        self.playing, self._waited = True, 0.0

    def pause(self) -> None:
        """Stop playing."""
        self.playing = False

    def change_speed(self, direction: int) -> None:
        """Change to the next higher (1) or lower (-1) speed."""
        place = SPEEDS.index(self.speed) + direction
        self.speed = SPEEDS[min(len(SPEEDS) - 1, max(0, place))]

    def advance(self, dt: float) -> bool:
        """Let ``dt`` seconds pass. Returns whether it moved; it stops at stops and at the end."""
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
