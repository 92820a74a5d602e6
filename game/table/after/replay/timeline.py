"""The timeline of a replay: rounds, phases, marks, and the current position."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby
from textwrap import shorten
from typing import TYPE_CHECKING, Final

import pygame

from game.gui import theme
from game.gui.geometry import Box, Point
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.gui.widgets.base import Widget, WidgetContext, WidgetState, focus_ring
from game.gui.widgets.drag import Spot
from game.i18n import Words
from game.session import RoundSpan, Undo
from game.table import marks
from game.table.after.replay.marks import ICON, Mark, MarkKind
from game.wording import terms

if TYPE_CHECKING:
    from game.table.after.replay.player import ReplayPlayer

_SIGNS, _BAR, _GAP = 44, 38, 3
_SIGN = 38
"""The side length of a mark's icon."""
_RING = _SIGN + 12
"""The diameter of the ring round the current one, within which lies its star, too."""
_LONGEST: Final = 300
"""The characters of a mark's text that are told when it is pointed at; its panel has all."""
_MOST: Final = 6
"""The marks of one sign that are named."""
_INK: dict[MarkKind, theme.Colour] = {
    "moment": theme.ACCENT,
    "bookmark": theme.GOOD,
    "note": theme.PAPER,
    "outcome": marks.TRACK["citizen"].colour,
}


class ReplayTimeline(Widget):
    """The timeline widget: while it is pressed or dragged, the replay follows the pointer.

    Its box is divided into marks, the bar with the rounds, and the names of the phases.
    """

    effect = "adjusts"

    def __init__(
        self,
        key: str,
        box: Box,
        player: ReplayPlayer,
        scrub: Callable[[int], object],
        pace: Callable[[pygame.Event], bool],
        *,
        tip: str = "",
    ) -> None:
        super().__init__(key, box, tip=tip)
        self.player = player
        self.scrub = scrub
        self.pace = pace
        self.signs, rest = box.cut_top(_SIGNS, _GAP)
        self.bar, self.phases = rest.cut_top(_BAR, _GAP)

    # ------------------------------------------------------------------ positions
    def x_of(self, at: float) -> float:
        """The x coordinate of a step: the first is at the left edge, the last at the right."""
        return self.bar.x + self.bar.w * at / max(1, self.player.last)

    def _step_at(self, x: float) -> int:
        return round((x - self.bar.x) / self.bar.w * self.player.last)

    # ------------------------------------------------------------------ drawing
    def draw(self, c: Canvas, state: WidgetState) -> None:
        """Draw rounds, phases and the current position."""
        c.panel(self.bar.inset(-3), theme.FELT_DARK, 8, line=theme.PANEL_LINE)
        for i, segment in enumerate(self.player.segments):
            self._round(c, segment, odd=bool(i % 2))
        if self.player.undone:
            self._undone(c)
        for phase, rounds in groupby(self.player.segments, key=lambda s: s.phase):
            self._phase(c, terms.phase(c.t, phase), tuple(rounds))
        self._head(c)
        if state.focus:
            focus_ring(c, self.bar.inset(5), 3)
        elif state.hover:
            c.outline(self.bar.inset(-5), theme.ACCENT, 10, 2)

    def _span(self, segment: RoundSpan) -> Box:
        """The x range of a round, from its first step to that of the next round."""
        start, end = self.x_of(segment.first), self.x_of(min(self.player.last, segment.last + 1))
        return Box(start, self.bar.y, max(2.0, end - start), self.bar.h)

    def _round(self, c: Canvas, segment: RoundSpan, *, odd: bool) -> None:
        box = self._span(segment)
        c.fill(box, theme.FELT_LIGHT if odd else theme.FELT)
        passed = min(box.right, self.x_of(self.player.at)) - box.x
        if passed > 0:
            c.fill(Box(box.x, box.y, passed, box.h), theme.WOOD_LIGHT if odd else theme.WOOD)
        if box.w > 26:
            number, sizes = str(segment.round), (28, 24, 20, 18)
            c.text(box, number, sizes, theme.CHALK, "semibold", align="centre", valign="middle")

    def _phase(self, c: Canvas, name: str, rounds: Sequence[RoundSpan]) -> None:
        first, last = self._span(rounds[0]), self._span(rounds[-1])
        box = Box(first.x, self.phases.y, last.right - first.x, self.phases.h)
        c.fill(box, theme.WOOD_DARK)  # it is drawn again on top of itself while it has the focus
        c.fill(Box(box.x, self.bar.y - 3, 3, self.bar.h + box.h), theme.CHALK_SOFT)
        words = box.inset(10, 0)
        for size in (24.0, 22.0, 20.0, 18.0):
            if c.type.width(name, size, "semibold") <= words.w:
                c.text(words, name, size, theme.CHALK_SOFT, "semibold", valign="middle")
                return

    def _undone(self, c: Canvas) -> None:
        """Draw a notch at each undone decision."""
        for i, step in enumerate(self.player.steps):
            if isinstance(step.record, Undo):
                x, y = self.x_of(i), self.bar.bottom
                c.polygon([(x - 9, y + 2), (x + 9, y + 2), (x, y - 14)], marks.RISK_LINK)

    def _head(self, c: Canvas) -> None:
        x, bar = self.x_of(self.player.at), self.bar
        c.fill(Box(x - 3, bar.y - 8, 6, bar.h + 16), theme.CHALK)
        c.polygon([(x - 14, bar.y - 16), (x + 14, bar.y - 16), (x, bar.y + 4)], theme.CHALK)

    # ------------------------------------------------------------------ pointer and keys
    def press(self, ui: WidgetContext, at: Point) -> None:
        """Go to the step at the pointer."""
        ui.call(self.scrub, self._step_at(at[0]))

    def drag(self, ui: WidgetContext, at: Point) -> None:
        """Follow the pointer."""
        to = min(self.player.last, max(0, self._step_at(at[0])))
        if to != self.player.at:
            ui.call(self.scrub, to)

    def release(self, ui: WidgetContext, at: Point) -> None:
        """Nothing to do: the pointer has been followed already."""

    def wheel(self, ui: WidgetContext, steps: float) -> bool:
        """Go one step per wheel notch."""
        ui.call(self.scrub, self.player.at - round(steps or 0))
        return True

    def key_down(self, ui: WidgetContext, event: pygame.Event) -> bool:
        """Pass key events on to the replay."""
        return self.pace(event)


