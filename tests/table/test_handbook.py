"""The handbook from the start screen: shown by the browser, or said where it lies."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.gui.widgets.toast import Toast
from tests.table.watching import started


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the screen says in passing."""
    texts: list[str] = []
    monkeypatch.setattr(Toast, "say", lambda self, text, *args, **more: texts.append(text))
    return texts


@pytest.fixture
def launched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """What the browser was asked to show."""
    monkeypatch.setenv("GEVINST_HOME", str(tmp_path / "home"))
    asked: list[str] = []
    monkeypatch.setattr("click.launch", lambda file: asked.append(file) or 0)
    return asked


def test_a_button_shows_it_in_the_language_of_the_table(
    launched: list[str], said: list[str], tmp_path: Path
) -> None:
    driver, _ = started(tmp_path / "games")
    driver.click("handbook")
    (file,) = map(Path, launched)
    assert any("browser" in text and str(file) in text for text in said), "it may not come up"
    assert file.is_relative_to(tmp_path / "home")
    assert "A run sheet for the workshop" in file.read_text("utf-8")


def test_where_nothing_shows_it_the_screen_says_where_it_lies(
    launched: list[str], said: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("click.launch", lambda file: 1)
    driver, _ = started(tmp_path / "games")
    driver.click("handbook")
    assert any("It is in" in text for text in said)


def test_where_it_cannot_be_written_the_screen_says_why(
    launched: list[str], said: list[str], tmp_path: Path
) -> None:
    (tmp_path / "home" / "gevinstbordet-en.html").mkdir(parents=True)
    driver, _ = started(tmp_path / "games")
    driver.click("handbook")
    assert launched == []
    assert any("cannot be written to" in text for text in said)
