"""The form of an item of the action list, over the page: what, who, before when, and what for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from game.debrief.action_items import NOWHERE, STATUSES, ItemFollowed, Origin, Subject
from game.engine.limits import MAX_NAME, MAX_TEXT
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.choice import Choice
from game.gui.widgets.field import TextField
from game.gui.widgets.label import Label
from game.i18n import Words
from game.session import ItemDraft, ItemStatus
from game.table.after.action_list.editor import ActionListEditor
from game.table.after.action_list.fields import first_day, who_hint
from game.table.after.action_list.form import Field, ItemForm, coming_day
from game.table.after.action_list.lines import answer_lines
from game.table.after.action_list.picker import (
    PickDialog,
    origin_called,
    origin_options,
    subject_called,
    subject_options,
)
from game.table.parts.dialog_parts import answers, complain_at, labelled
from game.table.parts.dialog_widgets import NoteField
from game.wording.debrief_texts.action_items import item_status

_WIDE, _LABEL, _FIELD, _NOTE, _WRONG = 1400.0, 44.0, 64.0, 92.0, 30.0
_EARLIER = 26


class ItemDialog(Screen):
    """Writes an item down, or says how one stands; ``asked`` also asks what came of it.

    Without ``followed`` it is a new one, which comes from the ``origin``.
    """

    overlay = True

    def __init__(
        self,
        editor: ActionListEditor,
        followed: ItemFollowed | None = None,
        *,
        origin: Origin = NOWHERE,
        asked: bool = False,
        reason: Callable[[Words], str] = lambda t: "",
    ) -> None:
        self.editor = editor
        self.followed = followed
        self.origin = origin
        self.asked = asked
        self.reason = reason
        self._form: ItemForm | None = None

    @property
    def form(self) -> ItemForm:
        """The form data, as the item stands."""
        if self._form is None:
            t, followed = self.app.t, self.followed
            of, moment = self.origin
            new = ItemDraft("", of=of, moment=moment)
            draft = new if followed is None else ItemDraft.like(followed.item)
            self._form = ItemForm(t, draft, self.editor.discussion.formatter(t).written)
        return self._form

    @property
    def holds_words(self) -> bool:
        """Whether something was written or chosen."""
        return self.form.has_choices or super().holds_words

    # ------------------------------------------------------------------ drawing
    def build(self, ui: Ui) -> None:
        """What, who and when; what it belongs to and where it came from; what came of it."""
        t = ui.t
        told = answer_lines(self.editor.discussion, t, self.followed) if self.asked else []
        earlier = sum(ui.type.height(line, _WIDE - 110, _EARLIER) + 6 for line in told)
        high = 664.0 + (_LABEL + _NOTE + 20 if self.asked else 0) + min(110.0, earlier)
        title = t("A next step") if self.followed is None else t("Next step {n}", n=self._number)
        rest = dialog(ui, _WIDE, high, title, self.back)
        buttons, rest = rest.cut_bottom(76, 18)
        what, rest = rest.cut_top(_LABEL + _NOTE, 18)
        self._note(ui, what, "text", t("What is to be done?"))
        row, rest = rest.cut_top(_LABEL + _FIELD + 6 + _WRONG, 6)
        self._who_and_when(ui, row)
        row, rest = rest.cut_top(_LABEL + _FIELD, 18)
        self._belongings(ui, row)
        if self.asked:
            came, rest = rest.cut_top(_LABEL + _NOTE, 12)
            self._note(ui, came, "answer", t("What came of it? (may be left empty)"))
            self._earlier(ui, rest, told)
        answers(ui, buttons, t("Save"), self._save, self.back, reason=self.reason(t))
        ui.focus_on("answer" if self.asked else "text")

    @property
    def _number(self) -> int:
        return 0 if self.followed is None else self.followed.number

    def _note(self, ui: Ui, box: Box, field: Field, label: str) -> None:
        place = labelled(ui, box, label, self.form.wrong.get(field, ""))
        ui.add(
            NoteField(
                field,
                place,
                self.form.values[field],
                partial(self._typed, field),
                lines=2,
                limit=MAX_TEXT,
                size=30,
                on_enter=self._save,
            )
        )

    def _who_and_when(self, ui: Ui, box: Box) -> None:
        """Who does it and before when; of an item that is there, how far it has come."""
        t = ui.t
        shares = [4, 3] if self.followed is None else [4, 3, 7]
        wrong, fields = box.cut_bottom(_WRONG, 6)
        who, due, *status = fields.columns(shares, 28)
        hint = who_hint(self.editor.discussion, t, self.form.subject, t("A role or a name"))
        self._line(ui, who, "who", t("Who does it?"), hint, MAX_NAME)
        example = t("For example {day}", day=coming_day(t))
        when = self._line(ui, due, "due", t("By when?"), example, 20)
        complain_at(ui.canvas, when, wrong, self.form.wrong.get("due", ""))
        for place in status:
            options = [(code, item_status(t, code)) for code in STATUSES]
            inner = labelled(ui, place, t("How far?"))
            ui.add(Choice("status", inner, options, self.form.status, self._stand, size=24))

    def _line(self, ui: Ui, box: Box, field: Field, label: str, hint: str, limit: int) -> Box:
        """Add a field of one line; returns its place."""
        place = labelled(ui, box, label)
        ui.add(
            TextField(
                field,
                place,
                self.form.values[field],
                partial(self._typed, field),
                limit=limit,
                placeholder=hint,
                size=32,
                on_enter=self._save,
            )
        )
        return place

    def _belongings(self, ui: Ui, box: Box) -> None:
        """What it belongs to, and the moment that it came from: each opens a list."""
        t, discussion = ui.t, self.editor.discussion
        nothing = t("Nothing in particular")
        belongs, moment = box.columns(2, 28)
        subject = subject_called(discussion, t, self.form.subject) or nothing
        origin = origin_called(discussion, t, self.form.origin) or nothing
        for key, place, label, text, press in (
            ("subject", belongs, t("Which benefit or risk is it for?"), subject, self._subjects),
            ("of", moment, t("Which moment did it come from?"), origin, self._origins),
        ):
            inner = labelled(ui, place, label)
            ui.add(Button(key, inner, Label(text, icon="list", style="quiet", size=28), press))

    def _earlier(self, ui: Ui, box: Box, told: list[str]) -> None:
        heights = [ui.type.height(line, box.w - 30, _EARLIER) + 6 for line in told]
        if not told:
            return
        with ui.scroll("earlier", box, sum(heights)) as content:
            for line, place in zip(told, content.rows(heights), strict=True):
                ui.canvas.text(place, line, _EARLIER)

    # ------------------------------------------------------------------ editing and saving
    def _typed(self, field: Field, text: str) -> None:
        if self.form.set(field, text):
            self.refresh()

    def _stand(self, status: ItemStatus) -> None:
        self.form.status = status

    def _subjects(self) -> None:
        t, discussion = self.app.t, self.editor.discussion
        options = subject_options(discussion, t)
        title = t("Which benefit or risk is it for?")
        self.app.push(PickDialog(title, options, self.form.subject, self._belong))

    def _belong(self, subject: Subject) -> None:
        self.form.subject = subject
        self.refresh()

    def _origins(self) -> None:
        t = self.app.t
        options = origin_options(self.editor.discussion, t, self.form.origin)
        title = t("Which moment did it come from?")
        self.app.push(PickDialog(title, options, self.form.origin, self._came_from))

    def _came_from(self, origin: Origin) -> None:
        self.form.origin = origin
        self.refresh()

    def _save(self) -> None:
        """Save the item and what came of it, or show the errors at the fields."""
        t, form = self.app.t, self.form
        if reason := self.reason(t):
            self.app.toast(reason)
            return
        if not form.validate(t, first_day(self.editor.discussion), date.today()):
            self.ui.focus = next(iter(form.wrong))
            self.refresh()
            return
        if not self._written(form):
            return
        self.app.pop(self)
        self.app.toast(t("Saved in the session."))

    def _written(self, form: ItemForm) -> bool:
        if self.followed is None:
            return self.editor.add(form.draft())
        if not self.editor.change(self.followed, form.draft()):
            return False
        answer, item = form.text("answer"), self.followed.item.item
        discussion = self.editor.discussion
        return not answer or discussion.add(lambda: discussion.additions.note(item, answer))
