"""Opening a case file: by its path, by dropping it on the window, or from the case folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pygame

from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.field import TextField
from game.gui.widgets.label import Label
from game.paths import is_folder
from game.resources import system_documents
from game.table.parts.browse.chooser import FileChooser, Wanted
from game.table.parts.folder_names import draw_folder, folder_name

LONGEST_PATH = 1000


class OpenFileDialog(Screen):
    """A field for the path, and the alternatives. ``open_file`` is called with the path."""

    overlay = True

    def __init__(self, open_file: Callable[[str], object], folder: Path | None) -> None:
        self.open_file = open_file
        self.folder = folder
        self.path = ""

    def build(self, ui: Ui) -> None:
        """Instructions, the field, and the folder of the user's own cases."""
        t = ui.t
        rest = dialog(ui, 1400, 640, t("Open your own case"), self.back)
        about, rest = rest.cut_top(96, 20)
        text = t(
            "Drop the case (.gevinst, .toml or .xlsx) or a saved game on this window, browse for "
            "it, or write where it is. What may be wrong with it is shown by line or cell."
        )
        ui.canvas.text(about, text, (30, 28, 26, 24), theme.CHALK)
        line, rest = rest.cut_top(74, 30)
        self._field(ui, line)
        buttons, rest = rest.cut_bottom(80, 20)
        if self.folder is not None:
            self._folder(ui, rest, self.folder)
        no, browse, yes = buttons.columns((3, 4, 6), 20)
        ui.add(Button("no", no, Label(t("Cancel"), style="quiet", size=28), self.back))
        look = Label(t("Browse …"), icon="search", style="quiet", size=28)
        ui.add(Button("browse", browse, look, self._browse))
        label = t("Open the file")
        ui.add(
            Button(
                "yes", yes, Label(label, icon="folder-open", style="primary", size=32), self._open
            )
        )
        ui.focus_on("path")

    def _field(self, ui: Ui, box: Box) -> None:
        ui.add(
            TextField(
                "path",
                box,
                self.path,
                self._write,
                limit=LONGEST_PATH,
                placeholder=ui.t("For example: Documents/our-case.toml"),
                size=28,
                on_enter=self._open,
            )
        )

    def _folder(self, ui: Ui, box: Box, folder: Path) -> None:
        ui.canvas.panel(box, theme.PANEL, line=theme.PANEL_LINE)
        told = ui.t("Cases that lie in this folder are always in the list:")
        text, sizes = f"{told}\n{folder_name(ui.t, folder)}", (26, 24, 22, 20, 18, 16)
        draw_folder(ui, box.inset(24, 16), text, folder, sizes, theme.CHALK)

    def _write(self, path: str) -> None:
        self.path = path

    def _open(self) -> None:
        if not self.path.strip():
            self.app.toast(self.app.t("Write where the file is, or drop it on the window."))
            return
        self.app.pop(self)
        self.open_file(self.path)

    def _browse(self) -> None:
        suffixes = (".gevinst", ".toml", ".xlsx", ".jsonl", ".zip")
        start = self.folder if self.folder is not None and is_folder(self.folder) else None
        wanted = Wanted(
            self.app.t("Which case or game shall be opened?"),
            suffixes,
            self.app.t("Cases and games"),
            start or system_documents(),
        )
        self.app.push(FileChooser(wanted, self._chosen))

    def _chosen(self, path: str) -> None:
        self.app.pop(self)
        self.open_file(path)

    def handle(self, event: pygame.Event) -> bool:
        """Open a file that is dropped here."""
        if event.type != pygame.DROPFILE:
            return False
        self.app.pop(self)
        self.open_file(event.file)
        return True
