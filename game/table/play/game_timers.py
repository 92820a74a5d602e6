"""The timers of a game: logged when they change, restarted as turns and rounds go by."""

from __future__ import annotations

from contextlib import suppress

from game.engine import PHASES, State
from game.engine.lookups import present
from game.i18n import mark
from game.session import SaveError
from game.session.records import Timed, TimerMove
from game.table.parts.preferences import preferences_of
from game.table.play.countdowns import LONGEST, SHORTEST, TIMED, Countdown, restored, suggested
from game.table.play.game import Game

NAMES: dict[Timed, str] = {"turn": mark("Turn"), "round": mark("Round"), "phase": mark("Phase")}
MORE = (60, 300)
"""The amounts of time, in seconds, that can be added at once."""


class GameTimers:
    """The three timers of the live game."""

    def __init__(self, game: Game) -> None:
        self.game = game
        self.timers = restored(game.session.log.records)
        self._lengths: dict[Timed, int] = dict(self.timers.lengths)

    # ------------------------------------------------------------------ looking
    def on(self, what: Timed) -> Countdown | None:
        """The countdown of a timer, if it is active."""
        return self.timers.on.get(what)

    @property
    def seen(self) -> list[Timed]:
        """The timers shown at the table; the turn timer only while a seat has the turn."""
        hidden = "turn" if self.game.state.step != "turn" else ""
        return [what for what in TIMED if what in self.timers.on and what != hidden]

    def length(self, what: Timed) -> int:
        """The length in seconds to start with: as last time, or what suits the case."""
        s = self.game.state
        fitting = suggested(
            self.game.case.minutes, s.setup.rules.rounds, PHASES.index(s.phase), len(present(s))
        )
        return self._lengths.get(what, fitting[what])

    # ------------------------------------------------------------------ facilitator actions
    def set_length(self, what: Timed, seconds: int) -> None:
        """Set the length to start with."""
        self._lengths[what] = min(LONGEST, max(SHORTEST, seconds))

    def start(self, what: Timed) -> None:
        """Start or restart it."""
        self._move(what, "start", self.length(what))

    def stop(self, what: Timed) -> None:
        """Stop it and remove it from the table."""
        if what in self.timers.on:
            self._move(what, "stop", self.timers.on[what].seconds_left)

    def more(self, what: Timed, seconds: int) -> None:
        """Add time."""
        if what in self.timers.on:
            self._move(what, "more", seconds)

    def toggle(self, what: Timed) -> None:
        """Start it, pause it or resume it."""
        now = self.on(what)
        if now is None or now.out:
            self.start(what)
        else:
            self._move(what, "pause" if now.running else "resume", now.seconds_left)

    def toggle_all(self) -> bool:
        """Pause all that run or, when none does, resume all; false when no timer is active."""
        left = {what: self.timers.on[what] for what in self.seen if not self.timers.on[what].out}
        running = [what for what, now in left.items() if now.running]
        for what in running or left:
            self.toggle(what)
        return bool(left)

    # ------------------------------------------------------------------ what goes by
    def advance(self, dt: float) -> bool:
        """Let ``dt`` seconds pass; true when a timer ran out in this step."""
        before = self.timers.seconds_left
        out = self.timers.advance(dt)
        if self.timers.seconds_left != before:
            self.game.app.wake()
        if out:
            self.game.app.sound.play("timer")
        return bool(out)

    def decided(self, before: State, after: State) -> None:
        """Update the timers after a decision; a timed period may be over. Undo restores no time."""
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
        """A turn, round or phase is over: restart its timer, or remove it."""
        if what in self.timers.on:
            anew = preferences_of(self.game.app).timers_anew and not after.over
            (self.start if anew else self.stop)(what)

    def pause_all(self) -> None:
        """Pause all timers when the game is closed; errors in saving that are ignored."""
        with suppress(SaveError):
            for what, now in self.timers.on.items():
                if now.running:
                    self.game.session.timer(what, "pause", now.seconds_left)

    # ------------------------------------------------------------------ helpers
    def _pause(self, what: Timed) -> None:
        now = self.on(what)
        if now is not None and now.running:
            self._move(what, "pause", now.seconds_left)

    def _move(self, what: Timed, move: TimerMove, seconds: int) -> None:
        """Log a move, then apply it."""

        def moved() -> None:
            self.timers.move(what, move, seconds)
            if self.game.app.screens:
                self.game.app.top.refresh()

        self.game.record(lambda: self.game.session.timer(what, move, seconds), moved)


def _turn(state: State) -> tuple[int, int] | None:
    """The current round and seat; ``None`` between turns."""
    return (state.round, state.turn) if state.step == "turn" else None
