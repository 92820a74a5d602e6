"""The harvest pages: each benefit's estimates over time, owner, claimed and harvested points."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from game.debrief import BenefitStory, Position, Unclaimed
from game.debrief.talk import PageKind
from game.frozen import frozen
from game.gui import theme
from game.gui.geometry import Box, Point
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.i18n import Words, capitalised
from game.table.cards.parts import track_sign
from game.table.parts.discussion.discussion import Discussion
from game.table.parts.discussion.page import DiscussionPage
from game.table.parts.discussion.rests_on import Claim
from game.table.parts.meters import FALLEN
from game.table.parts.real import ink_of
from game.table.parts.subject_sign import draw_subject
from game.wording.debrief_texts import (
    DebriefPhase,
    benefit_reasons,
    unclaimed_mention,
    unclaimed_text,
)

MOST_STORIES = 4
"""Benefits per page: the most that stay readable from the back row."""
_HIGHEST = 6


def ordered(stories: tuple[BenefitStory, ...]) -> list[BenefitStory]:
    """Realised benefits first, sorted by distance from their claim, the largest first."""

    def rank(story: BenefitStory) -> tuple[bool, int]:
        return story.given is None, -abs((story.given or 0) - story.claimed)

    return sorted(stories, key=rank)


class HarvestPage(DiscussionPage):
    """A page of benefits, one per row."""

    phase: DebriefPhase = "learned"
    kind: PageKind = "harvest"

    def __init__(self, discussion: Discussion, stories: list[BenefitStory]) -> None:
        super().__init__(discussion)
        self.stories = stories

    def build(self, ui: Ui, box: Box) -> None:
        """The column heads and a row per benefit."""
        head, body = box.cut_top(44, 10)
        high = (body.h - 14 * (MOST_STORIES - 1)) / MOST_STORIES
        _heads(ui, head)
        for _ in ui.alike():
            for n, story in enumerate(self.stories):
                row = Box(body.x, body.y + n * (high + 14), body.w, high)
                self._row(ui.canvas, row, story)

    def claims(self, t: Words) -> Sequence[Claim]:
        """Each benefit, and why it gave what it gave."""
        return [self._told(t, story) for story in self.stories]

    def _told(self, t: Words, story: BenefitStory) -> Claim:
        name = self.discussion.formatter(t).benefit(story.benefit)
        why = "; ".join(benefit_reasons(t, self.discussion.case, story))
        return Claim(t("{benefit}: {why}", benefit=name, why=why), story.evidence)

    def _row(self, c: Canvas, box: Box, story: BenefitStory) -> None:
        c.panel(box, theme.PANEL, 16)
        marks, words, chart, owner, numbers = _columns(box.inset(20, 10))
        at = (marks.x + 34, marks.centre[1])
        draw_subject(c, at, 68, self.discussion.case, story.benefit)
        track_sign(c, Box(marks.x + 82, marks.centre[1] - 30, 90, 60), story.benefit.track)
        self._words(c, words, story)
        draw_estimates(c, chart, self.discussion, story)
        self._owner(c, owner, story)
        self._numbers(c, numbers, story)

    def _words(self, c: Canvas, box: Box, story: BenefitStory) -> None:
        formatter = self.discussion.formatter(c.t)
        upper, lower = box.rows([4, 6], 2)
        name = formatter.benefit_name(story.benefit)
        c.text(upper, name, (34, 24), theme.CHALK, "semibold", valign="middle")
        facts = list(benefit_reasons(c.t, self.discussion.case, story))
        if story.bearer:
            facts.append(c.t("who bears it: {bearer}", bearer=formatter.written(story.bearer)))
        reasons = " · ".join(facts)
        reasons = capitalised(reasons)
        c.text(lower, reasons, (theme.ROOM, 20), theme.CHALK_SOFT, valign="middle")

    def _numbers(self, c: Canvas, box: Box, story: BenefitStory) -> None:
        """Points claimed and harvested; below them the real value, if one was recorded."""
        if real := self.discussion.real_value(c.t, story.benefit.track, story.benefit.idea.id):
            box, below = box.rows([3, 2], 2)
            sizes = (34, 24)
            value, ink = c.t("now {value}", value=real.text), ink_of(real.status)
            c.text(below, value, sizes, ink, "semibold", align="centre", valign="middle")
        _draw_numbers(c, box, story)

    def _owner(self, c: Canvas, box: Box, story: BenefitStory) -> None:
        if story.downside:
            _draw_amends(c, box, story)
            return
        owner = story.owner
        sign, words = box.cut_left(36, 12)
        ink = FALLEN if owner is None else theme.GOOD
        c.icon("x" if owner is None else "anchor", sign.place(36, 36), ink)
        name = c.t("No owner") if owner is None else self.discussion.formatter(c.t).owner(owner)
        sizes = (theme.ROOM, 20)
        ink = FALLEN if owner is None else theme.CHALK
        c.text(words, name, sizes, ink, valign="middle", whole=True)


def _draw_amends(c: Canvas, box: Box, story: BenefitStory) -> None:
    """Whether something makes up for a downside, which has no owner."""
    sign, words = box.cut_left(36, 12)
    good = story.amends is not None or story.harvested == 0
    if story.amends is not None:
        icon, text = "hand-heart", c.t("Made up for")
    elif good:
        icon, text = "check", c.t("It did not come")
    else:
        icon, text = "trending-down", c.t("Not made up for")
    c.icon(icon, sign.place(36, 36), theme.GOOD if good else FALLEN)
    sizes = (theme.ROOM, 20)
    c.text(words, text, sizes, theme.CHALK if good else FALLEN, valign="middle", whole=True)


def _columns(box: Box) -> tuple[Box, Box, Box, Box, Box]:
    """The boxes for marks, texts, chart, owner and numbers."""
    marks, rest = box.cut_left(180, 24)
    numbers, rest = rest.cut_right(250, 24)
    words, chart, owner = rest.columns([11, 8, 6], 28)
    return marks, words, chart, owner, numbers


def _heads(ui: Ui, box: Box) -> None:
    t = ui.t
    captions = (
        "",
        t("Benefit, and why it gave what it gave"),
        t("Guessed (dots), harvested (diamond)"),
        t("Benefit owner"),
        t("Claimed → harvested"),
    )
    for cell, text in zip(_columns(box.inset(20, 0)), captions, strict=True):
        if text:
            ui.canvas.text(cell, text, (theme.ROOM, 22), theme.CHALK_SOFT, valign="middle")


def _draw_numbers(c: Canvas, box: Box, story: BenefitStory) -> None:
    left, arrow, right = box.columns([2, 1, 2])
    claimed = c.t.number(story.claimed)
    c.text(left, claimed, 60, theme.ACCENT, "bold", align="right", valign="middle")
    c.icon("arrow-right", arrow.place(36, 36), theme.CHALK_SOFT)
    given = story.given
    points = "–" if given is None else c.t.number(given)
    ink = FALLEN if (given or 0) < 0 else theme.CHALK
    c.text(right, points, 60, ink, "bold", valign="middle")


def draw_estimates(c: Canvas, box: Box, discussion: Discussion, story: BenefitStory) -> None:
    """Draw estimates over time as a line, poker as spans of dots, the harvest as a diamond."""
    room = box.inset(14, 14)
    room = (room.cut_bottom if story.downside else room.cut_top)(22)[1]  # for the numbers
    plot = _HarvestPlot.of(room, discussion, story)
    c.fill(Box(plot.box.x, plot.y(0) - 1, plot.box.w, 2), theme.PANEL_LINE)
    for poll in story.polls:
        dots = [(plot.x(poll.position), plot.y(value)) for value in sorted(poll.values)]
        c.line([dots[0], dots[-1]], theme.CHALK_SOFT, 3)
        for dot in dots:
            c.disc(dot, 11, theme.CHALK_SOFT)
    points = [(plot.x(e.position), plot.y(e.estimate)) for e in story.estimates]
    end = plot.x(story.realised) if story.realised else plot.box.right
    _draw_line(c, points, end)
    _draw_values(c, points, [e.estimate for e in story.estimates])
    if story.harvested is not None:
        ink = FALLEN if story.harvested < 0 else theme.CHALK
        _diamond(c, (end, plot.y(story.harvested)), 15, ink)


@frozen
class _HarvestPlot:
    """A plot with the decisions on the x axis and points from ``low`` to ``high`` on the y axis."""

    box: Box
    low: int
    high: int
    steps: int

    @classmethod
    def of(cls, box: Box, discussion: Discussion, story: BenefitStory) -> _HarvestPlot:
        """A plot with room for all estimates and the harvested points."""
        polled = [value for poll in story.polls for value in poll.values]
        values = [*(e.estimate for e in story.estimates), *polled, story.harvested or 0]
        steps = max(1, len(discussion.debrief.steps) - 1)
        return cls(box, min(0, *values), max(_HIGHEST, *values), steps)

    def x(self, place: Position) -> float:
        return self.box.x + self.box.w * place.decision_index / self.steps

    def y(self, points: float) -> float:
        return self.box.bottom - self.box.h * (points - self.low) / (self.high - self.low)


def _draw_values(c: Canvas, points: list[Point], values: list[int]) -> None:
    """The estimates as numbers, away from the line of 0: below one that is less, or that fell.

    Of several close together only the last is drawn.
    """
    for n, ((x, y), value) in enumerate(zip(points, values, strict=True)):
        if n + 1 < len(points) and points[n + 1][0] - x < 26:
            continue
        below = value < 0 or (n > 0 and value < values[n - 1])
        place = Box(x - 30, y + 8 if below else y - 42, 60, 32)
        number = c.t.number(value)
        c.text(place, number, theme.BODY, theme.ACCENT, "semibold", align="centre", valign="middle")


def _draw_line(c: Canvas, points: list[Point], end: float) -> None:
    """A step line: level from each estimate to the next one, then up or down to it."""
    for (left, y), (right, to) in pairwise([*points, (max(end, points[-1][0]), points[-1][1])]):
        c.fill(Box(left, y - 2, right - left, 4), theme.ACCENT)
        c.fill(Box(right - 2, min(y, to), 4, abs(y - to)), theme.ACCENT)
    for point in points:
        c.disc(point, 17, theme.ACCENT)


def _diamond(c: Canvas, at: Point, r: float, colour: theme.Colour) -> None:
    x, y = at
    c.polygon([(x - r, y), (x, y - r), (x + r, y), (x, y + r)], colour)


class UnclaimedPage(DiscussionPage):
    """True effects of realised ideas for which neither a benefit nor a downside lay."""

    phase: DebriefPhase = "learned"
    kind: PageKind = "unclaimed"

    def build(self, ui: Ui, box: Box) -> None:
        """What came of it, the worst first, in two columns from six on."""
        found = sorted(self.discussion.debrief.unclaimed, key=lambda u: (u.points, u.effect))
        head, body = box.cut_top(64, 16)
        title = ui.t("Neither claimed nor named: what came of it")
        sizes = (44, 40, 36, 32)
        ui.canvas.text(head, title, sizes, theme.CHALK, "semibold", valign="middle")
        columns = 1 if len(found) <= 5 else 2
        rows = max(5, -(-len(found) // columns))
        for _ in ui.alike():
            for unclaimed, cell in zip(found, body.grid(columns, rows, 14), strict=False):
                self._effect(ui.canvas, cell, unclaimed)

    def claims(self, t: Words) -> Sequence[Claim]:
        """Each effect, and what had spoken of it."""
        return [self._told(t, found) for found in self.discussion.debrief.unclaimed]

    def _told(self, t: Words, found: Unclaimed) -> Claim:
        name = self.discussion.formatter(t).benefit(found.benefit)
        return Claim(
            t("{benefit}: {why}", benefit=name, why=unclaimed_text(t, found)), found.evidence
        )

    def _effect(self, c: Canvas, box: Box, unclaimed: Unclaimed) -> None:
        t, formatter = c.t, self.discussion.formatter(c.t)
        c.panel(box, theme.PANEL, 14)
        inner = box.inset(18, 8)
        side = min(68, inner.h)
        marks, inner = inner.cut_left(side * 2.7, 20)
        at = (marks.x + side / 2, marks.centre[1])
        draw_subject(c, at, side, self.discussion.case, unclaimed.benefit.idea)
        sign = Box(marks.x + side * 1.2, marks.centre[1] - side / 2, side * 1.5, side)
        track_sign(c, sign, unclaimed.benefit.track)
        number, words = inner.cut_right(160, 16)
        name, why = words.rows(2, 2)
        sizes = (34, 22)
        text = formatter.idea_name(unclaimed.benefit.idea)
        c.text(name, text, sizes, theme.CHALK, "semibold", valign="middle")
        reason = unclaimed_mention(t, unclaimed) or unclaimed_text(t, unclaimed)
        c.text(why, reason, (26, 24, 22, 21, 20), theme.CHALK_SOFT, valign="middle")
        if unclaimed.points < 0:
            came, unit, ink = t.number(unclaimed.points), t("points"), FALLEN
            if unclaimed.points < unclaimed.effect:  # it was not named, which costs more
                unit = t("points, truly {n}", n=t.number(unclaimed.effect))
        else:  # what nobody claimed is not harvested
            came, unit = t("0 of {n}", n=unclaimed.effect), t("points harvested")
            ink = theme.CHALK_SOFT
        figure, below = number.rows([3, 2])
        c.text(figure, came, (50, 44, 40, 34), ink, "bold", align="right", valign="middle")
        c.text(below, unit, (26, 18), ink, align="right", valign="middle")
