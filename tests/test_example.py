"""The example project of the guide: what its README tells is what its files hold."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.content import mend, parse
from game.i18n import words
from game.intake.intake import find_differences
from game.intake.sheets import read_sheets
from game.report.checks import check_all
from game.report.registers import Registers, registers
from game.report.source import open_session
from game.session import open_recording, verify

EXAMPLE = Path(__file__).parents[1] / "docs" / "example"
SESSION = EXAMPLE / "one-door-for-building-permits.jsonl"
IMPORTED = '"way":"imported"'
T = words("en")


@pytest.fixture(scope="module")
def kick_off(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The session as it was before the register came back."""
    lines = SESSION.read_text("utf-8").splitlines(keepends=True)
    end = next(n for n, line in enumerate(lines) if IMPORTED in line)
    path = tmp_path_factory.mktemp("example") / SESSION.name
    path.write_text("".join(lines[:end]), "utf-8")
    return path


def missing(found: Registers) -> dict[str, tuple[str, ...]]:
    """What the checks ask about, by their codes."""
    return {check.code: check.found for check in check_all(T, found) if check.found}


def test_the_session_is_whole_and_says_what_the_project_says() -> None:
    assert verify(SESSION, parse).troubles == []
    recording = open_recording(SESSION, parse, mend)
    assert recording.troubles == []
    scenario = SESSION.with_suffix(".toml").read_text("utf-8")
    assert recording.header.scenario == scenario


def test_the_first_day_asks_what_the_readme_tells(kick_off: Path) -> None:
    found = registers(open_session(kick_off, T))
    assert found.since is None
    asked = missing(found)
    assert len(asked["no_baseline"]) == 9
    assert len(asked["no_owner"]) == 3
    assert asked["no_risk"] == ("A: Two-day check of what is missing",)
    (fire,) = [b for b in found.benefits if b.id == "G-05"]
    assert (fire.owner_name, fire.owner_unit) == ("Hanne Bech", "Finance department")
    assert len(open_session(kick_off, T).log.action_items) == 5


def test_the_register_that_was_edited_comes_back(kick_off: Path, tmp_path: Path) -> None:
    path = tmp_path / SESSION.name
    shutil.copy(kick_off, path)
    file = EXAMPLE / "registers-edited.xlsx"
    differences = find_differences(read_sheets(file), file.name, path, T)
    assert len(differences.differences) == 21
    assert [left.row for left in differences.left_out] == [12, 18]


def test_after_eight_weeks_the_report_says_what_was_measured() -> None:
    found = registers(open_session(SESSION, T))
    assert found.since is not None
    real = {row.id: row.measured for row in found.since.rows if row.measured is not None}
    assert real["G-03"] == 11
    assert real["G-04"] == 47
    assert found.since.saving == 1_600_000
    assert found.since.left == 1_600_000
    (fire,) = [b for b in found.benefits if b.id == "G-07"]
    assert fire.owner_name == "Torben Lund"


@pytest.mark.parametrize("name", ["kick-off", "followed-up"])
def test_the_reports_are_of_this_project(name: str) -> None:
    page = (EXAMPLE / name / "report.html").read_text("utf-8")
    assert "<h1>One door for building permits</h1>" in page
    assert ("What became of it" in page) == (name == "followed-up")
