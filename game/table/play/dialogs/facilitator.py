"""The facilitator's console over the table: everything that is not a player's move."""

from __future__ import annotations

from functools import partial

from game.gui.dialogs.action_list import add_column
from game.gui.dialogs.modal import dialog
from game.gui.ui import Ui
from game.table.parts.shortcuts import CONSOLE
from game.table.play.dialogs.base import Dialog, why_busy
from game.table.play.dialogs.facilitating import DEEDS, FacilitatorActions
from game.table.play.services import TableServices


class Console(Dialog):
    """Three columns: the decisions, the table, the screen."""

    topic = "facilitator"
    stops_clock = True
    bindings = (CONSOLE, DEEDS)

    def __init__(self, services: TableServices) -> None:
        super().__init__(services.game)
        self.services = services
        self.below = why_busy(services.game)
        """Why nothing can be changed from here, if something else was open on the board."""

    def build(self, ui: Ui) -> None:
        """Every action as a button with a description; one that is disabled gives the reason."""
        t = self.t
        leave = partial(self.app.pop, self)
        can = FacilitatorActions(self.services, self.app, leave, self.below)
        rest = dialog(ui, 1780, 960, t("Facilitator"), self.back)
        screen = (can.settings(), can.language(), can.fullscreen(), can.motion())
        columns = (
            (t("The game"), can.decisions()),
            (t("The table"), [can.timers(), *can.of_the_group(), *can.to_read()]),
            (t("The screen"), [*screen, can.own_window(), can.to_the_start()]),
        )
        for _ in ui.alike():
            for box, (title, actions) in zip(rest.columns(3, 28), columns, strict=True):
                add_column(ui, box, title, actions, rows=8)
        ui.focus_on("timers")  # Enter undoes nothing by mistake
