"""When saving fails: what happened, and how to go on without losing the decision."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from game.engine import Refusal
from game.session import SaveError
from game.session.places import fallbacks
from game.table import theme
from game.table.frame import Box
from game.table.play.dialogs.base import Dialog
from game.table.play.dialogs.parts import complaint
from game.table.play.dialogs.widgets import TwoLines
from game.table.play.game import Game
from game.table.ui import Ui
from game.table.widgets.modal import dialog


def watch(game: Game) -> None:
    """From now on ask what to do whenever something in this game cannot be saved."""
    game.on_save_error = lambda error, again: game.app.push(SaveErrorDialog(game, error, again))


def saving(game: Game, write: Callable[[], object]) -> bool:
    """Write a note to the session; when that fails, ask what to do. Whether it was written now."""
    try:
        return not isinstance(write(), Refusal)
    except SaveError as error:
        game.on_save_error(error, lambda: saving(game, write))
        return False


class SaveErrorDialog(Dialog):
    """Calm words, *try again*, and *save somewhere else*.

    ``again`` does once more what could not be saved: it stays here until that is done, or until
    somebody decides to leave it.
    """

    def __init__(self, game: Game, error: SaveError, again: Callable[[], object]) -> None:
        super().__init__(game)
        self.error = error
        self.again = again
        self.wrong = ""

    def build(self, ui: Ui) -> None:
        """What happened, what waits to be saved, and the ways on."""
        t, c = self.t, ui.canvas
        places = self._places()
        rest = dialog(ui, 1360, 640 + 104 * len(places), t("Saving did not work"), self.back)
        happened, rest = rest.cut_top(130, 8)
        c.text(happened, self.error.say(t), (28, 26, 24, 22, 20, 18), theme.CHALK)
        waits, rest = rest.cut_top(84, 8)
        self._waiting(ui, waits)
        wrong, rest = rest.cut_top(64, 8)
        complaint(c, wrong, self.wrong)
        rows = rest.rows(len(places) + 2, 14)
        ui.add(
            TwoLines(
                "again",
                rows[0],
                t("Try again"),
                t("When there is room again"),
                self._again,
                icon="refresh-cw",
                style="primary",
            )
        )
        for i, (row, place) in enumerate(zip(rows[1:], places, strict=False)):
            ui.add(
                TwoLines(
                    f"place:{i}",
                    row,
                    t("Save somewhere else"),
                    str(place),
                    partial(self._move, place),
                    icon="folder-open",
                )
            )
        ui.add(
            TwoLines(
                "leave",
                rows[-1],
                t("Leave it undone"),
                t("The game stays as it was before this decision"),
                self.back,
                icon="x",
                style="quiet",
            )
        )
        ui.focus_on("again")

    def _waiting(self, ui: Ui, box: Box) -> None:
        c = ui.canvas
        c.panel(box, theme.PAPER, 14)
        sign, words = box.inset(20, 12).cut_left(44, 16)
        c.icon("hourglass", sign.place(40, 40), theme.INK)
        said = self.t("Your decision waits here, and is not lost.")
        c.text(words, said, (30, 28, 26, 24), theme.INK, "semibold", valign="middle")

    def _places(self) -> list[Path]:
        return [place for place in fallbacks() if place != self.game.session.path.parent]

    # ------------------------------------------------------------------ doing
    def _again(self) -> None:
        self.app.pop(self)
        self.again()

    def _move(self, place: Path) -> None:
        try:
            path = self.game.session.move_to(place)
        except SaveError as error:
            self.wrong = error.say(self.t)
            return
        self._again()
        self.app.toast(self.t("The session is now saved as {path}.", path=path), seconds=10)
