"""Saving the report at the table: the window goes on, and what came of it is told plainly."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pygame
import pytest

from game.report import NoPdfError, ReportError, is_up_to_date, report_folder, write_report
from game.report.writing import FILES, LOCKED, PAGE, PDF
from game.table.parts.names_dialog import NamesDialog
from game.table.parts.take_home import TakeHomeDialog
from game.typeset import TypesetError
from tests import staging
from tests.report import sessions
from tests.table.driver import Cloth, Driver, squeezed
from tests.table.windows import in_every_window

Write = Callable[..., list[Path]]


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GEVINST_HOME", str(tmp_path / "Documents" / "Gevinstbordet"))
    return tmp_path / "Documents" / "Gevinstbordet"


def open_dialog(path: Path, lang: str = "en", size: tuple[int, int] = (1280, 720)) -> Driver:
    driver = Driver(Cloth(), size, "da" if lang == "da" else "en")
    driver.app.push(TakeHomeDialog(path))
    driver.look()
    return driver


def wait(driver: Driver) -> TakeHomeDialog:
    """Let the window go on until the writing is done."""
    dialog = driver.app.top
    assert isinstance(dialog, TakeHomeDialog)
    while not (dialog.files or dialog.complaint):
        driver.look(0.05)
        time.sleep(0.02)
    driver.look()
    return dialog


@pytest.mark.slow
def test_the_report_is_saved_and_shown(tmp_path, documents, launched) -> None:
    session = sessions.own_project(tmp_path)
    driver = open_dialog(session)
    driver.click("yes")
    dialog = wait(driver)
    assert dialog.complaint == ""
    folder = documents / session.stem
    assert {path.name for path in folder.iterdir()} == {*FILES, PDF}
    assert squeezed(f"Gevinstbordet › {session.stem}") in squeezed(driver.texts)
    driver.click("page")
    driver.click("folder")
    assert launched == [str(folder / "report.html"), str(folder)]
    driver.click("no")
    assert isinstance(driver.app.top, Cloth)


@pytest.mark.slow
def test_a_report_is_up_to_date_until_the_session_is_changed(tmp_path, documents) -> None:
    session = staging.begin(tmp_path, 2, 1)
    assert not is_up_to_date(session.path)
    folder = report_folder(session.path)
    write_report(session.path, folder, "en")
    assert is_up_to_date(session.path)
    later = (folder / PAGE).stat().st_mtime + 10
    os.utime(session.path, (later, later))
    assert not is_up_to_date(session.path)
    session.close()


def test_names_are_left_out_when_asked_by_keyboard(tmp_path, documents) -> None:
    driver = open_dialog(sessions.own_project(tmp_path))
    driver.tab_to("named")
    driver.key(pygame.K_RIGHT)
    driver.tab_to("yes")
    driver.key(pygame.K_RETURN)
    names = driver.app.top
    assert isinstance(names, NamesDialog)
    while names.found is None:
        driver.look(0.05)
    driver.key(pygame.K_RETURN)
    dialog = wait(driver)
    text = (dialog.files[0]).read_text("utf-8")
    assert "Dorthe" not in text


@pytest.mark.slow
def test_each_kind_has_its_folder_and_replaces_only_itself(tmp_path, documents) -> None:
    session = sessions.own_project(tmp_path)
    saved = []
    for named in (True, False, True):
        saved.append(save(session, named))
        assert TakeHomeDialog(session).named == named, "the kind that was saved last is offered"
    told = ["with names is saved.", "without names is saved.", "with names is saved."]
    for (_, said), expected in zip(saved, told, strict=True):
        assert f"The report {expected}" in said
    assert ["It replaces the older one." in said for _, said in saved] == [False, False, True]
    folders = [folder.name for folder, _ in saved]
    assert folders == [session.stem, f"{session.stem}-without-names", session.stem]
    pages = [(folder / PAGE).read_text("utf-8") for folder, _ in saved]
    assert ["Dorthe" in page for page in pages] == [True, False, True]


def save(session: Path, named: bool) -> tuple[Path, str]:
    """Save a report of one kind: the folder it is in, and what the screen says of it."""
    driver = open_dialog(session)
    driver.tab_to("named")
    driver.key(pygame.K_LEFT if named else pygame.K_RIGHT)
    driver.click("yes")
    if not named:
        names = driver.app.top
        assert isinstance(names, NamesDialog)
        while names.found is None:
            driver.look(0.05)
        driver.click("yes")
    dialog = wait(driver)
    return dialog.files[0].parent, driver.texts


def test_the_window_goes_on_while_it_is_written(tmp_path, documents, monkeypatch) -> None:
    go_on = Event()

    def slow(*what: object, **more: object) -> list[Path]:
        go_on.wait(240)
        return [documents / name for name in FILES]

    monkeypatch.setattr("game.table.parts.take_home.write_report", slow)
    driver = open_dialog(tmp_path / "x.jsonl")
    driver.click("yes")
    assert "Writing …" in driver.texts
    driver.click("yes")  # once is enough
    driver.look()
    go_on.set()
    assert wait(driver).files


def test_what_is_being_written_cannot_be_chosen_anew(tmp_path, documents, monkeypatch) -> None:
    go_on, asked = Event(), []

    def slow(*what: object, **more: object) -> list[Path]:
        go_on.wait(240)
        asked.extend((what[3], more["moods"]))
        return [documents / name for name in FILES]

    monkeypatch.setattr("game.table.parts.take_home.write_report", slow)
    driver = open_dialog(tmp_path / "x.jsonl")
    assert {"named", "moods"} <= keys(driver)
    driver.click("yes")
    driver.look()
    assert not {"named", "moods"} & keys(driver)
    go_on.set()
    wait(driver)
    assert asked == [False, False]
    assert "The report with names is saved." in driver.texts


def keys(driver: Driver) -> set[str]:
    """What can be pressed or chosen on the screen."""
    return {widget.key for widget in driver.app.top.ui.widgets}


def test_what_went_wrong_is_said_and_can_be_tried_again(tmp_path, documents, monkeypatch) -> None:
    def locked(*what: object, **more: object) -> list[Path]:
        raise ReportError(*LOCKED, file="registers.xlsx")

    monkeypatch.setattr("game.table.parts.take_home.write_report", locked)
    driver = open_dialog(tmp_path / "x.jsonl")
    driver.click("yes")
    assert wait(driver).complaint.startswith("registers.xlsx cannot be replaced")
    monkeypatch.undo()
    monkeypatch.setenv("GEVINST_HOME", str(tmp_path / "Documents" / "Gevinstbordet"))
    driver.click("yes")
    assert "no file x.jsonl" in wait(driver).complaint


def test_a_pdf_that_cannot_be_made_is_told_and_the_rest_is_saved(
    tmp_path, documents, monkeypatch
) -> None:
    def without(*what: object, **more: object) -> list[Path]:
        raise NoPdfError(
            [tmp_path / name for name in FILES], TypesetError("It fails.", "Try again.")
        )

    monkeypatch.setattr("game.table.parts.take_home.write_report", without)
    driver = open_dialog(tmp_path / "x.jsonl")
    driver.click("yes")
    wait(driver)
    assert "The report with names is saved." in driver.texts
    assert "All of the report but its PDF is in" in driver.texts
    driver.assert_readable()


def test_a_viewer_that_is_missing_is_told(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("click.launch", lambda path: 1)
    driver = open_dialog(tmp_path / "x.jsonl")
    dialog = driver.app.top
    assert isinstance(dialog, TakeHomeDialog)
    dialog.files = [tmp_path / name for name in FILES]
    dialog.refresh()
    driver.click("page")
    assert "Nothing here can show it" in driver.texts


@in_every_window
@pytest.mark.parametrize("state", ["ask", "refused", "saved"])
def test_every_state_can_be_read(size, lang, state, tmp_path) -> None:
    driver = open_dialog(tmp_path / "x.jsonl", lang, size)
    dialog = driver.app.top
    assert isinstance(dialog, TakeHomeDialog)
    if state == "saved":
        dialog.files = [Path("/home/ane/Dokumenter/Gevinstbordet/pas") / name for name in FILES]
    elif state == "refused":
        dialog.complaint = ReportError(*LOCKED, file="registers.xlsx").translate(driver.app.t)
    dialog.refresh()
    driver.assert_readable()
