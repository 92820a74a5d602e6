"""Works a screen without a window: events go in, pictures and texts come out."""

from __future__ import annotations

import os
import re
from typing import Any, TypeVar

os.environ["SDL_VIDEODRIVER"] = "dummy"

import pygame

from game.gui.app import App
from game.gui.input.guard import PAUSE
from game.gui.pane import Pane
from game.gui.screen import Screen
from game.gui.spec import AppSpec
from game.gui.text.typesetter import Drawn
from game.gui.theme import FELT
from game.gui.ui import Ui
from game.gui.widgets.base import Widget
from game.i18n import Lang
from tests.gui.readable import complaints

Kind = TypeVar("Kind", bound=Widget)
SIZES = ((1280, 720), (1920, 1080), (3840, 2160))


_LOOKS_FOR = 1.5 * PAUSE
"""Seconds."""
QUICK = 0.11
"""Seconds from one click of a double click to the next."""
_MOVES_FOCUS = (pygame.K_TAB, pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN)


class Cloth(Screen):
    """Nothing but felt below what is tested."""

    def build(self, ui: Ui) -> None:
        ui.canvas.fill(ui.area, FELT)


def read(pane: Pane) -> list[Drawn]:
    """Every text that a window shows now, and what it stands on, which is painted for that."""
    found = _shown(pane)
    if not all(drawn.ground for drawn in found):
        pane.paint_again()
    return found


def _shown(pane: Pane) -> list[Drawn]:
    """Every text that a window shows now; what it stands on may not be known yet."""
    pane.draw()
    assert pane.log is not None
    return list(pane.log)


class Driver:
    """An app that is told what a hand on mouse and keyboard does."""

    spec = AppSpec()

    def __init__(
        self,
        screen: Screen | None = None,
        size: tuple[int, int] = (1280, 720),
        lang: Lang = "en",
        *,
        reduced_motion: bool = False,
    ) -> None:
        self.app = App(size, self.spec, lang=lang, reduced_motion=reduced_motion, log=[])
        if screen is not None:
            self.app.push(screen)
            self.app.draw()

    def look(self, seconds: float = 1.0) -> pygame.Surface:
        """What is seen after a while."""
        self.app.advance(seconds)
        return self.app.draw()

    def widget(self, key: str) -> Widget:
        """A widget of the top screen."""
        self.app.draw()
        found = self.app.top.ui.find(key)
        assert found is not None, f"no {key!r} in {[w.key for w in self.app.top.ui.widgets]}"
        return found

    def widget_of(self, kind: type[Kind], key: str) -> Kind:
        """A widget of the top screen that is of this kind."""
        found = self.widget(key)
        assert isinstance(found, kind), found
        return found

    @property
    def focus(self) -> str | None:
        """The key of what has the focus."""
        return self.app.top.ui.focus

    def pause(self) -> None:
        """Look at what is there now for a moment, as a person does before the next press."""
        self.app.draw()
        self.app.advance(_LOOKS_FOR)

    # ------------------------------------------------------------------------------- keyboard
    def key(self, *keys: int, mod: int = 0, text: str = "") -> None:
        """Press keys one after the other, each when what the one before did has been seen."""
        for key in keys:
            if key not in _MOVES_FOCUS:
                self.pause()
            self.post(pygame.KEYDOWN, key=key, mod=mod, unicode=text)
            self.post(pygame.KEYUP, key=key, mod=mod)

    def hit(self, key: int, times: int = 2, *, pause: bool = True) -> None:
        """Press a key several times, as quickly as for a double click."""
        if pause:
            self.pause()
        for again in range(times):
            if again:
                self.app.draw()
                self.app.advance(QUICK)
            letter = chr(key) if 32 <= key < 127 else ""
            for kind in (pygame.KEYDOWN, pygame.KEYUP):
                self.post(kind, key=key, mod=0, unicode=letter)

    def tab_to(self, key: str) -> None:
        """Press Tab until a widget has the focus."""
        self.widget(key)
        for _ in range(200):
            if self.focus == key:
                return
            self.key(pygame.K_TAB)
        raise AssertionError(f"Tab never comes to {key!r}")

    def type(self, text: str) -> None:
        """Type text."""
        for letter in text:
            self.post(pygame.TEXTINPUT, text=letter)

    def post(self, kind: int, **values: Any) -> None:
        """Any event."""
        self.app.dispatch(pygame.Event(kind, **values))

    # ---------------------------------------------------------------------------------- mouse
    def at(self, key: str) -> tuple[int, int]:
        """The pixel in the middle of a widget."""
        x, y = self.widget(key).box.centre
        u = self.app.top.ui.canvas.u
        return round(x * u), round(y * u)

    def move(self, to: str | tuple[int, int]) -> None:
        """Point at a widget or pixel."""
        pos = self.at(to) if isinstance(to, str) else to
        self.post(pygame.MOUSEMOTION, pos=pos, rel=(0, 0), buttons=(0, 0, 0))

    def press(self, at: str | tuple[int, int]) -> None:
        """Look where to, and hold the button down."""
        self.pause()
        self._press(at)

    def _press(self, at: str | tuple[int, int]) -> None:
        self.move(at)
        pos = self.at(at) if isinstance(at, str) else at
        self.post(pygame.MOUSEBUTTONDOWN, pos=pos, button=1)

    def release(self, at: str | tuple[int, int]) -> None:
        """Move there and let the button go."""
        self.move(at)
        pos = self.at(at) if isinstance(at, str) else at
        self.post(pygame.MOUSEBUTTONUP, pos=pos, button=1)

    def click(self, at: str | tuple[int, int], times: int = 1) -> None:
        """Press and release, as often as it takes for a double click, in the same place."""
        self.pause()
        pos = self.at(at) if isinstance(at, str) else at
        for again in range(times):
            if again:
                self.app.advance(QUICK)
            self._press(pos)
            self.release(pos)

    # ----------------------------------------------------------------------------------- text
    @property
    def texts(self) -> str:
        """Everything that is written on the screen, line by line."""
        self.app.advance(1.0)
        return "\n".join(drawn.text for drawn in _shown(self.app))

    def read(self) -> list[Drawn]:
        """Every text that is seen now, and what it stands on."""
        return read(self.app)

    def assert_readable(self) -> None:
        """No text is cut, too small, too faint, outside the window, or over another one."""
        self.app.advance(1.0)
        found = complaints(self.read(), self.app.window.get_rect())
        assert not found, "\n".join(found)


class Calls:
    """Counts how often it is called."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> None:
        self.count += 1


def squeezed(text: str) -> str:
    """A text without what wrapping adds to it or takes from it."""
    return re.sub(r"[\s-]", "", text)
