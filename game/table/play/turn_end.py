"""The end of a turn: by one press, which is undone where it is told, but not by habit."""

from __future__ import annotations

from game.engine import actions as act
from game.engine import events as ev
from game.gui.screen import ScreenHost
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label
from game.table.play.dialogs.undo import undo
from game.table.play.game import Game
from game.views.seat import turn_of

_UNDO = 190.0
"""The width of the button beside what is told."""


class TurnEnd:
    """Ends the turns of a game."""

    def __init__(self, game: Game) -> None:
        self.game = game
        self._asked: tuple[int, str, int] | None = None
        """The turn that nothing was done in yet, and whose end was asked for once."""

    def end(self, app: ScreenHost) -> None:
        """End the turn; one that has just begun by itself only when it is asked for again.

        Whoever ends a turn by habit after its last action would end that of the next seat.
        """
        game, now = self.game, turn_of(self.game.state)
        if self._has_begun_by_itself() and self._asked != now:
            self._asked = now
            text = game.t.plural(
                "Now it is {name}'s turn. Press again to give up {n} action.",
                "Now it is {name}'s turn. Press again to give up {n} actions.",
                game.state.actions,
                name=game.seat_name(game.state.turn),
            )
            app.refuse(text)
            return
        game.do(act.Pass(game.state.turn))

    def _has_begun_by_itself(self) -> bool:
        """Whether the last decision took the last action of the seat before."""
        history = self.game.session.history
        events = history[-1].events if history else ()
        spent = any(isinstance(e, ev.Spent) and e.actions for e in events)
        return spent and any(isinstance(e, ev.TurnBegan) for e in events)

    def offer_undo(self, ui: Ui, app: ScreenHost) -> None:
        """Beside what is told of a turn that was just ended with actions left, undo it."""
        history, whole = self.game.session.history, ui.lane
        if whole is None or not history or not isinstance(history[-1].action, act.Pass):
            return
        place, ui.lane = whole.cut_right(_UNDO * ui.type.grow, 8)
        if ui.strip == whole:
            ui.strip = ui.lane
        label = Label(ui.t("Undo"), icon="undo-2", style="quiet", size=24)
        tip = ui.t("Undo the last decision (Ctrl+Z)")
        ui.add(Button("undo:pass", place, label, lambda: undo(self.game, app), tip=tip))
