"""The announced saving, and the current cost of the operation: the shared starting point."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, cast

from game.content import Case
from game.content.own_project import still_the_examples
from game.engine import Level, Track
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.choice import Choice
from game.gui.widgets.label import Label
from game.gui.widgets.two_line_button import TwoLineButton
from game.i18n import Words, mark
from game.table.parts.case_overview import draw_goals, draw_message
from game.table.parts.economy import draw_economy
from game.table.parts.page import beside_heading, footer, heading
from game.table.parts.preferences import preferences_of
from game.table.parts.walk.screen import WalkScreen
from game.table.setup.how_long import how_long, with_less_time
from game.table.setup.level import ChooseLevelDialog
from game.wording import terms
from game.wording.levels import level_effect, level_name
from game.wording.modules import announcement

_OF_EXAMPLE: Final[Mapping[str, str]] = {
    "title": mark("the name"),
    "saving": mark("the saving"),
    "posts": mark("the items"),
}
_ASIDE = 440.0
"""The width of what stands beside the title."""


def _warn(c: Canvas, box: Box, text: str) -> None:
    sign, words = box.cut_left(36, 12)
    c.icon("triangle-alert", sign.place(34, 34), theme.ACCENT)
    c.text(words, text, (26, 18), theme.ACCENT, "semibold", valign="middle")


class AnnouncementScreen(Screen):
    """The message at the left, the economy in the middle, the four tracks' goals at the right.

    Where it leads gets the case on the level that was chosen, and whether the game is guided.
    """

    topic = "table"
    rim = True

    def __init__(
        self,
        case: Case,
        onward: Callable[[Case, bool], object],
        back: Callable[[Case, bool], object],
        *,
        guided: bool = False,
        seats: Sequence[str] = (),
    ) -> None:
        self.case = case
        self._leave, self._return = onward, back
        self.guided = guided
        self.seats = seats

    def build(self, ui: Ui) -> None:
        """Message, economy, goals."""
        t, case = ui.t, self.case
        rest = heading(ui, case.title.read(t.lang), aside=_ASIDE)
        self._walk(ui)
        label = t("To the table")
        body, middle = footer(ui, rest, back=self.back, onward=label, on_onward=self._onward)
        level, guide = middle.columns([4, 5], 24)
        self._level(ui, level)
        self._guide(ui, guide)
        left, right = body.columns([9, 10], 36)
        goals, message = left.cut_bottom(316, 16)
        adds, message = message.cut_bottom(44, 12)
        times, message = message.cut_bottom(72, 8)
        if left_over := self._still_the_examples(t):
            warning, message = message.cut_bottom(64, 12)
            _warn(ui.canvas, warning, left_over)
        draw_message(ui.canvas, message, case)
        self._times(ui, times)
        self._adds(ui, adds)
        draw_goals(ui.canvas, goals, case)
        draw_economy(ui.canvas, right, case.economy)
        ui.focus_on("onward")

    def _still_the_examples(self, t: Words) -> str:
        """What nobody has written of an own project: it would count as the group's own."""
        parts = [
            t(_OF_EXAMPLE[part]) if part in _OF_EXAMPLE else terms.track(t, cast("Track", part))
            for part in still_the_examples(self.case, t.lang)
        ]
        return t("Still as in the example: {what}.", what=t.listed(parts)) if parts else ""

    def _times(self, ui: Ui, box: Box) -> None:
        """How long the game takes on this level, and what to do with less time."""
        upper, lower = box.rows(2)
        sign, upper = upper.cut_left(36, 12)
        lower = lower.cut_left(36, 12)[1]
        ui.canvas.icon("timer", sign.place(34, 34), theme.ACCENT)
        sizes = (26, 20)
        text = how_long(ui.t, self.case)
        ui.canvas.text(upper, text, sizes, theme.CHALK, "semibold", valign="middle")
        text = with_less_time(ui.t)
        ui.canvas.text(lower, text, sizes, theme.CHALK_SOFT, valign="middle")

    def _adds(self, ui: Ui, box: Box) -> None:
        """What the case adds to the base game, in a line."""
        sign, words = box.cut_left(36, 12)
        ui.canvas.icon("blocks", sign.place(34, 34), theme.ACCENT)
        text = announcement(ui.t, self.case.setup.rules.modules)
        ui.canvas.text(words, text, (26, 18), theme.CHALK, "semibold", valign="middle")

    def _walk(self, ui: Ui) -> None:
        """The walk through the rules, beside the title."""
        label = Label(ui.t("The rules in a minute"), icon="play", size=28)
        ui.add(Button("walk", beside_heading(ui, _ASIDE), label, self._show_walk))

    def _show_walk(self) -> None:
        self.app.prefer(walked=True)
        self.app.push(WalkScreen(self.case.setup, seats=self.seats))

    def _level(self, ui: Ui, box: Box) -> None:
        """The level, which can be changed."""
        t, setup = ui.t, self.case.setup
        name = t("Level: {level}", level=level_name(t, setup.level))
        label = Label(name, icon="gauge", size=26, style="quiet")
        tip = level_effect(t, setup, setup.level)
        ui.add(TwoLineButton("level", box, label, self._choose_level, tip=tip))

    def _choose_level(self) -> None:
        self.app.push(ChooseLevelDialog(self.case, self._set_level))

    def _set_level(self, level: Level) -> None:
        self.case = self.case.at(level)

    def _guide(self, ui: Ui, box: Box) -> None:
        """The choice whether short hints are shown during the game."""
        t = ui.t
        switch, words = box.inset(12, 0).cut_right(250, 20)
        text = t("Hints while you play")
        sizes = (28, 24)
        ui.canvas.text(words, text, sizes, theme.CHALK, align="right", valign="middle")
        options = [(True, t("On")), (False, t("Off"))]
        place = switch.place(switch.w, 64)
        tip = t("Short hints at the right place and time. They can be put away at any time.")
        on = self.guided and preferences_of(self.app).guide  # as the settings say it
        ui.add(Choice("guide", place, options, on, self._set_guide, size=26, tip=tip))

    def _set_guide(self, on: bool) -> None:
        self.guided = on
        if on:
            self.app.prefer(guide=True)

    def _onward(self) -> None:
        self._leave(self.case, self.guided)

    def back(self) -> None:
        """Esc goes back."""
        self._return(self.case, self.guided)
