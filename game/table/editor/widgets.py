"""Widgets of the editor's form."""

from __future__ import annotations

from collections.abc import Callable

from game.gui.geometry import Box
from game.gui.widgets.base import WidgetContext
from game.table.parts.dialog_widgets import Counter


class CompactCounter(Counter):
    """A number between minus and plus, on one line of a form; ``by`` is the size of a step."""

    def __init__(
        self,
        key: str,
        box: Box,
        value: int,
        on_change: Callable[[int], object],
        *,
        low: int,
        high: int,
        text: str,
        by: int = 1,
        tip: str = "",
    ) -> None:
        super().__init__(key, box, value, on_change, low=low, high=high, text=text)
        self.by = by
        self.tip = tip

    def set_number(self, ui: WidgetContext, value: int) -> None:
        """Change the number by whole steps."""
        steps = value - self.value
        super().set_number(ui, self.value + steps * self.by)

    def _cells(self) -> tuple[Box, Box, Box]:
        side = min(self.box.h, self.box.w * 0.32)
        minus, rest = self.box.cut_left(side)
        plus, middle = rest.cut_right(side)
        return minus, middle, plus
