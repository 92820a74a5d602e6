"""Input that meets what has just changed or appeared is ignored; all else goes on."""

from __future__ import annotations

import pygame
import pytest

from game.gui.dialogs.modal import Question
from game.gui.geometry import Box
from game.gui.input.guard import CALM, PAUSE
from game.gui.keys import KeyBinding
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.choice import Stepper
from game.gui.widgets.field import TextField
from tests.gui.bench import Bench
from tests.gui.driver import QUICK, Driver

PLACE = Box(100, 100, 400, 100)
MIDDLE = Box(900, 500, 120, 60)
LEFT, RIGHT = Box(100, 300, 300, 100), Box(600, 300, 300, 100)


class Turns(Screen):
    """Whose turn it is, and a button that ends it; beside it a number and a text."""

    bindings = (
        KeyBinding((pygame.K_n,), action="end"),
        KeyBinding((pygame.K_PAGEDOWN,), action="page", repeats=True),
    )

    def __init__(self) -> None:
        self.ended = self.pages = self.elsewhere = self.middle = 0
        self.number = 3
        self.text = ""
        self.moved = False

    def build(self, ui: Ui) -> None:
        box = PLACE.move(500) if self.moved else PLACE
        ui.add(Button("end", box, "End turn", self.end, shortcut=pygame.K_e))
        ui.add(Button("other", LEFT, "Other", self._other, shortcut=pygame.K_o))
        ui.add(Stepper("number", RIGHT, self.number, self._set))
        ui.add(Button("middle", MIDDLE, "Middle", self._middle))
        ui.add(TextField("text", Box(100, 500, 400, 60), self.text, self._write))

    def end(self) -> None:
        self.ended += 1

    def page(self) -> None:
        self.pages += 1

    def _other(self) -> None:
        self.elsewhere += 1

    def _middle(self) -> None:
        self.middle += 1

    def _set(self, value: int) -> None:
        self.number = value

    def _write(self, text: str) -> None:
        self.text = text


@pytest.fixture
def turns() -> Turns:
    return Turns()


@pytest.fixture
def driver(turns: Turns) -> Driver:
    return Driver(turns)


def test_a_double_click_is_one_click(driver: Driver, turns: Turns) -> None:
    driver.click("end", times=3)
    assert turns.ended == 1
    driver.click("end")
    assert turns.ended == 2


@pytest.mark.parametrize("key", [pygame.K_e, pygame.K_n])
def test_a_key_pressed_twice_is_pressed_once(driver: Driver, turns: Turns, key: int) -> None:
    driver.hit(key, times=3)
    assert turns.ended == 1
    driver.hit(key)
    assert turns.ended == 2


def test_two_keys_for_one_button_are_one_gesture(driver: Driver, turns: Turns) -> None:
    driver.tab_to("end")
    driver.hit(pygame.K_RETURN, times=1)
    driver.hit(pygame.K_e, times=1, pause=False)
    assert turns.ended == 1


def test_another_button_may_be_pressed_at_once(driver: Driver, turns: Turns) -> None:
    driver.click("end")
    driver.app.advance(QUICK)
    driver._press(driver.at("other"))
    driver.release(driver.at("other"))
    driver.hit(pygame.K_e, times=1)
    driver.hit(pygame.K_o, times=1, pause=False)
    assert (turns.ended, turns.elsewhere) == (2, 2)


def test_what_has_just_moved_under_the_pointer_is_not_pressed(driver: Driver, turns: Turns) -> None:
    driver.pause()
    turns.moved = True
    turns.refresh()
    driver.app.draw()
    driver.app.advance(PAUSE / 2)
    place = driver.at("end")
    driver._press(place)
    driver.release(place)
    assert turns.ended == 0
    driver.click(place)
    assert turns.ended == 1


def test_what_changes_between_press_and_release_is_not_released(
    driver: Driver, turns: Turns
) -> None:
    driver.press("end")
    turns.build = lambda ui: ui.add(Button("end", PLACE, "Start anew", turns.end))
    turns.refresh()
    driver.release("end")
    assert turns.ended == 0


def test_a_dialog_that_opens_is_not_answered_by_the_same_gesture(
    driver: Driver, turns: Turns
) -> None:
    asked: list[str] = []
    question = Question("Sure?", "Really?", "Yes", lambda: asked.append("yes"))
    driver.app.push(question)
    for key in (pygame.K_RETURN, pygame.K_ESCAPE, pygame.K_SPACE):
        driver.hit(key, times=2, pause=False)
        assert driver.app.top is question
    driver.pause()
    driver.hit(pygame.K_RETURN)
    assert (asked, driver.app.top, turns.ended) == (["yes"], turns, 0)


def test_the_screen_below_a_closed_dialog_is_new_too(driver: Driver, turns: Turns) -> None:
    driver.app.push(Question("Sure?", "Really?", "Yes", lambda: None))
    driver.look()
    driver.hit(pygame.K_RETURN)
    driver.hit(pygame.K_e, times=1, pause=False)
    assert turns.ended == 0
    driver.hit(pygame.K_e)
    assert turns.ended == 1


