"""Handing a benefit over: its owner gives it to another seat."""

from __future__ import annotations

from game.engine import Benefit, Idea, Track
from game.engine import actions as act
from game.engine.lookups import present
from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.ui import Ui
from game.table.parts.dialog_parts import complaint, seats
from game.table.play.dialogs.base import Dialog
from game.table.play.game import Game


class HandOverDialog(Dialog):
    """Every other seat as a button; a press hands the benefit over."""

    of_turn = True

    def __init__(self, game: Game, idea: Idea, track: Track) -> None:
        super().__init__(game)
        self.idea = idea.id
        self.track: Track = track
        self.wrong = ""

    def build(self, ui: Ui) -> None:
        """The current owner, and the possible new ones."""
        idea = self.game.state.idea(self.idea)
        b = idea.benefit(self.track) if idea else None
        if idea is None or b is None or b.owner is None:
            self.app.pop(self)
            return
        t = self.t
        others = [seat for seat in present(self.game.state) if seat != b.owner]
        rows = len(others) if len(others) <= 4 else -(-len(others) // 2)
        rest = dialog(ui, 1280, 350 + rows * 116, t("Hand over"), self.back)
        question, rest = rest.cut_top(130, 14)
        text = self._asked(idea, b, b.owner)
        ui.canvas.text(question, text, (32, 24), theme.CHALK, valign="middle")
        wrong, rest = rest.cut_bottom(44, 8)
        complaint(ui.canvas, wrong, self.wrong)
        seats(ui, rest, self.game, self._give, track=self.track, without=b.owner)
        ui.focus_on(f"seat:{others[0]}" if others else "close")

    def _asked(self, idea: Idea, b: Benefit, owner: int) -> str:
        """Who gives it; for an owner who is away the group does."""
        names: dict[str, object] = {
            "owner": self.game.seat_name(owner),
            "benefit": self.game.names.benefit_alone(idea, b),
        }
        if owner in self.game.state.away:
            return self.t(
                "{owner} owns “{benefit}” and is away. The group gives it to somebody who says "
                "yes. It is free.",
                **names,
            )
        return self.t(
            "{owner} owns “{benefit}” and gives it to somebody who says yes. It is free.", **names
        )

    def _give(self, to: int) -> None:
        idea = self.game.state.idea(self.idea)
        b = idea.benefit(self.track) if idea else None
        if b is None or b.owner is None:
            return
        action = act.HandOver(b.owner, self.idea, self.track, to)
        self.wrong = self.game.why_not(action)
        if not self.wrong:
            self.finish(action)
