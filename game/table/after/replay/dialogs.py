"""The dialogs of a replay: go to a step, and write a note to the current one."""

from __future__ import annotations

from collections.abc import Callable

from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.screen import Screen, ScreenHost
from game.gui.ui import Ui
from game.gui.widgets.choice import Choice
from game.gui.widgets.field import TextField
from game.i18n.numbers import parse_whole
from game.table.parts.dialog_parts import answers, complaint, labelled, note


class GoToStepDialog(Screen):
    """Asks for the number of a step; ``digits`` are those typed to open the dialog."""

    overlay = True
    keeps_words = True

    def __init__(self, last: int, go: Callable[[int], object], digits: str = "") -> None:
        self.last = last
        self.go = go
        self.digits = digits

    def shown(self, app: ScreenHost) -> None:
        """Put the cursor after the digits typed so far."""
        super().shown(app)
        self._wrong = ""

    def build(self, ui: Ui) -> None:
        """The number field and the two buttons."""
        t = ui.t
        rest = dialog(ui, 820, 400, t("Go to a step"), self.back)
        buttons, rest = rest.cut_bottom(76, 20)
        label = t("A number from 0 to {last}", last=self.last)
        place = labelled(ui, rest, label).cut_top(72, 8)
        ui.add(
            TextField(
                "number", place[0], self.digits, self._typed, limit=6, size=34, on_enter=self._go
            )
        )
        complaint(ui.canvas, place[1].cut_top(40)[0], self._wrong)
        answers(ui, buttons, t("Go there"), self._go, self.back, icon="arrow-right")
        ui.focus_on("number")

    def _typed(self, text: str) -> None:
        self.digits = text

    def _go(self) -> None:
        step = parse_whole(self.digits, self.last)
        if step is None:
            self._wrong = self.app.t("A number from 0 to {last}", last=self.last)
            self.refresh()
            return
        self.app.pop(self)
        self.go(step)


class NoteDialog(Screen):
    """A note to the current step; a bookmark may have no text.

    ``add`` gets the text and whether it is a bookmark; it returns false if saving failed.
    """

    overlay = True

    def __init__(self, add: Callable[[str, bool], str], *, bookmark: bool = False) -> None:
        self.add = add
        self.bookmark = bookmark
        self.text = ""

    def build(self, ui: Ui) -> None:
        """The choice of note or bookmark, the text field, and the two buttons."""
        t = ui.t
        rest = dialog(ui, 1240, 640, t("Write about this moment"), self.back)
        why, rest = rest.cut_top(44, 10)
        explanation = t("It is added to the session's file; what was recorded stays as it is.")
        ui.canvas.text(why, explanation, (28, 22), theme.CHALK, valign="middle")
        buttons, rest = rest.cut_bottom(76, 20)
        kind, rest = rest.cut_top(64, 16)
        options = [(False, t("Note")), (True, t("Bookmark"))]
        choice = kind.cut_left(min(520, kind.w))[0]
        ui.add(Choice("kind", choice, options, self.bookmark, self._choose, size=28))
        label = t("Note (may be left empty)") if self.bookmark else t("Note")
        field = labelled(ui, rest, label)
        example = t("for example: here the citizens were forgotten")
        note(ui, field, "text", self.text, self._typed, self._save, example)
        empty = not self.bookmark and not self.text.strip()
        reason = t("Write something first.") if empty else ""
        answers(ui, buttons, t("Save"), self._save, self.back, icon="pencil", reason=reason)
        ui.focus_on("text")

    def _choose(self, bookmark: bool) -> None:
        self.bookmark = bookmark

    def _typed(self, text: str) -> None:
        filled = bool(text.strip()) != bool(self.text.strip())
        self.text = text
        if filled:
            self.refresh()

    def _save(self) -> None:
        text = self.text.strip()
        if not text and not self.bookmark:
            self.app.toast(self.app.t("Write something first."))
        elif told := self.add(text, self.bookmark):
            self.app.pop(self)
            self.app.toast(told)
