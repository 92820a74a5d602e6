"""The dialog that names the files of a list which cannot be read, each with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial
from pathlib import Path

from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.drag import Spot
from game.session import inspect_file
from game.session.errors import Trouble
from game.table.parts.long_list import add_long_list

_ROW, _GAP = 96, 10


class UnreadableDialog(Screen):
    """Files and reasons in a list that scrolls; a file is looked at when its row is seen."""

    overlay = True

    def __init__(self, files: Sequence[Path]) -> None:
        self.files = tuple(files)
        self._trouble = lru_cache(None)(_trouble)

    def build(self, ui: Ui) -> None:
        """What can be done about it, and the list."""
        t = ui.t
        high, grow = _ROW * ui.type.grow, ui.type.grow
        listed = len(self.files) * (high + _GAP) + 170 + 76 * grow
        rest = dialog(ui, 1500, min(860.0, listed), t("Files that cannot be read"), self.back)
        about, rest = rest.cut_top(76 * grow, 12)
        told = t(
            "They are left as they are. Look for a copy that is whole; or “gevinst verify” says "
            "what is wrong and where, and “gevinst repair” saves what is whole."
        )
        ui.canvas.text(about, told, (26, 24, 22), theme.CHALK_SOFT)
        build = partial(self._row, ui)
        add_long_list(ui, "files", rest.inset(10), len(self.files), build, high=high, gap=_GAP)
        ui.focus_on("close")

    def _row(self, ui: Ui, n: int, box: Box) -> None:
        ui.add(Spot(f"file-{n}", box, draw=partial(self._draw, self.files[n]), radius=12))

    def _draw(self, file: Path, c: Canvas, box: Box) -> None:
        c.panel(box, theme.PAPER, 12)
        name, why = box.inset(24, 10).rows([5, 6], 0)
        called = file.name.encode(errors="replace").decode()
        c.text(name, called, (26, 24, 22, 20), theme.INK, "semibold", valign="middle")
        trouble = self._trouble(file)
        text = c.t("It is no session.") if trouble is None else trouble.translate(c.t)
        text = text.replace(file.name, c.t("The file")).replace(called, c.t("The file"))
        c.text(why, text, (24, 22, 20, 18), theme.BAD_DARK, valign="middle")


def _trouble(file: Path) -> Trouble | None:
    return inspect_file(file).trouble
