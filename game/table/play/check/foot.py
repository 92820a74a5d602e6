"""The foot of a reality check: what is read aloud, and the choice of its tempo."""

from __future__ import annotations

from collections.abc import Callable

from game.gui import theme
from game.gui.geometry import Box, Point
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.gui.widgets.base import Widget, WidgetContext
from game.gui.widgets.choice import Choice
from game.table.parts.game_view import GameView
from game.table.play.check.narration import narrate, why_told
from game.table.play.check.steps import CheckStep


def draw_words(c: Canvas, box: Box, game: GameView, step: CheckStep, *, thrown: bool) -> None:
    """What happened and why; of a moment, what makes it one. Nothing until dice are ``thrown``."""
    c.panel(box, theme.PAPER, 20, lift=8)
    if not thrown:
        return
    inner = box.inset(40, 14)
    if why := why_told(game.t, step):
        line, inner = inner.cut_top(44, 4)
        sign, words = line.cut_left(34, 12)
        c.icon("star", sign.place(30, 30), theme.ACCENT_DARK)
        sizes = (theme.ROOM, 26)
        c.text(words, why, sizes, theme.ACCENT_DARK, "semibold", valign="middle")
    large = (44, 40, 37, 34, 32, theme.ROOM)
    c.text(inner, narrate(game, step), large, theme.INK, "semibold", valign="middle")


def add_tempo(ui: Ui, box: Box, chosen: bool, choose: Callable[[bool], object]) -> None:
    """The choice of the tempo: the moments of the check, or everything."""
    t = ui.t
    options = [(True, t("The moments")), (False, t("Everything"))]
    tip = t("Only the most important steps of every check, or each of them. It is remembered.")
    ui.add(Choice("tempo", box, options, chosen, choose, size=26, tip=tip))


class Floor(Widget):
    """The background below all widgets: a click beside the buttons leaves the focus on Next."""

    def __init__(self, key: str, box: Box) -> None:
        super().__init__(key, box, focusable=False)

    def release(self, ui: WidgetContext, at: Point) -> None:
        """Return the focus to the Next button."""
        ui.focus = "next"
