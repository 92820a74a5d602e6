"""The check-in page: how everybody feels, said by each seat or by phone without a name."""

from __future__ import annotations

from typing import cast

from game.debrief import Person
from game.debrief.talk import PageKind
from game.engine.limits import MAX_NAME
from game.gui import theme
from game.gui.geometry import Box
from game.gui.ui import Ui
from game.gui.widgets.choice import Choice
from game.gui.widgets.field import TextField
from game.session.annotations import Mood
from game.table.after.debrief.mood_choice import MoodChoice
from game.table.after.debrief.nameless import Nameless
from game.table.parts.discussion.discussion import Discussion
from game.table.parts.discussion.page import DiscussionPage
from game.wording.debrief_texts import DebriefPhase


class CheckInPage(DiscussionPage):
    """A mood and a text field per seat. A mood is saved when chosen, a word when finished.

    Where phones are in the room, everybody may say it there instead, and nobody sees whose it is.
    """

    phase: DebriefPhase = "feel"
    kind: PageKind = "check_in"

    def __init__(self, discussion: Discussion) -> None:
        super().__init__(discussion)
        check_ins = discussion.log.check_ins
        self.moods: dict[int, int] = {
            seat: check_in.mood or 0 for seat, check_in in check_ins.items()
        }
        self.words = {seat: check_in.word for seat, check_in in check_ins.items()}
        self.nameless = Nameless(discussion)
        self._by_phone: bool | None = None
        """What somebody chose to see."""

    @property
    def parts(self) -> int:
        """One round: a word from each seat."""
        return len(self.discussion.debrief.people)

    @property
    def by_phone(self) -> bool:
        """Whether what came from phones is shown; while phones are here, unless chosen else."""
        if self._by_phone is None:
            return self.nameless.possible and not self.discussion.log.check_ins
        return self._by_phone

    # ------------------------------------------------------------------ drawing
    def build(self, ui: Ui, box: Box) -> None:
        """What phones said, or a place for each seat; a choice between them if there is one."""
        if self.nameless.possible:
            switch, box = box.cut_top(66, 18)
            t = ui.t
            options = [(True, t("By phone, without names")), (False, t("Here, seat by seat"))]
            place = switch.place(min(1100, switch.w), 66)
            ui.add(Choice("by-phone", place, options, self.by_phone, self._choose, size=28))
        if self.by_phone:
            self.nameless.build(ui, box)
        else:
            self._seats(ui, box)

    def _choose(self, by_phone: bool) -> None:
        self._by_phone = by_phone

    def _seats(self, ui: Ui, box: Box) -> None:
        """Lay out the seats in one column, or in two from five seats on."""
        people = self.discussion.debrief.people
        columns = 1 if len(people) <= 4 else 2
        rows = -(-len(people) // columns)
        high = min(190.0, (box.h + 18) / rows - 18)
        room = Box(box.x, box.y, box.w, rows * high + (rows - 1) * 18)
        for _ in ui.alike():
            for person, cell in zip(people, room.grid(columns, rows, 18), strict=False):
                self._seat(ui, cell, person)

    def _seat(self, ui: Ui, box: Box, person: Person) -> None:
        c, t, seat = ui.canvas, ui.t, person.seat
        c.panel(box, theme.PANEL, 18, line=theme.PANEL_LINE)
        inner = box.inset(26, 14)
        wide = box.w > 1200
        if wide:
            words, faces = inner.columns([5, 4], 40)
        else:
            words, faces = inner.columns([1, 1], 24)
        field, name = words.cut_bottom(64, 8)
        who = self.discussion.seat(t, person)
        sizes = (36, 33, theme.ROOM, 27, 24, 22)
        c.text(name, who, sizes, theme.CHALK, "semibold", valign="middle", whole=True)
        word = self.words.get(seat, "")
        shown = self.discussion.formatter(t).written(word)
        if shown != word:  # it names somebody, and names are hidden
            c.text(field, shown, (32, 28, 26, 24, 22), theme.CHALK, valign="middle")
        else:
            self._field(ui, field, seat, word)
        mood, tip = self.moods.get(seat, 0), t("From 1 (bad) to 5 (good)")
        ui.add(
            MoodChoice(
                f"mood:{seat}",
                faces,
                mood,
                lambda value: self._chosen(ui, seat, value),
                low=1,
                high=5,
                tip=tip,
            )
        )

    def _field(self, ui: Ui, box: Box, seat: int, word: str) -> None:
        """Where a seat's word is written."""
        ui.add(
            TextField(
                f"word:{seat}",
                box,
                word,
                lambda text: self.words.__setitem__(seat, text),
                limit=MAX_NAME,
                placeholder=ui.t("In a word"),
                size=32,
                on_enter=lambda: self._save(ui, seat),
            )
        )

    # ------------------------------------------------------------------ saving
    def _chosen(self, ui: Ui, seat: int, value: int) -> None:
        self.moods[seat] = value
        self._save(ui, seat)

    def _save(self, ui: Ui, seat: int) -> None:
        """Save a seat's check-in if it differs from the saved one."""
        word, mood = self.words.get(seat, "").strip(), self.moods.get(seat, 0) or None
        saved = self.discussion.log.check_ins.get(seat)
        if (word or mood) and (saved is None or (saved.word, saved.mood) != (word, mood)):
            chosen = cast("Mood | None", mood)
            self.discussion.add(lambda: self.discussion.additions.check_in(seat, word, chosen))

    def save_fields(self, ui: Ui) -> None:
        """Save the words still being edited."""
        for seat in list(self.words):
            self._save(ui, seat)