def test_what_a_dialog_left_in_sight_can_be_clicked_as_soon_as_it_is_closed(
    driver: Driver, turns: Turns
) -> None:
    """What it hid is new: a click there may have been meant for the dialog."""
    driver.app.push(Question("Sure?", "Really?", "Yes", lambda: None))
    driver.look()
    driver.hit(pygame.K_ESCAPE, times=1)
    driver.app.draw()
    driver.app.advance(QUICK)
    for widget in ("middle", "other"):
        driver._press(widget)
        driver.release(widget)
    assert (turns.middle, turns.elsewhere) == (0, 1)
    driver.click("middle")
    assert turns.middle == 1


# ------------------------------------------------------------------ what is never ignored
def test_a_number_is_stepped_as_quickly_as_one_likes(driver: Driver, turns: Turns) -> None:
    driver.tab_to("number")
    driver.hit(pygame.K_PLUS, times=3)
    assert turns.number == 6
    driver.hit(pygame.K_MINUS, times=4)
    assert turns.number == 2


def test_pages_turn_as_quickly_as_one_likes(driver: Driver, turns: Turns) -> None:
    driver.hit(pygame.K_PAGEDOWN, times=4)
    assert turns.pages == 4


def test_writing_is_never_held_up(driver: Driver, turns: Turns) -> None:
    """Neither on a new screen, nor right after a decision; and letters are no commands."""
    driver.app.replace(again := Turns())
    driver._press("text")
    driver.release("text")
    driver.type("nnee")
    driver.hit(pygame.K_n, pause=False)
    assert (again.text, again.ended) == ("nnee", 0)


def test_moving_the_focus_is_never_held_up(driver: Driver, turns: Turns) -> None:
    driver.app.replace(again := Turns())
    driver.key(pygame.K_TAB, pygame.K_TAB, pygame.K_TAB)
    assert again.ui.focus == "number"


def test_a_card_can_be_dragged_at_once(driver: Driver) -> None:
    """What is picked up by dragging is meant, however new it is."""
    driver.app.replace(bench := Bench())
    driver._press("card")
    driver.move("to-2")
    driver.release("to-2")
    assert bench.lies == 2


def test_a_click_on_a_new_card_does_not_pick_it_up(driver: Driver) -> None:
    driver.app.replace(Bench())
    driver._press("card")
    driver.release("card")
    assert driver.app.top.ui.drag is None
    driver.click("card", times=2)
    assert driver.app.top.ui.drag is not None


# ------------------------------------------------------------------ over somebody who writes
class Interrupted(Turns):
    """A question comes up by itself while somebody writes."""

    def __init__(self) -> None:
        super().__init__()
        self.comes_in: float | None = None
        self.question = Question("It changed", "Which one?", "Keep it", self.end)

    def update(self, dt: float) -> None:
        if self.comes_in is not None:
            self.comes_in -= dt
            if self.comes_in <= 0:
                self.comes_in = None
                self.app.push(self.question)


def writes_on(driver: Driver, text: str) -> None:
    """Somebody writes without looking up, as fast as people do."""
    for letter in text:
        key = ord(letter) if letter != "\n" else pygame.K_RETURN
        driver.post(pygame.KEYDOWN, key=key, mod=0, unicode=letter)
        driver.type(letter)
        driver.post(pygame.KEYUP, key=key, mod=0)
        driver.app.advance(0.12)
        driver.app.draw()


SENTENCE = "ring \n in the\tevening, and on no other day "


@pytest.mark.parametrize("comes_in", [0.1, 0.5, 0.7])
def test_what_comes_up_by_itself_takes_no_key_of_somebody_who_writes(comes_in: float) -> None:
    driver = Driver(screen := Interrupted())
    driver.click("text")
    screen.comes_in = comes_in
    writes_on(driver, SENTENCE * 2)
    assert driver.app.top is screen.question
    assert (screen.ended, driver.focus) == (0, "yes")
    driver.look(CALM)
    driver.hit(pygame.K_RETURN, times=1)
    assert (screen.ended, driver.app.top) == (1, screen)


def test_what_comes_up_by_itself_takes_no_click_that_was_meant_for_what_was_below() -> None:
    driver = Driver(screen := Interrupted())
    driver.click("text")
    screen.comes_in = 0.1
    driver.look(0.2)
    driver.app.advance(0.5)
    driver._press("yes")
    driver.release("yes")
    assert (screen.ended, driver.app.top) == (0, screen.question)
    driver.look(CALM)
    driver.click("yes")
    assert screen.ended == 1


def test_what_was_asked_for_or_disturbs_nobody_waits_no_longer(driver: Driver) -> None:
    screen = Interrupted()
    driver.app.replace(screen)
    driver.click("other")
    screen.comes_in = 0.1
    driver.look(0.2)
    driver.app.advance(PAUSE)
    driver.hit(pygame.K_RETURN, times=1, pause=False)
    assert screen.ended == 1, "nobody was writing"
