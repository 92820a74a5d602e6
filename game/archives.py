"""Zip archives from strangers: what of them cannot be unpacked is said in one way."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import IO, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

_BROKEN: Final = (
    BadZipFile,
    EOFError,  # it ends too early
    RuntimeError,  # locked by a password
    ValueError,  # an offset or a name that cannot be one
    zlib.error,
)
"""What the library raises for a zip archive that cannot be unpacked."""
_PACKED: Final = (ZIP_STORED, ZIP_DEFLATED)
"""How members may be packed: as everybody does. Each library raises errors of its own."""


class ArchiveError(Exception):
    """An archive that cannot be unpacked."""


@contextmanager
def opened(source: Path | bytes) -> Iterator[ZipFile]:
    """A zip archive, whose members are read by what follows here.

    Raises :class:`ArchiveError`, also for what is done within, and :class:`OSError`.
    """
    try:
        with ZipFile(source if isinstance(source, Path) else BytesIO(source)) as archive:
            yield archive
    except _BROKEN:
        raise ArchiveError from None


def opened_member(archive: ZipFile, member: ZipInfo) -> IO[bytes]:
    """A member of an archive, to be read."""
    if member.compress_type not in _PACKED:
        raise ArchiveError
    return archive.open(member)


def read(archive: ZipFile, member: ZipInfo, most: int) -> bytes:
    """The beginning of a member; what the directory says of its size is not believed."""
    with opened_member(archive, member) as file:
        return file.read(most)
