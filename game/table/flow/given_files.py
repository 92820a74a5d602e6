"""A file that was dropped on the window, or whose path was written: its path, or what is wrong."""

from __future__ import annotations

from pathlib import Path

from game.gui.screen import ScreenHost


def given_path(app: ScreenHost, written: str) -> Path | None:
    """The path that is meant; ``None`` when the screen was told what is wrong with it."""
    from game.paths import PathError, hidden, typed_path

    try:
        path = typed_path(written)
    except PathError as error:
        app.tell(error)
        return None
    if why := hidden(path):
        app.tell(why)
        return None
    return path
