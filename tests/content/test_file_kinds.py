"""A file of another kind is named for what it is; text in another encoding is read all the same."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from game.content import check_bytes
from game.content.file_kinds import FileText, text_of
from game.content.lenient.fixing import fix
from tests.content.scenario_text import MINIMAL
from tests.rows import each_row


def archive(*names: str) -> bytes:
    raw = BytesIO()
    with zipfile.ZipFile(raw, "w") as file:
        for name in names:
            file.writestr(name, "x")
    return raw.getvalue()


@each_row(
    "raw, kind, way",
    [
        (archive("[Content_Types].xml", "word/document.xml"), "word processor", "gevinst new"),
        (archive("[Content_Types].xml", "xl/workbook.xml"), "spreadsheet", "gevinst case import"),
        (archive("ppt/slide1.xml"), "another program", "gevinst new"),
        (archive("readme.txt"), "zip", ".toml"),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", "word", "gevinst new"),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "spread", "import"),
        (b"%PDF-1.7\n", "PDF", "gevinst new"),
        (b"{\\rtf1\\ansi", "word processor", "gevinst new"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "word processor", "gevinst new"),
        (b"\x89PNG\r\n\x1a\n", "picture", "gevinst new"),
        (b"\xff\xd8\xff\xe0", "picture", "gevinst new"),
        (b"<!DOCTYPE html><html>", "web page", "browser"),
        (b"<html><body>title", "web page", "browser"),
        (b'{"title": "Min case"}', "JSON", "gevinst new"),
        (b'{"gevinstbordet":"session","format":1', "saved game", "--resume"),
        (b"\x00\x01\x02\x03\x80\x90" * 50, "another program", "gevinst new"),
    ],
)
def test_it_is_named_with_the_way_on(raw: bytes, kind: str, way: str) -> None:
    case, (problem,) = check_bytes(raw, "x.toml")
    assert case is None
    assert problem.code == "other_file"
    assert kind in problem.message
    assert way in problem.hint
    _, (danish,) = check_bytes(raw, "x.toml", lang="da")
    english = problem.message.removeprefix("This is no case file but ").removesuffix(".")
    assert danish.message.startswith("Det er ikke en casefil, men ")
    assert english not in danish.message


@pytest.mark.parametrize("raw", [b"", b"  \n\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_called_empty(raw: bytes) -> None:
    _, (problem,) = check_bytes(raw, "x.toml")
    assert problem.code == "empty_file"


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("cp1252", "Windows-1252"),
        ("latin-1", "Windows-1252"),
    ],
)
def test_another_encoding_is_told_and_what_else_is_wrong_too(encoding: str, said: str) -> None:
    text = MINIMAL.replace("saving = 3.0", "saving = 3,0")
    _, problems = check_bytes(text.encode(encoding), "x.toml")
    codes = [one.code for one in problems if one.severity == "error"]
    assert codes == ["other_encoding", "decimal_comma"]
    assert said in problems[0].message


def test_lines_in_two_encodings_are_both_read() -> None:
    raw = "# kø\n".encode() + "# ærø\n".encode("cp1252")
    read = text_of(raw)
    assert isinstance(read, FileText)
    assert read.text == "# kø\n# ærø\n"
    assert read.finding is not None
    assert read.finding.at == (2, 3)


def test_a_mended_text_is_the_same_in_every_encoding() -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        read = text_of(MINIMAL.encode(encoding))
        assert isinstance(read, FileText)
        assert fix(read.text).text == MINIMAL
