"""A workbook on the screen: it becomes a case file and is opened, or what is wrong is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.gui.dialogs.modal import Question
from game.resources import cases_folder
from game.table.setup.problems import ProblemsScreen
from game.table.setup.story import StoryScreen
from tests.casebook.books import minimal
from tests.table.watching import started


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cases"
    monkeypatch.setattr("game.table.flow.workbooks.cases_folder", lambda: folder)
    return folder


def test_a_workbook_is_a_case_file_beside_the_others_and_is_opened(
    tmp_path: Path, home: Path
) -> None:
    driver, flow = started(tmp_path)
    path = minimal(tmp_path).rename(tmp_path / "Kortere ventetid.xlsx")
    flow.before.open_file(str(path))
    driver.look()
    assert isinstance(driver.app.top, StoryScreen)
    assert [file.name for file in home.iterdir()] == ["kortere-ventetid.toml"]


def test_what_is_wrong_is_shown_by_sheet_and_cell(tmp_path: Path, home: Path) -> None:
    driver, flow = started(tmp_path)
    flow.before.open_file(str(minimal(tmp_path, [("Ideas", "G2", "Mars")])))
    driver.look()
    assert isinstance(driver.app.top, ProblemsScreen)
    assert "cell G2" in driver.texts or "celle G2" in driver.texts
    assert not home.exists()


def test_a_workbook_that_was_changed_is_taken_over_or_written_beside_the_first(
    tmp_path: Path, home: Path
) -> None:
    driver, flow = started(tmp_path)
    flow.before.open_file(str(minimal(tmp_path)))
    first = home / "case.toml"
    first.write_text("# ours\n" + first.read_text("utf-8"), "utf-8")
    changed = minimal(tmp_path, [("Ideas", "B2", "En ny tid")])
    for answer, files in (("yes", 1), ("no", 2)):
        flow.before.open_file(str(changed))
        driver.look()
        assert isinstance(driver.app.top, Question)
        driver.click(answer)
        assert isinstance(driver.app.top, StoryScreen)
        assert len(list(home.iterdir())) == files
    assert first.read_text("utf-8").startswith("# ours\n")
    assert "En ny tid" in first.read_text("utf-8")


def test_a_case_with_a_slip_in_it_is_kept_when_the_workbook_takes_its_place(
    tmp_path: Path, home: Path
) -> None:
    driver, flow = started(tmp_path)
    path = str(minimal(tmp_path))
    flow.before.open_file(path)
    first = home / "case.toml"
    slip = f"# three evenings\n[rules\n{first.read_text('utf-8')}"
    first.write_text(slip, "utf-8")
    flow.before.open_file(path)
    driver.look()
    assert isinstance(driver.app.top, Question)
    driver.click("yes")
    assert isinstance(driver.app.top, StoryScreen)
    assert (home / "case.toml.bak").read_text("utf-8") == slip


def test_a_spreadsheet_of_another_kind_is_told_how_to_save(tmp_path: Path) -> None:
    driver, flow = started(tmp_path)
    path = tmp_path / "case.ods"
    path.write_bytes(b"PK\x03\x04")
    flow.before.open_file(str(path))
    driver.look()
    assert isinstance(driver.app.top, ProblemsScreen)
    assert ".xlsx" in driver.texts
    assert cases_folder
