"""A second window: screens, pointer and focus of its own, and the same loop."""

from __future__ import annotations

from collections.abc import Iterator

import pygame
import pytest

from game.gui.app import App
from game.gui.dialogs.modal import LostWords
from game.gui.keys import KeyBinding
from game.gui.screen import Screen
from game.gui.second_pane import SecondPane
from game.gui.spec import AppSpec
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.field import TextField


class Noting(Screen):
    """A button that counts, a field, and a key."""

    bindings = (KeyBinding((pygame.K_g,), action="go"),)

    def __init__(self) -> None:
        self.built = self.pressed = self.keys = 0
        self.text = ""

    def build(self, ui: Ui) -> None:
        self.built += 1
        button, field = ui.area.inset(100).rows((1, 1), 20)
        ui.add(Button("go", button, "Go", self._press))
        ui.add(TextField("text", field, self.text, self._typed))

    def _press(self) -> None:
        self.pressed += 1

    def _typed(self, text: str) -> None:
        self.text = text

    def go(self) -> None:
        self.keys += 1


class Two:
    """An application with two windows that show the same kind of screen."""

    def __init__(self) -> None:
        self.app = App((1280, 720), AppSpec("Testing"), log=[])
        self.board, self.beside = Noting(), Noting()
        self.closed = 0
        self.app.push(self.board)
        self.open()

    def open(self) -> None:
        self.app.open_second(self.beside, "Beside", self._close)
        self.go()
        self.app.advance(1)

    def _close(self) -> None:
        self.closed += 1
        self.app.close_second()

    @property
    def second(self) -> SecondPane:
        assert self.app.second is not None
        return self.app.second

    @property
    def window(self) -> pygame.Window:
        """The window that events name."""
        return self.second.frame._window

    def go(self, frames: int = 1) -> None:
        self.app.running = True
        for _ in range(frames):
            self.app.loop.step(0.05)

    def post(self, kind: int, **values: object) -> None:
        self.app.draw()
        self.second.draw()
        self.app.advance(1)
        self.app.dispatch(pygame.Event(kind, values))

    def click(self, **where: object) -> None:
        self.post(pygame.MOUSEMOTION, pos=(600, 200), rel=(0, 0), buttons=(0, 0, 0), **where)
        self.post(pygame.MOUSEBUTTONDOWN, pos=(600, 200), button=1, **where)
        self.post(pygame.MOUSEBUTTONUP, pos=(600, 200), button=1, **where)


@pytest.fixture
def two() -> Iterator[Two]:
    made = Two()
    yield made
    made.app.close_second()


# ------------------------------------------------------------------ input
def test_a_click_in_one_window_never_lands_in_the_other(two: Two):
    two.click(window=two.window)
    assert (two.board.pressed, two.beside.pressed) == (0, 1)
    two.click()
    assert (two.board.pressed, two.beside.pressed) == (1, 1)


def test_pointer_and_focus_are_the_window_s_own(two: Two):
    two.click(window=two.window)
    assert two.beside.ui.focus == "go"
    assert two.board.ui.focus is None
    assert (two.beside.ui.hover, two.board.ui.hover) == ("go", None)


def test_a_key_acts_where_it_was_pressed(two: Two):
    two.post(pygame.KEYDOWN, key=pygame.K_g, mod=0, unicode="g", window=two.window)
    two.post(pygame.KEYUP, key=pygame.K_g, mod=0, window=two.window)
    two.post(pygame.KEYDOWN, key=pygame.K_g, mod=0, unicode="g")
    assert (two.board.keys, two.beside.keys) == (1, 1)


def test_what_is_typed_goes_to_the_window_with_the_keyboard(two: Two, monkeypatch):
    started: list[bool] = []
    monkeypatch.setattr(pygame.key, "start_text_input", lambda: started.append(True))
    monkeypatch.setattr(pygame.key, "stop_text_input", lambda: started.append(False))
    two.post(pygame.WINDOWFOCUSGAINED, window=two.window)
    two.beside.ui.give_focus(two.beside.ui.find("text"))
    two.post(pygame.TEXTINPUT, text="æ", window=two.window)
    assert (two.beside.text, two.board.text) == ("æ", "")
    assert started == [True]
    two.board.ui.rebuild()  # the other window is drawn, and has no field to write in
    two.app.draw()
    assert started == [True]
    two.post(pygame.WINDOWFOCUSGAINED)
    assert started == [True, False]


