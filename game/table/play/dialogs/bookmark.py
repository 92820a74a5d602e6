"""A bookmark: this moment is worth coming back to in the debrief."""

from __future__ import annotations

from functools import partial

from game.engine.rules.gates import MAX_TEXT
from game.table import theme
from game.table.play.dialogs.base import Dialog
from game.table.play.dialogs.parts import answers, labelled
from game.table.play.dialogs.save_error import saving
from game.table.play.dialogs.widgets import NoteField
from game.table.play.game import Game
from game.table.ui import Ui
from game.table.widgets.modal import dialog


class BookmarkDialog(Dialog):
    """Marks the moment, with a note if there is one."""

    def __init__(self, game: Game) -> None:
        super().__init__(game)
        self.note = ""

    def build(self, ui: Ui) -> None:
        """What it is for, and the note."""
        t = self.t
        rest = dialog(ui, 1240, 540, t("Bookmark"), self.back)
        why, rest = rest.cut_top(84, 12)
        text = t("The debrief comes back to this moment. What is it that you want to remember?")
        ui.canvas.text(why, text, (28, 26, 24), theme.CHALK)
        buttons, rest = rest.cut_bottom(76, 24)
        field = labelled(ui, rest, t("Note (may be left empty)"))
        ui.add(
            NoteField(
                "note",
                field.cut_top(min(110, field.h))[0],
                self.note,
                self._typed,
                lines=3,
                limit=MAX_TEXT,
                size=26,
                on_enter=self._mark,
                placeholder=t("for example: here the citizens were forgotten"),
            )
        )
        answers(ui, buttons, t("Set the bookmark"), self._mark, self.back, icon="bookmark")
        ui.focus_on("note")

    def _typed(self, text: str) -> None:
        self.note = text

    def _mark(self) -> None:
        self.app.pop(self)
        if saving(self.game, partial(self.game.session.bookmark, self.note.strip())):
            self.app.toast(self.t("Bookmarked."))
