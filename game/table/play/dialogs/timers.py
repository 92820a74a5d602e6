"""The timers of turn, round and phase: start, pause, more time, stop."""

from __future__ import annotations

from functools import partial

import pygame

from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.keys import KeyBinding
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.choice import Choice
from game.gui.widgets.label import Label
from game.i18n import mark
from game.session.records import Timed
from game.table.parts.dialog_widgets import Counter
from game.table.parts.preferences import preferences_of
from game.table.play.countdowns import LONGEST, SHORTEST, TIMED, Countdown, digits
from game.table.play.dialogs.base import Dialog
from game.table.play.game import Game
from game.table.play.game_timers import MORE, NAMES, GameTimers

_ABOUT: dict[Timed, str] = {
    "turn": mark("For whoever has the turn"),
    "round": mark("For all turns and the reality check"),
    "phase": mark("For all rounds of the phase"),
}
_ICONS: dict[Timed, str] = {"turn": "user-round", "round": "repeat", "phase": "flag"}
_STEP: dict[Timed, int] = {"turn": 30, "round": 60, "phase": 60}
"""The step in seconds by which a length is changed."""
_SIZE = 68


class TimersDialog(Dialog):
    """One row for each timer, with the time left counting down."""

    bindings = (
        KeyBinding((pygame.K_t,), action="back"),
        KeyBinding((pygame.K_t,), action="pause_all", control=True),
    )

    def __init__(self, game: Game, timers: GameTimers) -> None:
        super().__init__(game)
        self.timers = timers
        self._digits: dict[Timed, Box] = {}

    # ------------------------------------------------------------------ drawing
    def build(self, ui: Ui) -> None:
        """The rows, and below them a note on what happens at the end of a turn or round."""
        t = self.t
        rest = dialog(ui, 1640, 900, t("Timers"), self.back)
        foot, rest = rest.cut_bottom(132, 24)
        self._digits = {}
        for row, what in zip(rest.rows(3, 18), TIMED, strict=True):
            ui.canvas.panel(row, theme.PANEL, 18, line=theme.PANEL_LINE)
            self._row(ui, row.inset(26, 14), what)
        self._foot(ui, foot)
        ui.focus_on("turn:go")

    def _row(self, ui: Ui, row: Box, what: Timed) -> None:
        c, t = ui.canvas, self.t
        name, row = row.cut_left(330, 16)
        sign, words = name.cut_left(52, 18)
        c.icon(_ICONS[what], sign.place(48, 48), theme.ACCENT)
        title, about = words.rows((1, 1), 0)
        c.text(title, t(NAMES[what]), (34, 30), theme.CHALK, "semibold", valign="bottom")
        c.text(about, t(_ABOUT[what]), (22, 20, 18, 16), theme.CHALK_SOFT)
        time, buttons = row.cut_left(370, 24)
        now = self.timers.on(what)
        if now is None:
            self._length(ui, time, what)
            self._start(ui, buttons, what)
        else:
            self._left(c, time, what, now)
            self._running(ui, buttons, what, now)

    def _length(self, ui: Ui, box: Box, what: Timed) -> None:
        timers, step = self.timers, _STEP[what]
        seconds = timers.length(what)
        ui.add(
            Counter(
                f"{what}:length",
                box.place(box.w, min(84, box.h)),
                seconds // step,
                lambda steps: timers.set_length(what, steps * step),
                low=SHORTEST // step or 1,
                high=LONGEST // step,
                text=digits(seconds),
            )
        )

    def _left(self, c: Canvas, box: Box, what: Timed, now: Countdown) -> None:
        if now.out:
            c.panel(box.place(box.w, min(84, box.h)), theme.ACCENT, 14)
            text = self.t("Time is up")
            sizes = (36, 32, 30)
            c.text(box, text, sizes, theme.INK, "semibold", align="centre", valign="middle")
        else:
            self._digits[what] = box

    def _start(self, ui: Ui, box: Box, what: Timed) -> None:
        place = box.place(box.w, min(84, box.h))
        self._go(ui, place, what, self.t("Start"), "play", primary=True)

    def _running(self, ui: Ui, box: Box, what: Timed, now: Countdown) -> None:
        t, timers = self.t, self.timers
        go, *more_boxes, stop = box.place(box.w, min(84, box.h)).columns((1.7, 1, 1, 1.2), 14)
        label, icon = (t("Start again"), "repeat") if now.out else (t("Pause"), "pause")
        if not now.running and not now.out:
            label, icon = t("Go on"), "play"
        self._go(ui, go, what, label, icon, primary=not now.running)
        for place, seconds in zip(more_boxes, MORE, strict=True):
            label = t("+{n} min", n=seconds // 60)
            more = partial(timers.more, what, seconds)
            ui.add(
                Button(f"{what}:{seconds}", place, Label(label, style="secondary", size=26), more)
            )
        words = t("Stop")
        ui.add(
            Button(
                f"{what}:stop",
                stop,
                Label(words, style="quiet", size=26),
                partial(timers.stop, what),
            )
        )

    def _go(self, ui: Ui, box: Box, what: Timed, label: str, icon: str, *, primary: bool) -> None:
        """The button for the most likely action, and its key."""
        number = TIMED.index(what) + 1
        ui.add(
            Button(
                f"{what}:go",
                box,
                Label(
                    label,
                    icon=icon,
                    style="primary" if primary else "secondary",
                    size=28,
                    hint=str(number),
                ),
                partial(self.timers.toggle, what),
                shortcut=pygame.K_0 + number,
            )
        )

    def _foot(self, ui: Ui, box: Box) -> None:
        t, app = self.t, self.app
        choice, note = box.rows((1, 0.8), 12)
        words, field = choice.cut_left(choice.w * 0.6, 20)
        label = t("When a turn, round or phase is over, its timer")
        ui.canvas.text(words, label, (26, 24, 22, 20), theme.CHALK, valign="middle")
        options = [(True, t("starts anew")), (False, t("stops"))]
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
        ui.canvas.text(note, text, (22, 20, 18, 16), theme.CHALK_SOFT)

    def paint_over(self, canvas: Canvas) -> None:
        """Draw the time left of each timer."""
        for what, box in self._digits.items():
            now = self.timers.on(what)
            if now is not None:
                ink = theme.CHALK if now.running else theme.CHALK_SOFT
                text = digits(now.seconds_left)
                canvas.text(box, text, _SIZE, ink, "bold", align="centre", valign="middle")

    def pause_all(self) -> None:
        """Pause all that run, or resume all."""
        self.timers.toggle_all()
