"""Where files are: those that are shipped, and those of this user.

The shipped ones are inside the package when it is installed, beside it in a checkout.
"""

from __future__ import annotations

import os
from collections.abc import Callable
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
