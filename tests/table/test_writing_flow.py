"""Where writing begins, and what the editor does with files: copies, pictures, what Word spoilt."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content import check_file, new_case
from game.content.case_pictures import lay_beside
from game.content.document import Document
from game.content.findings import Finding
from game.gui.dialogs.modal import Question
from game.pictures import named, near
from game.table.editor.begin import BeginScreen
from game.table.editor.screen import EditorScreen
from game.table.flow.editing import EditFlow
from tests.pictures.studio import nothing
from tests.table.driver import Driver
from tests.table.writing import png


@pytest.fixture
def desk(tmp_path: Path) -> Driver:
    driver = Driver(None, (1280, 720), "da")
    EditFlow(driver.app, nothing, nothing, tmp_path / "cases").begin()
    return driver


def test_a_copy_is_made_only_when_somebody_says_so(desk: Driver, tmp_path: Path) -> None:
    desk.click("copy-0")
    assert isinstance(desk.app.top, Question)
    desk.click("no")
    assert isinstance(desk.app.top, BeginScreen)
    assert not list(tmp_path.rglob("*.toml"))
    desk.click("copy-0")
    desk.click("yes")
    assert isinstance(desk.app.top, EditorScreen)
    assert len(list(tmp_path.rglob("*.toml"))) == 1


def test_what_a_word_processor_spoilt_is_mended_before_it_is_opened(tmp_path: Path) -> None:
    good = new_case.example("Åbent længe", "da")
    file = tmp_path / "case.toml"
    spoilt = good.replace('name = "Aftenvært"', "name = “Aftenvært”").replace(
        "cost = ", "cost : ", 1
    )
    file.write_text(spoilt, encoding="utf-8")
    driver = Driver(None, (1280, 720), "da")
    EditFlow(driver.app, nothing, nothing, tmp_path).open(file)
    assert isinstance(driver.app.top, Question)
    driver.click("yes")
    assert isinstance(driver.app.top, EditorScreen)
    assert check_file(file)[0] is not None
    assert (tmp_path / "case.toml.bak").read_text(encoding="utf-8") == spoilt


def test_of_a_file_that_cannot_be_read_its_own_cause_is_told(tmp_path: Path) -> None:
    file = tmp_path / "case.toml"
    good = new_case.example("Åbent længe", "da")
    file.write_text(good.replace('name = "Aftenvært"', r'name = "Se C:\Ane"'), encoding="utf-8")
    driver = Driver(None, (1280, 720), "da")
    EditFlow(driver.app, nothing, nothing, tmp_path).open(file)
    assert isinstance(driver.app.top, Question)
    assert "En omvendt skråstreg i en tekst indleder en kode" in driver.app.top.text
    assert "tekstbehandling" not in driver.app.top.text


# ------------------------------------------------------------------ pictures
def test_a_picture_is_laid_beside_the_case_and_overwrites_nothing(tmp_path: Path) -> None:
    case, other = tmp_path / "cases" / "case.toml", tmp_path / "Vores LOGO (ny).jpeg"
    case.parent.mkdir()
    other.write_bytes(png())
    assert lay_beside(case, other) == "vores-logo-ny.png"
    assert lay_beside(case, other) == "vores-logo-ny.png"
    other.write_bytes(png("red"))
    assert lay_beside(case, other) == "vores-logo-ny-2.png"
    assert (case.parent / "vores-logo-ny.png").read_bytes() == png()


@pytest.mark.parametrize("name", ["CON.png", "….png", ".png", "æøå.png", "a" * 90 + ".png"])
def test_whatever_a_picture_is_called_its_name_beside_the_case_fits(
    tmp_path: Path, name: str
) -> None:
    picture = tmp_path / name
    picture.write_bytes(png())
    case = tmp_path / "cases" / "case.toml"
    case.parent.mkdir()
    laid = lay_beside(case, picture)
    text = Document(new_case.example("A", "da")).set(("about", "logo"), laid).text
    case.write_text(text, encoding="utf-8")
    played, problems = check_file(case)
    assert played is not None
    assert set(played.images) == {"logo"}, problems


@pytest.mark.parametrize("data", [b"", b"<svg/>", b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_picture_is_not_copied(tmp_path: Path, data: bytes) -> None:
    picture = tmp_path / "logo.png"
    picture.write_bytes(data)
    case = tmp_path / "cases" / "case.toml"
    case.parent.mkdir()
    assert isinstance(lay_beside(case, picture), Finding)
    assert not list(case.parent.iterdir())


@pytest.mark.parametrize(
    ("word", "lang", "found"),
    [("videobesøg", "da", "video"), ("cykkel", "da", "cykel"), ("bicicle", "en", "bicycle")],
)
def test_a_picture_that_no_word_finds_is_guessed_at(word, lang, found) -> None:
    assert any(found in named(key, lang) for key in near(word, lang, 12))
