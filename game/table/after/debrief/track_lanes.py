"""The game as lanes: one per track, divided by rounds, with key moments above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.debrief import Curves, Debrief, Moment
from game.engine import INDEX, TRACKS, Track
from game.frozen import frozen
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.table import marks
from game.table.cards.parts import track_sign
from game.table.parts.meters import FALLEN
from game.wording import terms

SIGN = 130
NUMBERS = 190
GAP = 14
_SEEN = 12
"""The least width of what was realised, as the last check is the end of the axis."""


@frozen
class Axis:
    """The x axis of a box, by decision."""

    box: Box
    last: int

    def x(self, decision: int) -> float:
        """The x coordinate of a decision; the first is at the left edge, the last at the right."""
        return self.box.x + self.box.w * decision / max(1, self.last)


def axis_in(box: Box, curves: Curves) -> Axis:
    """The axis of a lane picture, between the track signs and the numbers."""
    inner = box.cut_left(SIGN, GAP)[1].cut_right(NUMBERS, GAP)[1]
    return Axis(inner, len(curves.rounds) - 1)


def spread(
    wanted: Sequence[float], box: Box, gap: float, ends: Sequence[float] = ()
) -> list[float]:
    """Positions as close as possible to the (sorted) wanted ones, at least a gap apart.

    None is beyond its end, if there are any, as long as that leaves room for those before it.
    """
    places: list[float] = []
    for x in wanted:
        places.append(max(x, places[-1] + gap if places else box.x))
    limit = box.right
    for n in range(len(places) - 1, -1, -1):
        own = max(ends[n], box.x + n * gap) if ends else limit
        places[n] = limit = min(places[n], limit, own)
        limit -= gap
    return places


def rounds_of(curves: Curves) -> Iterator[tuple[int, int, int]]:
    """Each round with the decisions at which it begins and ends."""
    first = 0
    for n, round_ in enumerate(curves.rounds):
        if n + 1 == len(curves.rounds) or curves.rounds[n + 1] != round_:
            yield round_, first, n
            first = n


def draw_rounds(c: Canvas, row: Box, over: Box, axis: Axis, d: Debrief) -> None:
    """Draw the names of the rounds in a row, and lines between the rounds through a box."""
    playing = sum(d.setup.rules.rounds)
    for round_, first, last in rounds_of(d.curves):
        left, right = axis.x(max(0, first - 1)), axis.x(last)
        if first:
            c.fill(Box(left - 1, over.y, 2, over.h), theme.PANEL_LINE)
        cell = Box(left, row.y, right - left, row.h)
        names = (c.t("Round {n}", n=round_), str(round_))
        for name in names if round_ <= playing else (c.t("Follow-up"),):
            if c.type.width(name, theme.ROOM) <= cell.w:
                c.text(cell, name, theme.ROOM, theme.CHALK_SOFT, align="centre", valign="middle")
                break


def draw_lanes(c: Canvas, box: Box, d: Debrief) -> Axis:
    """Draw four lanes: realised as an area, claimed as a line, goal dashed, numbers at the end."""
    axis = axis_in(box, d.curves)
    scale = _scale(d)
    for lane, track in zip(box.rows(4, 12), TRACKS, strict=True):
        c.panel(lane, theme.PANEL, 14)
        plot = Box(axis.box.x, lane.y + 8, axis.box.w, lane.h - 16)
        _draw_track(c, _LanePlot(plot, axis, *scale), d, track)
        _draw_numbers(c, lane.cut_right(NUMBERS)[0], d, track)
    _draw_names(c, [lane.cut_left(SIGN)[0].inset(4, 8) for lane in box.rows(4, 12)])
    return axis


def _draw_names(c: Canvas, boxes: Sequence[Box]) -> None:
    """The sign of each track, and its name below; all names in one size."""
    halves = [box.rows([3, 2], 2) for box in boxes]
    names, sizes = [terms.track(c.t, track) for track in TRACKS], (24, 22, 20, theme.LEAST)
    size = min(c.type.fit(name, halves[0][1], sizes, "semibold").size for name in names)
    for (sign, below), track, name in zip(halves, TRACKS, names, strict=True):
        high = min(64.0, sign.h)
        track_sign(c, sign.place(high * 1.5, high), track)
        c.text(below, name, size, theme.CHALK, "semibold", align="centre", valign="middle")


def _scale(d: Debrief) -> tuple[float, float]:
    """The minimum and maximum over all lanes, so that they share one scale."""
    low = min(0, *(min(four) for four in (*d.curves.claimed, *d.curves.realised)))
    tops = [max(four) for four in (*d.curves.claimed, *d.curves.realised)]
    return low, max(*tops, *d.setup.goals, low + 1)


@frozen
class _LanePlot:
    """A lane's plot and its scale."""

    box: Box
    axis: Axis
    low: float
    high: float

    def y(self, points: float) -> float:
        return self.box.bottom - self.box.h * (points - self.low) / (self.high - self.low)


