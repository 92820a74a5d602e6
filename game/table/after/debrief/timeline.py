"""The timeline page: the whole game in one picture, with its key moments as buttons."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.debrief import Moment
from game.debrief.highlights import chronological
from game.debrief.talk import PageKind
from game.gui import theme
from game.gui.geometry import Box
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label, Style
from game.table import marks
from game.table.after.debrief.figures import ICONS
from game.table.after.debrief.track_lanes import Axis, axis_in, draw_lanes, draw_rounds, places
from game.table.parts.discussion.discussion import Discussion
from game.table.parts.discussion.page import DiscussionPage
from game.wording.debrief_texts import DebriefPhase

MARK = 58
"""The side length of a moment's numbered mark."""

_LINES = {"round": theme.PANEL_LINE, "moment": theme.CHALK_SOFT}
"""The colours of the vertical lines."""

OpenMoment = Callable[[Moment], object]


class TimelinePage(DiscussionPage):
    """The four tracks over the whole game, with numbered key moments above, and what was marked."""

    phase: DebriefPhase = "happened"
    kind: PageKind = "timeline"

    def __init__(self, discussion: Discussion, open_: OpenMoment) -> None:
        super().__init__(discussion)
        self.open = open_

    def build(self, ui: Ui, box: Box) -> None:
        """The marks, the lanes, the rounds and the legend."""
        d = self.discussion.debrief
        marks, rest = box.cut_top(MARK, 22)
        legend, rest = rest.cut_bottom(44, 6)
        rounds, lanes = rest.cut_bottom(46, 4)
        axis = axis_in(lanes, d.curves)
        draw_lanes(ui.canvas, lanes, d)
        draw_rounds(ui.canvas, rounds, lanes, axis, d)
        add_marks(ui, marks, axis, self.discussion, self.open, lead=lanes)
        _legend(ui, legend)
        if not self.discussion.to_choose:
            message = ui.t("No moment stands out yet.")
            ui.canvas.text(marks, message, theme.ROOM, theme.CHALK_SOFT, align="centre")


def add_marks(
    ui: Ui,
    row: Box,
    axis: Axis,
    discussion: Discussion,
    open_: OpenMoment,
    *,
    lead: Box | None = None,
    current: Moment | None = None,
) -> None:
    """Add a mark at each key moment, with a line down into the lanes.

    It has the moment's number; what the group marked itself has its own sign.
    """
    moments = chronological(discussion.to_choose)
    titles = discussion.titles(ui.t, moments)
    found = places(moments, axis, discussion.debrief.curves, MARK, 10)
    for moment, title, (at, x) in zip(moments, titles, found, strict=True):
        box = Box(x - MARK / 2, row.y, MARK, MARK)
        if lead is not None:
            ui.canvas.line([(x, box.bottom + 2), (at, lead.y)], theme.CHALK_SOFT, 3)
            ui.canvas.fill(Box(at - 1, lead.y, 2, lead.h), theme.clear(theme.CHALK, 90))
        number, style = discussion.number(moment), _style(discussion, moment, current)
        icon = "" if number else ICONS[type(moment.about)]
        key = f"moment:{discussion.to_choose.index(moment) + 1}"
        label = Label(number, icon=icon, style=style, size=34)
        ui.add(Button(key, box, label, partial(open_, moment), tip=title))


def _style(discussion: Discussion, moment: Moment, current: Moment | None) -> Style:
    """The mark of a moment: shown now, chosen to be talked about, or there to be looked at."""
    if moment is current:
        return "primary"
    return "secondary" if moment in discussion.chosen else "quiet"


def _legend(ui: Ui, box: Box) -> None:
    """The legend of the lanes, in one line."""
    c, t = ui.canvas, ui.t
    x = box.x
    for kind, caption in (
        ("area", t("realised")),
        ("claims", t("claimed")),
        ("goal", t("goal")),
        ("round", t("a new round")),
        ("moment", t("key moment")),
        ("mark", t("chosen moment")),
    ):
        sign = Box(x, box.centre[1] - 14, 44, 28)
        if kind == "area":
            c.fill(sign.inset(0, 4), marks.TRACK["citizen"].colour)
        elif kind == "claims":
            c.fill(Box(sign.x, sign.centre[1] - 2, 44, 4), theme.ACCENT)
        elif kind == "goal":
            for dash in (0, 26):
                c.fill(Box(sign.x + dash, sign.centre[1] - 1.5, 14, 3), theme.CHALK)
        elif kind in _LINES:
            c.fill(sign.place(2, 36), _LINES[kind])
        else:
            c.panel(sign.place(30, 28), theme.PAPER, 6)
        wide = c.type.width(caption, theme.ROOM) + 4
        c.text(Box(x + 58, box.y, wide, box.h), caption, theme.ROOM, theme.CHALK, valign="middle")
        x += 58 + wide + 56
