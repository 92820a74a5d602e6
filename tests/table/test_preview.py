"""A case is seen while it is being written, with what is wrong beside it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from game.cli import main
from game.i18n import LANGS, Lang
from game.resources import SCENARIOS
from game.table.preview.pages import PAGES
from game.table.preview.screen import Preview
from game.table.preview.watched_file import CHECK_INTERVAL, WatchedFile
from tests.table.driver import Driver

CASE = SCENARIOS / "koebenhavn-pas.toml"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A copy of a case, to be written in."""
    return Path(shutil.copy(CASE, tmp_path / "min-case.toml"))


def write(file: Path, old: str, new: str) -> None:
    """Save the file with a change, later than before."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    later = file.stat().st_mtime_ns + 5_000_000
    os.utime(file, ns=(later, later))


def preview(file: Path, lang: Lang = "en") -> tuple[Driver, Preview]:
    screen = Preview(WatchedFile(file, lang), file.parent)
    return Driver(screen, (1280, 720), lang), screen


def test_a_saved_change_is_shown(file: Path) -> None:
    driver, screen = preview(file)
    screen.turn("ideas")
    screen.refresh()
    assert "Your slot is your slot" in driver.texts.replace("\n", " ")
    write(file, "Your slot is your slot", "A slot of one's own")
    driver.app.advance(CHECK_INTERVAL + 0.1)
    assert "A slot of one's own" in driver.texts.replace("\n", " ")
    screen.close()


def test_a_file_that_another_program_held_is_read_when_it_is_let_go_of(
    file: Path, locked: list[Path]
) -> None:
    locked.append(file)
    watched = WatchedFile(file, "en")
    assert [problem.code for problem in watched.problems] == ["cannot_open"]
    locked.clear()
    assert watched.poll(CHECK_INTERVAL + 0.1, "en")
    assert watched.problems == []
    assert not watched.poll(CHECK_INTERVAL + 0.1, "en")


def test_an_error_is_told_by_line_and_the_last_whole_case_stays(file: Path) -> None:
    driver, screen = preview(file)
    write(file, 'track = "citizen"', 'track = "citizn"')
    driver.app.advance(CHECK_INTERVAL + 0.1)
    said = driver.texts
    assert "Error · line" in said
    assert "citizn" in said
    assert "Story" in said  # the case as it was
    write(file, 'track = "citizn"', 'track = "citizen"')
    driver.app.advance(CHECK_INTERVAL + 0.1)
    assert "No errors" in driver.texts
    screen.close()


def test_a_file_that_never_was_a_case(tmp_path: Path) -> None:
    file = tmp_path / "empty.toml"
    file.write_text("title = 1\n")
    driver, _ = preview(file)
    assert "when its file has no errors" in driver.texts.replace("\n", " ")


@pytest.mark.parametrize("lang", LANGS)
def test_every_page_can_be_read(file: Path, lang: Lang) -> None:
    driver, screen = preview(file, lang)
    for page in PAGES:
        screen.turn(page)
        screen.refresh()
        driver.assert_readable()
    screen.close()


@pytest.mark.slow
def test_pictures_of_every_page(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    assert main(["preview", str(file), "--to", str(folder)]) == 0
    names = {path.name for path in folder.glob("*.png")}
    assert {f"{n}-{page}.png" for n, page in enumerate(PAGES, 1)} <= names


def test_a_broken_file_gives_no_pictures(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(file, "format = 1", "format = ")
    assert main(["preview", str(file), "--to", str(tmp_path / "none"), "--lang", "en"]) == 1
    assert "min-case.toml:" in capsys.readouterr().err


def test_a_picture_that_cannot_be_written_is_told_in_a_line(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "pictures" / f"1-{next(iter(PAGES))}.png").mkdir(parents=True)
    command = ["preview", str(file), "--to", str(tmp_path / "pictures"), "--force"]
    assert main([*command, "--lang", "en"]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "cannot be written" in line


def test_a_text_too_long_for_its_card_is_told(file: Path) -> None:
    driver, screen = preview(file)
    wide = "W" * 40
    write(file, 'en = "Your slot is your slot"', f'en = "{wide}"')
    driver.app.advance(CHECK_INTERVAL + 0.1)
    assert "Warning · line" in driver.texts
    screen.close()


def test_the_truth_of_the_ideas_is_shown_only_when_asked_for(file: Path) -> None:
    """Whoever shows the case to others gives nothing away."""
    driver, screen = preview(file)
    case = screen.watched.case
    assert case is not None
    risk = next(id for card in case.setup.ideas for id in card.risks)
    name = case.risks[risk].name.en
    screen.turn("ideas")
    screen.refresh()
    assert name not in driver.texts.replace("\n", " ")
    driver.click("truth")
    assert name in driver.texts.replace("\n", " ")
    assert "how many points the idea truly gives" in driver.texts.replace("\n", " ")
    driver.click("truth")
    assert name not in driver.texts.replace("\n", " ")
    screen.close()


def test_what_was_played_at_the_table_is_on_no_other_page(file: Path) -> None:
    driver, screen = preview(file)

    def risks() -> str:
        screen.turn("risks")
        screen.refresh()
        return driver.texts

    before = risks()
    screen.turn("table")
    screen.refresh()
    assert "Round 4" in driver.texts
    assert risks() == before
    screen.close()
