"""The moment when trust has run out."""

from __future__ import annotations

from game.engine import events as ev
from game.gui.geometry import Box
from game.gui.ui import Ui
from game.table.play.check.stage_round import draw_crisis
from game.table.play.moments.base import MomentScreen, find_event, first_event, note
from game.wording.event_texts import event_text


class CrisisScreen(MomentScreen):
    """Trust has run out: the project is paused, or stopped."""

    sign = "triangle-alert"

    def title(self) -> str:
        """Whether it is paused or stopped."""
        return self.game.t("Trust is gone")

    def content(self, ui: Ui, box: Box) -> None:
        """Its sign, and what it means."""
        t = self.game.t
        foot, body = box.cut_bottom(130, 24)
        event = find_event(self.moments, ev.Paused) or first_event(self.moments, ev.Stopped)
        paused = isinstance(event, ev.Paused)
        title = t("The project is paused") if paused else t("The project is stopped")
        draw_crisis(ui.canvas, body, "pause" if paused else "hand", title)
        text = event_text(event, self.state, self.game.case, t)
        note(ui.canvas, foot, text or "")
