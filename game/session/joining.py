"""Lists the files of several folders as the games they are.

A copy of a game is not another game. Files of the same session of which one is the beginning of the
other are listed as one, by the longest; those that went apart are both listed.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import Final

from game.paths import opened
from game.session.errors import SessionError
from game.session.line_format import session_of
from game.session.locations import SavedFile, files_newest_first, saved_file
from game.session.log import read
from game.session.reading import read_lines

_COMPARED: Final = 4_096
"""The bytes that are compared. Lines are hash-chained since format 3, so their end tells of all of
them; the last lines of older files have times that two branches of a game hardly share."""

Scanned = Mapping[Path, Sequence[SavedFile]]


def scanned(places: Iterable[Path]) -> Scanned:
    """The session files of each place: all of a folder, or one that is named by itself."""
    found: dict[Path, list[SavedFile]] = {}
    for place in places:
        file = saved_file(place)
        if file is None:
            found[place] = files_newest_first(place)
        elif file not in (beside := found.setdefault(file.folder, [])):
            beside.append(file)
    return found


def saved_files(places: Iterable[Path]) -> list[SavedFile]:
    """The games in some places, the first of which is their own, the latest written first."""
    return joined(scanned(places))


def joined(found: Scanned) -> list[SavedFile]:
    """The same of folders that were looked through; files in one folder stay as they are."""
    own, *others = found.values()
    files = list(own)
    beside = {(file.name, file.size) for file in own} if any(others) else set()
    elsewhere = [
        file for folder in others for file in folder if (file.name, file.size) not in beside
    ]
    if elsewhere:
        files = _joined(files, elsewhere)
        files.sort(key=lambda file: (file.written, file.name), reverse=True)
    return files


def going_on(file: SavedFile, listed: Iterable[SavedFile]) -> list[SavedFile]:
    """The games of a list that begin with all of a file: it went on there, perhaps differently."""
    longer = (one for one in listed if _begins(one, file))
    return [one for one in longer if session_of(one.path) == session_of(file.path)]


def went_apart(files: Sequence[SavedFile]) -> list[SavedFile]:
    """Those of the files of one session that go on differently than another one of them."""

    def differ(a: SavedFile, b: SavedFile) -> bool:
        return a is not b and not _begins(a, b) and not _begins(b, a)

    return [one for one in files if any(differ(one, other) for other in files)]


def is_cut(path: Path) -> bool:
    """Whether the last line of a session file that is not packed lacks its end."""
    with suppress(OSError), opened(path) as file:
        if file.read(1) == b"{":
            file.seek(-1, os.SEEK_END)
            return file.read(1) != b"\n"
    return False


def whole_copy(path: Path, places: Iterable[Path]) -> Path | None:
    """The longest other file of the same session in these places that is whole, and no shorter."""
    with suppress(OSError, SessionError):
        size, session = path.stat().st_size, read_lines(path).fingerprint
        files = chain.from_iterable(scanned(places).values())
        others = [file for file in files if file.size >= size and file.path != path]
        for file in sorted(others, key=lambda file: file.size, reverse=True):
            if session_of(file.path) == session and not read(file.path).troubles:
                return file.path
    return None


def _joined(files: list[SavedFile], elsewhere: Iterable[SavedFile]) -> list[SavedFile]:
    by_session: dict[str, list[SavedFile]] = {}
    for file in files:
        by_session.setdefault(session_of(file.path), []).append(file)
    for file in elsewhere:
        session = session_of(file.path)
        mates = by_session.setdefault(session, []) if session else []
        if any(_begins(mate, file) for mate in mates):
            continue
        shorter = next((mate for mate in mates if _begins(file, mate)), None)
        if shorter is not None:
            mates[mates.index(shorter)] = file
            files[files.index(shorter)] = file
            continue
        apart = [mate._replace(apart=True) for mate in mates]
        files = [one._replace(apart=one.apart or one in mates) for one in files]
        new = file._replace(apart=bool(mates))
        by_session[session] = [*apart, new]
        files.append(new)
    return files


def _begins(longer: SavedFile, shorter: SavedFile) -> bool:
    """Whether a file begins with all of another one."""
    if shorter.size > longer.size:
        return False
    place = max(0, shorter.size - _COMPARED)
    try:
        return _part(longer.path, place, shorter.size) == _part(shorter.path, place, shorter.size)
    except OSError:
        return False


def _part(path: Path, start: int, end: int) -> bytes:
    with opened(path) as file:
        file.seek(start, os.SEEK_SET)
        return file.read(end - start)
