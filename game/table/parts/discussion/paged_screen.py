"""A base class for screens that show one page at a time, turned by mouse or keys."""

from __future__ import annotations

import pygame

from game.gui import theme
from game.gui.geometry import Box
from game.gui.keys import KeyBinding
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label
from game.gui.widgets.tooltip import LANE

FOOT = 76
_HEAD = 104
_SIDE, _TOP, _GAP = 48, 20, 20
"""The margins at the sides and at the top, and between the head, the page and the foot."""
_LANE_GAP, _EDGE = 6, 6
"""Above the lane, and between it and the lower edge of the window."""
_SIZE = 32
_BETWEEN = 20
_PROGRESS = (34, theme.ROOM, 26)
"""The sizes of the text about where one is."""
_WIDTHS = ((200.0, 120.0), (160.0, 96.0), (0.0, 76.0))
"""How wide a button is at least, and what it has besides its words; the first for which all fit."""


class PagedScreen(Screen):
    """Pages with a foot: leave on the left, back and next on the right.

    Arrows turn pages too, unless something on the page wants them. Below the foot a lane is kept
    for what is told of the things on the screen, so that it covers none of them.
    """

    bindings = (
        KeyBinding((pygame.K_LEFT, pygame.K_RIGHT), action="turn_by", values=(-1, 1), repeats=True),
    )
    at = 0
    """The current page; the first is 0."""

    @property
    def count(self) -> int:
        """The number of pages."""
        raise NotImplementedError

    def turn(self, to: int) -> None:
        """Show another page."""
        self.at = max(0, min(self.count - 1, to))
        self.ui.focus = None
        self.refresh()

    def turn_by(self, step: int) -> None:
        """Show the page before or the next, if there is one."""
        if 0 <= self.at + step < self.count:
            self.turn(self.at + step)

    def leave(self) -> None:
        """Leave the screen."""
        raise NotImplementedError

    def finish(self) -> None:
        """Leave the screen from its last page."""
        self.leave()

    def progress(self) -> str:
        """A text about the position of the current page."""
        return (
            self.ui.t("page {n} of {all}", n=self.at + 1, all=self.count) if self.count > 1 else ""
        )

    def foot_buttons(self) -> list[Button]:
        """Additional buttons on every page; :meth:`draw_foot` sets their boxes."""
        return []

    def lay_out(self, ui: Ui) -> tuple[Box, Box, Box]:
        """The boxes of the head, the page and the foot; the lane is kept below them."""
        area = ui.area.cut_bottom(_EDGE)[1].cut_top(_TOP)[1].inset(_SIDE, 0)
        ui.lane, area = area.cut_bottom(LANE, _LANE_GAP)
        foot, area = area.cut_bottom(FOOT, _GAP)
        head, page = area.cut_top(_HEAD, _GAP)
        return head, page, foot

    def draw_foot(self, ui: Ui, box: Box) -> None:
        """Draw the foot and declare its buttons."""
        t, last = ui.t, self.at == self.count - 1
        close = Button("leave", box, Label(t("Close"), icon="log-out", style="quiet"), self.leave)
        first = t("This is the beginning.") if not self.at else ""
        back = Button("back", box, Label(t("Back"), icon="arrow-left"), self._back, reason=first)
        on = Button("next", box, Label(t("Next"), icon="arrow-right", style="primary"), self._next)
        if last:
            done = Label(t("Finish"), icon="check", style="primary")
            on = Button("next", box, done, self.finish)
        back.shortcut, on.shortcut = pygame.K_PAGEUP, pygame.K_PAGEDOWN
        middle = self._lay_out(ui, box, [close, *self.foot_buttons()], [on, back])
        text = self.progress()
        ui.canvas.text(
            middle, text, _PROGRESS, theme.CHALK, "semibold", align="centre", valign="middle"
        )
        ui.focus_on("next")

    def _lay_out(self, ui: Ui, box: Box, left: list[Button], right: list[Button]) -> Box:
        """Add the buttons from both ends, as wide as there is room; returns what is between."""
        words = [ui.type.width(b.label, _SIZE, "semibold") for b in (*left, *right)]
        free = box.w - len(words) * _BETWEEN
        if self.progress():
            free -= ui.type.width(self.progress(), _PROGRESS[-1], "semibold") + 4
        fitting = ([max(least, w + pad) for w in words] for least, pad in _WIDTHS)
        widths = next((wide for wide in fitting if sum(wide) <= free), [w + 64 for w in words])
        middle = box
        for button, wide in zip(left, widths, strict=False):
            button.box, middle = middle.cut_left(wide, _BETWEEN)
        for button, wide in zip(right, widths[len(left) :], strict=True):
            button.box, middle = middle.cut_right(wide, _BETWEEN)
        for button in (*left, *reversed(right)):
            button.size = _SIZE
            ui.add(button)
            ui.frame.add(button.key)
        return middle

    def _next(self) -> None:
        self.turn(self.at + 1)

    def _back(self) -> None:
        self.turn(self.at - 1)

    def back(self) -> None:
        """Leave the screen (Esc)."""
        self.leave()
