"""A case that is being written leaves as a workbook and comes back: the two ways to choose from."""

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
from game.gui.widgets.label import Label
from game.gui.widgets.two_line_button import TwoLineButton
from game.table.parts.folder_names import draw_folder, folder_name

_ROW: Final = 104.0
_SIZES: Final = (28, 20)


@frozen
class WorkbookExits:
    """What the dialog asks for.

    ``write`` writes the workbook and gives its path, or ``None`` when the screen was told why not;
    ``show`` opens a file in the program that the machine has for it; ``read`` asks for a workbook
    and takes it over; ``give_on`` shows how else the case is given to others.
    """

    write: Callable[[], Path | None]
    show: Callable[[Path], object]
    read: Callable[[], object]
    give_on: Callable[[], object]


class WorkbookDialog(Screen):
    """To a spreadsheet, and back from one; and on to others."""

    overlay = True

    def __init__(self, exits: WorkbookExits) -> None:
        self.exits = exits
        self.written: Path | None = None

    def build(self, ui: Ui) -> None:
        """What it is for, the two ways, and where the workbook lies once it is written."""
        t = ui.t
        rest = dialog(ui, 1240, 740, t("The case in a spreadsheet, or on to others"), self.back)
        about, rest = rest.cut_top(130, 20)
        text = t(
            "A sheet for each sort of card, with lists to choose from and both languages "
            "side by side. Write what you like in it, save it, and read it in again here."
        )
        ui.canvas.text(about, text, _SIZES, theme.CHALK)
        for key, face, do in (
            (
                "write",
                Label(
                    t("Save it as a workbook (Excel)"),
                    caption=t("A new file beside the case: nothing is written over"),
                    icon="table",
                    size=28,
                ),
                self._write,
            ),
            (
                "read",
                Label(
                    t("Take a workbook back …"),
                    caption=t("You see what it changes before it is done"),
                    icon="folder-open",
                    size=28,
                ),
                self._read,
            ),
            (
                "give-on",
                Label(
                    t("Print it, or pack it for others …"),
                    caption=t("PDF for a table without a projector, or one file to send"),
                    icon="package",
                    size=28,
                ),
                self._give_on,
            ),
        ):
            row, rest = rest.cut_top(_ROW, 16)
            ui.add(TwoLineButton(key, row, face, do))
        if self.written is not None:
            self._tell(ui, rest.cut_top(8)[1], self.written)
        ui.focus_on("read" if self.written else "write")

    def _tell(self, ui: Ui, box: Box, file: Path) -> None:
        """Where the workbook lies, and a button that opens it."""
        line = box.cut_top(72)[0]
        button, words = line.cut_right(340, 20)
        where = folder_name(ui.t, file.parent)
        text = ui.t("Written: {file} in {folder}", file=file.name, folder=where)
        draw_folder(
            ui, words, text, file, (26, 24, 22, 20, theme.LEAST), theme.CHALK, valign="middle"
        )
        face = Label(ui.t("Open the workbook"), icon="play", style="quiet", size=26)
        ui.add(Button("show", button, face, lambda: self.exits.show(file)))

    def _write(self) -> None:
        self.written = self.exits.write() or self.written
        self.refresh()

    def _read(self) -> None:
        self.app.pop(self)
        self.exits.read()

    def _give_on(self) -> None:
        self.app.pop(self)
        self.exits.give_on()
