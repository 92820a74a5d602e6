"""All problems of a case that is being written; pressing one leads to its field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.drag import Spot
from game.gui.widgets.label import Label
from game.i18n import Words
from game.table.parts.troubles import Trouble

_SIZE: Final = 24
_MEND: Final = 340.0


@dataclass(frozen=True, slots=True)
class ListExits:
    """What the list asks for: its rows, how many values are mended for certain, and to do so."""

    troubles: Callable[[Words], Sequence[Trouble]]
    certain: Callable[[], int]
    mend_certain: Callable[[], object]


class ProblemList(Screen):
    """Errors, then warnings, each in the order of the file."""

    overlay = True

    def __init__(self, exits: ListExits) -> None:
        self.exits = exits

    def build(self, ui: Ui) -> None:
        """The list in a dialog; each row can be pressed."""
        t, found = ui.t, list(self.exits.troubles(ui.t))
        rest = dialog(ui, 1500, 960, t("What has to be looked at"), self.back)
        if certain := self.exits.certain():
            rest = self._offer_mending(ui, rest, certain)
        if not found:
            text = t("No errors and no warnings. Simulate the case, and then try it with people.")
            ui.canvas.text(rest, text, (30, 28, 26, 24), theme.CHALK)
        highs = [self._high(ui, trouble, rest.w - 150) for trouble in found]
        with ui.scroll("problems", rest.inset(-6), sum(highs) + 12) as inner:
            inner = inner.inset(6)
            for n, (trouble, row) in enumerate(zip(found, inner.rows(highs or 1), strict=False)):
                self._row(ui, n, trouble, row.cut_bottom(12)[1])
        ui.focus_on("problem-0" if found else "close")

    def _offer_mending(self, ui: Ui, box: Box, certain: int) -> Box:
        """The button that mends what is certain, at the foot; returns the rest."""
        foot, rest = box.cut_bottom(72, 18)
        text = ui.t.plural(
            "Mend {n} place for which it is certain …",
            "Mend {n} places for which it is certain …",
            certain,
        )
        face = Label(text, icon="badge-check", style="primary", size=26)
        ui.add(Button("mend-certain", foot.cut_right(760)[0], face, self.exits.mend_certain))
        return rest

    def _high(self, ui: Ui, trouble: Trouble, wide: float) -> float:
        if trouble.mend is not None:
            wide -= _MEND
        return ui.type.height(trouble.told, wide - 40, _SIZE * ui.type.grow) + 84

    def _row(self, ui: Ui, n: int, trouble: Trouble, box: Box) -> None:
        spot = box
        if trouble.mend is not None:
            button, spot = box.cut_right(_MEND, 12)
            face = Label(trouble.mending, icon="badge-check", size=24)
            press = partial(self._mend, trouble.mend)
            ui.add(Button(f"mend-{n}", button.place(_MEND, min(72, button.h)), face, press))
        draw, go = partial(self._draw, trouble), partial(self._go, trouble)
        ui.add(Spot(f"problem-{n}", spot, draw=draw, on_press=go, radius=12))

    def _draw(self, trouble: Trouble, c: Canvas, box: Box) -> None:
        c.panel(box, theme.PAPER, 12, lift=4)
        sign, words = box.inset(18, 12).cut_left(40, 16)
        ink = theme.BAD_DARK if trouble.wrong else theme.INK
        icon = "circle-alert" if trouble.wrong else "info"
        c.icon(icon, sign.cut_top(36)[0].place(34, 34), ink)
        head, told = words.cut_top(32, 4)
        c.text(head, trouble.head(c.t), (22, 20, 18, 16), ink, "bold", valign="middle")
        c.text(told, trouble.told, (_SIZE, 22, 20, 18, 17, 16), theme.INK)

    def _go(self, trouble: Trouble) -> None:
        self.app.pop(self)
        if trouble.go is not None:
            trouble.go()

    def _mend(self, mend: Callable[[], object]) -> None:
        mend()
        self.refresh()
