"""The rows of the timers of turn, round and phase: start, pause, more time, stop."""

from __future__ import annotations

from functools import partial

import pygame

from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label
from game.i18n import mark
from game.session.records import Timed
from game.table.parts.dialog_widgets import Counter
from game.table.play.countdowns import LONGEST, SHORTEST, TIMED, Countdown, digits
from game.table.play.game_timers import MORE, NAMES, GameTimers

_ABOUT: dict[Timed, str] = {
    "turn": mark("For whoever has the turn"),
    "round": mark("For all turns and the reality check"),
    "phase": mark("For all rounds of the phase"),
}
_ICONS: dict[Timed, str] = {"turn": "user-round", "round": "repeat", "phase": "flag"}
_STEP: dict[Timed, int] = {"turn": 30, "round": 60, "phase": 60}
"""The step in seconds by which a length is changed."""
_SIZES = (68, 56, 48, 40)
_HIGH = 84
_WIDE = 1000
"""From this width on a row has its name, its time and its buttons side by side."""


class TimerRows:
    """One row for each timer; the time left counts down over the still layer."""

    def __init__(self, timers: GameTimers) -> None:
        self.timers = timers
        self._digits: dict[Timed, Box] = {}

    def add(self, ui: Ui, box: Box, gap: float = 18) -> None:
        """Declare the rows from above to below."""
        self._digits = {}
        for row, what in zip(box.rows(len(TIMED), gap), TIMED, strict=True):
            ui.canvas.panel(row, theme.PANEL, 18, line=theme.PANEL_LINE)
            self._row(ui, row.inset(26 if row.w > _WIDE else 18, 14), what)

    def draw(self, canvas: Canvas) -> None:
        """Draw the time left of each timer."""
        for what, box in self._digits.items():
            now = self.timers.on(what)
            if now is not None:
                ink = theme.CHALK if now.running else theme.CHALK_SOFT
                text = digits(now.seconds_left)
                canvas.text(box, text, _SIZES, ink, "bold", align="centre", valign="middle")

    def _row(self, ui: Ui, row: Box, what: Timed) -> None:
        name, time, buttons = _parts(row)
        _name(ui.canvas, name, what)
        now = self.timers.on(what)
        if now is None:
            self._length(ui, time, what)
            self._start(ui, buttons, what)
        else:
            self._left(ui.canvas, time, what, now)
            self._running(ui, buttons, what, now)

    def _length(self, ui: Ui, box: Box, what: Timed) -> None:
        timers, step = self.timers, _STEP[what]
        seconds = timers.length(what)
        ui.add(
            Counter(
                f"{what}:length",
                box.place(box.w, min(_HIGH, box.h)),
                seconds // step,
                lambda steps: timers.set_length(what, steps * step),
                low=SHORTEST // step or 1,
                high=LONGEST // step,
                text=digits(seconds),
            )
        )

    def _left(self, c: Canvas, box: Box, what: Timed, now: Countdown) -> None:
        if now.out:
            c.panel(box.place(box.w, min(_HIGH, box.h)), theme.ACCENT, 14)
            text = c.t("Time is up")
            sizes = (36, 32, 30)
            c.text(box, text, sizes, theme.INK, "semibold", align="centre", valign="middle")
        else:
            self._digits[what] = box

    def _start(self, ui: Ui, box: Box, what: Timed) -> None:
        place = box.place(box.w, min(_HIGH, box.h))
        self._go(ui, place, what, ui.t("Start"), "play", primary=True)

    def _running(self, ui: Ui, box: Box, what: Timed, now: Countdown) -> None:
        t, timers = ui.t, self.timers
        go, *more_boxes, stop = box.place(box.w, min(_HIGH, box.h)).columns((2.1, 1, 1, 1.2), 12)
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


def _parts(row: Box) -> tuple[Box, Box, Box]:
    """The places of name, time and buttons: side by side, or the buttons below."""
    if row.w < _WIDE:
        upper, buttons = row.rows((1, 1), 10)
        name, time = upper.columns((1, 1.5), 12)
        return name, time, buttons
    name, rest = row.cut_left(330, 16)
    time, buttons = rest.cut_left(370, 24)
    return name, time, buttons


def _name(c: Canvas, box: Box, what: Timed) -> None:
    """The name of a timer, and where there is room what it is for."""
    sign, words = box.cut_left(52, 18)
    c.icon(_ICONS[what], sign.place(48, 48), theme.ACCENT)
    title, about = words.rows((1, 1), 0)
    purpose, sizes = c.t(_ABOUT[what]), (22.0, 20.0, theme.LEAST)
    if words.h < _HIGH or c.type.fit(purpose, about, sizes).cut:
        c.text(words, c.t(NAMES[what]), (30, 26), theme.CHALK, "semibold", valign="middle")
        return
    c.text(title, c.t(NAMES[what]), (34, 30), theme.CHALK, "semibold", valign="bottom")
    c.text(about, purpose, sizes, theme.CHALK_SOFT)
