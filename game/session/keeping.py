"""Where the games of a folder are besides it: a second copy of each, and other places.

A game that could not be saved in its folder went on elsewhere. Each such place is remembered in a
small file; lines of it that cannot be read are left out, and nothing is only there.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Final

from game.frozen import frozen
from game.i18n.os_errors import reason
from game.paths import as_text, from_text
from game.session.errors import CodecError, Trouble
from game.session.line_format import seal, unseal
from game.session.store import FLAGS, names, open_new, write

_LARGEST: Final = 1_000_000
_MOST: Final = 50
"""How many places of one folder are looked at."""


@frozen
class Places:
    """The places of games, remembered in files: in more than one, since one may be lost."""

    files: tuple[Path, ...] = ()

    def add(self, folder: Path, place: Path) -> None:
        """Remember that a game of a folder lies in another place."""
        if _key(folder) == _key(place) or place in self.of(folder):
            return
        line = seal({"folder": _key(folder), "place": _key(place)})
        for file in self.files:
            with suppress(OSError):
                file.parent.mkdir(parents=True, exist_ok=True)
                with file.open("ab") as written:
                    written.write(b"\n" + line)  # also behind a line that was cut off

    def of(self, folder: Path) -> list[Path]:
        """The places of a folder's games, and where they went from there."""
        known = list(dict.fromkeys(self._read()))
        found = [_key(folder)]
        for place in found:  # grows while it is gone through
            found += [to for start, to in known if start == place and to not in found]
        return [from_text(place) for place in found[1 : _MOST + 1]]

    def _read(self) -> Iterator[tuple[str, str]]:
        for file in self.files:
            with suppress(OSError):
                with file.open("rb") as written:
                    data = written.read(_LARGEST)
                for line in data.splitlines():
                    with suppress(CodecError, LookupError, TypeError, ValueError):
                        raw = unseal(line)
                        yield str(raw["folder"]), str(raw["place"])


@frozen
class Keeping:
    """How the games of a folder are kept: the folder of second copies, and the known places.

    ``also`` are folders in which a game may lie although nothing remembers it.
    """

    copies: Path | None = None
    places: Places = Places()
    also: tuple[Path, ...] = ()

    def folders(self, folder: Path) -> list[Path]:
        """Every folder where a game of this one may lie, the folder itself first."""
        copies = () if self.copies is None else (self.copies,)
        return list(dict.fromkeys((folder, *self.places.of(folder), *self.also, *copies)))


NOT_KEPT: Final = Keeping()


class SecondCopy:
    """A copy of a session that is written as it is played, in another place than its file.

    It is not waited for, and never stops a game: ``trouble`` is set when it cannot be written.
    """

    def __init__(self, folder: Path, stem: str, lines: Sequence[bytes]) -> None:
        self.trouble: Trouble | None = None
        self._fd = -1
        whole = b"".join(lines)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._fd, written = _opened(folder, stem, whole)
        except (OSError, ValueError) as error:
            self._give_up(folder, error)
        self._folder = folder
        if self._fd >= 0:
            self.append(whole[written:])

    def append(self, data: bytes) -> None:
        """Write what was saved in the session's own file."""
        try:
            if self._fd >= 0:
                write(self._fd, data)
        except OSError as error:
            self._give_up(self._folder, error)

    def close(self) -> None:
        """Close it; what is in it is on the disk then."""
        if self._fd >= 0:
            with suppress(OSError):
                os.fsync(self._fd)
            self._close()

    def _give_up(self, folder: Path, error: Exception) -> None:
        self.trouble = Trouble("no_copy", 0, {"folder": str(folder), "why": reason(error)})
        self._close()

    def _close(self) -> None:
        if self._fd >= 0:
            fd, self._fd = self._fd, -1
            with suppress(OSError):
                os.close(fd)

    def __del__(self) -> None:
        self._close()


_TRIES: Final = 100


def _opened(folder: Path, stem: str, whole: bytes) -> tuple[int, int]:
    """A file for the copy, and how much of the whole is in it: an earlier copy is gone on with."""
    for path in islice(names(folder, stem), _TRIES):
        with suppress(FileExistsError):
            return open_new(path), 0
        fd = os.open(path, FLAGS)
        try:
            size = os.fstat(fd).st_size
            begun = size <= len(whole) and whole.startswith(_read_all(fd, size))
        except OSError:
            os.close(fd)
            raise
        if begun:
            return fd, size
        os.close(fd)
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))


def _read_all(fd: int, size: int) -> bytes:
    found = b""
    while len(found) < size and (part := os.read(fd, size - len(found))):
        found += part
    return found


def _key(folder: Path) -> str:
    return as_text(str(folder.absolute()))
