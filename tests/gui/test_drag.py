"""Cards are carried by mouse and by keys; what is refused says why."""

from __future__ import annotations

from functools import partial

import pygame
import pytest

from game.gui import theme
from game.gui.geometry import Box
from game.gui.input.drag import LIFT
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.drag import Draggable, DropTarget
from tests.gui.bench import FULL
from tests.gui.driver import Driver


def test_drag_and_drop(driver, bench):
    driver.press("card")
    driver.move("to-2")
    assert driver.app.top.ui.drag is not None
    driver.release("to-2")
    assert bench.said == [("payload", 2)]
    assert driver.app.top.ui.drag is None


def test_click_and_click(driver, bench):
    driver.click("card")
    driver.click("to-2")
    assert bench.said == [("payload", 2)]


def test_keys_pick_up_choose_and_place(driver, bench):
    driver.key(*[pygame.K_TAB] * 7, pygame.K_RETURN)
    assert driver.focus == "to-0"
    driver.key(pygame.K_TAB, pygame.K_TAB)
    assert driver.focus == "to-2"
    driver.key(pygame.K_LEFT, pygame.K_RIGHT, pygame.K_RETURN)
    assert bench.said == [("payload", 2)]


@pytest.mark.parametrize("way", ["drag", "click", "keys"])
def test_a_refusing_place_says_why_and_nothing_moves(driver, bench, way):
    if way == "drag":
        driver.press("card")
        driver.move("to-1")
        assert FULL in driver.texts
        driver.release("to-1")
        assert driver.app.top.ui.drag is None
    elif way == "click":
        driver.click("card")
        driver.click("to-1")
        assert driver.app.top.ui.drag is not None  # still in the hand: try another place
    else:
        driver.key(*[pygame.K_TAB] * 7, pygame.K_RETURN, pygame.K_TAB)
        assert FULL in driver.texts
        driver.key(pygame.K_RETURN)
    assert FULL in driver.texts
    assert bench.said == []


def test_a_refusal_is_forgotten_once_something_is_done(driver):
    driver.click("no")
    driver.look(0.1)
    assert "Not now." in driver.texts
    driver.click("go")
    driver.look(0.1)
    assert "Not now." not in driver.texts


def test_what_is_carried_keeps_to_the_size_of_the_window(driver):
    driver.click("card")
    was = driver.widget("card").box
    driver.app.window = pygame.display.set_mode((1280, 960))
    driver.post(pygame.WINDOWSIZECHANGED)
    now = driver.widget("card").box
    assert now != was
    assert driver.app.top.ui.drag.source.box == now


@pytest.mark.parametrize("pick", ["click", "keys"])
def test_esc_puts_back(driver, bench, pick):
    if pick == "click":
        driver.click("card")
    else:
        driver.key(*[pygame.K_TAB] * 7, pygame.K_RETURN)
    driver.key(pygame.K_ESCAPE)
    assert (driver.app.top.ui.drag, driver.focus, bench.said) == (None, "card", [])


def test_dropping_beside_every_place_puts_back(driver, bench):
    driver.press("card")
    driver.release((driver.app.window.get_width() - 3, 3))
    assert (driver.app.top.ui.drag, bench.said) == (None, [])


def test_legal_places_light_up(driver):
    still = driver.look().copy()
    driver.click("card")
    lit = driver.look()
    u = driver.app.u
    edges = [driver.widget(f"to-{i}").box.px(u).midbottom for i in (1, 2)]
    refused, legal = ((x, y - 1) for x, y in edges)
    assert lit.get_at(legal) != still.get_at(legal)
    assert lit.get_at(refused) == still.get_at(refused)


class Amid(Screen):
    """A light place that refuses amid one that accepts."""

    def build(self, ui: Ui) -> None:
        wide = Box(600, 100, 600, 600)
        ui.add(DropTarget("wide", wide, accepts=lambda _: True, on_drop=lambda _: None))
        inner = wide.place(200, 60, 1, 1)
        ui.canvas.panel(inner, theme.PAPER)
        ui.add(DropTarget("inner", inner, accepts=lambda _: FULL, on_drop=lambda _: None))
        draw = partial(Canvas.panel, colour=theme.PAPER)
        ui.add(Draggable("card", Box(100, 100, 200, 200), "payload", draw=draw))


def test_what_refuses_amid_a_lit_place_is_dark_and_says_why():
    driver = Driver(Amid())
    at = driver.widget("inner").box.px(driver.app.u).center
    still = driver.look().get_at(at)
    driver.click("card")
    driver.move("wide")
    assert sum(driver.look().get_at(at)[:3]) < sum(still[:3]) * 2 / 3
    driver.move("inner")
    assert FULL in driver.texts


def test_the_screen_is_told_what_is_pointed_at(driver, bench):
    driver.move("go")
    driver.move("card")
    driver.move((1, 1))
    driver.key(pygame.K_TAB)
    assert bench.pointed_at == ["go", "card", None, "go"]


def test_a_card_snaps_to_a_place_that_is_nearly_hit(driver, bench):
    place = driver.widget("to-2").box
    u = driver.app.u
    beside = round((place.right + 20) * u), round(place.centre[1] * u)
    driver.press("card")
    driver.move(beside)
    carry = driver.app.top.ui.drag
    assert carry.box(carry.nearest([driver.widget("to-2")])).x < place.right
    driver.release(beside)
    assert bench.said == [("payload", 2)]


def test_however_fast_it_is_dragged_it_hangs_where_it_was_pressed(driver):
    card = driver.widget("card").box
    u = driver.app.u
    corner = round((card.x + 10) * u), round((card.y + 12) * u)
    driver.press(corner)
    driver.move("to-2")  # far, in a single move
    carry = driver.app.top.ui.drag
    hangs = carry.box(None)
    assert carry.at[0] - hangs.x == pytest.approx(10, abs=1)
    assert carry.at[1] - hangs.y == pytest.approx(12 + LIFT, abs=1)
