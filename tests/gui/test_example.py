"""The example of docs/gui.md runs, and does what the page says."""

from __future__ import annotations

import re
from pathlib import Path

import pygame
import pytest

from game.gui.dialogs.modal import Question
from game.gui.screen import Screen
from tests.gui.driver import SIZES, Driver

PAGE = Path(__file__).parents[2] / "docs" / "gui.md"


def example() -> Screen:
    """The screen that stands in the page."""
    found = re.search(
        r"<!-- example -->\n```python\n(.*?)```\n<!-- end -->", PAGE.read_text("utf-8"), re.S
    )
    assert found is not None
    scope: dict[str, type[Screen]] = {}
    exec(compile(found[1], str(PAGE), "exec"), scope)
    return scope["Counting"]()


@pytest.fixture(params=SIZES)
def driver(request: pytest.FixtureRequest) -> Driver:
    return Driver(example(), request.param)


def test_by_mouse(driver: Driver) -> None:
    driver.assert_readable()
    for _ in range(3):
        driver.click("add", times=2)  # a double click counts once
    assert "3" in driver.texts.split("\n")
    driver.click("anew")
    assert isinstance(driver.app.top, Question)
    driver.assert_readable()
    driver.click("yes")
    assert "0" in driver.texts.split("\n")


def test_by_keys(driver: Driver) -> None:
    driver.key(pygame.K_RETURN, pygame.K_a, pygame.K_a, pygame.K_BACKSPACE)
    assert isinstance(driver.app.top, Question)
    driver.key(pygame.K_ESCAPE)
    assert "3" in driver.texts.split("\n")


def test_it_says_why_it_cannot_start_anew(driver: Driver) -> None:
    driver.click("anew")
    assert "There is nothing to start anew." in driver.texts
