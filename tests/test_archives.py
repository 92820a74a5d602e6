"""Archives from strangers: one that is packed in an unusual way is refused in words, everywhere."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from game.content.package import Package, open_package
from game.intake.errors import IntakeError
from game.intake.sheets import read_sheets
from game.session import ReadError
from game.session.containers import read_content
from game.session.unpacking import sessions_inside

DEFLATE_64, ZSTANDARD = 9, 93
"""Ways of packing that not every Python knows: whatever their libraries raise is not met."""


def packed(content: bytes, name: str, way: int) -> bytes:
    """An archive that says of its member that it is packed in a way, which that does not bear."""
    to = BytesIO()
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    data = bytearray(to.getvalue())
    for mark, at in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        data[data.index(mark) + at] = way
    return bytes(data)


def session(path: Path) -> None:
    """Read a session in an archive."""
    read_content(path)


def sessions(path: Path) -> None:
    """List the sessions in an archive."""
    sessions_inside(path)


def sheet(path: Path) -> None:
    """Read a workbook."""
    read_sheets(path.rename(path.with_suffix(".xlsx")))


def case(path: Path) -> None:
    """Read a packed case."""
    assert isinstance(open_package(path.read_bytes()), Package)


@pytest.mark.parametrize("way", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA, DEFLATE_64, ZSTANDARD])
@pytest.mark.parametrize(
    ("name", "read", "refused"),
    [
        ("spil.jsonl", session, ReadError),
        ("spil.jsonl", sessions, ReadError),
        ("xl/workbook.xml", sheet, IntakeError),
        ("case.toml", case, AssertionError),
    ],
    ids=["a session", "sessions", "a workbook", "a case"],
)
def test_what_is_packed_in_an_unusual_way_is_refused_in_words(
    tmp_path: Path, name: str, read: Callable[[Path], None], refused: type[Exception], way: int
) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(packed(b'{"gevinstbordet":"session"}\n' * 40, name, way))
    with pytest.raises(refused):
        read(path)
