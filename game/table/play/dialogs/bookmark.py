"""A bookmark: this moment is worth coming back to in the debrief."""

from __future__ import annotations

from functools import partial

from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.ui import Ui
from game.table.parts.dialog_parts import answers, labelled, note
from game.table.play.dialogs.base import Dialog
from game.table.play.game import Game


class BookmarkDialog(Dialog):
    """Bookmarks the moment, with an optional note."""

    stops_clock = True

    def __init__(self, game: Game) -> None:
        super().__init__(game)
        self.note = ""

    def build(self, ui: Ui) -> None:
        """An explanation, and the note."""
        t = self.t
        rest = dialog(ui, 1240, 540, t("Bookmark"), self.back)
        why, rest = rest.cut_top(84, 12)
        text = t("The debrief comes back to this moment. What is it that you want to remember?")
        ui.canvas.text(why, text, (28, 24), theme.CHALK)
        buttons, rest = rest.cut_bottom(76, 24)
        field = labelled(ui, rest, t("Note (may be left empty)"))
        example = t("for example: here the citizens were forgotten")
        note(ui, field, "note", self.note, self._typed, self._mark, example)
        answers(ui, buttons, t("Set the bookmark"), self._mark, self.back, icon="bookmark")
        ui.focus_on("note")

    def _typed(self, text: str) -> None:
        self.note = text

    def _mark(self) -> None:
        self.app.pop(self)
        mark = partial(self.game.session.bookmark, self.note.strip())
        self.game.record(mark, partial(self.app.toast, self.t("Bookmarked.")))
