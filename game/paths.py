"""Paths and names of files that people give: taken for what they mean, or refused in words.

Whether something is there can always be asked: what cannot be looked at is not there, and
:func:`hidden` says why.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from itertools import count, islice
from pathlib import Path
from typing import BinaryIO, Final, TypeVar

from game.i18n import mark
from game.i18n.message import MessageError
from game.i18n.os_errors import reason, reason_of
from game.letters import printable

NO_FILE: Final = (
    mark("There is no file {file}."),
    mark("It may have been moved or renamed: look for it, or choose another one."),
)
_A_FOLDER: Final = (mark("{file} is a folder."), mark("Name a file in it."))
_NOT_A_FILE: Final = (
    mark("{file} is a device or a pipe, not a file."),
    mark("Choose a file that was saved."),
)
NO_FOLDER: Final = (
    mark("There is no folder {folder}."),
    mark("See how it is spelt, and whether its drive is connected."),
)
_EMPTY: Final = (mark("No file is named."), mark("Write where the file is."))
_NO_PATH: Final = (mark("“{path}” cannot be a path here: {why}."), mark("Write another one."))
_NO_HOME: Final = (
    mark("There is no user called {name}, so there is no folder “{path}”."),
    mark("Write the whole path."),
)
_BAD_NAME: Final = (
    mark("A file cannot be called “{name}” on every computer."),
    mark("Use letters, digits, spaces and hyphens."),
)
_HIDDEN: Final = (
    mark("{path} cannot be looked at: {why}."),
    mark("Choose a place where you may read, or ask the IT department for leave."),
)
_UNUSABLE: Final = (errno.ENAMETOOLONG, errno.EINVAL, errno.ELOOP)
_FORBIDDEN: Final = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]|^ |[. ]$')
"""What some operating system does not accept in a file name."""
_DEVICES: Final = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\..*)?", re.IGNORECASE
)
"""What Windows takes for a device, whatever follows."""
_SHOWN: Final = 60
_LONGEST_NAME: Final = 255
"""The bytes of the longest name that every file system takes."""
_MOST_NUMBERED: Final = 99_999

T = TypeVar("T")
Stamp = tuple[int, int] | None
"""The time and the size of a file; ``None`` where there is none."""
_BUSY: Final = (errno.EBUSY, errno.EAGAIN, errno.ETIMEDOUT)
_BUSY_ON_WINDOWS: Final = (32, 33, 362, 389, 391, 393, 397, 398, 404, 426)
"""Another program has the file; or it is a placeholder that is not fetched yet."""
_DENIED: Final = 5
_WAITS: Final = (0.1, 0.3, 0.6)
"""In seconds: as long as a program that synchronises usually has a file."""


class PathError(MessageError):
    """A path that cannot be one here."""


# ------------------------------------------------------------------ waiting
def patiently(open_: Callable[[], T], *, denied: bool = False) -> T:
    """What opens a file, tried again for a second while another program has the file.

    One that synchronises holds a file for moments, and fetches a placeholder when it is opened.
    Of a file that is to be replaced Windows says then that it is ``denied``, too.
    """
    for seconds in _WAITS:
        try:
            return open_()
        except OSError as error:
            if not (_is_busy(error) or (denied and getattr(error, "winerror", None) == _DENIED)):
                raise
        time.sleep(seconds)
    return open_()


def beginning(path: Path, most: int) -> bytes:
    """The first bytes of a file, ``most`` at most, for which is waited. Raises :class:`OSError`."""
    with opened(path) as file:
        return file.read(most)


def opened(path: Path) -> BinaryIO:
    """A file to be read, for which is waited. Raises :class:`OSError`, also for what is no file.

    A pipe would hold the program for ever, and a device may have no end.
    """
    return patiently(lambda: _opened(path))


def _opened(path: Path) -> BinaryIO:
    kind = path.stat().st_mode
    if not (stat.S_ISREG(kind) or stat.S_ISDIR(kind)):  # of a folder the system says that it is one
        raise OSError(errno.ENXIO, os.strerror(errno.ENXIO), str(path))
    return path.open("rb")


def _is_busy(error: OSError) -> bool:
    return error.errno in _BUSY or getattr(error, "winerror", None) in _BUSY_ON_WINDOWS


# ------------------------------------------------------------------ asking
def is_file(path: Path) -> bool:
    """Whether there is a file, no folder and no pipe."""
    return os.path.isfile(path)


def is_folder(path: Path) -> bool:
    """Whether there is a folder."""
    return os.path.isdir(path)


def is_there(path: Path) -> bool:
    """Whether there is anything."""
    return os.path.exists(path)


def no_file(path: Path) -> PathError:
    """What is said of a path where a file is wanted, and is none."""
    wrong = _A_FOLDER if is_folder(path) else _NOT_A_FILE if is_there(path) else NO_FILE
    return PathError(*wrong, file=path)


def hidden(path: Path) -> PathError | None:
    """Why nobody may look at what is there; ``None`` if one may, or nothing is there."""
    try:
        if stat.S_ISDIR(os.stat(path).st_mode):
            os.scandir(path).close()
    except PermissionError as error:
        return PathError(*_HIDDEN, path=as_text(str(path)), why=reason(error))
    except (OSError, ValueError):
        return None
    return None


def files_in(folder: Path, suffix: str) -> list[Path]:
    """What in a folder ends in a suffix, by name; nothing if it cannot be looked at."""
    with suppress(OSError, ValueError), os.scandir(folder) as entries:
        return sorted(folder / entry.name for entry in entries if entry.name.endswith(suffix))
    return []


def files_below(folder: Path, suffixes: Collection[str], *, deep: int, most: int) -> list[Path]:
    """What in a folder and ``deep`` folders below it ends in one of the suffixes, ``most`` at most.

    A folder's own files come before those below it, each by name. Hidden folders and those that a
    link leads to are passed over; what cannot be looked at has nothing in it.
    """
    found: list[Path] = []
    level = [folder]
    for _ in range(deep + 1):
        listed = [entry for each in level for entry in _entries(each, most)]
        level = [Path(entry.path) for entry in listed if _is_plain_folder(entry)][:most]
        files = (entry.path for entry in listed if entry.name.lower().endswith(tuple(suffixes)))
        found += [Path(path) for path in files if os.path.isfile(path)]
    return found[:most]


def _entries(folder: Path, most: int) -> list[os.DirEntry[str]]:
    """What is in a folder, by name: of very much, any ``most`` times ten."""
    with suppress(OSError, ValueError), os.scandir(folder) as entries:
        return sorted(islice(entries, most * 10), key=lambda entry: entry.name)
    return []


def _is_plain_folder(entry: os.DirEntry[str]) -> bool:
    with suppress(OSError):
        return not entry.name.startswith(".") and entry.is_dir(follow_symlinks=False)
    return False


def stamp(path: Path) -> Stamp:
    """The time and the size of a file: another stamp may be another text."""
    with suppress(OSError):
        found = path.stat()
        return found.st_mtime_ns, found.st_size
    return None


# ------------------------------------------------------------------ keeping
_BYTES: Final = {0xDC80 + n: 0xF780 + n for n in range(128)}
"""Bytes that are no letters, as Python has them in names, and letters in their place."""
_LETTERS: Final = {letter: byte for byte, letter in _BYTES.items()}


def as_text(path: str) -> str:
    """A path as a text that can be kept in any file, also one with bytes that are no letters."""
    return path if path.isascii() else path.translate(_BYTES)


def absolute_text(path: Path) -> str:
    """An absolute path as a text that can be kept."""
    return as_text(str(path.absolute()))


def from_text(text: str) -> Path:
    """The path that was kept as a text."""
    return Path(text.translate(_LETTERS))


def name_of(path: Path) -> str:
    """The name of a file to be told and kept: bytes that are no letters are question marks."""
    return path.name.encode(errors="replace").decode()


# ------------------------------------------------------------------ what somebody wrote
def typed_path(text: str) -> Path:
    """The path that somebody typed or pasted, with quotes or ``~``. Raises :class:`PathError`."""
    if os.path.lexists(text):
        return Path(text)
    text = text.strip().strip("\"'").strip()
    if not text:
        raise PathError(*_EMPTY)
    try:
        path = Path(text).expanduser()
        os.lstat(path)
    except RuntimeError:
        user = Path(text).parts[0].removeprefix("~")
        raise PathError(*_NO_HOME, name=user, path=_short(text)) from None
    except ValueError:  # a letter that ends every path
        why = reason_of(errno.EINVAL)
        raise PathError(*_NO_PATH, path=_short(text), why=why) from None
    except OSError as error:
        if error.errno in _UNUSABLE:
            raise PathError(*_NO_PATH, path=_short(text), why=reason(error)) from None
    return path


def _short(text: str) -> str:
    text = printable(text)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


# ------------------------------------------------------------------ names for what is new
def fits_everywhere(name: str) -> bool:
    """Whether every operating system takes a name for a file.

    >>> [fits_everywhere(name) for name in ("Borger på vej", "CON", "a.", "..", "a\u202eb")]
    [True, False, False, False, False]
    """
    seen = bool(name) and printable(name) == name  # what turns letters round is no part of a name
    return seen and not _FORBIDDEN.search(name) and not _DEVICES.fullmatch(name)


def fitting_stem(stem: str) -> str:
    """A stem for the name of a new file, which is no device: ``con`` becomes ``con-``."""
    return f"{stem}-" if _DEVICES.fullmatch(stem) else stem


def shortened(stem: str, around: str = "") -> str:
    """A stem that is a name together with what stands ``around`` it, cut where it is too long.

    >>> len(shortened("æ" * 200, ".toml").encode())
    250
    """
    room = _LONGEST_NAME - len(around.encode())
    raw = stem.encode(errors="surrogateescape")
    if len(raw) <= room:
        return stem
    return raw[:room].decode(errors="ignore").rstrip(". ")


def beside(path: Path, suffix: str) -> Path:
    """A file beside another one, called like that and a suffix."""
    return path.with_name(f"{shortened(path.name, suffix)}{suffix}")


def numbered(folder: Path, stem: str, suffix: str = "") -> Iterator[Path]:
    """Paths for something new in a folder, to be tried one after the other, without end."""
    stem = shortened(stem, f"-{_MOST_NUMBERED}{suffix}")
    yield folder / f"{stem}{suffix}"
    yield from (folder / f"{stem}-{n}{suffix}" for n in count(2))


def free(folder: Path, stem: str, suffix: str = "") -> Path:
    """The first of these paths that nothing has yet."""
    return next(path for path in numbered(folder, stem, suffix) if not os.path.lexists(path))


def check_new(path: Path) -> Path:
    """The path, if all of it that is to be made has names that every system takes.

    Raises :class:`PathError`. Otherwise files would be written that Windows cannot open, or that
    vanish in a device there.
    """
    for place in (path, *path.parents):
        if is_there(place):
            if place != path and not is_folder(place):
                why = reason_of(errno.ENOTDIR)
                raise PathError(*_NO_PATH, path=_short(str(path)), why=why)
            break
        if place.name and not fits_everywhere(place.name):
            raise PathError(*_BAD_NAME, name=_short(place.name))
    return path
