"""The window as the desktop sees it: its size, its monitor, hidden and seen again."""

from __future__ import annotations

import pygame
import pytest

from game.gui.app import App
from game.gui.screen import Screen
from game.gui.spec import AppSpec
from game.gui.text.typesetter import Drawn
from game.gui.ui import Ui
from game.gui.widgets.button import Button

SPEC = AppSpec("Testing")


class Counting(Screen):
    """Counts how often it is built and pressed."""

    def __init__(self) -> None:
        self.built = self.pressed = 0

    def build(self, ui: Ui) -> None:
        self.built += 1
        ui.add(Button("go", ui.area.inset(100), "Go", self._press, shortcut=pygame.K_g))

    def _press(self) -> None:
        self.pressed += 1


@pytest.fixture
def log() -> list[Drawn]:
    return []


@pytest.fixture
def app(log: list[Drawn]) -> App:
    made = App((1280, 720), SPEC, log=log)
    made.push(Counting())
    made.draw()
    return made


def post(app: App, kind: int, **values: object) -> None:
    """An event, a while after what is there was first seen."""
    app.draw()
    app.advance(1)
    app.dispatch(pygame.Event(kind, values))


def resize(app: App, size: tuple[int, int]) -> None:
    pygame.display.set_mode(size, pygame.RESIZABLE)
    post(app, pygame.WINDOWSIZECHANGED, x=size[0], y=size[1])
    app.draw()


def go(app: App, frames: int) -> None:
    """Go round the loop so many times."""
    for _ in range(frames):
        app.loop.step(0.05)


# ------------------------------------------------------------------ size
def test_a_window_too_small_to_read_asks_for_room_and_does_nothing(app: App, log: list[Drawn]):
    resize(app, (640, 360))
    assert "too small" in " ".join(drawn.text for drawn in log)
    assert all(drawn.rect.h >= 12 and not drawn.cut for drawn in log)
    post(app, pygame.KEYDOWN, key=pygame.K_g, mod=0, unicode="g")
    post(app, pygame.MOUSEBUTTONDOWN, pos=(300, 200), button=1)
    post(app, pygame.MOUSEBUTTONUP, pos=(300, 200), button=1)
    assert app.top.pressed == 0
    resize(app, (1280, 720))
    assert "Go" in [drawn.text for drawn in log]
    post(app, pygame.KEYDOWN, key=pygame.K_g, mod=0, unicode="g")
    assert app.top.pressed == 0, "still held down from before"
    post(app, pygame.KEYUP, key=pygame.K_g, mod=0)
    post(app, pygame.KEYDOWN, key=pygame.K_g, mod=0, unicode="g")
    assert app.top.pressed == 1


def test_a_screen_smaller_than_the_smallest_window_still_shows_all(app: App, log: list[Drawn]):
    resize(app, (1024, 600))
    assert [drawn.text for drawn in log] == ["Go"]
    assert app.area.w >= 1920
    assert app.area.h >= 1080


# ------------------------------------------------------------------ hidden
@pytest.mark.parametrize("kind", [pygame.WINDOWMINIMIZED, pygame.WINDOWHIDDEN])
def test_nothing_is_drawn_while_nobody_can_see_it(app: App, kind: int):
    go(app, 1)
    pygame.event.post(pygame.Event(kind))
    app.running = True
    go(app, 1)
    built = app.top.built
    assert app.loop.pace() < 10
    for _ in range(5):
        app.top.refresh()
        go(app, 1)
    assert app.top.built == built
    pygame.event.post(pygame.Event(pygame.WINDOWRESTORED))
    go(app, 1)
    assert app.top.built == built + 1
    assert app.loop.pace() > 10


# ------------------------------------------------------------------ monitors
def test_a_monitor_that_is_not_there_is_no_error():
    app = App((1280, 720), SPEC, display=9)
    app.prefer(fullscreen=True)
    app.prefer(display=12)
    app.prefer(display=0)
    app.prefer(display=None, fullscreen=False)
    app.push(Counting())
    assert app.draw().get_size() == (1280, 720)


def test_a_new_window_on_another_monitor_goes_on(app: App):
    app.desktop.keep_awake(True)
    app.prefer(display=0)
    app.draw()
    post(app, pygame.KEYDOWN, key=pygame.K_g, mod=0, unicode="g")
    assert app.top.pressed == 1
    assert not pygame.display.get_allow_screensaver()


# ------------------------------------------------------------------ the system
def test_the_projector_stays_on_while_it_is_asked_to(app: App):
    assert pygame.display.get_allow_screensaver()
    app.desktop.keep_awake(True)
    assert not pygame.display.get_allow_screensaver()
    app.desktop.keep_awake(False)
    assert pygame.display.get_allow_screensaver()


def test_the_window_is_called_what_is_played(app: App):
    assert pygame.display.get_caption()[0] == SPEC.name
    app.desktop.title = "Passet på 20 minutter"
    assert pygame.display.get_caption()[0] == f"Passet på 20 minutter – {SPEC.name}"
    app.prefer(display=0)
    assert pygame.display.get_caption()[0] == f"Passet på 20 minutter – {SPEC.name}"
    app.desktop.title = ""
    assert pygame.display.get_caption()[0] == SPEC.name
