"""The meter of a track: claimed and realised points, goal, and its indicator's value.

The scale runs from −10 to 20 points. Realised points fill it from 0; the flag is at the claimed
points, the target at the goal. Each is also written as a number.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.limits import TRACK_HIGH, TRACK_LOW
from game.engine.setup import Track
from game.frozen import frozen
from game.gui import theme
from game.gui.geometry import Box
from game.gui.motion.animation import between
from game.gui.motion.scene import Values
from game.gui.paint.canvas import Canvas
from game.table import marks
from game.table.cards.parts import track_sign
from game.views.meter import MeterView

FALLEN: theme.Colour = (244, 162, 140)
"""The colour of negative and lost points: light enough to read on the dark background."""
_TALL = 132
"""From this height on the indicator's value is written below the scale."""
_READABLE = 26.0
"""The size down to which the indicator's value and target are both written with their unit."""
_NUMBERED = 96
"""From this height on 0 and the goal are written below the scale."""


def draw_meter(
    c: Canvas,
    box: Box,
    meter: MeterView,
    *,
    from_points: int | None = None,
    share: float = 1.0,
) -> None:
    """Draw a track's meter; with ``from_points`` it is at ``share`` of the way from there.

    It needs at least 300 by 100 units; from 132 units of height it includes the indicator.
    """
    points, claimed = meter.points, meter.claimed
    start = points if from_points is None else from_points
    reading = Reading(between(start, points, share), claimed, start, claimed, points - start)
    draw_reading(c, box, meter, reading, signed=True)


@frozen
class Reading:
    """The values of a meter: realised and claimed points now, and before they moved.

    ``moved`` is the total change of the realised points.
    """

    points: float
    claimed: float
    start: float
    claimed_before: float
    moved: int


@frozen
class Counted:
    """Draws a meter while its values count up; two are equal if their meters are."""

    meter: MeterView

    def __call__(self, c: Canvas, box: Box, current: Values, was: Values) -> None:
        """``current`` and ``was`` are points and claims."""
        reading = Reading(current[0], current[1], was[0], was[1], self.meter.points - round(was[0]))
        draw_reading(c, box, self.meter, reading, signed=False)


def draw_reading(c: Canvas, box: Box, meter: MeterView, reading: Reading, *, signed: bool) -> None:
    """Draw a meter; ``signed`` adds its track's sign, where none is beside it."""
    goal, track, rest = meter.goal, meter.track, box
    if box.h >= _TALL:
        foot, rest = box.cut_bottom(max(34, box.h * 0.23), 2)
        _indicator(c, foot, meter, reading.points)
    numbered = rest.h >= _NUMBERED
    head, scale = rest.cut_top(rest.h * (0.44 if numbered else 0.56), 2)
    if signed:
        side = min(head.h, 58)
        sign, head = head.cut_left(side * 1.5, 14)
        track_sign(c, sign.place(side * 1.5, side), track)
    _numbers(c, head, reading, goal, told=signed)
    _scale(c, scale, track, reading, goal, numbered=numbered)


def _numbers(c: Canvas, box: Box, reading: Reading, goal: int, *, told: bool) -> None:
    """Draw the realised points and the goal, the latest change, and the claimed points.

    ``told`` writes beside the flag what it is, where nothing else on the screen says so.
    """
    rest, size = box, min(52, box.h * 0.9)
    points = round(reading.points)
    ink = FALLEN if points < 0 else theme.CHALK
    used = c.text(rest, c.t.number(points), size, ink, "bold", valign="middle")
    rest = rest.cut_left(used.w + 2)[1]
    of = c.text(rest, f" / {goal}", size * 0.62, theme.CHALK_SOFT, "semibold", valign="middle")
    rest = rest.cut_left(of.w + 14)[1]
    claimed = c.t.number(round(reading.claimed))
    small = max(theme.ROOM, size * 0.66)
    wide = c.type.width(claimed, small, "semibold") + small + 8
    flag, rest = rest.cut_right(wide, 8)
    c.icon("flag", flag.cut_left(small)[0], theme.ACCENT)
    c.text(flag, claimed, small, theme.ACCENT, "semibold", align="right", valign="middle")
    if told and not reading.moved and c.type.grow == 1:  # numbers that grow leave it no room
        _flag_told(c, rest)
    if reading.claimed_before != reading.claimed:
        name = "arrow-up" if reading.claimed > reading.claimed_before else "arrow-down"
        c.icon(name, rest.cut_right(small * 0.8)[0], theme.ACCENT)
    if reading.moved:
        _moved(c, rest, reading.moved, small)


