"""Undo: immediate where nothing was drawn or revealed, else with a reason for the log."""

from __future__ import annotations

from game.gui import theme
from game.gui.dialogs.modal import Question, dialog
from game.gui.screen import ScreenHost
from game.gui.ui import Ui
from game.table.parts.dialog_parts import answers, labelled, note
from game.table.play.dialogs.base import Dialog
from game.table.play.game import Game


def undo(game: Game, app: ScreenHost) -> None:
    """Undo the last decision, or say why not; one that revealed something needs a reason first.

    What is asked and said is shown in ``app``: the board, or the facilitator's window.
    """
    found = game.session.can_undo
    if found is None:
        app.toast(game.t("There is nothing to undo."))
    elif found.needs_reason:
        app.push(UndoDialog(game))
    elif game.state.over:
        app.push(_question_about_the_end(game))
    else:
        game.undo()


def _question_about_the_end(game: Game) -> Question:
    """A game that is over is not taken up again by one press."""
    t = game.t
    title, yes = t("Undo the end of the game?"), t("Undo it")
    text = t("The game is over. If its end is undone, it goes on, and has no result until then.")
    return Question(title, text, yes, game.undo, style="secondary")


def redo(game: Game, app: ScreenHost) -> None:
    """Redo the last undone decision, or say in ``app`` that there is none."""
    if game.session.can_redo is None:
        app.toast(game.t("There is nothing to redo."))
    else:
        game.redo()


class UndoDialog(Dialog):
    """The reason for undoing a decision that has drawn or revealed something."""

    stops_clock = True

    def __init__(self, game: Game) -> None:
        super().__init__(game)
        self.reason = ""
        self.wrong = ""

    def build(self, ui: Ui) -> None:
        """The decision to undo, an explanation, and the reason."""
        t, c = self.t, ui.canvas
        rest = dialog(ui, 1240, 680, t("Undo the last decision"), self.back)
        decision, rest = rest.cut_top(96, 12)
        sizes = (32, 24)
        c.text(decision, self.game.undoable, sizes, theme.ACCENT, "semibold", valign="middle")
        why, rest = rest.cut_top(124, 12)
        text = t(
            "It drew a card or threw a die, or brought something to light. The same would come "
            "again, and what you have seen you know: undo it if the button was wrong. The result "
            "will say that it was undone, and the reason is kept in the log."
        )
        c.text(why, text, (26, 22), theme.CHALK)
        buttons, rest = rest.cut_bottom(76, 24)
        field = labelled(ui, rest, t("Why is it undone?"), self.wrong)
        example = t("for example: we read the card wrongly")
        note(ui, field, "reason", self.reason, self._typed, self._undo, example)
        label, busy = t("Undo it"), self.busy
        answers(ui, buttons, label, self._undo, self.back, icon="undo-2", reason=busy)
        ui.focus_on("reason")

    def _typed(self, text: str) -> None:
        self.reason = text

    def _undo(self) -> None:
        if not self.reason.strip():
            self.wrong = self.t("Something must be written here. A few words will do.")
            return
        if self.busy:
            return
        self.app.pop(self)
        self.game.undo(self.reason.strip())
