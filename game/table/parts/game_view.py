"""A game as it is drawn: its state, the case that has its words, what the last decision did."""

from __future__ import annotations

from game.content.case import Case
from game.engine import Action, State, check
from game.gui.screen import ScreenHost
from game.i18n import Words
from game.wording.case_names import CaseNames
from game.wording.refusals import refusal_text


class GameView:
    """A game to look at: a state, the case that has its words, and what was told last.

    What only draws takes this, so that a game that is replayed is drawn as one that is played.
    """

    def __init__(self, app: ScreenHost, case: Case) -> None:
        self.app = app
        self.case = case

    @property
    def state(self) -> State:
        """The game as it is drawn."""
        raise NotImplementedError

    @property
    def t(self) -> Words:
        """The words of the table's language."""
        return self.app.t

    @property
    def last_line(self) -> str:
        """What the last decision did, in one line for the room; empty before the first."""
        return ""

    def why_not(self, action: Action) -> str:
        """Why an action may not be done now, in plain words; empty when it may."""
        refusal = check(self.state, action)
        return "" if refusal is None else refusal_text(refusal, self.state, self.case, self.t)

    # ------------------------------------------------------------------ names
    @property
    def names(self) -> CaseNames:
        """What ideas, benefits, risks and roles are called."""
        return CaseNames(self.t, self.case)

    def seat_name(self, seat: int) -> str:
        """The player at a seat."""
        return self.state.seats[seat].name
