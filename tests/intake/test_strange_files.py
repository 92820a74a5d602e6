"""Files from strangers: whatever they are, one message, and nothing is carried out or written."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from game.intake.errors import IntakeError
from game.intake.sheets import LIMITS, read_sheets
from game.spreadsheet.opening import UNRECKONED


def workbook(rows: list[list[object]]) -> bytes:
    book, out = openpyxl.Workbook(), BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def sheets(n: int) -> bytes:
    book, out = openpyxl.Workbook(), BytesIO()
    for _ in range(n - 1):
        book.create_sheet()
    book.save(out)
    return out.getvalue()


def changed(data: bytes, name: str, content: bytes) -> bytes:
    """A workbook with one part replaced, or added."""
    out = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return out.getvalue()


BOOK = workbook([["Title", "Owner"], ["A", "B"]])
ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE s [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>'
    b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
)
MERGED = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/>'
    b"<mergeCells>%s</mergeCells></worksheet>" % (b'<mergeCell ref="A1:A9"/>' * 100_000)
)
SPACE = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
MAIN = b'xmlns="%s"' % SPACE
STYLES = "xl/styles.xml"
CELLS = b"<worksheet %s><sheetData><row>%s</row></sheetData></worksheet>"
ROWS = b"<worksheet %s><sheetData>%s</sheetData></worksheet>"
DEEP = b'<worksheet %s><sheetData><row><c t="inlineStr"><is>%s'
FONTS = b'<x:styleSheet xmlns:x="%s"><x:fonts>%s</x:fonts></x:styleSheet>'
LATE = ENTITIES.replace(b"<!DOCTYPE", b"<!-- %s -->\n<!DOCTYPE" % (b"x" * 100_000))
WIDE = ENTITIES.decode().encode("utf-16")
NO_ENCODING = b'<?xml version="1.0" encoding="nobody-knows"?><worksheet/>'
TORN = b"<worksheet><sheetData><row>"


def with_sheet(content: bytes) -> bytes:
    """A workbook with another sheet in place of its own."""
    return changed(BOOK, "xl/worksheets/sheet1.xml", content)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.xlsx", b""),
        ("a.xlsx", b"PK\x03\x04 and nothing more"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0 an old workbook"),
        ("a.pdf", b"%PDF-1.4"),
        ("a.csv", b"Title;Owner\n\0\0"),
        ("a.csv", b'Title;Owner\n"' + b"x" * 200_000),
        ("a.xlsx", lambda: changed(BOOK, "xl/sharedStrings.xml", ENTITIES)),
        ("a.xlsx", lambda: changed(BOOK, "xl/sharedStrings.xml", LATE)),
        ("a.xlsx", lambda: changed(BOOK, "xl/sharedStrings.xml", WIDE)),
        ("a.xlsx", lambda: changed(BOOK, "xl/a sheet of another name", ENTITIES)),
        ("a.xlsx", lambda: changed(BOOK, "xl/worksheets/sheet1.xml", NO_ENCODING)),
        ("a.xlsx", lambda: changed(BOOK, "xl/worksheets/sheet1.xml", TORN)),
        ("a.xlsx", lambda: changed(BOOK, "xl/bomb.xml", b"0" * (LIMITS.unpacked + 1))),
        ("a.csv", b"Title;Owner\n" * 41),
        ("a.csv", b"x;" * (LIMITS.columns + 1)),
        ("a.xlsx", lambda: workbook([["x"]] * 41)),
        ("a.xlsx", lambda: changed(BOOK, "xl/worksheets/sheet1.xml", MERGED)),
        ("a.xlsx", lambda: sheets(LIMITS.sheets + 1)),
        ("a.xlsx", lambda: with_sheet(CELLS % (MAIN, b"<c/>" * LIMITS.elements))),
        ("a.xlsx", lambda: with_sheet(ROWS % (MAIN, b"<row/>" * LIMITS.elements))),
        ("a.xlsx", lambda: with_sheet(DEEP % (MAIN, b"<r>" * LIMITS.elements))),
        ("a.xlsx", lambda: changed(BOOK, STYLES, FONTS % (SPACE, b"<x:font/>" * LIMITS.styles))),
    ],
    ids=[
        "empty",
        "torn",
        "xls",
        "pdf",
        "nul",
        "long cell",
        "entities",
        "entities after a long comment",
        "entities in wide letters",
        "entities in a part of any name",
        "letters that nobody knows",
        "torn sheet",
        "bomb",
        "many rows",
        "many columns",
        "many rows in a workbook",
        "more merged cells than there are",
        "many sheets",
        "many empty cells",
        "many empty rows",
        "many elements in a cell",
        "many fonts",
    ],
)
def test_a_file_that_cannot_be_read_is_said_to_be_so(
    tmp_path: Path, name: str, data: bytes | Callable[[], bytes]
) -> None:
    path = tmp_path / name
    path.write_bytes(data() if callable(data) else data)
    with pytest.raises(IntakeError) as caught:
        read_sheets(path, replace(LIMITS, rows=40))
    assert str(caught.value).startswith(name)
    assert str(caught.value).endswith(".")


def test_a_damaged_picture_in_a_workbook_is_nobody_s_business(tmp_path: Path) -> None:
    data = changed(BOOK, "xl/media/image1.png", b"\x89PNG and so on" * 1_000)
    with zipfile.ZipFile(BytesIO(data)) as packed:
        picture = packed.getinfo("xl/media/image1.png")
    spoilt = bytearray(data)
    sum_of_it = picture.CRC.to_bytes(4, "little")
    while (at := spoilt.find(sum_of_it)) >= 0:
        spoilt[at] ^= 1
    path = tmp_path / "a.xlsx"
    path.write_bytes(spoilt)
    (read,) = read_sheets(path)
    assert read.rows == [["Title", "Owner"], ["A", "B"]]


def test_a_file_that_is_not_there_is_said_not_to_be(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match="cannot be opened"):
        read_sheets(tmp_path / "none.csv")


def test_the_result_of_a_formula_counts_and_without_one_it_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook([["Title", "Cost"], ["A", "=1+1"]]))
    (read,) = read_sheets(path)
    assert read.rows[1] == ["A", UNRECKONED]


def test_empty_rows_far_below_the_last_are_nothing(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "Title"
    book.active.row_dimensions[20_001].height = 20
    book.active.cell(20_000, 3).value = None
    path = tmp_path / "a.xlsx"
    book.save(path)
    (read,) = read_sheets(path)
    assert [list(row)[:1] for row in read.rows] == [["Title"]]


def test_the_apostrophe_that_keeps_a_spreadsheet_from_reckoning_is_no_part_of_a_text(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Title;Owner;Unit\n'=1+1;'t Hooft;''-5\n", "utf-8")
    (read,) = read_sheets(path)
    assert read.rows[1] == ["=1+1", "'t Hooft", "'-5"]
