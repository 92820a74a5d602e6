"""``gevinst case``: a case leaves as a workbook and comes back as a case file."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from game.cli import main


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_shipped_case_is_exported_under_its_name(here: Path) -> None:
    assert main(["case", "export", "foerste-spil", "--lang", "da"]) == 0
    book = openpyxl.load_workbook(here / "foerste-spil.xlsx")
    assert {"Læs mig", "Case", "Spor", "Roller", "Idéer", "Risici"} <= set(book.sheetnames)


def test_a_file_that_is_there_is_kept_unless_it_is_said(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = here / "mine.xlsx"
    target.write_text("precious")
    assert main(["case", "export", "foerste-spil", "mine.xlsx", "--lang", "en"]) == 1
    assert "--force" in capsys.readouterr().err
    assert target.read_text() == "precious"
    assert main(["case", "export", "foerste-spil", "mine.xlsx", "--force"]) == 0
    assert openpyxl.load_workbook(target).sheetnames
