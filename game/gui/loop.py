"""The loop of an application: events, time, and a frame when one is due."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from time import perf_counter
from typing import Protocol

import pygame
from pygame import Surface

from game.gui.motion.animation import Animator
from game.gui.tidying import Tidying
from game.gui.window.system_window import SystemWindow

_ASLEEP = 30.0
"""Seconds from one frame to the next in which the computer slept: no time at the table."""
RESTS = 0.05
"""Seconds after the last event from which on there is time to look ahead: no key is held."""
_AHEAD = 0.006
"""Seconds for it each time round, after which no other piece is begun: less than the loop waits."""
LIVELY_FOR = 2.0
"""Seconds after the last event in which the loop stays fast."""
_FAST, _SLOW, _HIDDEN = 60, 20, 5
"""Times a second the loop goes round."""
_JUMP = 0.1
"""Seconds that a movement moves on at most from one frame to the next."""


def awake(dt: float) -> float:
    """The part of some seconds that counts: none of a break with the lid closed."""
    return dt if dt < _ASLEEP else 0.0


class LoopedPane(Protocol):
    """The interface of what a window shows that the loop uses."""

    animator: Animator
    due: bool

    @property
    def frame(self) -> SystemWindow:
        """The window."""

    def mark_seen(self) -> None:
        """The last frame is over."""

    def render(self) -> Surface:
        """Draw the current frame, which is not over yet."""

    def present(self) -> None:
        """Show what has been drawn."""

    def look_ahead(self) -> bool:
        """Prepare a little of what may be asked for next; false if there is none."""


class LoopedApp(Protocol):
    """The interface of :class:`~game.gui.app.App` that the loop uses."""

    idle: float
    running: bool
    on_error: Callable[[Exception], None] | None

    @property
    def panes(self) -> Sequence[LoopedPane]:
        """What each open window shows."""

    def dispatch(self, event: pygame.Event) -> None:
        """Handle one event."""

    def advance(self, dt: float, *, moving: float | None = None) -> None:
        """Advance time; animations by less after a slow frame."""


class Loop:
    """Runs an application until it quits; :meth:`step` goes round once."""

    def __init__(self, app: LoopedApp) -> None:
        self.app = app
        self._events: deque[pygame.Event] = deque()
        """Events to be handled; those behind one that failed are handled the next time round."""

    def run(self) -> None:
        """Go round until the application quits. Errors go to its ``on_error``, if it has one."""
        clock = pygame.time.Clock()
        self.app.running, dt = True, 0.0
        with Tidying() as tidying:
            while self.app.running:
                self._safely(partial(self.step, dt))
                self._safely(self.look_ahead)
                tidying.rest(self.app.idle)
                dt = awake(clock.tick(self.pace()) / 1000)

    def _safely(self, do: Callable[[], object]) -> None:
        try:
            do()
        except Exception as error:
            if self.app.on_error is None:
                raise
            self.app.on_error(error)

    def step(self, dt: float) -> None:
        """Handle the events that came, advance by ``dt`` seconds, and draw if anything changed."""
        app = self.app
        self._events.extend(pygame.event.get())
        while self._events:
            app.dispatch(self._events.popleft())
        app.advance(dt, moving=min(dt, _JUMP))
        for pane in app.panes:
            pane.mark_seen()  # events that came while it was drawn were handled before
        for pane in app.panes:
            if pane.due and app.running and not pane.frame.hidden:
                pane.render()
                pane.present()

    def look_ahead(self, clock: Callable[[], float] = perf_counter) -> None:
        """Prepare what may be asked for next, if nobody does anything: until the next event."""
        if self.app.idle < RESTS:
            return
        until = clock() + _AHEAD
        for pane in self.app.panes:
            while clock() < until and not pygame.event.peek() and pane.look_ahead():
                pass

    def pace(self) -> int:
        """How often the loop goes round in a second; seldom while no window can be seen."""
        panes = self.app.panes
        if all(pane.frame.hidden for pane in panes):
            return _HIDDEN
        lively = any(pane.animator.busy for pane in panes) or self.app.idle < LIVELY_FOR
        return _FAST if lively else _SLOW
