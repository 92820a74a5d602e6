"""The waterfall page: from the points claimed to the points reached, one bar per reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from game.debrief import interventions
from game.debrief.talk import PageKind
from game.debrief.waterfall import PartCause, Waterfall
from game.frozen import frozen
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.theme import Colour
from game.gui.ui import Ui
from game.i18n import Words, mark
from game.table.parts import stage_pieces
from game.table.parts.discussion.page import DiscussionPage
from game.table.parts.discussion.rests_on import Claim
from game.table.parts.meters import FALLEN
from game.wording.debrief_texts import DebriefPhase
from game.wording.figures import signed
from game.wording.interventions import interventions_text

_NAMES: Mapping[PartCause, str] = {
    "unrealised": mark("not realised"),
    "truth": mark("truly otherwise"),
    "die": mark("the reality die"),
    "disbenefit": mark("harms"),
    "stumble": mark("stumbled"),
    "unowned": mark("without an owner"),
    "short": mark("owner from elsewhere, or with too much"),
    "post": mark("the item gave less"),
    "amends": mark("made up for"),
    "unspoken": mark("more, as it was not named"),
    "struck": mark("risks struck"),
    "unnamed": mark("harm not named"),
    "followed": mark("followed up"),
    "combination": mark("carried each other"),
    "demand": mark("demand grew"),
    "invest": mark("paid to implement"),
    "dropouts": mark("citizens dropped out"),
    "end": mark("beyond the end of a track"),
    "other": mark("other"),
}


@frozen
class _Bar:
    """A bar from one number of points to another; the first and the last start at 0."""

    name: str
    label: str
    start: int
    end: int
    colour: Colour


class CoursePage(DiscussionPage):
    """The waterfall of claimed points."""

    phase: DebriefPhase = "learned"
    kind: PageKind = "course"

    def build(self, ui: Ui, box: Box) -> None:
        """A bar for the claimed total, one per reason, and one for the result."""
        c, waterfall = ui.canvas, self.discussion.debrief.waterfall
        inner = stage_pieces.panel(c, box)
        head, body = inner.cut_top(56, 20)
        if besides := interventions_text(ui.t, interventions(self.discussion.log)):
            note, body = body.cut_bottom(48, 8)
            stage_pieces.small_print(c, note, besides)
        reached = ui.t.number(waterfall.reached)
        title = ui.t.plural(
            "{n} point claimed, {reached} reached on the four tracks together",
            "{n} points claimed, {reached} reached on the four tracks together",
            waterfall.claimed,
            reached=reached,
        )
        stage_pieces.heading(c, head, title, "trending-up")
        _draw_bars(c, body, list(_bars(ui.t, waterfall)))

    def claims(self, t: Words) -> Sequence[Claim]:
        """Each reason, with the points that it took or gave."""
        parts = self.discussion.debrief.waterfall.parts
        return [
            Claim(f"{t(_NAMES[part.why])}: {signed(t, part.points)}", part.evidence)
            for part in parts
            if part.evidence.entries
        ]


def _bars(t: Words, waterfall: Waterfall) -> Iterator[_Bar]:
    yield _Bar(t("claimed"), t.number(waterfall.claimed), 0, waterfall.claimed, theme.ACCENT)
    at = waterfall.claimed
    for part in waterfall.parts:
        colour = theme.GOOD if part.points > 0 else FALLEN
        yield _Bar(t(_NAMES[part.why]), signed(t, part.points), at, at + part.points, colour)
        at += part.points
    yield _Bar(t("reached"), t.number(waterfall.reached), 0, waterfall.reached, theme.CHALK)


def _draw_bars(c: Canvas, box: Box, bars: list[_Bar]) -> None:
    names, plot = box.cut_bottom(112, 10)
    plot = plot.cut_top(56)[1].cut_bottom(56)[1]
    low = min(0, *(min(bar.start, bar.end) for bar in bars))
    high = max(1, *(max(bar.start, bar.end) for bar in bars))

    def y(points: float) -> float:
        return plot.bottom - plot.h * (points - low) / (high - low)

    c.fill(Box(box.x, y(0) - 1, box.w, 2), theme.CHALK_SOFT)
    columns = plot.columns(len(bars), 14)
    for n, (bar, cell, name) in enumerate(
        zip(bars, columns, names.columns(len(bars), 8), strict=True)
    ):
        top, bottom = sorted((y(bar.start), y(bar.end)))
        solid = cell.place(min(cell.w, 130), cell.h)
        c.fill(Box(solid.x, top, solid.w, max(4, bottom - top)), bar.colour)
        if n + 1 < len(bars) - 1 or bar is bars[0]:
            link = y(bar.end)
            c.fill(
                Box(solid.right, link - 1, columns[n + 1].x - cell.x - solid.w + 8, 2),
                theme.CHALK_SOFT,
            )
        below = top > y(0) + 1  # all of it is below zero
        at = Box(cell.x - 20, bottom + 2 if below else top - 54, cell.w + 40, 52)
        c.text(at, bar.label, (44, 38, 34), bar.colour, "bold", align="centre", valign="middle")
        sizes = (theme.ROOM, 27, 25, 23, 21)
        c.text(name, bar.name, sizes, theme.CHALK, align="centre")
