"""When saving fails: what happened, and how to continue without losing the decision."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Final

from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.gui.widgets.label import Label, Style
from game.gui.widgets.two_line_button import TwoLineButton
from game.i18n import mark
from game.resources import fallback_folders
from game.session import SaveError
from game.session.store import LOST
from game.table.play.dialogs.base import Dialog
from game.table.play.game import Game

Option = tuple[str, str, str, str, Style, Callable[[], object]]
"""Key, label, caption, icon, style and action of a button."""

_LATER: Final = mark("It may only have been for a moment")
_WHEN: Final[Mapping[str, str]] = {
    "no_room": mark("When there is room again"),
    **dict.fromkeys(LOST, mark("When it is there again")),
}
"""When trying again helps, by the code of the error."""


def ask_when_not_saved(game: Game) -> None:
    """From now on, open this dialog whenever something in this game cannot be saved."""
    game.on_save_error = lambda error, again: game.app.push(SaveErrorDialog(game, error, again))


class SaveErrorDialog(Dialog):
    """A message, *try again*, and the places where the whole game can be saved.

    ``again`` retries what could not be saved. The dialog stays open until that succeeds, or until
    the user leaves it. Where the file was moved, replaced or cut while its folder is still there,
    saving it there once more is offered first.
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
        sizes = (30, 18)
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
        ui.focus_on(options[0][0])

    def _options(self) -> list[Option]:
        """The options, the best first."""
        t, moves = self.t, [self._move_option(place) for place in self._places()]
        retry_style: Style = "secondary" if self._here else "primary"
        caption = t(_WHEN.get(self.error.trouble.code, _LATER))
        retry = ("again", t("Try again"), caption, "refresh-cw", retry_style, self._again)
        first = [*moves[:1], retry, *moves[1:]] if self._here else [retry, *moves]
        leave = t("Leave it undone"), t("The game stays as it was before this decision")
        return [*first, ("leave", *leave, "x", "quiet", self.back)]

    def _move_option(self, place: Path) -> Option:
        label = self.t("Save the whole game here")
        style: Style = "primary" if place == self._here else "secondary"
        key = f"place:{self._places().index(place)}"
        return key, label, str(place), "folder-open", style, partial(self._move, place)

    def _waiting(self, c: Canvas, box: Box) -> None:
        c.panel(box, theme.PAPER, 14)
        sign, words = box.inset(20, 12).cut_left(44, 16)
        c.icon("hourglass", sign.place(40, 40), theme.INK)
        text = self.t("Your decision waits here, and is not lost.")
        c.text(words, text, (30, 24), theme.INK, "semibold", valign="middle")

    @property
    def _lost(self) -> bool:
        """Whether the file is no longer what lies under its name."""
        return self.error.trouble.code in LOST

    @property
    def _here(self) -> Path | None:
        """The folder of the game, where it can be saved once more."""
        folder = self.game.session.path.parent
        return folder if self._lost and self.error.trouble.code != "folder_gone" else None

    def _places(self) -> list[Path]:
        folder = self.game.session.path.parent
        others = [place for place in fallback_folders() if place != folder]
        return others if self._here is None else [folder, *others[:1]]

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
        self.app.toast(self.t("The session is now saved as {path}.", path=path))
