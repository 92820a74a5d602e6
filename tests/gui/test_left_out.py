"""A field says at once which letters it could not take, typed or pasted."""

from __future__ import annotations

import pygame
import pytest

from game.gui import theme
from game.gui.geometry import Box
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.field import TextField
from tests.gui.driver import SIZES, Driver, squeezed


class Form(Screen):
    """Two fields, one of them narrow, at the right edge of the window."""

    def __init__(self) -> None:
        self.texts = {"wide": "", "narrow": ""}

    def build(self, ui: Ui) -> None:
        ui.canvas.fill(ui.area, theme.FELT)
        boxes = {"wide": Box(60, 100, 900, 60), "narrow": Box(ui.area.right - 220, 400, 200, 60)}
        for key, box in boxes.items():
            ui.add(TextField(key, box, self.texts[key], lambda text, k=key: self.put(k, text)))
        ui.focus_on("wide")

    def put(self, key: str, text: str) -> None:
        self.texts[key] = text


def form(size: tuple[int, int] = (1280, 720)) -> tuple[Driver, Form]:
    screen = Form()
    return Driver(screen, size), screen


@pytest.mark.parametrize("size", SIZES)
def test_a_letter_that_no_font_has_is_named_at_the_field(size: tuple[int, int]) -> None:
    for key in ("wide", "narrow"):
        driver, screen = form(size)
        driver.click(key)
        driver.type("a中")
        driver.look()
        assert screen.texts[key] == "a"
        assert "a Chinese letter (U+4E2D)" in driver.texts.replace("\n", " ")
        driver.assert_readable()


@pytest.mark.parametrize("size", SIZES)
def test_what_has_no_room_is_told_at_the_field(size: tuple[int, int]) -> None:
    driver, screen = form(size)
    driver.click("narrow")
    driver.type("a" * 58 + "bcd and what follows")
    driver.look()
    assert screen.texts["narrow"] == "a" * 58 + "bc"
    assert "No room for “d and what follows”: 60 characters fit here." in driver.texts
    driver.assert_readable()
    driver.key(pygame.K_BACKSPACE)
    driver.look()
    assert "No room" not in driver.texts
    driver.type("d")
    driver.look()
    assert "No room" not in driver.texts


class Scrolled(Screen):
    """A field in a form that scrolls, and is narrower than what has to be told."""

    def build(self, ui: Ui) -> None:
        ui.canvas.fill(ui.area, theme.FELT)
        with ui.scroll("form", Box(400, 100, 460, 400), 900) as inner:
            field = Box(inner.x + 30, inner.y + 120, 380, 60)
            ui.add(TextField("field", field, "", lambda text: None))


@pytest.mark.parametrize("size", SIZES)
def test_in_a_form_that_scrolls_all_of_it_is_seen(size: tuple[int, int]) -> None:
    driver = Driver(Scrolled(), size)
    driver.click("field")
    driver.type("a" * 58 + "bcd and what follows")
    form = driver.app.top.ui.find("form")
    assert form is not None
    seen = form.box.px(driver.app.top.ui.canvas.u)
    told = [drawn for drawn in driver.read() if drawn.text[:1] != "a"]
    assert squeezed("No room for “d and what follows”: 60 characters fit here.") in squeezed(
        "".join(drawn.text for drawn in told)
    )
    assert all(seen.contains(drawn.ink) and seen.contains(drawn.rect) for drawn in told)


def test_it_is_said_until_something_else_is_written() -> None:
    driver, screen = form()
    driver.click("wide")
    driver.type("a中")
    driver.type("b")
    driver.look()
    assert screen.texts["wide"] == "ab"
    assert "Left out" not in driver.texts
    driver.type("国")
    driver.key(pygame.K_BACKSPACE)
    driver.look()
    assert "Left out" not in driver.texts


def test_what_is_pasted_is_told_likewise(monkeypatch: pytest.MonkeyPatch) -> None:
    driver, screen = form()
    pasted = "10\u00a0000 kr.\u200b 中国 🚲"
    monkeypatch.setattr(pygame.scrap, "get_text", lambda: pasted)
    driver.click("wide")
    driver.key(pygame.K_v, mod=pygame.KMOD_CTRL)
    driver.look()
    assert screen.texts["wide"] == "10 000 kr.  🚲"
    told = driver.texts.replace("\n", " ")
    assert "a Chinese letter (U+4E2D) and 1 more" in told


def test_what_has_no_width_goes_without_a_word() -> None:
    driver, screen = form()
    driver.click("wide")
    driver.type("so\u00adft\u200b")
    driver.look()
    assert screen.texts["wide"] == "soft"
    assert "Left out" not in driver.texts
