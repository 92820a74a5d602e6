"""Works a table without a window."""

from __future__ import annotations

from game.table.flow.application import TABLE
from tests.gui import driver
from tests.gui.driver import QUICK, SIZES, Calls, Cloth, squeezed

__all__ = ["QUICK", "SIZES", "Calls", "Cloth", "Driver", "squeezed"]


class Driver(driver.Driver):
    """A driver of the application that the table is."""

    spec = TABLE
