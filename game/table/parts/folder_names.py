"""Folders as people know them: from *Documents* on, not from the root of the machine."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from game.gui.geometry import Box
from game.gui.paint.canvas import Valign
from game.gui.theme import Colour
from game.gui.ui import Ui
from game.i18n import Words
from game.resources import system_documents

_BETWEEN: Final = " › "


def folder_name(t: Words, folder: Path) -> str:
    """The way to a folder from the user's documents on, or the last two steps to any other."""
    documents = system_documents()
    if folder.is_relative_to(documents):
        return _BETWEEN.join((t("Documents"), *folder.relative_to(documents).parts))
    return _BETWEEN.join(folder.parts[1:][-2:]) or str(folder)


def draw_folder(
    ui: Ui,
    box: Box,
    text: str,
    folder: Path,
    sizes: tuple[float, ...],
    ink: Colour,
    *,
    valign: Valign = "top",
) -> None:
    """Draw a text with the name of a folder in it; pointed at, it tells the whole path."""
    used = ui.canvas.text(box, text, sizes, ink, valign=valign)
    ui.explain("folder", used, str(folder))