def _flag_told(c: Canvas, box: Box) -> None:
    text = c.t("claimed")
    if c.type.width(text, theme.BODY) <= box.w:
        c.text(box, text, theme.BODY, theme.ACCENT, align="right", valign="middle")


def _moved(c: Canvas, box: Box, by: int, size: float) -> None:
    """Draw the latest change of the track as an arrow and a number."""
    colour = theme.GOOD if by > 0 else FALLEN
    change = c.t.number(by, sign=True)
    sign, words = box.cut_left(size, 4)
    c.icon("arrow-up" if by > 0 else "arrow-down", sign, colour)
    c.text(words, change, size, colour, "bold", valign="middle")


def _scale(
    c: Canvas, box: Box, track: Track, reading: Reading, goal: int, *, numbered: bool
) -> None:
    """Draw the bar from −10 to 20 with 0, the goal, the claims' flag, and the realised points."""
    upper, lower = box.rows([5, 4]) if numbered else (box, None)
    bar = upper.place(upper.w, min(26, upper.h * (0.8 if numbered else 0.5)), down=1)
    at = [_along(bar, x) for x in (0, goal, reading.claimed)]
    c.panel(bar, theme.FELT_DARK, 6, line=theme.PANEL_LINE)
    _fill(c, bar.inset(0, 3), track, reading.points, reading.start)
    for x, tall in ((at[0], 4), (at[1], 8)):
        c.fill(Box(x - 1.5, bar.y - tall, 3, bar.h + 2 * tall), theme.CHALK)
    _flag(c, bar, at[2])
    if lower is not None:
        _marks(c, lower, at, goal)


def _marks(c: Canvas, box: Box, at: Sequence[float], goal: int) -> None:
    """Write 0 and the goal below their places on the bar."""
    size = max(theme.LEAST, min(24, box.h * 0.8))
    for x, number in ((at[0], "0"), (at[1], str(goal))):
        place = Box(x - 40, box.y + 8, 80, box.h - 8)
        c.text(place, number, size, theme.CHALK, "semibold", align="centre", valign="middle")
    target = Box(at[1] + size * 0.7, box.y + 8, size, box.h - 8)
    c.icon("target", target, theme.CHALK)


def _fill(c: Canvas, bar: Box, track: Track, now: float, start: float) -> None:
    """Draw the realised points as a fill from 0; the previous value remains as a frame."""
    zero, end, was = _along(bar, 0), _along(bar, now), _along(bar, start)
    low, high = min(zero, end), max(zero, end)
    if high - low >= 1:
        c.fill(Box(low, bar.y, high - low, bar.h), marks.TRACK[track].colour)
    a, b = min(end, was), max(end, was)
    if b - a >= 3:
        c.outline(Box(a, bar.y, b - a, bar.h), theme.CHALK if end > was else FALLEN, 0, 3)
    if end != zero:
        c.fill(Box(end - 3, bar.y - 5, 6, bar.h + 10), theme.CHALK if now > 0 else FALLEN)


def _flag(c: Canvas, bar: Box, x: float) -> None:
    """Draw the flag at the claimed points: a pole through the bar, its cloth above."""
    top = bar.y - min(20, bar.h * 0.75)
    c.fill(Box(x - 1.5, top, 3, bar.bottom - top), theme.ACCENT)
    side = 1 if x < bar.right - 26 else -1
    c.polygon([(x, top), (x + side * 24, top + 7), (x, top + 14)], theme.ACCENT)


def _along(bar: Box, points: float) -> float:
    """The x coordinate of points on the bar, clamped to its ends."""
    share = (points - TRACK_LOW) / (TRACK_HIGH - TRACK_LOW)
    return bar.x + bar.w * min(1.0, max(0.0, share))


def _indicator(c: Canvas, box: Box, meter: MeterView, now: float) -> None:
    """Draw the indicator's current value and its target.

    A unit is said once where both would be smaller than those of other tracks beside them.
    """
    value = meter.value(c.t, round(now))
    sizes = (min(box.h * 0.8, 32), _READABLE, 22, theme.SMALL, theme.LEAST)
    target_text = c.t("target {value}", value=meter.value(c.t, meter.goal))
    size = min(sizes[0], _READABLE)
    if c.type.width(value, size, "semibold") + c.type.width(target_text, size) + 10 > box.w:
        target_text = c.t("target {value}", value=meter.number(c.t, meter.goal))
    shares = [c.type.width(value, theme.BODY, "semibold"), c.type.width(target_text, theme.BODY)]
    left, right = box.columns(shares, 10)
    c.text(left, value, sizes, theme.CHALK, "semibold", valign="middle")
    c.text(right, target_text, sizes, theme.CHALK_SOFT, align="right", valign="middle")
