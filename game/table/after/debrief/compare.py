"""Two finished sessions side by side: tracks, measures, registers and a text of differences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from game.anonymity.hiding import seated_by_role
from game.content.case import Case
from game.debrief import BenefitStory, Debrief, RiskStory, compare
from game.debrief.comparison import (
    SELDOM,
    BenefitPair,
    Difference,
    RiskPair,
    TrackPair,
    WaysPart,
)
from game.debrief.references import BenefitRef, RiskRef
from game.frozen import frozen
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.i18n import Words
from game.table.cards.parts import track_sign
from game.table.parts import stage_pieces
from game.table.parts.discussion.paged_screen import PagedScreen
from game.table.parts.meters import FALLEN
from game.table.parts.subject_sign import draw_subject
from game.wording.case_names import CaseNames
from game.wording.debrief_texts import (
    DebriefFormatter,
    common_text,
    count_name,
    difference_text,
    risk_fate,
    share_name,
)
from game.wording.outcome import verdict_title

S = TypeVar("S", BenefitStory, RiskStory)
MOST_ROWS = 6
"""Register rows per page."""


@frozen
class Side:
    """One of the two sessions, with a short label for the screen."""

    name: str
    debrief: Debrief


class CompareScreen(PagedScreen):
    """Compares two sessions, such as a branch and its original."""

    def __init__(self, case: Case, left: Side, right: Side, on_leave: Callable[[], object]) -> None:
        self.case = case
        self.left = left
        self.right = right
        self.on_leave = on_leave
        self.comparison = compare(left.debrief, right.debrief)
        self.pages: list[Callable[[Ui, Box], None]] = [self._ends, self._measures]
        for at in range(0, len(self.comparison.benefits), MOST_ROWS):
            pairs = self.comparison.benefits[at : at + MOST_ROWS]
            self.pages.append(partial(self._benefits, pairs=pairs))
        for at in range(0, len(self.comparison.risks), MOST_ROWS):
            risks = self.comparison.risks[at : at + MOST_ROWS]
            self.pages.append(partial(self._risks, pairs=risks))

    @property
    def count(self) -> int:
        """The number of pages."""
        return len(self.pages)

    def leave(self) -> None:
        """Go back to the screen that opened this one."""
        self.on_leave()

    def build(self, ui: Ui) -> None:
        """The title, what both sessions have in common, and the current page."""
        c, t = ui.canvas, ui.t
        head, body, foot = self.lay_out(ui)
        title, common = head.rows([5, 4], 2)
        heading = t("Two ends side by side")
        c.text(title, heading, (54, 48), theme.CHALK, "bold", valign="middle")
        sizes = (34, theme.ROOM, 28, 26)
        c.text(common, common_text(t, self.comparison), sizes, theme.CHALK_SOFT, valign="middle")
        self.pages[self.at](ui, body)
        self.draw_foot(ui, foot)

    # ------------------------------------------------------------------ how they ended
    def _ends(self, ui: Ui, box: Box) -> None:
        """Verdicts and tracks on the left, the differences in words on the right."""
        left, right = box.columns([6, 5], 30)
        heads, tracks = left.cut_top(150, 20)
        for cell, side in zip(heads.columns(2, 20), (self.left, self.right), strict=True):
            self._head(ui.canvas, cell, side)
        for _ in ui.alike():
            for row, pair in zip(tracks.rows(4, 14), self.comparison.tracks, strict=True):
                self._track(ui.canvas, row, pair)
        self._words(ui, right)

    def _head(self, c: Canvas, box: Box, side: Side) -> None:
        first = side is self.left
        ink = theme.ACCENT if first else theme.CHALK
        c.panel(box, theme.PANEL, 18, line=ink, width=3)
        name, verdict = box.inset(24, 10).rows([5, 8], 2)
        c.text(name, side.name, (36, 33, theme.ROOM, 26, 24), ink, "semibold", valign="middle")
        verdict_text = verdict_title(
            c.t, side.debrief.measures.result, own_project=self.case.own_project
        )
        if not side.debrief.finished:
            verdict_text = c.t("not over yet")
        c.text(
            verdict,
            verdict_text,
            (36, 33, theme.ROOM, 28, 26),
            theme.CHALK,
            valign="middle",
            whole=True,
        )

    def _track(self, c: Canvas, box: Box, pair: TrackPair) -> None:
        """A track as two bars on one scale, with the goal."""
        c.panel(box, theme.PANEL, 14)
        sign, rest = box.inset(18, 10).cut_left(110, 20)
        track_sign(c, sign.place(100, 66), pair.track)
        numbers, plot = rest.cut_right(90, 20)
        low = min(0, *(t.a for t in self.comparison.tracks), *(t.b for t in self.comparison.tracks))
        tops = [max(t.a, t.b, *t.goals) for t in self.comparison.tracks]
        high = max(tops)

        def x(points: float) -> float:
            return plot.x + plot.w * (points - low) / (high - low)

        values = ((pair.a, theme.ACCENT), (pair.b, theme.CHALK))
        for row, number, (value, ink), goal in zip(
            plot.rows(2, 8), numbers.rows(2, 8), values, pair.goals, strict=True
        ):
            left, right = sorted((x(0), x(value)))
            bar = row.place(row.w, min(30, row.h))
            c.fill(Box(left, bar.y, max(3, right - left), bar.h), ink if value >= 0 else FALLEN)
            number_text, sizes = c.t.number(value), (40, 36, 32)
            c.text(number, number_text, sizes, ink, "bold", align="right", valign="middle")
            for n in range(int(row.h // 18)):
                c.fill(Box(x(goal) - 1.5, row.y + n * 18, 3, 10), theme.GOOD)
        c.fill(Box(x(0) - 1, plot.y, 2, plot.h), theme.CHALK_SOFT)

    def _words(self, ui: Ui, box: Box) -> None:
        """One sentence per difference."""
        inner = stage_pieces.panel(ui.canvas, box)
        head, body = inner.cut_top(52, 16)
        stage_pieces.heading(ui.canvas, head, ui.t("What is different"), "columns-2")
        sentences = [
            difference_text(ui.t, self.case, d, self.left.name, self.right.name)
            for d in map(partial(_by_role, CaseNames(ui.t, self.case)), self.comparison.differences)
        ] or [ui.t("Nothing worth a sentence.")]
        size = ui.type.grown(theme.ROOM)
        wide = body.w - 60
        heights = [ui.type.height(text, wide - 30, size) + 16 for text in sentences]
        with ui.scroll("differences", body, sum(heights)) as content:
            for text, place in zip(sentences, content.rows(heights), strict=True):
                ui.canvas.disc((place.x + 9, place.y + size * 0.65), 10, theme.ACCENT)
                words = Box(place.x + 30, place.y, wide - 30, place.h)
                ui.canvas.text(words, text, size, theme.CHALK)

    # ------------------------------------------------------------------ measures and counts
    def _measures(self, ui: Ui, box: Box) -> None:
        """Shares above and counts below, with one column per session."""
        c, t = ui.canvas, ui.t
        rows: list[tuple[str, str, str]] = [
            (share_name(t, pair.share), _share(t, pair.a), _share(t, pair.b))
            for pair in self.comparison.shares
        ]
        told = [p for p in self.comparison.counts if p.count not in SELDOM or p.a != p.b]
        rows += [(count_name(t, p.count), str(p.a), str(p.b)) for p in told]
        foot, body = box.cut_bottom(44, 12)
        note = t("Ownership is of the realised ideas' benefits; the counts are of all.")
        stage_pieces.small_print(c, foot, note)
        head, body = body.cut_top(56, 12)
        half = -(-len(rows) // 2)
        for column, part in zip((0, 1), (rows[:half], rows[half:]), strict=True):
            cell = body.columns(2, 40)[column]
            self._sides(c, head.columns(2, 40)[column])
            for row, (name, a, b) in zip(cell.rows(half, 12), part, strict=False):
                self._pair(c, row, name, a, b)

    def _sides(self, c: Canvas, box: Box) -> None:
        """The labels of the two sessions above their columns."""
        _, a, b = _thirds(box.inset(22, 0))
        for cell, side, ink in ((a, self.left, theme.ACCENT), (b, self.right, theme.CHALK)):
            sizes = (theme.ROOM, 20)
            c.text(cell, side.name, sizes, ink, "semibold", align="right", valign="middle")

    def _pair(self, c: Canvas, box: Box, name: str, a: str, b: str) -> None:
        c.panel(box, theme.PANEL, 14)
        words, left, right = _thirds(box.inset(22, 6))
        c.text(words, name, (34, 26), theme.CHALK, valign="middle")
        for cell, value, ink in ((left, a, theme.ACCENT), (right, b, theme.CHALK)):
            c.text(cell, value, (46, 42, 38), ink, "bold", align="right", valign="middle")

    # ------------------------------------------------------------------ registers
    def _benefits(self, ui: Ui, box: Box, pairs: tuple[BenefitPair, ...]) -> None:
        """Benefits: claimed and harvested points and the owner in each session."""
        formatter = DebriefFormatter(CaseNames(ui.t, self.case))
        rows = [(p.benefit, formatter.benefit_name(p.benefit), p.a, p.b) for p in pairs]

        def draw(cell: Box, story: BenefitStory | None, ink: theme.Colour) -> None:
            _benefit(ui.canvas, cell, formatter, story, ink)

        self._register(ui, box, ui.t("Benefits: claimed → harvested, and the owner"), rows, draw)

    def _risks(self, ui: Ui, box: Box, pairs: tuple[RiskPair, ...]) -> None:
        """Risks: whether they were named and mitigated, and how they ended in each session."""
        formatter = DebriefFormatter(CaseNames(ui.t, self.case))
        rows = [(p.risk, formatter.risk_name(p.risk), p.a, p.b) for p in pairs]

        def draw(cell: Box, story: RiskStory | None, ink: theme.Colour) -> None:
            sizes = (theme.ROOM, 22)
            ui.canvas.text(cell, _risk(formatter, story), sizes, ink, valign="middle")

        title = ui.t("Risks: whether they were known, worked on, and what became of them")
        self._register(ui, box, title, rows, draw)

    def _register(
        self,
        ui: Ui,
        box: Box,
        title: str,
        items: Sequence[tuple[BenefitRef | RiskRef, str, S | None, S | None]],
        draw: Callable[[Box, S | None, theme.Colour], None],
    ) -> None:
        """Draw a register: its head, and a row of each item with its story in both sessions."""
        head, body = box.cut_top(60, 14)
        words, left, right = _register_columns(head)
        sizes = (34, theme.ROOM, 28, 26, 24)
        ui.canvas.text(words, title, sizes, theme.CHALK_SOFT, valign="middle")
        for cell, side, ink in ((left, self.left, theme.ACCENT), (right, self.right, theme.CHALK)):
            ui.canvas.text(cell, side.name, sizes, ink, "semibold", valign="middle")
        for _ in ui.alike():
            for row, (item, name, a, b) in zip(body.rows(MOST_ROWS, 12), items, strict=False):
                left, right = self._line(ui.canvas, row, item, name)
                draw(left, a, theme.ACCENT)
                draw(right, b, theme.CHALK)

    def _line(
        self, c: Canvas, row: Box, register_item: BenefitRef | RiskRef, name: str
    ) -> tuple[Box, Box]:
        """Draw letter, track and name of a register row; returns the boxes for the two sessions."""
        c.panel(row, theme.PANEL, 14)
        words, left, right = _register_columns(row)
        marks, words = words.cut_left(168, 20)
        middle = row.centre[1]
        draw_subject(c, (marks.x + 32, middle), 60, self.case, register_item)
        track_sign(c, Box(marks.x + 74, middle - 28, 84, 56), register_item.track)
        sizes = (33, theme.ROOM, 28, 26, 24)
        c.text(words, name, sizes, theme.CHALK, "semibold", valign="middle", whole=True)
        return left, right


def _by_role(called: CaseNames, d: Difference) -> Difference:
    """A difference, with the roles in place of who did what where the two part."""
    if not isinstance(d, WaysPart):
        return d
    left, right = (
        replace(
            step,
            before=seated_by_role(step.before, called),
            after=seated_by_role(step.after, called),
        )
        for step in (d.a, d.b)
    )
    return WaysPart(left, right)


def _share(t: Words, share: float | None) -> str:
    return "–" if share is None else t.percent(share)


def _thirds(box: Box) -> tuple[Box, Box, Box]:
    """The boxes for a name and the two values."""
    words, a, b = box.columns([8, 4, 4], 14)
    return words, a, b


def _register_columns(box: Box) -> tuple[Box, Box, Box]:
    words, left, right = box.inset(20, 6).columns([8, 5, 5], 24)
    return words, left, right


def _benefit(
    c: Canvas, box: Box, formatter: DebriefFormatter, story: BenefitStory | None, ink: theme.Colour
) -> None:
    """Claimed and harvested points, with the owner of a benefit beside them."""
    if story is None:
        c.text(box, c.t("not claimed"), (theme.ROOM, 26), theme.CHALK_SOFT, valign="middle")
        return
    numbers, owner = box.cut_left(190, 16)
    given = "–" if story.given is None else c.t.number(story.given)
    points = f"{c.t.number(story.claimed)} → {given}"
    c.text(numbers, points, (42, 38, 34), ink, "bold", valign="middle")
    sizes = (theme.ROOM, 20)
    if story.downside:  # nobody owns one
        made_up = c.t("Made up for") if story.amends is not None else ""
        c.text(owner, made_up, sizes, theme.CHALK, valign="middle", whole=True)
        return
    who = c.t("No owner") if story.owner is None else formatter.person(story.owner)
    paint = FALLEN if story.owner is None else theme.CHALK
    c.text(owner, who, sizes, paint, valign="middle", whole=True)


def _risk(formatter: DebriefFormatter, story: RiskStory | None) -> str:
    """A short text about a risk's course in one session."""
    t = formatter.names.t
    if story is None:
        return t("never came up")
    unknown = t("not named") if story.named is None else t("known")
    parts = [t("named") if story.person is not None else unknown]
    if story.mitigations:
        parts.append(t("mitigated"))
    parts.append(risk_fate(t, formatter.names.case, story))
    return ", ".join(parts)
