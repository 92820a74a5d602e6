"""The dialog that asks which session of an archive shall be opened, where it holds several."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import PurePosixPath

from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.drag import Spot
from game.table.parts.long_list import add_long_list

_ROW, _GAP = 72, 10


class ChooseInsideDialog(Screen):
    """The sessions of an archive by their names there; ``choose`` gets the name."""

    overlay = True

    def __init__(self, file: str, names: Sequence[str], choose: Callable[[str], object]) -> None:
        self.file = file
        self.names = tuple(names)
        self.choose = choose

    def build(self, ui: Ui) -> None:
        """What is asked, and the list."""
        t, high, about = ui.t, _ROW * ui.type.grow, 84 * ui.type.grow
        listed = len(self.names) * (high + _GAP) + about + 190
        rest = dialog(ui, 1200, min(860.0, listed), t("Which game do you want to open?"), self.back)
        words, rest = rest.cut_top(about, 12)
        told = t(
            "{file} holds several. The one that you choose is unpacked, and the archive stays as "
            "it is.",
            file=self.file,
        )
        ui.canvas.text(words, told, (26, 22), theme.CHALK_SOFT)
        build = partial(self._row, ui)
        add_long_list(ui, "inside", rest.inset(10), len(self.names), build, high=high, gap=_GAP)
        ui.focus_on("inside-0")

    def _row(self, ui: Ui, n: int, box: Box) -> None:
        draw, press = partial(self._draw, self.names[n]), partial(self._choose, self.names[n])
        ui.add(Spot(f"inside-{n}", box, draw=draw, on_press=press, radius=12))

    def _draw(self, name: str, c: Canvas, box: Box) -> None:
        c.panel(box, theme.PAPER, 12, lift=4)
        inner, path = box.inset(24, 8), PurePosixPath(name)
        if len(path.parts) > 1:
            where, inner = inner.cut_right(inner.w * 0.4, 20)
            sizes = (22, 18)
            c.text(where, str(path.parent), sizes, theme.INK_SOFT, align="right", valign="middle")
        c.text(inner, path.stem, (30, 22), theme.INK, "semibold", valign="middle")

    def _choose(self, name: str) -> None:
        self.app.pop(self)
        self.choose(name)
