"""A game as screens draw it: its state, its case, and a line about the last decision."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.content.case import Case
from game.engine import Action, Event, State, check
from game.engine.events import CheckBegan
from game.gui.screen import ScreenHost
from game.i18n import Words
from game.session import Log
from game.views.faces import Face
from game.views.signs import sentence
from game.wording.case_names import CaseNames
from game.wording.refusals import refusal_text


class GameView:
    """The read-only view of a game: its state, its case, and a line about the last decision.

    Drawing code takes this type, so that a replayed game is drawn like one being played.
    """

    looking_back = False
    """Whether the game is only shown: nothing can be done with its cards."""

    def __init__(self, app: ScreenHost, case: Case) -> None:
        self.app = app
        self._case = case

    @property
    def case(self) -> Case:
        """The case, as it is to be read."""
        return self._case

    @property
    def state(self) -> State:
        """The state to draw."""
        raise NotImplementedError

    @property
    def t(self) -> Words:
        """The translator for the current language."""
        return self.app.t

    @property
    def last_line(self) -> str:
        """The outcome of the last decision in one line for the room; empty before the first."""
        return ""

    def before_check(self, round: int) -> Iterator[Event]:
        """What had happened before the reality check of a round; nothing where no game is kept."""
        return iter(())

    def why_not(self, action: Action) -> str:
        """Why an action is not allowed now; empty if it is."""
        refusal = check(self.state, action)
        return "" if refusal is None else refusal_text(refusal, self.state, self.case, self.t)

    def sign(self, face: Face, what: Sequence[str]) -> str:
        """What a sign on a card means; what can be done with it only while the game is played."""
        return sentence(self.names, self.state, face, what, looking_back=self.looking_back)

    # ------------------------------------------------------------------ names
    @property
    def names(self) -> CaseNames:
        """Formats the names of ideas, benefits, risks and roles."""
        return CaseNames(self.t, self.case)

    def seat_name(self, seat: int) -> str:
        """The player at a seat; with the role where two have the same name."""
        return self.names.player(self.state.seats, seat)


def earlier_events(log: Log, round: int) -> Iterator[Event]:
    """The events of all decisions before the one that brought the reality check of a round."""
    for decision in log.history:
        began = (event for event in decision.events if isinstance(event, CheckBegan))
        if any(check.round >= round for check in began):
            return
        yield from decision.events
