"""Where the games of a folder are besides it: a second copy of each, and other places.

A game that could not be saved in its folder went on elsewhere, and one that somebody was given is
played in the file that was opened. Each such place is remembered in a small file. Its unreadable
lines are skipped: a game whose place is forgotten can still be opened where it lies.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Final, Literal

from game.frozen import frozen
from game.i18n.os_errors import reason
from game.paths import absolute_text, beginning, from_text, numbered
from game.session.errors import CodecError, Trouble
from game.session.line_format import seal, unseal
from game.session.store import FLAGS, open_new, write
from game.writing import flush

_LARGEST: Final = 1_000_000
_MOST: Final = 50
"""How many places of one folder are looked at, and how many files that lie by themselves."""


@frozen
class Places:
    """The places of games, remembered in files: in more than one, since one may be lost."""

    files: tuple[Path, ...] = ()

    def add(self, folder: Path, place: Path) -> None:
        """Remember that a game of a folder lies in another place."""
        if absolute_text(folder) != absolute_text(place) and place not in self.of(folder):
            self._write({"folder": absolute_text(folder), "place": absolute_text(place)})

    def add_file(self, folder: Path, file: Path) -> None:
        """Remember that one game of a folder is a file that lies where no others are looked for."""
        if file.absolute() not in self.files_of(folder):
            self._write({"folder": absolute_text(folder), "file": absolute_text(file)})

    def _write(self, entry: dict[str, str]) -> None:
        line = seal(entry)
        for file in self.files:
            with suppress(OSError):
                file.parent.mkdir(parents=True, exist_ok=True)
                with file.open("ab") as written:
                    written.write(b"\n" + line)  # also behind a line that was cut off

    def of(self, folder: Path) -> list[Path]:
        """The places of a folder's games, and where they went from there."""
        known = list(dict.fromkeys(self._read("place")))
        found = [absolute_text(folder)]
        for place in found:  # grows while it is gone through
            found += [to for start, to in known if start == place and to not in found]
        return [from_text(place) for place in found[1 : _MOST + 1]]

    def files_of(self, folder: Path) -> list[Path]:
        """The files by themselves that are games of a folder, those remembered last first."""
        known = [file for start, file in self._read("file") if start == absolute_text(folder)]
        return [from_text(file) for file in dict.fromkeys(reversed(known))][:_MOST]

    def _read(self, kind: Literal["place", "file"]) -> Iterator[tuple[str, str]]:
        for file in self.files:
            with suppress(OSError):
                for line in beginning(file, _LARGEST).splitlines():
                    with suppress(CodecError, LookupError, TypeError, ValueError):
                        raw = unseal(line)
                        yield str(raw["folder"]), str(raw[kind])


@frozen
class Keeping:
    """How the games of a folder are kept: the folder of second copies, and the known places.

    ``also`` are folders in which a game may lie although nothing remembers it. ``home`` is the
    folder itself: games that were opened elsewhere are remembered as its own.
    """

    copies: Path | None = None
    places: Places = Places()
    also: tuple[Path, ...] = ()
    home: Path | None = None

    def looked_in(self, folder: Path) -> list[Path]:
        """Where games of a folder may lie: the folder itself, other ones, files, second copies.

        The copies come last, so that a game is listed by a copy only where nothing else has it all.
        """
        copies = () if self.copies is None else (self.copies,)
        files = self.places.files_of(folder)
        return list(dict.fromkeys((folder, *self.places.of(folder), *self.also, *files, *copies)))

    def is_copy(self, path: Path) -> bool:
        """Whether a file is a second copy, which is read where the game itself is gone."""
        return self.copies is not None and path.absolute().parent == self.copies.absolute()

    def remember(self, path: Path) -> None:
        """Remember a game that is written to where no game of ``home`` is looked for."""
        if self.home is None:
            return
        folders = {folder.absolute() for folder in self.looked_in(self.home)}
        if path.absolute().parent not in folders:
            self.places.add_file(self.home, path)


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
                flush(self._fd)
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
    for path in islice(numbered(folder, stem, ".jsonl"), _TRIES):
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
