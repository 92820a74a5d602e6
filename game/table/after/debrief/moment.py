"""The page of a key moment: what happened, a picture, and a question to the room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.debrief import Moment
from game.debrief.action_items import origin_at
from game.debrief.moments import Bookmarked, Noted
from game.debrief.talk import PageKind
from game.engine.limits import MAX_TEXT
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.field import TextField
from game.gui.widgets.label import Label
from game.i18n import Words
from game.table.after.action_list.dialog import ItemDialog
from game.table.after.action_list.editor import ActionListEditor
from game.table.after.debrief.figures import draw_figure
from game.table.after.debrief.timeline import OpenMoment, add_marks
from game.table.after.debrief.track_lanes import axis_in, draw_rounds
from game.table.parts.discussion.page import DiscussionPage
from game.table.parts.discussion.question import draw_question
from game.table.parts.discussion.rests_on import Claim
from game.wording import subject_pictures, terms
from game.wording.debrief_texts import DebriefPhase, MomentDescription


class MomentPage(DiscussionPage):
    """One key moment. The facilitator can write down an answer; it is saved as a note about it."""

    phase: DebriefPhase = "happened"
    kind: PageKind = "moment"

    def __init__(self, editor: ActionListEditor, moment: Moment, open_: OpenMoment) -> None:
        super().__init__(editor.discussion)
        self.editor = editor
        self.moment: Moment = moment
        self.open = open_
        self.note = ""

    def build(self, ui: Ui, box: Box) -> None:
        """Position in the game, texts, picture, question, and the actions."""
        description = self.discussion.describe(ui.t, self.moment)
        strip, rest = box.cut_top(104, 26)
        actions, rest = rest.cut_bottom(76, 26)
        question, rest = rest.cut_bottom(min(230, rest.h * 0.38), 26)
        self._strip(ui, strip)
        words, figure = rest.columns([7, 5], 50)
        self._words(ui, words, description)
        draw_figure(ui.canvas, figure, self.discussion, self.moment)
        draw_question(ui, question, description.question)
        self._action_buttons(ui, actions)

    def claims(self, t: Words) -> Sequence[Claim]:
        """What happened, as the page tells it."""
        return [Claim(self.discussion.describe(t, self.moment).text, self.moment.evidence)]

    def _strip(self, ui: Ui, box: Box) -> None:
        """All moments along the rounds, with this one highlighted."""
        marks, rounds = box.cut_top(60, 4)
        axis = axis_in(box, self.discussion.debrief.curves)
        draw_rounds(ui.canvas, rounds, rounds, axis, self.discussion.debrief)
        add_marks(ui, marks, axis, self.discussion, self.open, current=self.moment)

    def _words(self, ui: Ui, box: Box, description: MomentDescription) -> None:
        c, t = ui.canvas, ui.t
        when, rest = box.cut_top(44, 6)
        c.text(when, self._when(ui), (34, theme.ROOM), theme.ACCENT, "semibold", valign="middle")
        rest = self._picture(c, rest)
        title = rest.cut_top(rest.h * 0.44)[0]
        sizes = (64, 58, 52, 46, 40, 36)
        used = c.text(title, description.title, sizes, theme.CHALK, "bold", whole=True)
        text = rest.cut_top(used.h, 18)[1]
        lines = "\n".join(self._text_lines(t, description))
        c.text(text, lines, (40, 37, 34, 32, theme.ROOM, 28, 26), theme.CHALK)

    def _picture(self, c: Canvas, box: Box) -> Box:
        """Draw the picture of the card that it is about; returns the room beside it."""
        emoji = subject_pictures.of_subject(self.discussion.case, self.moment.about)
        side = min(112, box.h)
        spot, rest = box.cut_left(side, 24)
        return rest if c.emoji_on_paper(emoji, Box(spot.x, spot.y, side, side)) else box

    def _text_lines(self, t: Words, description: MomentDescription) -> Iterator[str]:
        """What happened, the decision before a bookmark or note, other groups, and the notes."""
        yield description.text
        marked = isinstance(self.moment.about, Bookmarked | Noted)
        if marked and (what := self.discussion.before(t, self.moment)):
            yield t("Just before: {what}", what=what)
        if others := self.discussion.elsewhere(t, self.moment):
            yield others
        for note in self.discussion.notes_on(t, self.moment):
            if note != description.text:
                yield t("Noted: {note}", note=note)

    def _when(self, ui: Ui) -> str:
        d = self.discussion.debrief
        phase = terms.phase(ui.t, d.steps[self.moment.decision_index].after.phase)
        if self.moment.round > sum(d.setup.rules.rounds):
            return phase
        return ui.t("Round {n} · {phase}", n=self.moment.round, phase=phase)

    def _action_buttons(self, ui: Ui, box: Box) -> None:
        """A field for a note, and buttons: a next step from this moment, the replay at it."""
        t = ui.t
        if self.discussion.exits.go_to is not None:
            label = t("Show at the table")
            wide = ui.type.width(label, 30, "semibold") + 130
            place, box = box.cut_right(wide, 24)
            ui.add(Button("table", place, Label(label, icon="eye", size=30), self._go))
        label = t("Next step")
        place, box = box.cut_right(ui.type.width(label, 30, "semibold") + 120, 24)
        ui.add(Button("item", place, Label(label, icon="plus", size=30), self._item))
        label = t("Keep")
        place, box = box.cut_right(max(170, ui.type.width(label, 30, "semibold") + 60), 24)
        empty = "" if self.note.strip() else t("Write first what was said.")
        save = Button(
            "keep", place, Label(label, size=30), lambda: self._save_note(ui), reason=empty
        )
        ui.add(
            TextField(
                "note",
                box.place(box.w, 60),
                self.note,
                lambda text: self._written(ui, text),
                limit=MAX_TEXT,
                placeholder=t("What does the room say? A note about this moment"),
                size=30,
                on_enter=lambda: self._save_note(ui),
            )
        )
        ui.add(save)

    def _written(self, ui: Ui, text: str) -> None:
        had, self.note = bool(self.note.strip()), text
        if had != bool(text.strip()):
            ui.dirty = True  # the button beside the field becomes enabled

    def _save_note(self, ui: Ui) -> None:
        text = self.note.strip()
        if text and self.discussion.add(
            lambda: self.discussion.additions.note(self.moment.entry, text)
        ):
            self.note = ""
            self.discussion.app.toast(ui.t("Noted."))

    def _item(self) -> None:
        """Write down a next step that comes from this moment."""
        self.discussion.app.push(ItemDialog(self.editor, origin=origin_at(self.moment)))

    def _go(self) -> None:
        if self.discussion.exits.go_to is not None:
            self.discussion.exits.go_to(self.moment.entry)

    def save_fields(self, ui: Ui) -> None:
        """Save the text in the field as a note."""
        self._save_note(ui)
