"""What kind of file somebody gave in place of a workbook, told by its first bytes."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal

from game.paths import beginning

Kind = Literal["workbook", "text", "opendocument", "binary", "protected", "old", "empty", "other"]
"""``workbook`` is what Excel has written since 2007, with macros or without; ``binary`` its .xlsb;
``old`` is an .xls, and ``protected`` a workbook behind a password."""

WORKBOOK_SUFFIXES: Final = (".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".xls", ".ods", ".ots")
"""How the files of spreadsheets are called."""
_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_OPENDOCUMENT: Final = (".ods", ".ots")
_TEXT_SUFFIXES: Final = (".csv", ".txt", ".tsv")
_MOST_SEARCHED: Final = 16_000_000


def kind_of(data: bytes, name: str) -> Kind:
    """The kind of a file with this content and name."""
    suffix = Path(name).suffix.lower()
    if not data:
        return "empty"
    if data.startswith(_ZIP):
        return _packed(data, suffix)
    if data.startswith(_OLE):
        return "protected" if _ENCRYPTED in data else "old"
    if suffix in _OPENDOCUMENT:
        return "opendocument"
    return "text" if suffix in _TEXT_SUFFIXES else "other"


def is_spreadsheet(path: Path) -> bool:
    """Whether a file is a spreadsheet's by its name or, whatever it is called, by its content."""
    if path.suffix.lower() in WORKBOOK_SUFFIXES:
        return True
    try:
        data = beginning(path, _MOST_SEARCHED)
        return kind_of(data, path.name) in ("workbook", "opendocument", "binary")
    except OSError:
        return False


def _packed(data: bytes, suffix: str) -> Kind:
    """What a zip archive holds; a damaged one goes by its name."""
    from game.archives import ArchiveError, opened  # few files need it

    try:
        with opened(data) as packed:
            names = set(packed.namelist())
    except ArchiveError:
        names = set()
    if "xl/workbook.bin" in names:
        return "binary"
    if "xl/workbook.xml" in names:
        return "workbook"
    if "content.xml" in names or suffix in _OPENDOCUMENT:
        return "opendocument"
    damaged = not names or any(name.startswith("xl/") for name in names)
    return "workbook" if damaged and suffix in WORKBOOK_SUFFIXES else "other"
