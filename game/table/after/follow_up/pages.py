"""The pages of a follow-up meeting that record outcomes: rows, each with its dialog."""

from __future__ import annotations

from collections.abc import Iterator

from game.debrief.talk import MeetingKind
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label
from game.i18n import mark
from game.table.after.action_list.editor import ActionListEditor
from game.table.after.follow_up.items import ItemsPage
from game.table.after.follow_up.meeting import DOT, FollowUpMeeting, MeetingPage, shorten, warn
from game.table.after.follow_up.outcome_dialog import OutcomeDialog
from game.table.after.follow_up.rows import (
    OutcomeText,
    SubjectRow,
    SubjectRows,
    benefit_rows,
    step_rows,
    track_rows,
    trial_rows,
)
from game.table.after.follow_up.saving import SavingPage
from game.table.after.follow_up.summary import (
    BenefitSummaryPage,
    QuestionsToAskPage,
    TrackSummaryPage,
)
from game.table.cards.parts import track_sign
from game.table.parts.dialog_parts import ALERT
from game.table.parts.discussion.page import DiscussionPage, evenly
from game.table.parts.subject_sign import draw_subject
from game.wording.debrief_texts.follow_up import MeetingPart

_MOST_ROWS = 4
"""Rows per page: the most that stay readable from the back row."""
_GAP = 14
_SIGN, _MARKS = 68, 180
"""The widths of a subject's picture, and of all marks of a row that has more."""
_LONGEST = 100
"""The characters of an outcome that a row shows; the dialog shows all."""
_WORDS = (32, theme.ROOM, 28, 26, 24, 22, 20, 18)
_EMPTY = {
    "benefits": mark("No benefit was claimed and no downside named in the game."),
    "trials": mark("Nothing was tried in the game."),
}


class SubjectsPage(MeetingPage):
    """So many subjects of one kind, from index ``first`` on; a sentence if there are none."""

    kind: MeetingKind = "told"

    def __init__(
        self,
        meeting: FollowUpMeeting,
        part: MeetingPart,
        rows: SubjectRows,
        first: int = 0,
        count: int = _MOST_ROWS,
    ) -> None:
        super().__init__(meeting)
        self.phase = part
        self.rows = rows
        self.first = first
        self.count = count

    @property
    def parts(self) -> int:
        """One for each subject."""
        return self.count

    def visible_rows(self, ui: Ui) -> list[SubjectRow]:
        """The rows of this page."""
        return self.rows(self.meeting, ui.t)[self.first : self.first + self.count]

    def build(self, ui: Ui, box: Box) -> None:
        """A row per subject, with a button that opens its dialog."""
        if message := self.meeting.why_read_only(ui.t):
            strip, box = box.cut_top(56, 12)
            warn(ui.canvas, strip, message)
        rows = self.visible_rows(ui)
        if not rows:
            sizes, message = (40, 36, 33, theme.ROOM), ui.t(_EMPTY[self.phase])
            ui.canvas.text(box, message, sizes, theme.CHALK, align="centre", valign="middle")
        high = (box.h + _GAP) / _MOST_ROWS - _GAP
        for _ in ui.alike():
            for n, row in enumerate(rows):
                self._row(ui, Box(box.x, box.y + n * (high + _GAP), box.w, high), row)

    def _row(self, ui: Ui, box: Box, row: SubjectRow) -> None:
        c = ui.canvas
        c.panel(box, theme.PANEL, 16, line=row.outcomes[-1].ink if row.outcomes else None)
        inner = box.inset(24, 12)
        label = ui.t("Write")
        wide = ui.type.width(label, 30, "semibold") + 104
        place, inner = inner.cut_right(wide, 28)
        ui.add(
            Button(
                f"tell:{row.key}",
                place.place(wide, min(84, place.h)),
                Label(
                    label, icon="pencil", style="quiet" if row.outcomes else "secondary", size=30
                ),
                lambda: self._open(ui, row),
                tip=ui.t("What it is now. What was told before stays."),
                reason=self.meeting.why_read_only(ui.t),
            )
        )
        marks, inner = inner.cut_left(_MARKS if row.track or row.number else _SIGN, 24)
        self._draw_marks(c, marks, row)
        words, now = inner.columns([11, 7] if row.kind == "value" else [8, 9], 36)
        _draw_words(c, words, row)
        _draw_latest(c, now, row)

    def _draw_marks(self, c: Canvas, box: Box, row: SubjectRow) -> None:
        """The subject's marks: a picture with its idea's letter, a track, or a step's number."""
        middle = box.centre[1]
        if row.number:
            text, sizes = f"{row.number}.", (64, 48)
            c.text(box, text, sizes, theme.ACCENT, "bold", align="centre", valign="middle")
        elif row.subject is not None:
            draw_subject(c, (box.x + _SIGN / 2, middle), _SIGN, self.discussion.case, row.subject)
            if row.track is not None:
                track_sign(c, Box(box.x + 82, middle - 30, 90, 60), row.track)
        elif row.track is not None:
            track_sign(c, box.place(132, 88), row.track)

    def _open(self, ui: Ui, row: SubjectRow) -> None:
        self.discussion.app.push(
            OutcomeDialog(self.meeting, row, lambda: self._focus_next(ui, row))
        )

    def _focus_next(self, ui: Ui, row: SubjectRow) -> None:
        """Move the focus to the next row, or after the last one to the next page."""
        keys = [visible.key for visible in self.visible_rows(ui)]
        at = keys.index(row.key) + 1
        ui.focus = f"tell:{keys[at]}" if at < len(keys) else "next"
        ui.dirty = True


