"""The page of a follow-up meeting on which the action list is read back and ticked off."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from game.debrief.action_items import ItemFollowed
from game.debrief.talk import MeetingKind
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.theme import Colour
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label, Style
from game.session import ItemDraft, ItemStatus
from game.table.after.action_list.dialog import ItemDialog
from game.table.after.action_list.editor import ActionListEditor
from game.table.after.action_list.lines import answer_lines, facts, is_overdue
from game.table.after.follow_up.meeting import FollowUpMeeting, MeetingPage, shorten, warn
from game.table.parts.dialog_parts import ALERT

_ROW, _GAP, _FOOT = 160.0, 14.0, 72.0
_WORDS = (theme.ROOM, 28, 26, 24, 22, 20, 18)
_LONGEST = 140
"""The characters of a step, and of what came of it, that a row shows; the form shows all."""


class ItemsPage(MeetingPage):
    """The action list: each step with a box to tick, and a button to say what came of it."""

    phase = "steps"
    kind: MeetingKind = "agreed"

    def __init__(self, meeting: FollowUpMeeting, editor: ActionListEditor) -> None:
        super().__init__(meeting)
        self.editor = editor

    @property
    def parts(self) -> int:
        """One for each step."""
        return len(self.editor.items)

    def build(self, ui: Ui, box: Box) -> None:
        """A row per step, and a button for another one."""
        foot, body = box.cut_bottom(_FOOT, 16)
        items = self.editor.items
        if message := self.meeting.why_read_only(ui.t):
            strip, body = body.cut_top(56, 12)
            warn(ui.canvas, strip, message)
        if not items and not self.meeting.found.steps:
            nothing = ui.t("No next steps were written down when the game was talked about.")
            sizes = (40, 36, 33, theme.ROOM)
            ui.canvas.text(body, nothing, sizes, theme.CHALK, align="centre", valign="middle")
        with ui.scroll("items", body, max(1.0, len(items) * (_ROW + _GAP))) as content:
            for _ in ui.alike():
                for n, followed in enumerate(items):
                    top = content.y + n * (_ROW + _GAP)
                    self._row(ui, Box(content.x, top, content.w, _ROW), followed)
        self._foot(ui, foot, items)

    def _foot(self, ui: Ui, box: Box, items: tuple[ItemFollowed, ...]) -> None:
        """Buttons for another step, and to take back a change; how many are done."""
        t = ui.t
        nothing = "" if self.editor.can_undo else t("There is nothing to take back.")
        fixed = self.meeting.why_read_only(t)
        for key, label, icon, press, reason in (
            ("add", t("A next step"), "plus", self._add, fixed),
            ("undo", t("Undo"), "undo-2", partial(self._undo, ui), nothing),
        ):
            place, box = box.cut_left(ui.type.width(label, 30, "semibold") + 130, 24)
            face = Label(label, icon=icon, style="quiet", size=30)
            ui.add(Button(key, place, face, press, reason=reason))
        if items:
            done = sum(not followed.is_open for followed in items)
            told = t.plural(
                "{n} of {all} is done or dropped",
                "{n} of {all} are done or dropped",
                done,
                all=len(items),
            )
            ui.canvas.text(box, told, _WORDS, theme.CHALK, align="right", valign="middle")

    def _row(self, ui: Ui, box: Box, followed: ItemFollowed) -> None:
        """A step between the box to tick and the button to write."""
        line = theme.GOOD if followed.item.status == "done" else None
        ui.canvas.panel(box, theme.PANEL, 16, line=line)
        tick, inner = box.inset(22, 14).cut_left(84, 22)
        self._box(ui, tick.place(80, 80), followed)
        label = ui.t("Write")
        wide = ui.type.width(label, 30, "semibold") + 104
        place, inner = inner.cut_right(wide, 24)
        style: Style = "quiet" if followed.answers else "secondary"
        ui.add(
            Button(
                f"tell:{followed.item.item}",
                place.place(wide, 80),
                Label(label, icon="pencil", style=style, size=30),
                partial(self._tell, followed),
                reason=self.meeting.why_read_only(ui.t),
            )
        )
        words, came = inner.columns([5, 3], 30)
        self._words(ui.canvas, words, followed)
        self._came(ui.canvas, came, followed)

    def _box(self, ui: Ui, box: Box, followed: ItemFollowed) -> None:
        """The box to tick: the number of the step, or a sign that it is done."""
        t, number = ui.t, str(len(self.meeting.found.steps) + followed.number)
        face, tip = Label(number, style="secondary", size=36), t("Tick it off as done")
        if followed.item.status == "done":
            face = Label(icon="check", style="primary")
            tip = t("Take the tick away: it is not done")
        press, reason = partial(self._tick, ui, followed), self.meeting.why_read_only(ui.t)
        ui.add(Button(f"tick:{followed.item.item}", box, face, press, tip=tip, reason=reason))

    def _words(self, c: Canvas, box: Box, followed: ItemFollowed) -> None:
        """What was to be done, who does it and when; an overdue one says so."""
        upper, lower = box.rows(2, 4)
        text = shorten(self.meeting.written(c.t, followed.item.text), _LONGEST)
        c.text(upper, text, (36, 34, 32, *_WORDS), theme.CHALK, "semibold", valign="bottom")
        below = facts(self.meeting, c.t, followed.item)
        ink: Colour = theme.CHALK_SOFT
        if is_overdue(followed, self.meeting.today):
            below, ink = c.t("Overdue: {facts}", facts=below), ALERT
        c.text(lower, below, _WORDS, ink)

    def _came(self, c: Canvas, box: Box, followed: ItemFollowed) -> None:
        """What was told of it last."""
        told = answer_lines(self.meeting, c.t, followed)
        if told:
            c.text(box, shorten(told[0], _LONGEST), _WORDS, theme.CHALK, valign="middle")
        else:
            nothing = c.t("Nothing told yet")
            c.text(box, nothing, _WORDS, theme.CHALK_SOFT, "italic", valign="middle")

    # ------------------------------------------------------------------ what is pressed
    def _tick(self, ui: Ui, followed: ItemFollowed) -> None:
        """Tick a step off; or say that it is not done after all."""
        status: ItemStatus = "open" if followed.item.status == "done" else "done"
        draft = ItemDraft.like(followed.item)
        if self.editor.change(followed, replace(draft, status=status)):
            ui.dirty = True

    def _tell(self, followed: ItemFollowed) -> None:
        reason = self.meeting.why_read_only
        self.discussion.app.push(ItemDialog(self.editor, followed, asked=True, reason=reason))

    def _add(self) -> None:
        reason = self.meeting.why_read_only
        self.discussion.app.push(ItemDialog(self.editor, reason=reason))

    def _undo(self, ui: Ui) -> None:
        if self.editor.undo():
            ui.dirty = True
