"""Works a table without a window."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.text.typesetter import Drawn
from game.gui.widgets.hold_button import HoldButton
from game.table import cards
from game.table.flow.application import TABLE
from tests.gui import driver
from tests.gui.driver import QUICK, SIZES, Calls, Cloth, squeezed

__all__ = ["QUICK", "SIZES", "Calls", "Cloth", "Driver", "squeezed"]

_ROLLS = 2.0
"""Seconds."""


class Driver(driver.Driver):
    """A driver of the application that the table is."""

    spec = TABLE

    def draw_anew(self, monkeypatch: pytest.MonkeyPatch) -> list[Drawn]:
        """Every text, while all is drawn: no part is taken over, and no card has its picture."""
        with monkeypatch.context() as patch:
            patch.setattr(cards, "_cached", _without_picture)
            self._forget_parts()
            found = self.read()
        self._forget_parts()
        return found

    def _forget_parts(self) -> None:
        for screen in self.app.visible():
            screen.ui.forget_parts()
            screen.refresh()

    @property
    def asked_to_throw(self) -> str:
        """The key of the button by which somebody is asked to throw dice, if anybody is."""
        self.app.draw()
        found = (w.key for w in self.app.top.ui.widgets if isinstance(w, HoldButton))
        return next(found, "")

    def throw(self) -> None:
        """Throw the dice, if somebody is asked to, and see what they give."""
        key = self.asked_to_throw
        if key:
            self.click(key)
            self.look(_ROLLS)


def _without_picture(
    c: Canvas, box: Box, what: object, draw: Callable[[Canvas, Box], None], *more: object
) -> None:
    c.occupied.append(c.rect(box).move(c.origin))
    draw(c, box)
