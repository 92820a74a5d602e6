"""How near the guesses came, round by round, and what surprised the group most."""

from __future__ import annotations

from game.debrief import BenefitStory
from game.debrief.talk import PageKind
from game.engine.foresight import Guess, RoundForesight
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.theme import Colour
from game.gui.ui import Ui
from game.table.cards.parts import track_sign
from game.table.parts import stage_pieces
from game.table.parts.discussion.page import DiscussionPage
from game.table.parts.meters import FALLEN
from game.table.parts.subject_sign import draw_subject
from game.wording import terms
from game.wording.debrief_texts import DebriefPhase
from game.wording.shares import miss_text, ranges_text

_MOST_ROWS = 5
"""As many surprises as can be read from the back row."""
_FAR = 3.0
"""The points beside the truth that the chart has room for at least."""


class ForesightPage(DiscussionPage):
    """A bar for each round whose guesses were answered, and the greatest surprises."""

    phase: DebriefPhase = "learned"
    kind: PageKind = "foresight"

    def build(self, ui: Ui, box: Box) -> None:
        """The curve on the left, the surprises on the right, below them how the ranges held."""
        t, result = ui.t, self.discussion.debrief.measures.result
        left, right = box.columns([6, 7], 30)
        inner = stage_pieces.panel(ui.canvas, left)
        head, body = inner.cut_top(56, 16)
        stage_pieces.heading(ui.canvas, head, t("Points off the truth on average"), "eye")
        playing = sum(self.discussion.debrief.setup.rules.rounds)
        _draw_curve(ui.canvas, body, result.foresight, playing)
        inner = stage_pieces.panel(ui.canvas, right)
        head, body = inner.cut_top(56, 16)
        stage_pieces.heading(ui.canvas, head, t("What surprised you most"), "megaphone")
        if ranges := ranges_text(t, result):
            foot, body = body.cut_bottom(52, 12)
            sizes = (theme.ROOM, 22)
            ui.canvas.text(foot, ranges, sizes, theme.ACCENT, "semibold", valign="middle")
        self._surprises(ui.canvas, body)

    def _surprises(self, c: Canvas, box: Box) -> None:
        missed = [g for g in self.discussion.debrief.end.guesses if g.miss]
        missed.sort(key=lambda g: -g.miss)
        if not missed:
            text = c.t("Every guess was right.")
            c.text(box, text, (38, 34, theme.ROOM), theme.GOOD, "semibold")
            return
        stories = {
            (s.benefit.idea.id, s.benefit.track): s for s in self.discussion.debrief.benefits
        }
        for _ in c.alike():
            for row, guess in zip(box.rows(_MOST_ROWS, 12), missed, strict=False):
                self._surprise(c, row, guess, stories.get((guess.idea, guess.track)))

    def _surprise(self, c: Canvas, box: Box, guess: Guess, story: BenefitStory | None) -> None:
        """The benefit, what was guessed, and what was true."""
        t = c.t
        c.panel(box, theme.FELT, 14)
        inner = box.inset(18, 8)
        side = min(64, inner.h)
        marks, inner = inner.cut_left(side * 2.7, 20)
        if story is not None:
            badge = (marks.x + side / 2, marks.centre[1])
            draw_subject(c, badge, side, self.discussion.case, story.benefit)
        sign = Box(marks.x + side * 1.2, marks.centre[1] - side / 2, side * 1.5, side)
        track_sign(c, sign, guess.track)
        numbers, words = inner.cut_right(300, 16)
        if story is not None:
            name = self.discussion.formatter(t).benefit_name(story.benefit)
            sizes = (34, 22)
            c.text(words, name, sizes, theme.CHALK, "semibold", valign="middle")
        said = t(
            "guessed {guess}, true {effect}",
            guess=t.number(guess.estimate),
            effect=t.number(guess.effect),
        )
        ink = FALLEN if guess.effect < guess.estimate else theme.GOOD
        room = (34, 24)
        c.text(numbers, said, room, ink, "semibold", align="right", valign="middle")


def _draw_curve(c: Canvas, box: Box, curve: tuple[RoundForesight, ...], playing: int) -> None:
    """A bar a round, of which ``playing`` have a number: the lower, the better."""
    names, plot = box.cut_bottom(92, 10)
    plot = plot.cut_top(56)[1]
    high = max(_FAR, *(answered.miss for answered in curve))
    c.fill(Box(plot.x, plot.bottom - 1, plot.w, 2), theme.CHALK_SOFT)
    for cell, answered in zip(plot.columns(len(curve), 12), curve, strict=True):
        tall, wide = max(4.0, plot.h * answered.miss / high), min(cell.w, 110)
        solid = Box(cell.centre[0] - wide / 2, plot.bottom - tall, wide, tall)
        c.fill(solid, theme.ACCENT)
        label = Box(cell.x - 20, solid.y - 54, cell.w + 40, 52)
        miss = miss_text(c.t, answered)
        c.text(label, miss, (44, 38, 34), theme.CHALK, "bold", align="centre", valign="middle")
    rounds, counts = names.rows(2, 2)
    answered_in = [terms.round_name(c.t, answered.round, playing) for answered in curve]
    _captions(c, rounds, answered_in, theme.CHALK)
    guesses = [c.t.plural("{n} guess", "{n} guesses", answered.guesses) for answered in curve]
    _captions(c, counts, guesses, theme.CHALK_SOFT)


def _captions(c: Canvas, box: Box, texts: list[str], ink: Colour) -> None:
    """What stands below the bars, all in one size."""
    cells = box.columns(len(texts), 18)
    sizes = (theme.ROOM, 27, 25, 23, 21, 20, 19, theme.LEAST)
    size = min(c.type.fit(text, cells[0], sizes, whole=True).size for text in texts)
    for cell, text in zip(cells, texts, strict=True):
        c.text(cell, text, size, ink, align="centre", valign="middle")
