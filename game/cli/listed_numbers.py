"""The numbers of the list of sessions: each stays with the game that was listed under it.

The newest game is the first of the list, and whatever is added to a game makes it the newest; so
what was listed is remembered. It is kept in the cache and goes with the next list.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from game.cli.errors import InputError
from game.i18n import Words
from game.paths import absolute_text, from_text, is_file
from game.resources import cache_folder
from game.writing import write

_FILE: Final = "sessions-listed.json"
_MOST_FOLDERS: Final = 20


def remember(folder: Path, files: Sequence[Path]) -> None:
    """Keep which game has which number in a list; where that cannot be kept, numbers may move."""
    others = {key: paths for key, paths in _remembered().items() if key != absolute_text(folder)}
    kept = dict(list(others.items())[1 - _MOST_FOLDERS :])
    with suppress(OSError):
        path = cache_folder() / _FILE
        path.parent.mkdir(parents=True, exist_ok=True)
        kept[absolute_text(folder)] = [absolute_text(file) for file in files]
        write(path, json.dumps(kept, ensure_ascii=False).encode(), private=True)


def game_of_number(t: Words, folder: Path, number: str, files: Sequence[Path]) -> Path | None:
    """The game that was listed under a number; ``None`` if it is none of the list's.

    ``files`` are the games as a list would show them now; without any list before, that counts. A
    number that meant another game before others came is refused.
    """
    if not number.isdecimal() or not number.isascii():
        return None
    keys = _remembered().get(absolute_text(folder))
    if keys is None:
        remember(folder, files)
        keys = list(map(absolute_text, files))
    now = _nth(list(map(absolute_text, files)), number)
    was = _nth(keys, number)
    if was is not None and (was == now or set(keys).issuperset(map(absolute_text, files))):
        if is_file(path := from_text(was)):
            return path
    elif was is None and now is None:
        return None
    raise InputError(
        t(
            "Games have come or gone since they were listed, so that {n} may mean another one.",
            n=number,
        ),
        t("Look at “gevinst sessions” again, or write the name of the game."),
    )


def _nth(keys: Sequence[str], number: str) -> str | None:
    place = number.lstrip("0")
    numbered = {str(n): key for n, key in enumerate(keys, 1)}
    return numbered.get(place)


def _remembered() -> dict[str, list[str]]:
    """What was listed; nothing where the file is not there, or is not one of ours."""
    with suppress(OSError, ValueError, RecursionError):
        read = json.loads((cache_folder() / _FILE).read_text("utf-8"))
        if isinstance(read, dict):
            return {key: paths for key, paths in read.items() if _is_list(paths)}
    return {}


def _is_list(paths: object) -> bool:
    return isinstance(paths, list) and all(isinstance(path, str) for path in paths)
