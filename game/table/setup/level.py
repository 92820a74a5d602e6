"""The level on which a group plays a case."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.content import Case
from game.content.minutes import minutes_at
from game.engine import LEVELS, Level
from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.drag import Spot
from game.wording.levels import level_effect, level_name


class ChooseLevelDialog(Screen):
    """The levels below each other, each with what it changes."""

    overlay = True

    def __init__(self, case: Case, choose: Callable[[Level], object]) -> None:
        self.case = case
        self.choose = choose

    def build(self, ui: Ui) -> None:
        """A large button for each level, the present one outlined."""
        rest = dialog(ui, 1300, 640, ui.t("How demanding should it be?"), self.back)
        for _ in ui.alike():
            for row, level in zip(rest.inset(6).rows(len(LEVELS), 20), LEVELS, strict=True):
                draw = partial(self._draw, level)
                press = partial(self._choose, level)
                ui.add(Spot(f"level-{level}", row, draw=draw, on_press=press, radius=16))
        ui.focus_on(f"level-{self.case.setup.level}")

    def _draw(self, level: Level, c: Canvas, box: Box) -> None:
        setup = self.case.setup
        c.panel(box, theme.PAPER, 16, lift=8)
        sign, words = box.inset(30, 16).cut_left(110, 26)
        c.pips(sign.place(104, 30), LEVELS.index(level) + 1, len(LEVELS), theme.INK)
        name, effect = words.rows([4, 5], 4)
        minutes, name = name.cut_right(220, 20)
        how_long = c.t("About {n} min", n=minutes_at(self.case, level))
        sizes = (30, 26)
        c.text(minutes, how_long, sizes, theme.INK, "semibold", align="right", valign="bottom")
        text = level_name(c.t, level)
        if level == setup.rules.level:
            text = c.t("{level} – usual for this case", level=text)
        c.text(name, text, (36, 28), theme.INK, "bold", valign="bottom")
        c.text(effect, level_effect(c.t, setup, level), (28, 22), theme.INK)
        if level == setup.level:
            c.outline(box.inset(-4), theme.ACCENT, 20, 6)

    def _choose(self, level: Level) -> None:
        self.app.pop(self)
        self.choose(level)
