"""Where files are: those that are shipped, and those of this user.

The shipped ones are inside the package when it is installed, beside it in a checkout.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Literal

HOME = "GEVINST_HOME"
"""An environment variable: one folder for all that is this user's, as on a USB stick."""

_PACKAGE = Path(__file__).parent


def _folder(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


ASSETS = _folder("assets")
SCENARIOS = _folder("scenarios")


def sessions_folder() -> Path:
    """Where this user's games are saved."""
    return _own("data") / "sessions"


def cases_folder() -> Path:
    """Where this user's own cases are looked for: among the documents, easily found."""
    if home := os.environ.get(HOME):
        return Path(home) / "cases"
    import platformdirs

    return Path(platformdirs.user_documents_dir()) / "Gevinstbordet" / "cases"


CASE_FOLDERS: tuple[Callable[[], Path], ...] = (lambda: SCENARIOS, cases_folder)
"""Where cases lie: the shipped ones, and this user's own."""


def copies_folder(games: Path) -> Path:
    """Where second copies of a folder's games are kept: among the documents, if it is not there.

    Games of another folder than the usual one have a folder of their own for their copies.
    """
    if home := os.environ.get(HOME):
        copies = Path(home) / "copies"
    else:
        import platformdirs

        documents = Path(platformdirs.user_documents_dir())
        lies_there = games.absolute().is_relative_to(documents)
        copies = (_own("data") if lies_there else documents / "Gevinstbordet") / "copies"
    if games == sessions_folder():
        return copies
    key = sha256(str(games.absolute()).encode(errors="replace")).hexdigest()[:8]
    return copies / f"{games.name or 'games'}-{key}"


def has_games(games: Path) -> bool:
    """Whether a folder may have games, in it or elsewhere; quickly, without looking further."""
    remembered = any(os.path.exists(file) for file in places_files())
    return remembered or any(map(_has_session, (games, copies_folder(games))))


def _has_session(folder: Path) -> bool:
    """Whether a folder has a session; one that cannot be looked at has none."""
    with suppress(OSError, ValueError), os.scandir(folder) as entries:
        return any(entry.name.endswith(".jsonl") for entry in entries)
    return False


def places_files() -> tuple[Path, ...]:
    """The files that remember where else games lie: two, in case one of them is lost."""
    folders = dict.fromkeys((_own("data"), _own("config")))
    return tuple(folder / "places.jsonl" for folder in folders)


def settings_folder() -> Path:
    """Where this user's preferences are kept."""
    return _own("config")


def log_folder() -> Path:
    """Where what went wrong is written down."""
    return _own("log")


def cache_folder() -> Path:
    """Where things are kept that can be made again: whoever is short of room may delete it."""
    return _own("cache")


def _own(kind: Literal["data", "config", "log", "cache"]) -> Path:
    """Where the system keeps a program's files of a kind for this user, unless told otherwise."""
    if home := os.environ.get(HOME):
        return Path(home)
    import platformdirs

    folders: dict[str, Callable[..., str]] = {
        "data": platformdirs.user_data_dir,
        "config": platformdirs.user_config_dir,
        "log": platformdirs.user_log_dir,
        "cache": platformdirs.user_cache_dir,
    }
    return Path(folders[kind]("gevinstbordet", appauthor=False))
