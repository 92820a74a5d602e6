"""The handler of ``gevinst edit``."""

from __future__ import annotations

from pathlib import Path

from game.cli.errors import InputError
from game.cli.options import RootOptions
from game.cli.window import open_window
from game.content.findings import Finding
from game.content.reader import read_bytes
from game.i18n import Words


def edit(t: Words, file: Path | None, root: RootOptions, *, fullscreen: bool) -> int:
    """Open the editor, with a case if one is named; returns the exit code."""
    if file is not None and isinstance(read_bytes(file), Finding):
        raise InputError(t("There is no case file {file}.", file=file))
    return open_window(
        t, root.folder, fullscreen=fullscreen or root.fullscreen, writing=True, edited=file
    )
