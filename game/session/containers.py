"""The bytes of a session's file, whatever it was packed in on its way.

Mail filters, archives and editors wrap files: a byte order mark, UTF-16, gzip, zip. They are opened
for what they hold, by their content and not by their name, and never further than a session can be
large.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final, Literal
from zipfile import ZipFile, ZipInfo

from game.archives import ArchiveError, opened, read
from game.frozen import frozen
from game.i18n.os_errors import reason
from game.paths import beginning, is_file, is_folder, is_there
from game.session.errors import ReadError
from game.session.limits import MAX_FILE

_GZIP: Final = b"\x1f\x8b"
_ZIP: Final = b"PK\x03\x04"
_BOM: Final = b"\xef\xbb\xbf"
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
_START: Final = b'{"gevinstbordet":"session"'
_MAX_MEMBERS: Final = 1_000
_MOST_NAMED: Final = 5
SUFFIXES: Final = (".jsonl", ".txt", ".gz", ".zip")


Packed = Literal["archive", "rewritten"]
"""An archive, or the letters in which another program saved it."""


@frozen
class Content:
    """The bytes of a session, and the number of bytes that were read of its file.

    ``packed`` is what it was put into, if they do not stand so in the file.
    """

    data: bytes
    packed: Packed | None
    file_size: int


def plain_stem(path: Path) -> str:
    """The name of a file without what was put behind it on its way, as in ``x.jsonl.txt``."""
    name = path.name
    while len(name) > 1 and (suffix := Path(name).suffix.lower()) in SUFFIXES:
        name = name[: -len(suffix)]
    return name


def is_session(path: Path) -> bool:
    """Whether a file looks like a session, by its name or by how it begins."""
    if path.suffix.lower() == ".jsonl":
        return True
    with suppress(OSError, ValueError):
        if is_file(path):
            return looks_like_session(beginning(path, 64))
    return False


def looks_like_session(start: bytes) -> bool:
    """Whether a file that begins so may hold a session."""
    if start.startswith(_UTF_16):
        start = start.replace(b"\x00", b"")[2:]
    return start.removeprefix(_BOM).lstrip().startswith((_START, _GZIP, _ZIP))


def read_content(path: Path) -> Content:
    """All that is in a file. Raises :class:`ReadError` when that is no session at all."""
    data = read_bytes(path)
    content = _unpacked(data, path.name)
    if not content.strip():
        raise ReadError("empty", file=path.name)
    archived = data.startswith((_GZIP, _ZIP))
    packed: Packed | None = "archive" if archived else "rewritten" if content is not data else None
    return Content(content, packed, len(data))


def _unpacked(data: bytes, file: str) -> bytes:
    if data.startswith(_GZIP):
        data = _gunzipped(data, file)
    elif data.startswith(_ZIP):
        data = _from_zip(data, file)
    if data.startswith(_UTF_16):
        with suppress(UnicodeDecodeError):
            return data.decode("utf-16").encode()
    return data[len(_BOM) :] if data.startswith(_BOM) else data


def _gunzipped(data: bytes, file: str) -> bytes:
    """Unpacked as far as it goes: a download that broke off holds a beginning."""
    unpacking = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        found = unpacking.decompress(data, MAX_FILE + 1)
    except zlib.error:
        raise ReadError("broken_archive", file=file) from None
    if len(found) > MAX_FILE:
        raise _too_large(file)
    return found


def _from_zip(data: bytes, file: str) -> bytes:
    """The one session in an archive."""
    try:
        with opened(data) as archive:
            found = list(sessions_in(archive))
            if len(found) > 1:
                named = [member.filename for member in found[:_MOST_NAMED]]
                names = ", ".join([*named, *(["…"] if len(found) > _MOST_NAMED else [])])
                raise ReadError("several_inside", file=file, names=names, first=found[0].filename)
            if not found:
                raise ReadError("none_inside", file=file)
            if found[0].file_size > MAX_FILE:
                raise _too_large(file)
            return read(archive, found[0], MAX_FILE)
    except ArchiveError:
        raise ReadError("broken_archive", file=file) from None


def sessions_in(archive: ZipFile) -> Iterator[ZipInfo]:
    """The sessions in an archive, by how they begin."""
    for member in archive.infolist()[:_MAX_MEMBERS]:
        if not member.is_dir() and looks_like_session(read(archive, member, 64)):
            yield member


def _too_large(file: str) -> ReadError:
    return ReadError("too_large", file=file, limit=MAX_FILE // 1_000_000)


def read_bytes(path: Path) -> bytes:
    """All bytes of a file of acceptable size. Raises :class:`ReadError` unless it has any."""
    try:
        if not is_there(path):
            raise ReadError("not_found", file=path.name)
        if is_folder(path):
            raise ReadError("is_folder", file=path.name)
        if not is_file(path):  # opening a pipe would block
            raise ReadError("not_a_session", file=path.name)
        data = beginning(path, MAX_FILE + 1)
    except (OSError, ValueError) as error:
        raise ReadError("cannot_open", file=path.name, why=reason(error)) from None
    if len(data) > MAX_FILE:
        raise _too_large(path.name)
    if not data:
        raise ReadError("empty", file=path.name)
    return data
