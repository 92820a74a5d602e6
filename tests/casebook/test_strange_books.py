"""Files that are no workbook of a case are named for what they are."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from game.casebook import opening
from game.i18n import words
from game.spreadsheet.conventions import WRITTEN_AFTER
from game.spreadsheet.kinds import is_spreadsheet
from game.spreadsheet.opening import SpreadsheetError
from tests.casebook.books import imported, minimal, opened

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def packed(*names: str, size: int = 1) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name in names:
            file.writestr(name, b"0" * size)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.ods", packed("mimetype", "content.xml"), "an OpenDocument spreadsheet"),
        ("a.ods", b"PK\x03\x04 torn", "an OpenDocument spreadsheet"),
        ("a.ods", b"", "is empty"),
        ("a.csv", b"id;navn\n", "a text file"),
        ("a.xls", OLE, "an old workbook"),
        ("a.xlsb", packed("xl/workbook.bin"), "a binary workbook"),
        ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        ("a.xlsx", b"", "is empty"),
        ("a.xlsx", b"PK\x03\x04 torn", "cannot be read as a workbook"),
        ("a.xlsx", b"%PDF-1.4", "not a workbook but a PDF"),
        ("a.xlsx", packed("word/document.xml"), "not a workbook but a document of a word"),
        ("a.xlsx", packed("xl/styles.xml"), "cannot be read as a workbook"),
        (
            "a.docx",
            packed("word/document.xml"),
            "not a workbook but a document of a word processor",
        ),
        ("a.pdf", b"%PDF-1.4", "not a workbook but a PDF"),
        ("a.toml", b"title = 1\n", "is not a workbook"),
        ("a.xlsx", packed("xl/workbook.xml", size=opening.LIMITS.unpacked + 1), "larger than"),
        ("a.xlsx", b"PK\x03\x04" + bytes(opening.MAX_FILE), "larger than"),
    ],
)
def test_a_file_of_another_kind_is_named_with_what_to_do(
    tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(SpreadsheetError) as caught:
        imported(path)
    assert said in str(caught.value)
    assert any(way in str(caught.value) for way in (".xlsx", "larger", "gevinst"))


def test_a_workbook_of_something_else_is_told_what_a_case_has(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Budget 2027"
    path = tmp_path / "a.xlsx"
    book.save(path)
    with pytest.raises(SpreadsheetError, match="Budget 2027"):
        imported(path)


def test_a_workbook_of_registers_is_told_from_one_of_a_case(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    kind = openpyxl.packaging.custom.IntProperty
    book.custom_doc_props.append(kind(name=WRITTEN_AFTER, value=3))
    path = tmp_path / "a.xlsx"
    book.save(path)
    with pytest.raises(SpreadsheetError, match="register import"):
        imported(path)


def test_a_workbook_with_macros_is_read_and_the_macros_are_not(tmp_path: Path) -> None:
    path = minimal(tmp_path)
    with zipfile.ZipFile(path, "a") as file:
        file.writestr("xl/vbaProject.bin", OLE)
    assert imported(path.rename(path.with_suffix(".xlsm"))).case is not None


def test_sheets_are_known_by_their_headings_when_their_names_say_nothing(tmp_path: Path) -> None:
    book = opened("da")
    for n, page in enumerate(book.worksheets):
        page.title = f"Ark{n}"
    path = tmp_path / "a.xlsx"
    book.save(path)
    found = imported(path)
    assert found.case is not None, [str(p) for p in found.problems]


def test_a_spreadsheet_is_known_by_its_name_or_its_content(tmp_path: Path) -> None:
    minimal(tmp_path).rename(tmp_path / "case")
    (tmp_path / "a.toml").write_text("format = 1")
    assert is_spreadsheet(tmp_path / "case")
    assert is_spreadsheet(tmp_path / "missing.ods")
    assert not is_spreadsheet(tmp_path / "a.toml")
    assert words("en")("Ideas")
