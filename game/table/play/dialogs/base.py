"""The base of the dialogs over the table: overlays that result in a decision."""

from __future__ import annotations

from collections.abc import Callable

from game.engine import Action, Refusal, check
from game.gui.screen import Screen
from game.i18n import Words
from game.table.play.game import Game
from game.views.seat import turn_of
from game.views.written import lacking
from game.wording.refusals import refusal_text


class Dialog(Screen):
    """A dialog of a game."""

    topic = "actions"
    overlay = True
    of_turn = False
    """Whether it offers a move of the seat in turn: it is closed when the turn passes."""

    def __init__(self, game: Game) -> None:
        self.game = game
        self.opened = turn_of(game.state)
        """The turn in which it was opened."""

    @property
    def t(self) -> Words:
        """The translator for the table's language."""
        return self.game.t

    @property
    def busy(self) -> str:
        """Why a dialog in another window can not change what the board is showing; else empty."""
        return why_busy(self.game) if self.app is not self.game.app else ""

    def refusal(self, action: Action) -> tuple[str, str]:
        """The code and the text of why an action is refused; both empty when it is allowed."""
        refusal = check(self.game.state, action) or lacking(action)
        return ("", "") if refusal is None else (refusal.code, self.refusal_text(refusal))

    def refusal_text(self, refusal: Refusal) -> str:
        """The text of a refusal."""
        return refusal_text(refusal, self.game.state, self.game.case, self.t)

    def finish(self, action: Action, then: Callable[[], object] = lambda: None) -> None:
        """Close, then decide, so that the outcome shows on the table, ``then`` go on."""
        self.app.pop(self)
        self.game.do(action, then)


def why_busy(game: Game) -> str:
    """Why nothing can be changed from beside the board: something is open on it; else empty."""
    if len(game.app.screens) < 2:
        return ""
    return game.t("Something is open on the board. Close it there first.")
