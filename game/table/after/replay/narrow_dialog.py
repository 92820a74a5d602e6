"""The dialog in which a list of games is narrowed down to one case, ending, month or tag."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.drag import Spot
from game.session.finding import Facet, FacetOption
from game.table.after.replay.filter_bar import TITLES, facet_text
from game.table.parts.long_list import add_long_list

_ROW, _GAP = 64, 8


class NarrowDialog(Screen):
    """What can be chosen, with how many games have it; the first row takes the choice back."""

    overlay = True

    def __init__(
        self,
        facet: Facet,
        options: Sequence[FacetOption],
        chosen: str,
        choose: Callable[[str], object],
    ) -> None:
        self.facet: Facet = facet
        self.options = (None, *options)
        self.choose = choose
        values = [None if option is None else option.value.casefold() for option in self.options]
        self.chosen = values.index(chosen) if chosen in values else 0

    def build(self, ui: Ui) -> None:
        """The rows, the chosen one outlined."""
        high = _ROW * ui.type.grow
        listed = len(self.options) * (high + _GAP) - _GAP
        rest = dialog(ui, 1000, min(860.0, listed + 170), ui.t(TITLES[self.facet]), self.back)
        build = partial(self._row, ui)
        add_long_list(ui, "options", rest.inset(10), len(self.options), build, high=high, gap=_GAP)
        ui.focus_on(f"option-{self.chosen}")

    def _row(self, ui: Ui, n: int, box: Box) -> None:
        draw, press = partial(self._draw, n), partial(self._choose, n)
        ui.add(Spot(f"option-{n}", box, draw=draw, on_press=press, radius=12))

    def _draw(self, n: int, c: Canvas, box: Box) -> None:
        option, t = self.options[n], c.t
        c.panel(box, theme.PAPER, 12, lift=4)
        inner = box.inset(24, 6)
        if option is not None:
            many, inner = inner.cut_right(150, 20)
            text = t.plural("{n} game", "{n} games", option.count)
            c.text(many, text, (22, 18), theme.INK_SOFT, align="right", valign="middle")
        name = facet_text(t, self.facet, "" if option is None else option.value)
        c.text(inner, name, (28, 20), theme.INK, "semibold", valign="middle")
        if n == self.chosen:
            c.outline(box.inset(-3), theme.ACCENT, 14, 5)

    def _choose(self, n: int) -> None:
        self.app.pop(self)
        option = self.options[n]
        self.choose("" if option is None else option.value)
