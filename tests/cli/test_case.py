"""``gevinst case``: a case leaves as a workbook and comes back as a case file."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from game.cli import main
from game.content import new_case
from tests.casebook.books import minimal
from tests.content.scenario_text import MINIMAL


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_shipped_case_is_exported_under_its_name(here: Path) -> None:
    assert main(["case", "export", "foerste-spil", "--lang", "da"]) == 0
    book = openpyxl.load_workbook(here / "foerste-spil.xlsx")
    assert {"Læs mig", "Casen", "Spor og mål", "Idéer", "Risici"} <= set(book.sheetnames)


def test_a_case_that_only_lacks_something_is_exported_and_filled_in(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "ny.toml").write_text(new_case.empty("Genoptræning", "da"), "utf-8")
    assert main(["case", "export", "ny.toml", "--lang", "da"]) == 0
    book = openpyxl.load_workbook(here / "ny.xlsx")
    assert book["Idéer"].max_row >= 1
    wrong = new_case.empty("Genoptræning", "da").replace("minutes = ", "minutes = -")
    (here / "forkert.toml").write_text(wrong, "utf-8")
    assert main(["case", "export", "forkert.toml", "--lang", "da"]) == 1
    assert "forkert.toml:" in capsys.readouterr().err
    assert not (here / "forkert.xlsx").exists()


def test_an_export_is_told_where_to_go_as_an_import_is(here: Path) -> None:
    (here / "out").mkdir()
    assert main(["case", "export", "foerste-spil", "--to", "out/mine.xlsx"]) == 0
    assert openpyxl.load_workbook(here / "out" / "mine.xlsx").sheetnames
    assert main(["case", "export", "foerste-spil", "a.xlsx", "--to", "b.xlsx"]) == 2


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


def test_a_workbook_becomes_a_case_that_can_be_checked(here: Path) -> None:
    assert main(["case", "export", "foerste-spil", "mine.xlsx"]) == 0
    assert main(["case", "import", "mine.xlsx"]) == 0
    assert main(["check", "mine.toml"]) == 0


def test_nothing_is_written_over_and_nothing_is_written_with_an_error(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    minimal(here)
    (here / "case.toml").write_text("precious")
    assert main(["case", "import", "case.xlsx", "--lang", "en"]) == 1
    assert "--into case.toml" in capsys.readouterr().err
    assert (here / "case.toml").read_text() == "precious"
    minimal(here, [("Ideas", "G2", "Mars")])
    assert main(["case", "import", "case.xlsx", "--force", "--lang", "en"]) == 1
    out = capsys.readouterr().out
    assert "sheet Ideas, cell G2" in out
    assert "1 error: nothing was written." in out
    assert (here / "case.toml").read_text() == "precious"


def test_a_workbook_is_taken_into_a_case_and_its_comments_stay(here: Path) -> None:
    mine = here / "mine.toml"
    mine.write_text(f"# by hand\n{MINIMAL}", "utf-8")
    minimal(here, [("Ideas", "B2", "En ny tid")])
    assert main(["case", "import", "case.xlsx", "--into", "mine.toml"]) == 0
    expected = f"# by hand\n{MINIMAL}".replace("Tid på klokkeslæt", "En ny tid")
    assert mine.read_text("utf-8") == expected
    assert main(["case", "import", "case.xlsx", "--into", "mine.toml", "--to", "b.toml"]) == 2


def test_a_column_of_ones_own_is_named_as_not_read(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    minimal(here, [("Ideas", "AZ1", "Min egen")])
    assert main(["case", "import", "case.xlsx", "--lang", "en"]) == 0
    assert "Not read: the column “Min egen” of Ideas." in capsys.readouterr().out


@pytest.mark.parametrize("name", ["case.ods", "case.xls", "case.csv"])
def test_another_kind_of_spreadsheet_is_answered_wherever_it_is_given(
    here: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / name).write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" if "xls" in name else b"a;b\n")
    assert main(["case", "import", name, "--lang", "en"]) == 1
    assert "choose Save as" in capsys.readouterr().err
    if not name.endswith("csv"):
        assert main([name]) == 1
        assert capsys.readouterr().err
