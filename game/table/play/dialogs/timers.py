"""The timers of turn, round and phase: start, pause, more time, stop."""

from __future__ import annotations

import pygame

from game.gui import theme
from game.gui.dialogs.modal import ASIDE, dialog
from game.gui.geometry import Box
from game.gui.keys import KeyBinding
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.gui.widgets.choice import Choice
from game.table.parts.preferences import preferences_of
from game.table.play.dialogs.base import Dialog
from game.table.play.game import Game
from game.table.play.game_timers import GameTimers
from game.table.play.timer_rows import TimerRows


class TimersDialog(Dialog):
    """One row for each timer, with the time left counting down."""

    bindings = (
        KeyBinding((pygame.K_t,), action="back"),
        KeyBinding((pygame.K_t,), action="pause_all", control=True),
    )

    def __init__(self, game: Game, timers: GameTimers) -> None:
        super().__init__(game)
        self.timers = timers
        self.rows = TimerRows(timers)

    # ------------------------------------------------------------------ drawing
    def build(self, ui: Ui) -> None:
        """The rows, and below them a note on what happens at the end of a turn or round."""
        rest = dialog(ui, 1640, 900, self.t("Timers"), self.back)
        ui.places.pop(ASIDE, None)  # it shows all timers itself
        foot, rest = rest.cut_bottom(132, 24)
        self.rows.add(ui, rest)
        self._foot(ui, foot)
        ui.focus_on("turn:go")

    def _foot(self, ui: Ui, box: Box) -> None:
        t, app = self.t, self.app
        choice, note = box.rows((1, 0.8), 12)
        words, field = choice.cut_left(choice.w * 0.6, 20)
        label = t("When a turn, round or phase is over, its timer")
        ui.canvas.text(words, label, (26, 20), theme.CHALK, valign="middle")
        options = [(True, t("starts over")), (False, t("stops"))]
        ui.add(
            Choice(
                "anew",
                field,
                options,
                preferences_of(app).timers_anew,
                lambda anew: app.prefer(timers_anew=anew),
                size=26,
            )
        )
        text = t(
            "T opens the timers, Ctrl+T pauses all of them and lets them go on. They stand still "
            "while the rules, the settings or the console are open. Undo changes no timer."
        )
        ui.canvas.text(note, text, (22, theme.LEAST), theme.CHALK_SOFT)

    def paint_over(self, canvas: Canvas) -> None:
        """Draw the time left of each timer."""
        self.rows.draw(canvas)

    def pause_all(self) -> None:
        """Pause all that run, or resume all."""
        self.timers.toggle_all()
