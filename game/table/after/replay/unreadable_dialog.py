"""The dialog that names the files of a list which cannot be read, each with the reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from pathlib import Path

from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.drag import Spot
from game.gui.widgets.label import Label
from game.session import inspect_file
from game.session.errors import Trouble
from game.session.repair_told import is_damage
from game.table.parts.long_list import add_long_list

_ROW, _GAP = 96, 10


class UnreadableDialog(Screen):
    """Files and reasons in a list that scrolls; a file is looked at when its row is seen.

    ``repair`` is offered for each that is damaged.
    """

    overlay = True

    def __init__(
        self, files: Sequence[Path], repair: Callable[[Path, Trouble], object] | None = None
    ) -> None:
        self.files = tuple(files)
        self.repair = repair
        self._trouble = lru_cache(None)(_trouble)

    def build(self, ui: Ui) -> None:
        """What can be done about it, and the list."""
        t = ui.t
        high, grow = _ROW * ui.type.grow, ui.type.grow
        listed = len(self.files) * (high + _GAP) + 170 + 76 * grow
        rest = dialog(ui, 1500, min(860.0, listed), t("Files that cannot be read"), self.back)
        about, rest = rest.cut_top(76 * grow, 12)
        told = t(
            "They are left as they are. Look for a copy that is whole. What is whole in a damaged "
            "one is saved by “Repair”, as a new game."
        )
        ui.canvas.text(about, told, (26, 22), theme.CHALK_SOFT)
        build = partial(self._row, ui)
        add_long_list(ui, "files", rest.inset(10), len(self.files), build, high=high, gap=_GAP)
        ui.focus_on("close")

    def _row(self, ui: Ui, n: int, box: Box) -> None:
        file = self.files[n]
        trouble = self._trouble(file)
        if self.repair is not None and trouble is not None and is_damage(trouble):
            wide = ui.type.width(ui.t("Repair"), 26, "semibold") + 60
            place, box = box.cut_right(wide, 12)
            press = partial(self._repair, file, trouble)
            ui.add(Button(f"repair-{n}", place.inset(0, 10), Label(ui.t("Repair"), size=26), press))
        ui.add(Spot(f"file-{n}", box, draw=partial(self._draw, file), radius=12))

    def _draw(self, file: Path, c: Canvas, box: Box) -> None:
        c.panel(box, theme.PAPER, 12)
        name, why = box.inset(24, 10).rows([5, 6], 0)
        called = file.name.encode(errors="replace").decode()
        c.text(name, called, (26, 20), theme.INK, "semibold", valign="middle")
        trouble = self._trouble(file)
        text = c.t("It is not a saved game.")
        if trouble is not None:  # what helps against damage stands above the list
            told = trouble.message if is_damage(trouble) else trouble
            text = told.translate(c.t)
        text = text.replace(file.name, c.t("The file")).replace(called, c.t("The file"))
        c.text(why, text, (24, 18), theme.BAD_DARK, valign="middle")

    def _repair(self, file: Path, trouble: Trouble) -> None:
        self.app.pop(self)
        assert self.repair is not None
        self.repair(file, trouble)


def _trouble(file: Path) -> Trouble | None:
    return inspect_file(file).trouble
