"""Works the facilitator's window, without one."""

from __future__ import annotations

from typing import cast

from game.gui.app import App
from game.table.play.facilitator_screen import FacilitatorScreen
from tests.table.driver import Driver


class Beside(Driver):
    """A hand on mouse and keyboard in the second window."""

    def __init__(self, app: App) -> None:
        assert app.second is not None
        self.app = cast(App, app.second)  # what a driver does to an application, a pane can

    @property
    def screen(self) -> FacilitatorScreen:
        screen = self.app.screens[0]
        assert isinstance(screen, FacilitatorScreen)
        return screen
