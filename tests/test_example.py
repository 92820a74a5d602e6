"""The example project of the guide: what its README tells is what its files hold."""

from __future__ import annotations

import re

import pytest

from game.cli import main
from game.content import mend, parse
from game.i18n import words
from game.intake.intake import find_differences
from game.intake.sheets import read_sheets
from game.report.checks import check_all
from game.report.registers import Registers, registers
from game.report.source import open_session
from game.session import open_recording, verify
from tests.staging import EXAMPLE, SESSION

KICK_OFF = EXAMPLE / "kick-off" / SESSION.name
T = words("en")


def missing(found: Registers) -> dict[str, tuple[str, ...]]:
    """What the checks ask about, by their codes."""
    return {check.code: check.found for check in check_all(T, found) if check.found}


def test_the_session_is_whole_and_says_what_the_project_says() -> None:
    assert verify(SESSION, parse).troubles == []
    recording = open_recording(SESSION, parse, mend)
    assert recording.troubles == []
    scenario = SESSION.with_suffix(".toml").read_text("utf-8")
    assert recording.header.scenario == scenario


def test_the_first_day_is_the_beginning_of_the_session() -> None:
    first, whole = KICK_OFF.read_bytes(), SESSION.read_bytes()
    assert whole.startswith(first)
    assert b'"way":"imported"' in whole[len(first) :]
    assert b'"way":"imported"' not in first


def test_the_first_day_asks_what_the_readme_tells() -> None:
    found = registers(open_session(KICK_OFF, T))
    assert found.since is None
    asked = missing(found)
    assert len(asked["no_baseline"]) == 9
    assert len(asked["no_owner"]) == 3
    assert asked["no_risk"] == ("A: Two-day check of what is missing",)
    (fire,) = [b for b in found.benefits if b.id == "G-05"]
    assert (fire.owner_name, fire.owner_unit) == ("Hanne Bech", "Finance department")
    assert len(open_session(KICK_OFF, T).log.action_items) == 5


def test_the_commands_of_the_guide_do_what_it_says(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(EXAMPLE.parents[1])
    blocks = re.findall(r"```sh\n(.+?)```", (EXAMPLE / "README.md").read_text("utf-8"), re.S)
    commands = [line.split()[1:] for block in blocks for line in block.splitlines()]
    assert [command[:2] for command in commands] == [["register", "import"]]
    for command in commands:
        assert main([*command, "--lang", "en"]) == 0
    told = capsys.readouterr().out
    assert told.count(" → ") == 21
    assert "row 12 G-11: Baseline: value: “about 50” is not a number" in told
    assert "row 18 Fewer calls about where a case is: it has no id" in told


def test_the_register_that_was_edited_takes_nothing_back_weeks_later() -> None:
    file = EXAMPLE / "registers-edited.xlsx"
    found = find_differences(read_sheets(file), file.name, SESSION, T)
    assert found.differences == []
    assert [left.row for left in found.left_out] == [12, 18], "what did not fit fits no better"


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
