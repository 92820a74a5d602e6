"""The announced saving, and what the operation costs today: the starting point, open to all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.content import Case
from game.engine import TRACKS, Track
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.choice import Choice
from game.table.cards.parts import track_sign
from game.table.parts.economy import draw_economy
from game.table.parts.page import footer, heading
from game.wording import figures


@dataclass(frozen=True, slots=True)
class AnnouncementFlow:
    """What comes after, told whether the game is to be guided; and before."""

    onward: Callable[[bool], object]
    back: Callable[[], object]


class Announcement(Screen):
    """The message at the left, the economy in the middle, the four tracks' goals at the right."""

    topic = "table"
    rim = True

    def __init__(self, case: Case, flow: AnnouncementFlow, *, guided: bool = False) -> None:
        self.case = case
        self.flow = flow
        self.guided = guided

    def build(self, ui: Ui) -> None:
        """Message, economy, goals."""
        t, case = ui.t, self.case
        rest = heading(ui, case.title.read(t.lang))
        label = t("To the table")
        body, middle = footer(ui, rest, back=self.flow.back, onward=label, on_onward=self._onward)
        self._guide(ui, middle)
        left, right = body.columns([9, 10], 36)
        goals, message = left.cut_bottom(276, 28)
        draw_message(ui.canvas, message, case)
        draw_goals(ui.canvas, goals, case)
        draw_economy(ui.canvas, right, case.economy)
        ui.focus_on("onward")

    def _guide(self, ui: Ui, box: Box) -> None:
        """Whether short hints are shown while the game is played."""
        t = ui.t
        switch, words = box.inset(12, 0).cut_right(220, 20)
        text = t("Hints while you play")
        sizes = (28, 26, 24)
        ui.canvas.text(words, text, sizes, theme.CHALK, align="right", valign="middle")
        options = [(True, t("On")), (False, t("Off"))]
        place = switch.place(switch.w, 64)
        tip = t("Short hints at the right place and time. They can be put away at any time.")
        ui.add(Choice("guide", place, options, self.guided, self._set_guide, size=26, tip=tip))

    def _set_guide(self, on: bool) -> None:
        self.guided = on

    def _onward(self) -> None:
        self.flow.onward(self.guided)

    def back(self) -> None:
        """Esc goes back."""
        self.flow.back()


def draw_message(c: Canvas, box: Box, case: Case) -> None:
    """What was announced, as a letter on the table; without one, the case's story."""
    c.panel(box, theme.PAPER, 18, lift=14)
    inner = box.inset(34, 26)
    head, inner = inner.cut_top(40, 12)
    sign, words = head.cut_left(40, 14)
    c.icon("megaphone", sign, theme.BAD_DARK)
    c.text(words, c.t("It has been announced"), 28, theme.INK, "bold", valign="middle")
    text = case.economy.announcement or case.story
    sizes = (36, 33, 30, 28, 26, 24, 22, 20, 18)
    c.text(inner, text.read(c.type.lang), sizes, theme.INK)


def draw_goals(c: Canvas, box: Box, case: Case) -> None:
    """Each track's indicator from where it is to where it should be."""
    c.panel(box, theme.PANEL, 18, line=theme.PANEL_LINE)
    for _ in c.alike():
        for row, track in zip(box.inset(24, 12).rows(4), TRACKS, strict=True):
            _draw_goal(c, row, case, track)


def _draw_goal(c: Canvas, row: Box, case: Case, track: Track) -> None:
    sign, rest = row.cut_left(76, 18)
    track_sign(c, sign.place(76, min(50, row.h - 10)), track)
    span, words = rest.cut_right(270, 16)
    text = case.tracks[track].indicator.read(c.type.lang)
    c.text(words, text, (28, 26, 24, 22, 20, 18), theme.CHALK, valign="middle")
    value = figures.track_span(c.t, case, track)
    c.text(span, value, (32, 28, 24), theme.CHALK, "bold", align="right", valign="middle")
