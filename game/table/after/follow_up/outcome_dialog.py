"""The dialog that records an outcome: a value or a text, its date and its source."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pygame

from game.debrief.doubts import Doubt
from game.engine.limits import MAX_NAME, MAX_TEXT
from game.gui import theme
from game.gui.dialogs.modal import Question, dialog
from game.gui.geometry import Box
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.choice import Choice
from game.gui.widgets.field import TextField
from game.gui.widgets.label import Label
from game.gui.widgets.scroll import BAR
from game.i18n import Words, mark
from game.table.after.follow_up.form import EntryKind, OutcomeForm
from game.table.after.follow_up.meeting import DOT, FollowUpMeeting
from game.table.after.follow_up.rows import SubjectRow
from game.table.parts.dialog_parts import answers, complain_at, labelled
from game.table.parts.dialog_widgets import NoteField
from game.table.parts.numbers import MAX_NUMBER

_FIELD, _WRONG = 64.0, 68.0
_SIZES = (theme.ROOM, 20)
_WIDE, _HEAD, _EARLIER = 1360.0, 44.0, 28
_MOST = 180.0
"""The maximum height of the list of earlier outcomes; beyond it the list scrolls."""
_CHOICES = (("yes", mark("Yes")), ("partly", mark("In part")), ("no", mark("No")))


class OutcomeDialog(Screen):
    """A form over the page. ``on_saved`` is called after saving; earlier outcomes never change."""

    overlay = True

    def __init__(
        self, meeting: FollowUpMeeting, row: SubjectRow, on_saved: Callable[[], object]
    ) -> None:
        self.meeting = meeting
        self.row = row
        self.on_saved = on_saved
        self._form: OutcomeForm | None = None

    @property
    def form(self) -> OutcomeForm:
        """The form data, prefilled with the meeting's day."""
        if self._form is None:
            meeting, row = self.meeting, self.row
            self._form = OutcomeForm(self.app.t, row.kind, meeting.day, row.unit)
        return self._form

    @property
    def holds_words(self) -> bool:
        """Whether something was written or chosen."""
        return self.form.held is not None or super().holds_words

    # ------------------------------------------------------------------ drawing
    def build(self, ui: Ui) -> None:
        """The facts, the fields, the earlier outcomes and the two buttons."""
        t, row = ui.t, self.row
        outcomes_high = sum(high for _, high in self._lines(ui, _WIDE - 80))
        high = 430.0 if row.kind == "step" else 690.0
        high += min(outcomes_high, _MOST) + _HEAD + 6 if outcomes_high else 0
        rest = dialog(ui, _WIDE, high, row.title, self.back)
        buttons, rest = rest.cut_bottom(76, 22)
        if row.facts:
            facts, rest = rest.cut_top(44, 16)
            ui.canvas.text(facts, row.facts, _SIZES, theme.CHALK_SOFT, valign="middle")
        if row.kind != "step":
            fields, rest = rest.cut_top(44 + _FIELD + _WRONG, 8)
            self._fields(ui, fields)
        words, rest = rest.cut_top(44 + 116, 24)
        self._words(ui, words)
        self._earlier(ui, rest)
        reason = self.meeting.why_read_only(t)
        answers(ui, buttons, t("Save"), self._save, self.back, reason=reason)
        ui.focus_on("value" if row.kind == "value" else "held" if row.kind == "trial" else "text")

    def _fields(self, ui: Ui, box: Box) -> None:
        """The fields for the outcome, its date and its source."""
        t, row = ui.t, self.row
        what, day, by = box.columns([1, 1, 1] if row.kind == "value" else [4, 3, 4], 28)
        if row.kind == "value":
            label = t("The value now ({unit})", unit=row.unit) if row.unit else t("The value now")
            self._field(ui, what, "value", label, limit=MAX_NUMBER)
        else:
            self._held(ui, what)
        self._field(ui, day, "day", t("Measured on") if row.kind == "value" else t("Found on"))
        hint = t("A role or a name")
        self._field(
            ui, by, "by", t("Who reports it"), limit=MAX_NAME, hint=row.likely_source or hint
        )
        self._suggest(ui, by.cut_bottom(_WRONG - 6)[0])

    def _suggest(self, ui: Ui, box: Box) -> None:
        """Offer who reported the last one: that it is the same person is for somebody to say."""
        meeting = self.meeting
        if not meeting.by or not meeting.named or self.form.values["by"]:
            return
        label = Label(meeting.by, icon="user-round", style="quiet", size=24, hint="F4")
        wide = min(box.w, ui.type.width(meeting.by, 24, "semibold") + 130)
        place, tip = (
            box.cut_top(52)[0].cut_left(wide)[0],
            ui.t("Fill in whoever told the previous one"),
        )
        ui.add(Button("same", place, label, self._same, tip=tip, shortcut=pygame.K_F4))

    def _same(self) -> None:
        self._typed("by", self.meeting.by)
        self.ui.focus = "by"
        self.refresh()

    def _held(self, ui: Ui, box: Box) -> None:
        place, below = labelled(ui, box, ui.t("Did it hold in reality?")).cut_top(_FIELD, 6)
        options = [(code, ui.t(label)) for code, label in _CHOICES]
        ui.add(Choice("held", place, options, self.form.held, self.form.choose, size=30))
        self._draw_error(ui, "held", place, below)

    def _field(
        self, ui: Ui, box: Box, key: str, label: str, *, limit: int = 20, hint: str = ""
    ) -> None:
        place, below = labelled(ui, box, label).cut_top(_FIELD, 6)
        field = TextField(
            key,
            place,
            self.form.values[key],
            partial(self._typed, key),
            limit=limit,
            placeholder=hint,
            size=34,
            on_enter=self._save,
        )
        ui.add(field)
        self._draw_error(ui, key, place, below)

    def _draw_error(self, ui: Ui, key: str, place: Box, below: Box) -> None:
        strip = below.cut_top(_WRONG - 8)[0]
        complain_at(ui.canvas, place, strip, self.form.wrong.get(key, ""))

    def _words(self, ui: Ui, box: Box) -> None:
        t, step = ui.t, self.row.kind == "step"
        label = t("What came of it?") if step else t("In words (may be left empty)")
        wrong = self.form.wrong.get("text", "")
        place = labelled(ui, box, label, wrong).cut_top(112)[0]
        example = t("for example: it works on weekdays, not at night")
        text, typed = self.form.values["text"], partial(self._typed, "text")
        ui.add(
            NoteField(
                "text",
                place,
                text,
                typed,
                lines=3,
                limit=MAX_TEXT,
                size=30,
                on_enter=self._save,
                placeholder=example,
            )
        )

    def _earlier(self, ui: Ui, box: Box) -> None:
        """The earlier outcomes, the latest first; they are read-only."""
        if not (self.row.outcomes or self.row.refused):
            return
        head, rest = box.cut_top(_HEAD, 6)
        heading = ui.t("Told before. What is wrong can be withdrawn under “What was told”")
        ui.canvas.text(head, heading, 26, theme.ACCENT, "semibold", valign="middle")
        lines = list(self._lines(ui, rest.w))
        heights = [high for _, high in lines]
        with ui.scroll("earlier", rest, sum(heights)) as content:
            for (text, _), place in zip(lines, content.rows(heights), strict=True):
                ui.canvas.text(place, text, _EARLIER, theme.CHALK)

    def _lines(self, ui: Ui, wide: float) -> Iterator[tuple[str, float]]:
        """The earlier outcomes as texts, with their heights beside the scroll bar."""
        for outcome in (*reversed(self.row.outcomes), *reversed(self.row.refused)):
            parts = (outcome.value, outcome.says, outcome.source)
            text = outcome.wrong + "\n" if outcome.wrong else ""
            text += DOT.join(part for part in parts if part)
            yield text, ui.type.height(text, wide - BAR - 10, _EARLIER) + 8

    # ------------------------------------------------------------------ editing and saving
    def _typed(self, key: str, text: str) -> None:
        if self.form.set(key, text):
            self.refresh()

    def _save(self) -> None:
        """Save the outcome, or show the errors at the fields."""
        t, meeting, form = self.app.t, self.meeting, self.form
        if reason := meeting.why_read_only(t):
            self.app.toast(reason)
            return
        if not form.validate(t, meeting.today):
            self._show_errors()
            return
        if self._is_doubted():
            return
        if not meeting.add(lambda: self.row.save(form)):
            return
        if self.row.kind != "step":
            meeting.day, meeting.by = form.day(), form.text("by")
        self.app.pop(self)
        self.app.toast(_saved(t, again=bool(self.row.outcomes or self.row.refused)))
        self.on_saved()

    def _show_errors(self) -> None:
        self.ui.focus = next(iter(self.form.wrong))
        self.refresh()

    def _is_doubted(self) -> bool:
        """Show what cannot be at its field, and ask about what is unusual unless it is right."""
        t, form = self.app.t, self.form
        if self.row.told is None:
            return False
        found = self.meeting.doubts(t, self.row.told(form))
        if refused := [one for one in found if one.doubt.impossible]:
            form.wrong = {_field_of(one.doubt, self.row.kind): one.text for one in refused}
            self._show_errors()
            return True
        if not found or form.confirmed:
            return False
        asked = "\n\n".join(one.text for one in found)
        yes, no = t("It is right: save it"), t("Change it")
        question = Question(
            t("Is this right?"), asked, yes, self._confirm, no=no, style="secondary"
        )
        self.app.push(question)  # Enter, pressed once too often, leads back to the number
        return True

    def _confirm(self) -> None:
        self.form.confirmed = True
        self._save()


def _field_of(doubt: Doubt, kind: EntryKind) -> str:
    """The field at which a doubt is shown."""
    if doubt.code in ("before_the_game", "not_yet"):
        return "day"
    return "value" if kind == "value" else "held"


def _saved(t: Words, *, again: bool) -> str:
    if again:
        return t("Saved in the session. What was told before stays.")
    return t("Saved in the session.")
