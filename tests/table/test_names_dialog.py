"""Before a report without names is written, the room sees what is taken out, and decides."""

from __future__ import annotations

import time
from pathlib import Path

import pygame
import pytest

from game.anonymity import NameChoices
from game.table.parts.names_dialog import NamesDialog
from game.table.parts.take_home import TakeHomeDialog
from tests.anonymity.speaking import speak
from tests.table.driver import Cloth, Driver
from tests.table.windows import in_every_window

SAID = {
    0: "Bos indtag",
    1: "Storm over Limfjorden. Spørg Dorthe Lund, hun kan bo her.",
    31: "for the love of it",
    35: "Dorthe Lund",
}
Written = list[tuple[NameChoices, str]]


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Path:
    seats = ["Bo", "Love Storm", "Player 3", "X"]
    return speak(tmp_path_factory.mktemp("s"), seats, lambda n: SAID.get(n, f"kort {n}"))


def wait(driver: Driver) -> NamesDialog:
    """Let the window go on until the names have been looked for."""
    dialog = driver.app.top
    assert isinstance(dialog, NamesDialog)
    driver.look()
    while dialog._looking.busy:
        driver.look(0.05)
        time.sleep(0.01)
    driver.look()
    return dialog


def opened(
    session: Path, size: tuple[int, int] = (1280, 720), lang: str = "en"
) -> tuple[Driver, Written]:
    written: Written = []
    driver = Driver(Cloth(), size, "da" if lang == "da" else "en")
    driver.app.push(NamesDialog(session, lambda *given: written.append(given)))
    wait(driver)
    return driver, written


def test_it_says_what_is_in_doubt_and_what_is_taken_out(session: Path) -> None:
    driver, _ = opened(session)
    for text in (
        "Words in doubt: 5 · taken out: 7 times · below: what may still tell who it is about",
        "Words that may not be names",
        "love  (1 time, in small letters)",
    ):
        assert text in driver.texts
    driver.app.top.ui.memory["names"] = 9e9
    driver.app.top.refresh()
    driver.look()
    assert "What may still tell who it is about" in driver.texts
    assert "Other words with a capital letter: people, systems, places?: Limfjorden" in driver.texts


def test_everything_is_taken_out_when_nobody_decides(session: Path) -> None:
    driver, written = opened(session)
    driver.click("yes")
    ((choices, stem),) = written
    assert choices == NameChoices()
    assert "bo" not in stem
    assert isinstance(driver.app.top, Cloth)


def test_a_word_that_is_none_stays_and_can_be_taken_out_again(session: Path) -> None:
    driver, written = opened(session)
    for key in (pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_LEFT, pygame.K_RIGHT):
        driver.tab_to("word:love")
        driver.key(key)
        dialog = wait(driver)
        kept = {word.word for word in dialog.found.findings.words if word.stays}
        assert kept == dialog.choices.keep
    driver.click("yes")
    assert written[0][0].keep == {"love"}


def test_nothing_is_saved_while_a_decision_is_being_looked_at(session: Path) -> None:
    driver, written = opened(session)
    driver.tab_to("word:love")
    driver.key(pygame.K_RIGHT)
    driver.app.top._write()
    assert written == []
    wait(driver)
    driver.click("yes")
    assert written[0][0].keep == {"love"}


def test_one_more_name_is_written_and_taken_out(session: Path) -> None:
    driver, written = opened(session)
    driver.click("also")
    driver.type("Limfjorden")
    driver.key(pygame.K_RETURN)
    dialog = wait(driver)
    assert dialog.choices.also == ("Limfjorden",)
    assert dialog.name == ""
    assert "Limfjorden" in [who.name for who in dialog.found.findings.people]
    driver.click("yes")
    assert written[0][0].also == ("Limfjorden",)


def test_a_name_that_stands_in_the_field_is_taken_out_before_it_is_saved(session: Path) -> None:
    driver, written = opened(session)
    driver.click("also")
    driver.type("Limfjorden")
    driver.click("yes")
    assert written == []
    assert "The name you wrote is looked for, too." in driver.texts
    dialog = wait(driver)
    assert "Limfjorden" in [who.name for who in dialog.found.findings.people]
    driver.click("yes")
    assert written[0][0].also == ("Limfjorden",)


def test_a_session_that_is_none_is_told_and_nothing_can_be_saved(tmp_path: Path) -> None:
    driver, written = opened(tmp_path / "none.jsonl")
    assert "There is no file none.jsonl." in driver.texts
    driver.click("yes")
    assert written == []


@pytest.mark.slow
def test_from_the_report_to_its_files(
    session: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEVINST_HOME", str(tmp_path / "Gevinstbordet"))
    driver = Driver(Cloth(), (1280, 720), "en")
    driver.app.push(TakeHomeDialog(session, named=False))
    driver.look()
    driver.click("yes")
    wait(driver)
    driver.click("yes")
    dialog = driver.app.top
    assert isinstance(dialog, TakeHomeDialog)
    while not (dialog.files or dialog.complaint):
        driver.look(0.05)
        time.sleep(0.02)
    folder = dialog.files[0].parent
    assert folder.name == "2026-11-18-eget-projekt-1106-without-names"
    assert (folder / "anonymous.txt").exists()
    assert "Storm" not in (folder / "report.html").read_text("utf-8")


@in_every_window
def test_it_can_be_read(size: tuple[int, int], lang: str, session: Path) -> None:
    driver, _ = opened(session, size, lang)
    driver.assert_readable()
