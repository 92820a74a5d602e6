"""The moment when the facilitator corrects something."""

from __future__ import annotations

from game.engine import INDEX, TRACKS
from game.engine import events as ev
from game.gui import theme
from game.gui.geometry import Box
from game.gui.ui import Ui
from game.table.parts.meters import draw_meter
from game.table.play.moments.base import MomentScreen, first_event, note
from game.views.meter import meter_view
from game.wording import terms


class CorrectionScreen(MomentScreen):
    """The facilitator has corrected something, with a reason."""

    sign = "sliders-horizontal"
    height = 640.0

    @property
    def event(self) -> ev.CorrectionMade:
        """The event: what was corrected, and why."""
        return first_event(self.moments, ev.CorrectionMade)

    def title(self) -> str:
        """The corrected value."""
        t = self.game.t
        return t("The facilitator corrects: {what}", what=terms.corrected(t, self.event.what))

    def content(self, ui: Ui, box: Box) -> None:
        """The old and the new value, and the reason."""
        foot, body = box.cut_bottom(130, 28)
        self._change(ui, body)
        note(ui.canvas, foot, self.game.t("Reason: {reason}", reason=self.event.reason))

    def _change(self, ui: Ui, box: Box) -> None:
        c, e = ui.canvas, self.event
        for track in TRACKS:
            if track == e.what:
                points = self.before.points[INDEX[track]]
                place = box.place(min(900, box.w), min(box.h, 220))
                meter = meter_view(self.game.names, self.state, track)
                draw_meter(c, place, meter, from_points=points)
                return
        before, after = (getattr(s, e.what) for s in (self.before, self.state))
        text = f"{before} → {after}"
        c.text(box, text, 130, theme.CHALK, "bold", align="centre", valign="middle")
