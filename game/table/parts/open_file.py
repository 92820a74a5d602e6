"""Opening a file: by its path, by dropping it on the window, or by browsing for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from game.frozen import frozen
from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.field import TextField
from game.gui.widgets.label import Label
from game.i18n import mark
from game.paths import is_folder
from game.resources import system_documents
from game.table.parts.browse.chooser import FileChooser, Wanted
from game.table.parts.folder_names import draw_folder, folder_name

LONGEST_PATH = 1000


@frozen
class AskedFile:
    """What kind of file is asked for: messages, and how names of such files end."""

    title: str
    about: str
    example: str
    listed: str
    which: str
    kinds: str
    suffixes: tuple[str, ...]


CASE: Final = AskedFile(
    mark("Open another file"),
    mark(
        "Drop the case (.gevinst, .toml or .xlsx) or a saved game on this window, browse for "
        "it, or write where it is. It stays there, and is in the list from then on. What may be "
        "wrong with it is shown by line or cell."
    ),
    mark("For example: Documents/our-case.toml"),
    mark("Cases that lie in this folder are always in the list:"),
    mark("Which case or game do you want to open?"),
    mark("Cases and games"),
    (".gevinst", ".toml", ".xlsx", ".jsonl", ".zip"),
)
GAME: Final = AskedFile(
    mark("Open a saved game"),
    mark(
        "Drop the file of the game (.jsonl) on this window, browse for it, or write where it is. "
        "It stays where it is: what you add is written into it, and it is in the list from then on."
    ),
    mark("For example: Documents/2026-11-30-pas-0841.jsonl"),
    mark("Games that lie in this folder are always in the list:"),
    mark("Which game do you want to open?"),
    mark("Saved games"),
    (".jsonl", ".txt", ".gz", ".zip"),
)


class OpenFileDialog(Screen):
    """A field for the path, and the alternatives. ``open_file`` is called with the path.

    Files that lie in ``folder`` are found without it.
    """

    overlay = True
    keeps_words = True

    def __init__(
        self, asked: AskedFile, open_file: Callable[[str], object], folder: Path | None
    ) -> None:
        self.asked = asked
        self.open_file = open_file
        self.folder = folder
        self.path = ""

    def build(self, ui: Ui) -> None:
        """Instructions, the field, and the folder whose files are in the list."""
        t = ui.t
        rest = dialog(ui, 1400, 640, t(self.asked.title), self.back)
        about, rest = rest.cut_top(96, 20)
        ui.canvas.text(about, t(self.asked.about), (30, 24), theme.CHALK)
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
                placeholder=ui.t(self.asked.example),
                size=28,
                on_enter=self._open,
            )
        )

    def _folder(self, ui: Ui, box: Box, folder: Path) -> None:
        ui.canvas.panel(box, theme.PANEL, line=theme.PANEL_LINE)
        told = ui.t(self.asked.listed)
        text, sizes = f"{told}\n{folder_name(ui.t, folder)}", (26, 24, 22, 20, theme.LEAST)
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
        start = self.folder if self.folder is not None and is_folder(self.folder) else None
        wanted = Wanted(
            self.app.t(self.asked.which),
            self.asked.suffixes,
            self.app.t(self.asked.kinds),
            start or system_documents(),
        )
        self.app.push(FileChooser(wanted, self._chosen))

    def _chosen(self, path: str) -> None:
        self.app.pop(self)
        self.open_file(path)

    def take_file(self, path: str) -> bool:
        """Open a file that is dropped here."""
        self.app.pop(self)
        self.open_file(path)
        return True
