"""Works a table without a window."""

from __future__ import annotations

from game.gui.widgets.hold_button import HoldButton
from game.table.flow.application import TABLE
from tests.gui import driver
from tests.gui.driver import QUICK, SIZES, Calls, Cloth, squeezed

__all__ = ["QUICK", "SIZES", "Calls", "Cloth", "Driver", "squeezed"]

_ROLLS = 2.0
"""Seconds."""


class Driver(driver.Driver):
    """A driver of the application that the table is."""

    spec = TABLE

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
