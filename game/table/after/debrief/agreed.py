"""The last page of a debrief: the action list that the group agrees on, and what goes home."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from game.debrief.action_items import ItemFollowed, Subject, noted_steps
from game.debrief.talk import PageKind
from game.engine.limits import MAX_NAME, MAX_TEXT
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.field import TextField
from game.gui.widgets.label import Label
from game.session import ItemDraft
from game.table.after.action_list.dialog import ItemDialog
from game.table.after.action_list.editor import ActionListEditor
from game.table.after.action_list.fields import first_day, who_hint
from game.table.after.action_list.form import Field, ItemForm, coming_day
from game.table.after.action_list.lines import facts
from game.table.after.action_list.picker import PickDialog, subject_called, subject_options
from game.table.parts import stage_pieces
from game.table.parts.dialog_parts import complain_at
from game.table.parts.discussion.page import DiscussionPage
from game.wording.debrief_texts import DebriefPhase

Press = Callable[[Ui], None]
_END = 1e9
"""Below the last row, wherever that is."""
_TEXT, _FACTS = 34, 28
_BUTTON, _WRONG = 64.0, 36.0


def _draw_words(c: Canvas, box: Box, number: str, texts: tuple[str, str], size: float) -> None:
    """Draw a step: its number, what is to be done, and the facts below it."""
    text, below = texts
    sign, words = box.cut_left(56, 16)
    c.text(sign, number, size, theme.ACCENT, "bold")
    used = c.text(words, text, size, theme.CHALK)
    if below:
        c.text(words.cut_top(used.h, 2)[1], below, size * _FACTS / _TEXT, theme.CHALK_SOFT)


class NextStepsPage(DiscussionPage):
    """The next steps that the group agrees on, in fields, and the report to take home."""

    phase: DebriefPhase = "next"
    kind: PageKind = "next_steps"

    def __init__(self, editor: ActionListEditor) -> None:
        super().__init__(editor.discussion)
        self.editor = editor
        self._form: ItemForm | None = None

    @property
    def form(self) -> ItemForm:
        """The step that is being written."""
        if self._form is None:
            self._form = ItemForm(self.discussion.app.t, ItemDraft(""))
        return self._form

    def build(self, ui: Ui, box: Box) -> None:
        """The fields of another step, the steps, and the buttons."""
        inner = stage_pieces.panel(ui.canvas, box)
        head, body = inner.cut_top(56, 14)
        stage_pieces.heading(ui.canvas, head, ui.t("Who does what, and when?"), "check")
        what, body = body.cut_top(64 + _WRONG, 8)
        row, body = body.cut_top(64 + _WRONG, 10)
        foot, body = body.cut_bottom(76, 22)
        self._field(ui, what, "text", ui.t("The next step: what is to be done?"), MAX_TEXT)
        self._who_when_and_for_what(ui, row)
        self._agreed(ui, body)
        self._foot(ui, foot)

    # ------------------------------------------------------------------ the fields
    def _field(
        self, ui: Ui, box: Box, field: Field, hint: str, limit: int, row: Box | None = None
    ) -> None:
        """A field, with what is wrong with it below; that has the room of its ``row``."""
        below = (row or box).cut_top(box.h - _WRONG, 5)[1]
        box = box.cut_top(box.h - _WRONG)[0]
        complain_at(ui.canvas, box, below, self.form.wrong.get(field, ""))
        ui.add(
            TextField(
                "step" if field == "text" else field,
                box,
                self.form.values[field],
                partial(self._typed, ui, field),
                limit=limit,
                placeholder=hint,
                size=32,
                on_enter=lambda: self._add(ui),
            )
        )

    def _who_when_and_for_what(self, ui: Ui, box: Box) -> None:
        t, subject = ui.t, self.form.subject
        add = t("Add")
        place, rest = box.cut_right(max(190, ui.type.width(add, 32, "semibold") + 110), 24)
        who, due, what_for = rest.columns([5, 5, 7], 20)
        hint = who_hint(self.discussion, t, subject, t("Who: a role or a name"))
        self._field(ui, who, "who", hint, MAX_NAME)
        self._field(ui, due, "due", t("By when: {day}", day=coming_day(t)), 20, box)
        named = subject_called(self.discussion, t, subject)
        label = Label(named or t("For which benefit or risk?"), icon="list", style="quiet", size=28)
        what_for, place = what_for.cut_top(_BUTTON)[0], place.cut_top(_BUTTON)[0]
        ui.add(Button("subject", what_for, label, partial(self._subjects, ui)))
        ui.add(Button("add", place, Label(add, icon="plus", size=32), lambda: self._add(ui)))

    def _typed(self, ui: Ui, field: Field, text: str) -> None:
        if self.form.set(field, text):
            ui.dirty = True

    def _subjects(self, ui: Ui) -> None:
        options = subject_options(self.discussion, ui.t)
        title = ui.t("Which benefit or risk is it for?")
        choose = partial(self._belong, ui)
        self.discussion.app.push(PickDialog(title, options, self.form.subject, choose))

    def _belong(self, ui: Ui, subject: Subject) -> None:
        self.form.subject = subject
        ui.dirty = True

    def _add(self, ui: Ui) -> bool:
        """Save the step in the fields; what is wrong is said below them."""
        if not self.form.validate(ui.t, first_day(self.discussion), date.today()):
            first = next(iter(self.form.wrong))
            ui.focus = "step" if first == "text" else first
            ui.dirty = True
            return False
        if not self.editor.add(self.form.draft()):
            return False
        self._form = None
        ui.focus = "step"
        ui.memory["agreed"] = _END
        ui.dirty = True
        return True

    def save_fields(self, ui: Ui) -> None:
        """Save the step in the fields; a day that is none stands in its words, and that is said."""
        if not self.form.text("text") or self._add(ui) or "due" not in self.form.wrong:
            return
        typed, why = self.form.text("due"), self.form.wrong["due"]
        if self.form.day_to_words():
            said = ui.t("Saved with “{day}” among its words. {why}", day=typed, why=why)
        else:
            said = ui.t("Saved without a date: “{day}” is not one.", day=typed)
        if self._add(ui):
            self.discussion.app.toast(said)

    # ------------------------------------------------------------------ the list
    def _agreed(self, ui: Ui, box: Box) -> None:
        """Every step; those of a game from before there was a list are notes, and first."""
        noted = noted_steps(self.discussion.log, self.discussion.debrief.steps[-1].position.entry)
        items = self.editor.items
        if not noted and not items:
            example = ui.t("For example: Ane measures the baseline of the waiting time by 1 March.")
            ui.canvas.text(box, example, (34, theme.ROOM), theme.CHALK_SOFT, "italic")
            return
        written = self.discussion.formatter(ui.t).written
        rows: list[tuple[str, str, ItemFollowed | None]] = [
            (written(step.note.text), "", None) for step in noted
        ]
        for followed in items:
            item = followed.item
            rows.append((written(item.text), facts(self.discussion, ui.t, item), followed))
        self._rows(ui, box, rows, len(noted))

    def _rows(
        self, ui: Ui, box: Box, rows: list[tuple[str, str, ItemFollowed | None]], noted: int
    ) -> None:
        size = ui.type.grown(_TEXT)
        wide = box.w - 72 - 2 * (_BUTTON + 14) - 30
        heights = [self._height(ui, wide, size, text, below) for text, below, _ in rows]
        with ui.scroll("agreed", box, sum(heights)) as content:
            places = content.rows(heights)
            for n, ((text, below, followed), place) in enumerate(zip(rows, places, strict=True), 1):
                row = place.cut_bottom(14)[1]
                number = n if followed is None else noted + followed.number
                words = self._buttons(ui, row, followed)
                with ui.type.growing(1):  # the sizes are grown already, as the heights are
                    _draw_words(ui.canvas, words, f"{number}.", (text, below), size)

    def _height(self, ui: Ui, wide: float, size: float, text: str, below: str) -> float:
        """The height of a row, at least that of its buttons."""
        high = ui.type.height(text, wide, size)
        if below:
            high += ui.type.height(below, wide, size * _FACTS / _TEXT) + 2
        return max(_BUTTON, high) + 18

    def _buttons(self, ui: Ui, row: Box, followed: ItemFollowed | None) -> Box:
        """The buttons that change a step and remove it; the box left for its words."""
        place, words = row.cut_right(2 * _BUTTON + 14, 14)
        if followed is None:
            return words
        t, key = ui.t, followed.item.item
        for name, icon, cell, tip, press in (
            ("edit", "pencil", place.columns(2, 14)[0], t("Change it"), self._edit),
            ("remove", "x", place.columns(2, 14)[1], t("Remove it"), self._remove),
        ):
            button = cell.cut_top(_BUTTON)[0]
            label = Label(icon=icon, style="quiet")
            ui.add(Button(f"{name}:{key}", button, label, partial(press, ui, followed), tip=tip))
        return words

    def _edit(self, ui: Ui, followed: ItemFollowed) -> None:
        self.discussion.app.push(ItemDialog(self.editor, followed))

    def _remove(self, ui: Ui, followed: ItemFollowed) -> None:
        if self.editor.remove(followed):
            self.discussion.app.toast(ui.t("Removed. Undo brings it back."))
            ui.dirty = True

    # ------------------------------------------------------------------ the buttons
    def _foot(self, ui: Ui, box: Box) -> None:
        """Buttons for the report, for the follow-up meeting, and to take back a change."""
        for key, label, icon, press, reason in self._ways(ui):
            wide = ui.type.width(label, 30, "semibold") + 130
            place, box = box.cut_left(wide, 24)
            face = Label(label, icon=icon, size=30)
            tip = ui.t("Weeks later: what it really came to") if key == "follow-up" else ""
            ui.add(Button(key, place, face, partial(press, ui), reason=reason, tip=tip))

    def _ways(self, ui: Ui) -> Iterator[tuple[str, str, str, Press, str]]:
        t = ui.t
        yield "report", t("Save the report"), "folder-open", self._report, ""
        if self.discussion.exits.follow_up is not None:
            yield "follow-up", t("Follow-up meeting"), "sprout", self._follow_up, ""
        nothing = "" if self.editor.can_undo else t("There is nothing to take back.")
        yield "undo", t("Undo"), "undo-2", self._undo, nothing

    def _report(self, ui: Ui) -> None:
        """Save the step in the fields, then the report."""
        self.save_fields(ui)
        self.discussion.save_report()

    def _follow_up(self, ui: Ui) -> None:
        """Save the step in the fields, then open the follow-up meeting."""
        self.save_fields(ui)
        if self.discussion.exits.follow_up is not None:
            self.discussion.exits.follow_up(self.discussion.named)

    def _undo(self, ui: Ui) -> None:
        if self.editor.undo():
            ui.dirty = True
