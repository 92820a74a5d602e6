"""Where files are: those that are shipped, and the sessions of this user.

The shipped ones are inside the package when it is installed, beside it in a checkout.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def _folder(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


ASSETS = _folder("assets")
SCENARIOS = _folder("scenarios")


def sessions_folder() -> Path:
    """Where the system keeps a program's data for this user."""
    import platformdirs

    return Path(platformdirs.user_data_dir("gevinstbordet", appauthor=False)) / "sessions"