def _draw_track(c: Canvas, plot: _LanePlot, d: Debrief, track: Track) -> None:
    place = INDEX[track]
    zero, goal = plot.y(0), plot.y(d.setup.goals[place])
    colour = marks.TRACK[track].colour
    for first, last, points in steps([four[place] for four in d.curves.realised]):
        left, right, y = plot.axis.x(first), plot.axis.x(last), plot.y(points)
        ink = colour if points > 0 else FALLEN
        if points:
            c.fill(Box(left, min(y, zero), max(_SEEN, right - left), abs(y - zero)), ink)
    c.fill(Box(plot.box.x, zero - 1, plot.box.w, 2), theme.CHALK_SOFT)
    for n in range(int(plot.box.w // 26)):
        c.fill(Box(plot.box.x + n * 26, goal - 1.5, 14, 3), theme.CHALK)
    _draw_claims(c, plot, [four[place] for four in d.curves.claimed])


def _draw_claims(c: Canvas, plot: _LanePlot, claims: list[int]) -> None:
    """A step line of the claimed points."""
    before: float | None = None
    for first, last, points in steps(claims):
        left, right, y = plot.axis.x(first), plot.axis.x(last), plot.y(points)
        c.fill(Box(left, y - 2, max(4, right - left), 4), theme.ACCENT)
        if before is not None:
            top = min(before, y)
            c.fill(Box(left - 2, top - 2, 4, abs(before - y) + 4), theme.ACCENT)
        before = y


def _draw_numbers(c: Canvas, box: Box, d: Debrief, track: Track) -> None:
    """Realised points and goal, and a flag with the claimed points."""
    t, place = c.t, INDEX[track]
    points, goal = d.end.points[place], d.setup.goals[place]
    upper, lower = box.inset(0, 4).rows([5, 4])
    ink = FALLEN if points < 0 else theme.CHALK
    used = c.text(upper, t.number(points), (50, 44, 38), ink, "bold", valign="middle")
    rest = upper.cut_left(used.w + 4)[1]
    c.text(rest, f"/ {goal}", theme.ROOM, theme.CHALK_SOFT, valign="middle")
    flag, words = lower.cut_left(30, 8)
    c.icon("flag", flag.place(28, 28), theme.ACCENT)
    claimed = t.number(d.curves.claimed[-1][place])
    c.text(words, claimed, (34, theme.ROOM), theme.ACCENT, "semibold", valign="middle")


def steps(values: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Runs of equal values: start, end (exclusive) and value."""
    first = 0
    for n in range(1, len(values) + 1):
        if n == len(values) or values[n] != values[first]:
            yield first, min(n, len(values) - 1), values[first]
            first = n


def places(
    moments: Sequence[Moment], axis: Axis, curves: Curves, size: float, gap: float
) -> list[tuple[float, float]]:
    """For each moment its x on the axis, and the x at which its mark of a size has room.

    A mark stands over the round of its moment, not over the next.
    """
    at = [axis.x(m.decision_index) for m in moments]
    last = {round_: axis.x(end) for round_, _, end in rounds_of(curves)}
    ends = [last[curves.rounds[m.decision_index]] - size / 2 for m in moments]
    marks = spread(at, axis.box, size + gap, ends)
    return list(zip(at, marks, strict=True))
