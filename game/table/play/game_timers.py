"""The timers of a game: written down as they are moved, begun anew as turns and rounds go by."""

from __future__ import annotations

from contextlib import suppress

from game.engine import PHASES, State
from game.i18n import mark
from game.session import SaveError
from game.session.records import Timed, TimerMove
from game.table.parts.preferences import preferences_of
from game.table.play.countdowns import LONGEST, SHORTEST, TIMED, Countdown, restored, suggested
from game.table.play.game import Game

NAMES: dict[Timed, str] = {"turn": mark("Turn"), "round": mark("Round"), "phase": mark("Phase")}
MORE = (60, 300)
"""Seconds that a timer can be given more at once."""


class GameTimers:
    """The three timers of a game that is played."""

    def __init__(self, game: Game) -> None:
        self.game = game
        self.timers = restored(game.session.log.records)
        self._lengths: dict[Timed, int] = dict(self.timers.given)

    # ------------------------------------------------------------------ looking
    def on(self, what: Timed) -> Countdown | None:
        """A timer that is on."""
        return self.timers.on.get(what)

    @property
    def seen(self) -> list[Timed]:
        """The timers that the table shows; that of a turn only while somebody has the turn."""
        hidden = "turn" if self.game.state.step != "turn" else ""
        return [what for what in TIMED if what in self.timers.on and what != hidden]

    def length(self, what: Timed) -> int:
        """The seconds it would be started with: as last time, or what fits the case."""
        s = self.game.state
        fitting = suggested(
            self.game.case.minutes, s.setup.rules.rounds, PHASES.index(s.phase), len(s.seats)
        )
        return self._lengths.get(what, fitting[what])

    # ------------------------------------------------------------------ what the facilitator does
    def set_length(self, what: Timed, seconds: int) -> None:
        """Choose what it will be started with."""
        self._lengths[what] = min(LONGEST, max(SHORTEST, seconds))

    def start(self, what: Timed) -> None:
        """Start it, or start it again."""
        self._move(what, "start", self.length(what))

    def stop(self, what: Timed) -> None:
        """Take it off the table."""
        if what in self.timers.on:
            self._move(what, "stop", self.timers.on[what].shown)

    def more(self, what: Timed, seconds: int) -> None:
        """Give it more time."""
        if what in self.timers.on:
            self._move(what, "more", seconds)

    def toggle(self, what: Timed) -> None:
        """Start it, pause it or let it go on."""
        now = self.on(what)
        if now is None or now.out:
            self.start(what)
        else:
            self._move(what, "pause" if now.running else "resume", now.shown)

    def toggle_all(self) -> bool:
        """Pause all that run or, when none does, let all go on; false when none is on."""
        left = {what: self.timers.on[what] for what in self.seen if not self.timers.on[what].out}
        running = [what for what, now in left.items() if now.running]
        for what in running or left:
            self.toggle(what)
        return bool(left)

    # ------------------------------------------------------------------ what goes by
    def advance(self, dt: float) -> bool:
        """Let ``dt`` seconds pass; true when one ran out just now."""
        before = self.timers.shown
        out = self.timers.advance(dt)
        if self.timers.shown != before:
            self.game.app.wake()
        if out:
            self.game.app.sound.play("timer")
        return bool(out)

    def decided(self, before: State, after: State) -> None:
        """A decision was made: what was timed may be over. Undo gives nobody time back."""
        was, now = _turn(before), _turn(after)
        if was != now and now is None:
            self._pause("turn")
        elif was != now:
            self._over("turn", after)
        if before.round != after.round:
            self._over("round", after)
        if before.phase != after.phase:
            self._lengths.pop("phase", None)  # each phase has its own length
            self._over("phase", after)

    def _over(self, what: Timed, after: State) -> None:
        """A turn, round or phase is over: its timer begins anew, or is gone."""
        if what in self.timers.on:
            anew = preferences_of(self.game.app).timers_anew and not after.over
            (self.start if anew else self.stop)(what)

    def rest(self) -> None:
        """Pause all: the game is put away. What cannot be saved any more is not waited for."""
        with suppress(SaveError):
            for what, now in self.timers.on.items():
                if now.running:
                    self.game.session.timer(what, "pause", now.shown)

    # ------------------------------------------------------------------ helpers
    def _pause(self, what: Timed) -> None:
        now = self.on(what)
        if now is not None and now.running:
            self._move(what, "pause", now.shown)

    def _move(self, what: Timed, move: TimerMove, seconds: int) -> None:
        """Write a move down, and then make it."""
        try:
            self.game.session.timer(what, move, seconds)
        except SaveError as error:
            self.game.on_save_error(error, lambda: self._move(what, move, seconds))
            return
        self.timers.move(what, move, seconds)
        if self.game.app.screens:
            self.game.app.top.refresh()


def _turn(state: State) -> tuple[int, int] | None:
    """Whose turn it is in which round; ``None`` between the turns."""
    return (state.round, state.turn) if state.step == "turn" else None
