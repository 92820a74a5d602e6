"""The page about who answers for what, and how it is measured."""

from __future__ import annotations

from game.debrief import BenefitStory
from game.debrief.standing import Standing, owned_by_now
from game.debrief.talk import PageKind
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.i18n import Words
from game.table.cards.parts import track_sign
from game.table.parts import stage_pieces
from game.table.parts.discussion.discussion import Discussion
from game.table.parts.discussion.page import DiscussionPage
from game.table.parts.subject_sign import draw_subject
from game.wording.debrief_texts import DebriefPhase
from game.wording.debrief_texts.follow_up import benefit_title
from game.wording.figures import measure, measure_text

MOST_OWNED = 6
"""Owned benefits per page."""


class OwnersPage(DiscussionPage):
    """Owned benefits with owner and measure, as the register has them by now.

    It shows those from index ``first`` on.
    """

    phase: DebriefPhase = "next"
    kind: PageKind = "owners"

    def __init__(self, discussion: Discussion, first: int) -> None:
        super().__init__(discussion)
        self.first = first

    @property
    def owned(self) -> list[Standing]:
        """The benefits of this page."""
        found = owned_by_now(self.discussion.debrief, self.discussion.log)
        return found[self.first : self.first + MOST_OWNED]

    @property
    def blank(self) -> bool:
        """Whether fewer benefits have an owner."""
        return not self.owned

    def build(self, ui: Ui, box: Box) -> None:
        """A row per owned benefit."""
        head, body = box.cut_top(60, 18)
        stage_pieces.heading(
            ui.canvas, head, ui.t("Who answers for what, and how it is measured"), "anchor"
        )
        high = (body.h - 12 * (MOST_OWNED - 1)) / MOST_OWNED
        for _ in ui.alike():
            for n, standing in enumerate(self.owned):
                self._row(ui.canvas, Box(body.x, body.y + n * (high + 12), body.w, high), standing)

    def _row(self, c: Canvas, box: Box, standing: Standing) -> None:
        t, story = c.t, standing.story
        c.panel(box, theme.PANEL, 14)
        marks, inner = box.inset(20, 8).cut_left(170, 20)
        at = (marks.x + 32, marks.centre[1])
        draw_subject(c, at, 64, self.discussion.case, story.benefit)
        track_sign(c, Box(marks.x + 78, marks.centre[1] - 28, 84, 56), story.benefit.track)
        words, who = inner.columns([13, 6], 30)
        upper, lower = words.rows(2, 2)
        name = benefit_title(self.discussion.formatter(t), standing)
        c.text(upper, name, (34, 26), theme.CHALK, "semibold", valign="middle")
        c.text(
            lower,
            self._measure(t, story),
            (theme.ROOM, 20),
            theme.CHALK_SOFT,
            valign="middle",
        )
        sign, who = who.cut_left(40, 14)
        c.icon("anchor", sign.place(38, 38), theme.GOOD)
        owner = self.discussion.owner(t, standing)
        sizes = (34, 24)
        c.text(who, owner, sizes, theme.CHALK, valign="middle", whole=True)

    def _measure(self, t: Words, story: BenefitStory) -> str:
        idea = self.discussion.debrief.end.idea(story.benefit.idea.id)
        b = idea.benefit(story.benefit.track) if idea is not None else None
        if b is None:
            return ""
        m = measure(t, self.discussion.case, story.benefit.track, b)
        return measure_text(t, self.discussion.formatter(t).measured_as(story.benefit.key, m))
