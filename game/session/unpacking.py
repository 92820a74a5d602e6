"""One session out of an archive that holds several: as a file of its own, so that it can go on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

from game.archives import ArchiveError, opened, read
from game.paths import beginning, fits_everywhere, numbered
from game.session.containers import plain_stem, read_bytes, sessions_in
from game.session.errors import ReadError
from game.session.limits import MAX_FILE
from game.session.store import Store


def sessions_inside(path: Path) -> list[str]:
    """The names of the sessions in a zip archive, as they stand there."""
    with _opened(path) as archive:
        return [member.filename for member in sessions_in(archive)]


def unpack(path: Path, name: str, folder: Path) -> Path:
    """One session of an archive, by its name there, as a file in a folder; returns that file.

    If it was unpacked there before, it is that file, also when the game has gone on in it since.
    Raises :class:`ReadError` when it is not in the archive, and the errors of saving.
    """
    with _opened(path) as archive:
        member = next((each for each in sessions_in(archive) if each.filename == name), None)
        if member is None:
            raise ReadError("not_inside", file=path.name, name=name)
        if member.file_size > MAX_FILE:
            raise ReadError("too_large", file=name, limit=MAX_FILE // 1_000_000)
        data = read(archive, member, MAX_FILE)
    stem = _stem(name)
    known = _unpacked_before(folder, stem, data)
    if known is None:
        store = Store.create(folder, stem, [data])
        store.close()
        known = store.path
    return known


@contextmanager
def _opened(path: Path) -> Iterator[ZipFile]:
    try:
        with opened(read_bytes(path)) as archive:
            yield archive
    except ArchiveError:
        raise ReadError("broken_archive", file=path.name) from None


def _stem(name: str) -> str:
    """The stem of a new file, of a name in an archive, which may be anything."""
    stem = plain_stem(Path(PurePosixPath(name).name))
    return stem if fits_everywhere(stem) else "session"


def _unpacked_before(folder: Path, stem: str, data: bytes) -> Path | None:
    """The file in which a session already lies, or goes on."""
    for path in numbered(folder, stem, ".jsonl"):
        try:
            if beginning(path, len(data)) == data:
                return path
        except OSError:
            break
    return None
