"""Pages about what comes next: the gaps in the project, and who answers for what."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from game.debrief import BenefitStory
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.i18n import Words
from game.table.cards.parts import letter_badge, track_sign
from game.table.parts import stage_pieces
from game.table.parts.discussion.discussion import Discussion
from game.table.parts.discussion.page import DiscussionPage
from game.table.parts.meters import FALLEN
from game.wording.debrief_texts import DebriefFormatter, DebriefPhase
from game.wording.figures import benefit_measure_text

NAMED = 4
"""Names listed in a wide panel per kind of gap; the registers list them all."""
NAMED_NARROW = 3
"""Names listed in a narrow panel, where each may need two lines."""
MOST = 6
"""Owned benefits per page."""


@dataclass(frozen=True, slots=True)
class Gap:
    """One kind of gap, with the ideas, benefits or risks that have it."""

    title: str
    icon: str
    names: tuple[str, ...]


def gaps(t: Words, discussion: Discussion) -> Iterator[Gap]:
    """The gaps to close before the project goes on."""
    d, formatter = discussion.debrief, discussion.formatter(t)
    claims = [b for b in d.benefits if b.fate != "shelved"]
    on_table = [b for b in claims if not b.downside]
    yield Gap(
        t("Benefits without an owner"),
        "anchor",
        _benefits(formatter, on_table, lambda b: not b.anchored),
    )
    yield Gap(
        t("Benefits without a baseline"), "gauge", _benefits(formatter, on_table, _no_baseline)
    )
    yield Gap(
        t("Downsides nobody makes up for"),
        "trending-down",
        _benefits(formatter, claims, lambda b: b.downside and b.amends is None),
    )
    tried = {idea.id for idea in d.end.ideas if idea.was_proven}
    ideas = [i for i in d.ideas if d.end.idea(i.id) is not None and i.id not in tried]
    yield Gap(
        t("Ideas that no trial has proven"),
        "flask-conical",
        tuple(formatter.idea(i) for i in ideas),
    )
    risks = [r for r in d.risks if r.fate == "open" and not r.mitigations]
    yield Gap(t("Risks nobody works on"), "shield", tuple(formatter.risk(r.risk) for r in risks))


def _benefits(
    formatter: DebriefFormatter, stories: list[BenefitStory], wanted: Callable[[BenefitStory], bool]
) -> tuple[str, ...]:
    return tuple(formatter.benefit(b.benefit) for b in stories if wanted(b))


def _no_baseline(story: BenefitStory) -> bool:
    """Whether the baseline is missing: not anchored, or its own measure has no baseline."""
    own = story.measure
    return not story.anchored or (own is not None and own.baseline is None)


class MissingPage(DiscussionPage):
    """A panel per kind of gap."""

    phase: DebriefPhase = "next"

    def build(self, ui: Ui, box: Box) -> None:
        """A panel per kind of gap, with its count and the first names."""
        upper, lower = box.rows([4, 5], 24)
        wide = [(cell, NAMED) for cell in upper.columns(2, 24)]
        narrow = [(cell, NAMED_NARROW) for cell in lower.columns(3, 24)]
        for (cell, most), gap in zip(wide + narrow, gaps(ui.t, self.discussion), strict=True):
            _draw_gap(ui.canvas, cell, gap, most)


def _draw_gap(c: Canvas, box: Box, gap: Gap, most: int) -> None:
    t = c.t
    inner = stage_pieces.panel(c, box)
    head, body = inner.cut_top(70, 14)
    count, title = head.cut_right(110, 16)
    stage_pieces.heading(c, title, gap.title, gap.icon)
    ink = FALLEN if gap.names else theme.GOOD
    c.text(count, str(len(gap.names)), 64, ink, "bold", align="right", valign="middle")
    if not gap.names:
        sign, words = body.cut_top(50)[0].cut_left(40, 14)
        c.icon("check", sign, theme.GOOD)
        c.text(words, t("None is missing"), 34, theme.GOOD, valign="middle")
        return
    lines = list(gap.names[: most + 1])
    if (more := len(gap.names) - most) > 1:
        lines[most] = t("and {n} more", n=more)
    for line, text in zip(body.rows(most + 1, 4), lines, strict=False):
        c.text(line, text, (32, theme.ROOM, 28, 26, 24), theme.CHALK, valign="middle")


class OwnersPage(DiscussionPage):
    """Owned benefits with owner, measure and the date of the next reading."""

    phase: DebriefPhase = "next"

    def __init__(self, discussion: Discussion, stories: list[BenefitStory]) -> None:
        super().__init__(discussion)
        self.stories = stories

    def build(self, ui: Ui, box: Box) -> None:
        """A row per owned benefit."""
        head, body = box.cut_top(60, 18)
        stage_pieces.heading(
            ui.canvas, head, ui.t("Who answers for what, and how it is measured"), "anchor"
        )
        high = (body.h - 12 * (MOST - 1)) / MOST
        for n, story in enumerate(self.stories):
            self._row(ui.canvas, Box(body.x, body.y + n * (high + 12), body.w, high), story)

    def _row(self, c: Canvas, box: Box, story: BenefitStory) -> None:
        t, formatter = c.t, self.discussion.formatter(c.t)
        c.panel(box, theme.PANEL, 14)
        marks, inner = box.inset(20, 8).cut_left(170, 20)
        letter_badge(c, (marks.x + 32, marks.centre[1]), 64, story.benefit.idea.letter)
        track_sign(c, Box(marks.x + 78, marks.centre[1] - 28, 84, 56), story.benefit.track)
        words, who = inner.columns([13, 6], 30)
        upper, lower = words.rows(2, 2)
        name = formatter.benefit_name(story.benefit)
        c.text(upper, name, (34, 32, theme.ROOM, 28, 26), theme.CHALK, "semibold", valign="middle")
        c.text(
            lower,
            self._measure(t, story),
            (theme.ROOM, 28, 26, 24, 22, 20),
            theme.CHALK_SOFT,
            valign="middle",
        )
        if story.owner is not None:
            sign, who = who.cut_left(40, 14)
            c.icon("anchor", sign.place(38, 38), theme.GOOD)
            c.text(
                who,
                formatter.owner(story.owner),
                (34, 32, theme.ROOM, 28, 26, 24),
                theme.CHALK,
                valign="middle",
            )

    def _measure(self, t: Words, story: BenefitStory) -> str:
        idea = self.discussion.debrief.end.idea(story.benefit.idea.id)
        b = idea.benefit(story.benefit.track) if idea is not None else None
        return (
            ""
            if b is None
            else benefit_measure_text(t, self.discussion.case, story.benefit.track, b)
        )