# ------------------------------------------------------------------ drawing
def test_each_is_drawn_only_when_it_changes(two: Two, monkeypatch):
    shown: list[str] = []
    two.go()  # the pointer has come to rest
    monkeypatch.setattr(two.app, "present", lambda: shown.append("board"))
    monkeypatch.setattr(two.second, "present", lambda: shown.append("beside"))
    two.go(5)
    assert shown == []
    two.beside.refresh()
    two.go(3)
    two.board.refresh()
    two.go(3)
    assert shown == ["beside", "board"]


def test_a_hidden_window_rests_and_the_other_goes_on(two: Two):
    two.app.dispatch(pygame.Event(pygame.WINDOWMINIMIZED))
    built = two.board.built
    two.board.refresh()
    two.beside.refresh()
    before = two.beside.built
    two.go()
    assert (two.board.built, two.beside.built) == (built, before + 1)
    assert two.app.loop.pace() > 10
    two.app.dispatch(pygame.Event(pygame.WINDOWMINIMIZED, window=two.window))
    assert two.app.loop.pace() < 10


def test_it_is_laid_out_anew_when_it_is_resized(two: Two):
    two.window.size = (1600, 900)
    two.go()
    assert two.second.area.w == pytest.approx(1920)
    assert two.second.draw().get_size() == (1600, 900)
    assert two.app.draw().get_size() == (1280, 720)


def test_language_and_text_size_are_those_of_both(two: Two):
    two.second.prefer(text_size=150)
    two.second.set_language("da")
    assert (two.app.lang, two.second.lang) == ("da", "da")
    assert two.app.type.grow == two.second.type.grow == 1.5


# ------------------------------------------------------------------ closing
def test_closing_it_leaves_the_first_window_alone(two: Two):
    window = two.window
    two.app.dispatch(pygame.Event(pygame.WINDOWCLOSE, window=window))
    assert two.closed == 1
    assert two.app.second is None
    two.app.dispatch(pygame.Event(pygame.KEYDOWN, key=pygame.K_g, mod=0, window=window))
    two.go(3)
    assert two.app.running
    assert not two.app.desktop.hidden, "what the closed window said is not meant for the first"
    assert two.board.keys == 0
    two.open()
    two.click(window=two.window)
    assert two.beside.pressed == 1


def test_closing_the_first_window_ends_the_program(two: Two):
    two.app.running = True
    two.app.dispatch(pygame.Event(pygame.WINDOWCLOSE))
    assert not two.app.running


def test_what_is_unsaved_in_either_window_is_asked_about(two: Two):
    two.app.running = two.beside.unsaved = True
    two.app.dispatch(pygame.Event(pygame.WINDOWCLOSE))
    assert two.app.running
    assert two.app.top is not two.board


def test_words_in_a_dialog_of_the_second_window_are_asked_about(two: Two):
    class Form(Screen):
        overlay = True

        def build(self, ui: Ui) -> None:
            ui.add(TextField("name", ui.area.place(400, 80), "", lambda text: None))
            ui.focus_on("name")

    two.second.push(Form())
    two.go()
    two.app.dispatch(pygame.Event(pygame.TEXTINPUT, text="Ane", window=two.window))
    close = pygame.Event(pygame.WINDOWCLOSE, window=two.window)
    two.app.dispatch(close)
    two.go()
    assert two.app.second is not None
    assert isinstance(two.second.top, LostWords)
    two.app.dispatch(close)
    assert two.app.second is None, "whoever closes it twice means it"


def test_with_one_window_a_close_is_told_by_quit(two: Two):
    two.app.close_second()
    two.app.running = True
    two.app.dispatch(pygame.Event(pygame.WINDOWCLOSE))
    assert two.app.running
    two.app.dispatch(pygame.Event(pygame.QUIT))
    assert not two.app.running


def test_it_is_there_again_when_the_first_window_moved_to_another_monitor(two: Two):
    two.app.prefer(display=0)
    two.go()
    two.click(window=two.window)
    assert two.beside.pressed == 1
    assert two.second.draw().get_size() == (1280, 720)
