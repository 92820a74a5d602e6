"""Pages about what comes next: gaps in the project, owners, and agreed next steps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from game.debrief import BenefitStory
from game.engine.limits import MAX_TEXT
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.field import TextField
from game.gui.widgets.label import Label
from game.i18n import Words
from game.table.cards.parts import letter_badge, track_sign
from game.table.parts import stage_pieces
from game.table.parts.discussion.discussion import Discussion
from game.table.parts.discussion.page import DiscussionPage
from game.table.parts.meters import FALLEN
from game.table.parts.take_home import TakeHomeDialog
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


class NextStepsPage(DiscussionPage):
    """The next steps the group agrees on, and the report to take home."""

    phase: DebriefPhase = "next"

    def __init__(self, discussion: Discussion) -> None:
        super().__init__(discussion)
        self.step = ""

    @property
    def entry(self) -> int:
        """The entry that next steps are attached to, as notes: the end of the game."""
        return self.discussion.debrief.steps[-1].position.entry

    def build(self, ui: Ui, box: Box) -> None:
        """The agreed steps, a field for another one, and the action buttons."""
        c, t = ui.canvas, ui.t
        inner = stage_pieces.panel(c, box)
        head, body = inner.cut_top(60, 18)
        stage_pieces.heading(c, head, t("Who does what, and when?"), "check")
        field, body = body.cut_top(72, 26)
        report, body = body.cut_bottom(80, 26)
        self._agreed(ui, body)
        self._field(ui, field)
        self._action_buttons(ui, report)

    def _action_buttons(self, ui: Ui, box: Box) -> None:
        """Buttons for the report and for the follow-up meeting."""
        report, follow_up = ui.t("Save the report and the registers"), ui.t("Follow-up meeting")
        actions = [("report", report, "folder-open", self._report)]
        if self.discussion.exits.follow_up is not None:
            actions.append(("follow-up", follow_up, "sprout", self._follow_up))
        for key, label, icon, action in actions:
            wide = ui.type.width(label, 32, "semibold") + 140
            place, box = box.cut_left(wide, 24)
            ui.add(Button(key, place, Label(label, icon=icon, size=32), partial(action, ui)))

    def _report(self, ui: Ui) -> None:
        self.discussion.app.push(
            TakeHomeDialog(self.discussion.log.path, named=self.discussion.named)
        )

    def _follow_up(self, ui: Ui) -> None:
        """Save the text in the field as a step, then open the follow-up meeting."""
        self._add(ui)
        if self.discussion.exits.follow_up is not None:
            self.discussion.exits.follow_up(self.discussion.named)

    def _agreed(self, ui: Ui, box: Box) -> None:
        agreed = self.discussion.notes_on(ui.t, self.entry)
        if not agreed:
            explanation = ui.t(
                "For example: Ane measures the baseline of the waiting time before 1 March."
            )
            ui.canvas.text(box, explanation, (36, 33, theme.ROOM), theme.CHALK_SOFT, "italic")
            return
        size = ui.type.grown(36)
        heights = [ui.type.height(text, box.w - 90, size) + 20 for text in agreed]
        with ui.scroll("agreed", box, max(1.0, sum(heights))) as content:
            y = content.y
            for n, (text, high) in enumerate(zip(agreed, heights, strict=True), start=1):
                row = Box(content.x, y, content.w, high)
                number, words = row.cut_left(56, 16)
                ui.canvas.text(number, f"{n}.", size, theme.ACCENT, "bold")
                ui.canvas.text(words, text, size, theme.CHALK)
                y += high

    def _field(self, ui: Ui, box: Box) -> None:
        t = ui.t
        label = t("Add")
        place, box = box.cut_right(max(190, ui.type.width(label, 32, "semibold") + 110), 24)
        ui.add(
            TextField(
                "step",
                box.place(box.w, 64),
                self.step,
                lambda text: setattr(self, "step", text),
                limit=MAX_TEXT,
                placeholder=t("The next step: who, what, before when"),
                size=34,
                on_enter=lambda: self._add(ui),
            )
        )
        ui.add(Button("add", place, Label(label, icon="plus", size=32), lambda: self._add(ui)))

    def _add(self, ui: Ui) -> None:
        text = self.step.strip()
        if text and self.discussion.add(lambda: self.discussion.additions.note(self.entry, text)):
            self.step = ""

    def save_fields(self, ui: Ui) -> None:
        """Save the text in the field as a step."""
        self._add(ui)