def add_signs(
    ui: Ui, line: ReplayTimeline, marks: Sequence[Mark], go: Callable[[Mark], object]
) -> None:
    """Add an icon per step and kind of mark, moved apart where they are close."""
    signs = [tuple(group) for _, group in groupby(marks, key=lambda m: (m.at, m.kind))]
    for group, x in zip(signs, _apart(line, [group[0].at for group in signs]), strict=True):
        first, true = group[0], line.x_of(group[0].at)
        if abs(true - x) > 3:
            ui.canvas.line([(x, line.signs.bottom - 2), (true, line.bar.y)], theme.CHALK_SOFT, 2)
        box = Box(x - _SIGN / 2, line.signs.y, _SIGN, _SIGN)
        draw = partial(draw_sign, group, first.at == line.player.at)
        tip = _tip(ui.t, group)
        key, press = f"mark:{first.key}", partial(go, first)
        ui.add(Spot(key, box, draw=draw, on_press=press, tip=tip, radius=10))


def _apart(line: ReplayTimeline, steps: Sequence[int]) -> list[float]:
    """The x coordinates of icons: as close to their steps as possible without overlap."""
    least, most = line.bar.x + _SIGN / 2, line.bar.right - _SIGN / 2
    step = min(_RING, (most - least) / max(1, len(steps) - 1))
    places: list[float] = []
    for at in steps:
        wanted = min(most, max(least, line.x_of(at)))
        places.append(max(wanted, places[-1] + step) if places else wanted)
    for i in range(len(places) - 1, -1, -1):
        places[i] = min(places[i], most - (len(places) - 1 - i) * step)
        if i + 1 < len(places):
            places[i] = min(places[i], places[i + 1] - step)
    return places


def _tip(t: Words, group: Sequence[Mark]) -> str:
    """What a sign stands for: a mark by its title and text, several by their titles."""
    titles = "\n".join(_title(t, mark) for mark in group[:_MOST])
    if len(group) > _MOST:
        titles += "\n…"
    if len(group) > 1:
        return titles
    return "\n".join(filter(None, (titles, shorten(group[0].text, _LONGEST, placeholder=" …"))))


def _title(t: Words, mark: Mark) -> str:
    return f"{mark.title} ({t('Talked about in the debrief')})" if mark.talked_of else mark.title


def _told(group: Sequence[Mark]) -> str:
    """What a sign says instead of its icon."""
    numbers = [str(mark.number) for mark in group if mark.number is not None]
    if numbers:
        return "–".join(dict.fromkeys((numbers[0], numbers[-1])))
    return f"×{len(group)}" if len(group) > 1 else ""


def draw_sign(group: Sequence[Mark], here: bool, c: Canvas, box: Box) -> None:
    """Draw marks of a kind: key moment as diamond, bookmark as ribbon, note as sheet, outcome disc.

    A key moment shows its number in the debrief, of several the first and the last; any other mark
    its icon, or how many there are. The current one has a ring, one that the debrief talks about a
    star at its corner.
    """
    kind = group[0].kind
    x, y, right, bottom = box.x, box.y, box.right, box.bottom
    mx, my = box.centre
    shape: list[Point]
    if kind == "moment":
        shape = [(mx, y - 3), (right + 3, my), (mx, bottom + 3), (x - 3, my)]
    elif kind == "bookmark":
        shape = [(x + 5, y), (right - 5, y), (right - 5, bottom), (mx, bottom - 9), (x + 5, bottom)]
    else:
        shape = [(x + 2, y + 3), (right - 2, y + 3), (right - 2, bottom - 3), (x + 2, bottom - 3)]
    if here:
        c.disc(box.centre, _RING, theme.CHALK, 4)
    if kind == "outcome":
        c.disc(box.centre, _SIGN + 2, _INK[kind])
    else:
        c.polygon(shape, _INK[kind])
    if told := _told(group):
        size, sizes = box.place(34, 30), (24, 20, theme.LEAST)
        c.text(size, told, sizes, theme.INK, "bold", align="centre", valign="middle")
    else:
        c.icon(ICON[kind], box.place(22, 22), theme.INK)
    if any(mark.talked_of for mark in group):
        c.disc((right - 2, y + 4), 22, theme.PAPER)
        c.icon("star", Box(right - 11, y - 5, 18, 18), theme.INK)
