"""When saving fails: what happened, and how to continue without losing the decision."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.gui.widgets.label import Label, Style
from game.gui.widgets.two_line_button import TwoLineButton
from game.session import SaveError
from game.session.locations import fallback_folders
from game.table.play.dialogs.base import Dialog
from game.table.play.game import Game


def ask_when_not_saved(game: Game) -> None:
    """From now on, open this dialog whenever something in this game cannot be saved."""
    game.on_save_error = lambda error, again: game.app.push(SaveErrorDialog(game, error, again))


class SaveErrorDialog(Dialog):
    """A message, *try again*, and *save somewhere else*.

    ``again`` retries what could not be saved. The dialog stays open until that succeeds, or until
    the user leaves it.
    """

    stops_clock = True
    unsaved = True

    def __init__(self, game: Game, error: SaveError, again: Callable[[], object]) -> None:
        super().__init__(game)
        self.error = error
        self.again = again

    def build(self, ui: Ui) -> None:
        """What happened, what is waiting to be saved, and the options."""
        t = self.t
        options = self._options()
        rest = dialog(ui, 1360, 430 + 108 * len(options), t("Saving did not work"), self.back)
        happened, rest = rest.cut_top(140, 12)
        sizes = (30, 28, 26, 24, 22, 20, 18)
        ui.canvas.text(happened, self.error.translate(t), sizes, theme.CHALK, valign="middle")
        waits, rest = rest.cut_top(80, 20)
        self._waiting(ui.canvas, waits)
        for row, option in zip(rest.rows(len(options), 14), options, strict=True):
            key, label, caption, icon, style, action = option
            ui.add(
                TwoLineButton(
                    key, row, Label(label, caption=caption, icon=icon, style=style), action
                )
            )
        ui.focus_on("again")

    def _options(self) -> list[tuple[str, str, str, str, Style, Callable[[], object]]]:
        """The options: key, label, caption, icon, style and action of a button."""
        t = self.t
        again = t("Try again"), t("When there is room again")
        leave = t("Leave it undone"), t("The game stays as it was before this decision")
        return [
            ("again", *again, "refresh-cw", "primary", self._again),
            *(
                (f"place:{i}", t("Save somewhere else"), str(place), "folder-open", "secondary",
                 partial(self._move, place))
                for i, place in enumerate(self._places())
            ),
            ("leave", *leave, "x", "quiet", self.back),
        ]  # fmt: skip

    def _waiting(self, c: Canvas, box: Box) -> None:
        c.panel(box, theme.PAPER, 14)
        sign, words = box.inset(20, 12).cut_left(44, 16)
        c.icon("hourglass", sign.place(40, 40), theme.INK)
        text = self.t("Your decision waits here, and is not lost.")
        c.text(words, text, (30, 28, 26, 24), theme.INK, "semibold", valign="middle")

    def _places(self) -> list[Path]:
        return [place for place in fallback_folders() if place != self.game.session.path.parent]

    # ------------------------------------------------------------------ actions
    def _again(self) -> None:
        self.app.pop(self)
        self.again()

    def _move(self, place: Path) -> None:
        try:
            path = self.game.session.move_to(place)
        except SaveError as error:
            self.error = error
            return
        self._again()
        self.app.toast(self.t("The session is now saved as {path}.", path=path), seconds=10)