def _draw_words(c: Canvas, box: Box, row: SubjectRow) -> None:
    """The subject's name, and the facts from the game."""
    if not row.facts:
        c.text(box, row.title, (36, 34, *_WORDS), theme.CHALK, "semibold", valign="middle")
        return
    upper, lower = box.rows([9, 11], 4)
    c.text(upper, row.title, (40, 36, 34, *_WORDS), theme.CHALK, "semibold", valign="bottom")
    c.text(lower, row.facts, _WORDS, theme.CHALK_SOFT)


def _draw_latest(c: Canvas, box: Box, row: SubjectRow) -> None:
    """The latest outcome with date and source, and the number of earlier ones."""
    if row.refused and not row.outcomes:
        _draw_refused(c, box, row.refused[-1])
        return
    if not row.outcomes:
        message = row.known or c.t("Nothing told yet")
        c.text(box, message, (34, theme.ROOM), theme.CHALK_SOFT, "italic", valign="middle")
        return
    last: OutcomeText = row.outcomes[-1]
    told = DOT.join(filter(None, (last.says, last.source)))
    value, source = shorten(last.value, _LONGEST), shorten(told, _LONGEST)
    if (before := len(row.outcomes) - 1) > 0:
        times = c.t.plural("once before", "{n} times before", before)
        source = f"{source}{DOT}{times}"
    upper, lower = box.rows([4, 5], 2)
    sizes = (56, 48, 42, 36) if row.kind == "value" else (38, 36, 34)
    c.text(upper, value, (*sizes, *_WORDS), last.ink, "bold", valign="bottom")
    c.text(lower, source, _WORDS, theme.CHALK, whole=True)


def _draw_refused(c: Canvas, box: Box, refused: OutcomeText) -> None:
    """A value that cannot be, and why it does not count."""
    upper, lower = box.rows([4, 5], 2)
    sizes = (38, 36, 34, *_WORDS)
    c.text(upper, shorten(refused.value, _LONGEST), sizes, ALERT, "semibold", valign="bottom")
    c.text(lower, refused.wrong, _WORDS, ALERT)


# ------------------------------------------------------------------ all pages
def all_pages(meeting: FollowUpMeeting) -> list[DiscussionPage]:
    """All pages of the meeting in order."""
    return list(_pages(meeting))


def _pages(meeting: FollowUpMeeting) -> Iterator[DiscussionPage]:
    found, editor = meeting.found, ActionListEditor(meeting)
    lists: tuple[tuple[MeetingPart, SubjectRows, int], ...] = (
        ("tracks", track_rows, len(found.tracks)),
        ("benefits", benefit_rows, len(found.benefits)),
        ("trials", trial_rows, len(found.trials)),
    )
    for part, rows, count in lists:
        for first, rows_here in evenly(count, _MOST_ROWS) or [(0, 0)]:
            yield SubjectsPage(meeting, part, rows, first, rows_here)
    for first, rows_here in evenly(len(found.steps), _MOST_ROWS):
        yield SubjectsPage(meeting, "steps", step_rows, first, rows_here)
    yield ItemsPage(meeting, editor)
    yield TrackSummaryPage(meeting)
    yield SavingPage(meeting)
    for first, rows_here in evenly(len(found.benefits), BenefitSummaryPage.most):
        yield BenefitSummaryPage(meeting, first, rows_here)
    yield QuestionsToAskPage(meeting, editor)
