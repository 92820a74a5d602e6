"""The timers as the room sees them: clocks at the top right.

A clock's frame belongs to the still layer; the digits, which change every second, are drawn over
it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.gui import theme
from game.gui.dialogs.modal import ASIDE
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.theme import Colour, mix
from game.gui.ui import Ui
from game.gui.widgets.base import Widget, WidgetContext, WidgetState, focus_ring
from game.session.records import Timed
from game.table.play.countdowns import Countdown, digits
from game.table.play.game_timers import NAMES, GameTimers

GAP = 12
_PAD, _SIGN, _DIGITS, _NAME = 14, 30, 36, 26


class ClockWidget(Widget):
    """One timer: an icon, its name, and the time left or that the time is up."""

    def __init__(
        self,
        what: Timed,
        box: Box,
        timers: GameTimers,
        on_click: Callable[[], object],
        tip: str,
        *,
        alone: bool,
    ) -> None:
        super().__init__(f"clock:{what}", box, tip=tip)
        self.alone = alone
        self.what = what
        self.timers = timers
        self.on_click = on_click

    @property
    def now(self) -> Countdown:
        """How the timer stands."""
        return self.timers.timers.on[self.what]

    def draw(self, c: Canvas, state: WidgetState) -> None:
        """The frame, the icon and the name; when the time is up, in a light colour with a message.

        With several clocks there is no room for the message: an expired clock shows an hourglass
        and 0:00.
        """
        now = self.now
        fill: Colour = theme.ACCENT if now.out else theme.PANEL
        ink: Colour = theme.INK if now.out else theme.CHALK
        c.panel(
            self.box,
            mix(fill, ink, 0.1) if state.hover or state.pressed else fill,
            theme.RADIUS,
            line=None if now.out else theme.PANEL_LINE,
        )
        sign, rest = self.box.inset(_PAD, 4).cut_left(_SIGN, 8)
        icon = "hourglass" if now.out else "timer" if now.running else "pause"
        c.icon(icon, sign.place(_SIGN, _SIGN), ink if now.out else theme.ACCENT)
        self._draw_name(c, rest, ink)
        if now.out and not self.alone:
            self._digits(c, ink)
        if state.focus:
            focus_ring(c, self.box)

    def _draw_name(self, c: Canvas, box: Box, ink: Colour) -> None:
        """The timer's name; a single clock also has room for the message that the time is up."""
        name = c.t(NAMES[self.what])
        sizes: tuple[float, ...] = (_NAME, 24, 22, 20)
        words = box.cut_right(_digits_width(c, self.now) + 10)[1]
        if self.now.out and self.alone:
            name, sizes, words = c.t("{timer}: time is up", timer=name), (30, 22), box
        c.text(words, name, sizes, ink, "semibold", valign="middle")

    @property
    def digits(self) -> Box:
        """Where the time left is drawn."""
        return self.box.inset(_PAD, 0).place(self.box.w - 2 * _PAD, _DIGITS)

    def draw_digits(self, c: Canvas) -> None:
        """Draw the time left; an expired clock is constant, and drawn in the still layer."""
        if not self.now.out:
            self._digits(c, theme.CHALK)

    def _digits(self, c: Canvas, ink: Colour) -> None:
        box = self.digits.cut_right(_digits_width(c, self.now))[0]
        text = digits(self.now.seconds_left)
        c.text(box, text, _DIGITS, ink, "bold", align="right", valign="middle")

    def activate(self, ui: WidgetContext) -> None:
        """Open the timers dialog."""
        ui.call(self.on_click)


def width(c: Canvas, what: Timed, now: Countdown, *, alone: bool) -> float:
    """The width of a clock: constant while it counts down, until its length is changed."""
    name = c.t(NAMES[what])
    if now.out and alone:
        text = c.t("{timer}: time is up", timer=name)
        return _SIGN + 8 + c.type.width(text, 30, "semibold") + 2 * _PAD + 4
    words = c.type.width(name, _NAME, "semibold") + 14 + _digits_width(c, now)
    return _SIGN + 8 + words + 2 * _PAD + 4


def _digits_width(c: Canvas, now: Countdown) -> float:
    """The width of the longest time it can show."""
    return c.type.width(digits(int(now.total)), _DIGITS, "bold") + 1


def add_clocks(ui: Ui, box: Box, timers: GameTimers, on_click: Callable[[], object]) -> Box:
    """Add the active clocks at the right of a row; returns the box that is left."""
    tip = ui.t("Timers (T)")
    alone = len(timers.seen) == 1
    for what in reversed(timers.seen):
        wide = width(ui.canvas, what, timers.timers.on[what], alone=alone)
        place, box = box.cut_right(wide, GAP)
        ui.add(ClockWidget(what, place, timers, on_click, tip, alone=alone))
    return box


def draw_clocks(canvas: Canvas, ui: Ui, covered: Sequence[Box] = ()) -> None:
    """Draw the digits of a screen's clocks, except those that dialogs cover."""
    for widget in ui.widgets:
        if isinstance(widget, ClockWidget) and not any(
            widget.digits.overlap(box) for box in covered
        ):
            widget.draw_digits(canvas)


def draw_clocks_below(
    c: Canvas, ui: Ui, timers: GameTimers, covered: Sequence[Box], above: Sequence[Ui]
) -> None:
    """Draw the digits of a screen's clocks below the screens ``above`` it, topmost last."""
    draw_clocks(c, ui, covered)
    now = _hidden(ui, timers, covered)
    aside = _aside(covered, above)
    if now is not None and aside is not None:
        _draw_beside(c, aside, now)


def _hidden(ui: Ui, timers: GameTimers, covered: Sequence[Box]) -> Countdown | None:
    """The timer whose clock is not to be seen; of several the next to run out.

    A screen that is hidden as a whole is not built: it may lack the clock of a timer.
    """
    hidden = (timers.timers.on[what] for what in timers.seen if _is_covered(ui, what, covered))
    return min(hidden, key=lambda now: now.seconds_left, default=None)


def _is_covered(ui: Ui, what: Timed, covered: Sequence[Box]) -> bool:
    clock = ui.find(f"clock:{what}")
    return not isinstance(clock, ClockWidget) or any(clock.digits.overlap(b) for b in covered)


def _aside(covered: Sequence[Box], above: Sequence[Ui]) -> Box | None:
    """The place beside a title that no other dialog covers."""
    for n in range(len(above) - 1, -1, -1):
        if place := above[n].places.get(ASIDE):
            place = place.scaled(above[n].zoom)
            if not any(place.overlap(box) for box in covered[n + 1 :]):
                return place
    return None


def _draw_beside(c: Canvas, box: Box, now: Countdown) -> None:
    """Draw a timer beside the title of a dialog."""
    sign, box = box.cut_left(_SIGN, 8)
    icon = "hourglass" if now.out else "timer" if now.running else "pause"
    c.icon(icon, sign.place(_SIGN, _SIGN), theme.ACCENT)
    sizes = (_DIGITS, 30, 26)
    ink = theme.ACCENT if now.out else theme.CHALK
    c.text(box, digits(now.seconds_left), sizes, ink, "bold", align="right", valign="middle")
