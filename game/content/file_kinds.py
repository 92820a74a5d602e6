"""What kind of file somebody gave for a case: named for what it is, with the way on.

Text in another encoding is read all the same, and told.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import Final

from game.content.findings import Finding
from game.frozen import frozen
from game.i18n import mark
from game.i18n.message import Message

BYTE_ORDER_MARK: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"

WORD: Final = mark("a document of a word processor")
WORD_WAY: Final = mark(
    "Open it in its program, begin a case with gevinst new, or on the screen with Write a case, "
    "and copy your text into it piece by piece."
)
SHEET: Final = mark("a spreadsheet")
SHEET_WAY: Final = mark(
    "gevinst case import makes a case from a workbook that gevinst case export has made."
)
PACKAGE: Final = mark("a case packed with its pictures")
PACKAGE_WAY: Final = mark("gevinst case unpack takes the case out of it.")
SESSION: Final = mark("a saved game")
SESSION_WAY: Final = mark(
    "Open it with gevinst play --resume FILE, or among the saved games on the screen."
)
ZIP: Final = mark("a zip file")
ZIP_WAY: Final = mark("Take the case out of it: open it, and copy the file that ends in .toml.")
PAGE: Final = mark("a web page")
PAGE_WAY: Final = mark(
    "Open it in a browser, copy the text of the case, and save it as text in a file that ends in "
    ".toml."
)
PICTURE: Final = mark("a picture")
PDF: Final = mark("a PDF")
DATA: Final = mark("JSON, which a program writes")
DATA_WAY: Final = mark("Begin a case with gevinst new; its keys and values look much alike.")
PROGRAM: Final = mark("a file of another program")

_ZIPS: Final = (
    (b"word/", WORD, WORD_WAY),
    (b"xl/", SHEET, SHEET_WAY),
    (b"ppt/", PROGRAM, None),
    (b"opendocument.spreadsheet", SHEET, SHEET_WAY),
    (b"opendocument.text", WORD, WORD_WAY),
    (b".toml", PACKAGE, PACKAGE_WAY),
    (b".jsonl", SESSION, SESSION_WAY),
)
_BEGINNINGS: Final = (
    (rb"%PDF-", PDF, WORD_WAY),
    (rb"\{\\rtf", WORD, WORD_WAY),
    (rb"\xd0\xcf\x11\xe0", WORD, WORD_WAY),
    (rb"\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\x00\x00|RIFF....WEBP|II\*\x00|MM\x00\*", PICTURE, None),
    (rb"\s*<svg|\s*<\?xml[^>]*>\s*<svg", PICTURE, None),
    (rb"\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", PAGE, PAGE_WAY),
    (rb"\s*<\?xml", PROGRAM, None),
    (rb"\x1f\x8b|7z\xbc\xaf|Rar!", ZIP, ZIP_WAY),
    (rb'\s*\{"gevinstbordet"', SESSION, SESSION_WAY),
)
_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WESTERN: Final = "Windows-1252"
_LINE: Final = re.compile(rb"[^\n]*\n|[^\n]+\Z")


@frozen
class FileText:
    """The text of a file; ``finding`` tells that it was in another encoding than it should be."""

    text: str
    finding: Finding | None = None


def text_of(raw: bytes) -> FileText | Finding:
    """The text of a file, without a byte order mark; or what the file is, if it is no text."""
    other = other_kind(raw)
    if other is not None:
        return other
    try:
        text = raw.decode("utf-8").removeprefix(BYTE_ORDER_MARK)
    except UnicodeDecodeError as error:
        return _in_other_encoding(raw, error)
    if not text.strip():
        return Finding("empty_file")
    if "\x00" in text and (wide := _wide(raw)):
        return wide
    return _as_data(text) or FileText(text)


def lines_of(text: str) -> list[str]:
    """The lines of a text, whichever way they end."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def other_kind(raw: bytes) -> Finding | None:
    """What a file is, told by how it begins; ``None`` if it may be the text of a case."""
    beginning = raw[:4096]
    if beginning.startswith(b"PK\x03\x04"):
        found = ((kind, way) for name, kind, way in _ZIPS if name in raw)
        kind, way = next(found, (ZIP, ZIP_WAY))
        return _other(kind, way)
    for pattern, kind, way in _BEGINNINGS:
        if re.match(pattern, beginning, re.IGNORECASE | re.DOTALL):
            return _other(kind, way)
    return None


def _other(kind: str, way: str | None) -> Finding:
    return Finding("other_file", params={"kind": Message(kind)}, hint=way)


def _as_data(text: str) -> Finding | None:
    """That the text is JSON; a TOML file that begins with a heading is none."""
    if not text.lstrip().startswith(("{", "[")):
        return None
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return None
    return _other(DATA, DATA_WAY)


# ------------------------------------------------------------------ encodings
def _in_other_encoding(raw: bytes, error: UnicodeDecodeError) -> FileText | Finding:
    wide = _wide(raw)
    if wide is not None:
        return wide
    if _is_binary(raw):
        return _other(PROGRAM, None)
    before = raw[: error.start].decode("utf-8")
    at = (before.count("\n") + 1, len(before) - before.rfind("\n"))
    finding = Finding("other_encoding", params={"encoding": _WESTERN}, at=at)
    return FileText("".join(_western_lines(raw)).removeprefix(BYTE_ORDER_MARK), finding)


def _western_lines(raw: bytes) -> Iterator[str]:
    """The lines of a file, each in the encoding that it is in."""
    for found in _LINE.finditer(raw):
        try:
            yield found[0].decode("utf-8")
        except UnicodeDecodeError:
            yield found[0].decode("cp1252", "replace").replace("\ufffd", "")


def _wide(raw: bytes) -> FileText | None:
    """The text of a file with two or four bytes a letter, with its mark or without."""
    name = next((name for start, name in _MARKS if raw.startswith(start)), "")
    if not name and len(raw) % 2 == 0 and raw:
        even, odd = raw[::2].count(0), raw[1::2].count(0)
        most = len(raw) // 2 * 0.6
        name = "utf-16-le" if odd > most else "utf-16-be" if even > most else ""
    if not name:
        return None
    try:
        text = raw[: len(raw) // 4 * 4 if "32" in name else None].decode(name)
    except UnicodeDecodeError:
        return None
    text = text.removeprefix(BYTE_ORDER_MARK)
    if not text.strip() or "\x00" in text:
        return None
    shown = "UTF-32" if "32" in name else "UTF-16"
    return FileText(text, Finding("other_encoding", params={"encoding": shown}, at=(1, 1)))


def _is_binary(raw: bytes) -> bool:
    beginning = raw[:4096]
    control = sum(byte < 32 and byte not in b"\t\n\r\x0c" for byte in beginning)
    return control * 20 > len(beginning)
