"""The page on which the register of an own project is filled in, one question at a time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Final

from game.debrief.talk import SECONDS, PageKind
from game.engine.limits import MAX_NAME, MAX_TEXT
from game.gui import theme
from game.gui.geometry import Box
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.choice import Choice
from game.gui.widgets.field import TextField
from game.gui.widgets.label import Label
from game.i18n import Words, mark
from game.i18n.days import short_day
from game.report.columns import code_text, title
from game.report.file_names import file_name
from game.report.questions import FillQuestion, QuestionCode, row_of
from game.session import RegisterColumn, RegisterSubject
from game.table.after.debrief.filling import Answers
from game.table.parts import stage_pieces
from game.table.parts.dialog_parts import complain_at, labelled
from game.table.parts.discussion.discussion import Discussion
from game.table.parts.discussion.page import DiscussionPage
from game.wording.debrief_texts import DebriefPhase

QUESTIONS: Final[Mapping[QuestionCode, tuple[str, str]]] = {
    "owner": (
        "user-check",
        mark("Who in the operation owns it? It may be somebody who is not in the room."),
    ),
    "method": ("gauge", mark("How is it measured, how often, and by whom?")),
    "baseline": (
        "flag",
        mark("What is it today, how is that known, and when was it, or will it be, measured?"),
    ),
    "targets": ("target", mark("What will it be: at the least, most likely, and at best?")),
    "watch": (
        "triangle-alert",
        mark("Who keeps an eye on it, what shows first, and by when is something done?"),
    ),
}
"""What is asked, with an icon."""
EXAMPLES: Final[Mapping[RegisterColumn, str]] = {
    "owner_name": mark("The name"),
    "owner_role": mark("The role"),
    "owner_unit": mark("Where in the organisation"),
    "method": mark("A count, a report, a system"),
    "frequency": mark("Every month"),
    "measurer": mark("A role or a name"),
    "owner": mark("A role or a name"),
    "early_sign": mark("What shows before it happens"),
}
"""What may stand in a field that takes words."""
_DAY: Final = 20
_WRONG: Final = 84
_ABOUT = (theme.ROOM, 24)


class FillPage(DiscussionPage):
    """The questions that were open when the page was first shown, each of which can be skipped."""

    phase: DebriefPhase = "next"
    kind: PageKind = "register"

    def __init__(self, discussion: Discussion) -> None:
        super().__init__(discussion)
        self.at = 0
        self._asked: tuple[tuple[RegisterSubject, QuestionCode], ...] | None = None
        self._answers: Answers | None = None

    # ------------------------------------------------------------------ the questions
    def questions(self, t: Words) -> list[FillQuestion]:
        """What is asked, in order, also when it has been answered since."""
        every = {(q.row, q.code): q for q in self.discussion.questions(t)}
        if self._asked is None and every:
            self._asked = tuple(key for key, question in every.items() if question.open)
        return [every[key] for key in self._asked or () if key in every]

    def answers(self, t: Words, question: FillQuestion) -> Answers:
        """What is typed in answer to the question that is shown."""
        held = self._answers
        same = held is not None and held.question.row == question.row
        if held is None or not same or held.question.code != question.code or not held.touched:
            known = self.discussion.registers(t)
            assert known is not None  # there is a question
            self._answers = held = Answers(t, question, row_of(known[1], question))
        return held

    # ------------------------------------------------------------------ drawing
    def build(self, ui: Ui, box: Box) -> None:
        """The question, its fields, and the ways on; or that there is nothing more to ask."""
        questions = self.questions(ui.t)
        inner = stage_pieces.panel(ui.canvas, box)
        head, body = inner.cut_top(56, 14)
        self._head(ui, head, len(questions))
        foot, body = body.cut_bottom(76, 16)
        if self.at < len(questions):
            self._question(ui, body, questions[self.at])
        else:
            self._done(ui, body, questions)
        self._foot(ui, foot, len(questions))

    def _head(self, ui: Ui, box: Box, count: int) -> None:
        t = ui.t
        stage_pieces.heading(ui.canvas, box, t("Fill the register"), "list")
        if self.at < count:
            told = t(
                "Question {n} of {all} · about {minutes} minutes for all",
                n=self.at + 1,
                all=count,
                minutes=SECONDS["register"] // 60,
            )
            ui.canvas.text(box, told, _ABOUT, theme.CHALK_SOFT, align="right", valign="middle")

    def _question(self, ui: Ui, box: Box, question: FillQuestion) -> None:
        c, t, (icon, text) = ui.canvas, ui.t, QUESTIONS[question.code]
        of, body = box.cut_top(56, 2)
        about, body = body.cut_top(88, 24)
        line, body = body.cut_top(100, 24)
        called = f"{question.id} {question.title}"
        c.text(of, called, (38, 34, theme.ROOM, 26, 24), theme.ACCENT, "semibold", valign="middle")
        c.text(about, question.about, (32, 22), theme.CHALK_SOFT)
        sign, words = line.cut_left(64, 24)
        c.icon(icon, sign.place(60, 60), theme.ACCENT)
        c.text(words, t(text), (40, 36, theme.ROOM, 28), theme.CHALK, "semibold", valign="middle")
        answers = self.answers(t, question)
        fields = body.cut_top(108 + _WRONG)[0]
        for key, cell in zip(
            question.columns, fields.columns(len(question.columns), 28), strict=True
        ):
            self._field(ui, cell, answers, key)

    def _field(self, ui: Ui, box: Box, answers: Answers, key: RegisterColumn) -> None:
        t, field = ui.t, answers.field(key)
        place, below = labelled(ui, box, title(t, answers.column(key))).cut_top(64, 6)
        name, value = self._key(key), answers.values[key]
        if field.kind == "code":
            options = [(code, code_text(t, code)) for code in field.codes]
            ui.add(Choice(name, place, options, value, partial(self._choose, ui, key), size=28))
            return
        complain_at(ui.canvas, place, below, answers.wrong.get(key, ""))
        limits = {"text": MAX_TEXT, "person": MAX_NAME}
        ui.add(
            TextField(
                name,
                place,
                value,
                partial(self._typed, ui, key),
                limit=limits.get(field.kind, _DAY),
                placeholder=self._example(t, answers, key),
                size=32,
                on_enter=lambda: self._save_and_go_on(ui),
            )
        )

    def _example(self, t: Words, answers: Answers, key: RegisterColumn) -> str:
        """What may stand in a field: words, the unit of a number, a day."""
        kind = answers.field(key).kind
        if kind == "day":
            return short_day(t, date.today())
        return answers.question.unit if kind == "number" else t(EXAMPLES.get(key, ""))

    def _key(self, column: RegisterColumn) -> str:
        """The key of a field: every question has fields of its own."""
        return f"fill:{self.at}:{column}"

    def _done(self, ui: Ui, box: Box, questions: list[FillQuestion]) -> None:
        t = ui.t
        open_ = sum(question.open for question in questions)
        if open_:
            told = t.plural(
                "{n} question is left open. It can be answered in the workbook as well.",
                "{n} questions are left open. They can be answered in the workbook as well.",
                open_,
            )
        else:
            told = t("All that matters most is filled in.")
        more = t(
            "The other columns are filled in at home, in {file}. Drop the file on this "
            "window, or give it to “gevinst register import”: then it stands here, too.",
            file=file_name(t.lang, "registers.xlsx"),
        )
        head, body = box.cut_top(110, 10)
        ui.canvas.text(head, told, (40, 36, theme.ROOM), theme.CHALK, "semibold", valign="middle")
        ui.canvas.text(body, more, _ABOUT, theme.CHALK_SOFT)

    def _foot(self, ui: Ui, box: Box, count: int) -> None:
        t = ui.t
        back, rest = box.cut_left(360, 24)
        if self.at:
            label = Label(t("Previous question"), icon="arrow-left", style="quiet", size=28)
            ui.add(Button("fill-back", back, label, partial(self._go, ui, -1)))
        if self.at >= count:
            return
        on, rest = rest.cut_right(460, 24)
        skip = rest.cut_right(320)[0]
        label = Label(t("Skip"), icon="skip-forward", style="quiet", size=28)
        ui.add(Button("fill-skip", skip, label, partial(self._skip, ui)))
        face = Label(t("Save and go on"), icon="arrow-right", style="primary", size=32)
        ui.add(Button("fill-save", on, face, partial(self._save_and_go_on, ui)))

    # ------------------------------------------------------------------ answering
    def _typed(self, ui: Ui, key: RegisterColumn, text: str) -> None:
        if self._answers is not None and self._answers.set(key, text):
            ui.dirty = True

    def _choose(self, ui: Ui, key: RegisterColumn, code: str) -> None:
        if self._answers is not None:
            self._answers.set(key, code)
            ui.dirty = True

    def _save(self, ui: Ui) -> bool:
        """Save what was changed. Returns whether nothing is wrong; it is said below the fields."""
        answers = self._answers
        if answers is None:
            return True
        row = answers.question.row
        for column, content in list(answers.contents(ui.t)):
            write = partial(self.discussion.additions.fill, row, column, content, "asked")
            if not self.discussion.add(write):
                return False
        return not answers.wrong

    def _save_and_go_on(self, ui: Ui) -> None:
        if self._save(ui):
            self._go(ui, 1)
        else:
            ui.dirty = True

    def _skip(self, ui: Ui) -> None:
        """Leave a question as it is; what was typed and not saved is given up."""
        self._go(ui, 1)

    def _go(self, ui: Ui, by: int) -> None:
        self.at = max(0, self.at + by)
        self._answers = None
        questions = self.questions(ui.t)
        if self.at < len(questions):
            ui.focus = self._key(questions[self.at].columns[0])
        ui.dirty = True

    def save_fields(self, ui: Ui) -> None:
        """Save what is in the fields; what cannot be read is left as it was."""
        self._save(ui)
