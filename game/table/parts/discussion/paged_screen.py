"""A base class for screens that show one page at a time, turned by mouse or keys."""

from __future__ import annotations

import pygame

from game.gui import theme
from game.gui.geometry import Box
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label

FOOT = 76
_SIZE = 32


class PagedScreen(Screen):
    """Pages with a foot: leave on the left, back and next on the right."""

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

    def leave(self) -> None:
        """Leave the screen."""
        raise NotImplementedError

    def finish(self) -> None:
        """Leave the screen from its last page."""
        self.leave()

    def progress(self) -> str:
        """A text about the position of the current page."""
        return self.ui.t("{n} of {all}", n=self.at + 1, all=self.count) if self.count > 1 else ""

    def foot_buttons(self) -> list[Button]:
        """Additional buttons on every page; :meth:`draw_foot` sets their boxes."""
        return []

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
        left = right = box
        others = [close, *self.foot_buttons()]
        for button in (*others, on, back):
            button.size = _SIZE
            wide = max(200.0, ui.type.width(button.label, _SIZE, "semibold") + 120)
            if button in others:
                button.box, left = left.cut_left(wide, 20)
            else:
                button.box, right = right.cut_right(wide, 20)
        for button in (*others, back, on):
            ui.add(button)
        middle = Box(left.x, box.y, right.right - left.x, box.h)
        sizes, progress = (34, theme.ROOM, 26), self.progress()
        ui.canvas.text(
            middle, progress, sizes, theme.CHALK, "semibold", align="centre", valign="middle"
        )
        ui.focus_on("next")

    def _next(self) -> None:
        self.turn(self.at + 1)

    def _back(self) -> None:
        self.turn(self.at - 1)

    def back(self) -> None:
        """Leave the screen (Esc)."""
        self.leave()
