"""Handing a benefit over: its owner gives it to another seat."""

from __future__ import annotations

from game.engine import Idea, Track
from game.engine import actions as act
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
        others = len(self.game.state.seats) - 1
        rows = others if others <= 4 else -(-others // 2)
        rest = dialog(ui, 1280, 350 + rows * 116, t("Hand over"), self.back)
        question, rest = rest.cut_top(130, 14)
        text = t(
            "{owner} owns “{benefit}” and gives it to somebody who says yes. It is free.",
            owner=self.game.seat_name(b.owner),
            benefit=self.game.names.benefit_alone(idea, b),
        )
        ui.canvas.text(question, text, (32, 30, 28, 26, 24), theme.CHALK, valign="middle")
        wrong, rest = rest.cut_bottom(44, 8)
        complaint(ui.canvas, wrong, self.wrong)
        seats(ui, rest, self.game, self._give, track=self.track, without=b.owner)
        first = next(seat for seat in range(others + 1) if seat != b.owner)
        ui.focus_on(f"seat:{first}")

    def _give(self, to: int) -> None:
        idea = self.game.state.idea(self.idea)
        b = idea.benefit(self.track) if idea else None
        if b is None or b.owner is None:
            return
        action = act.HandOver(b.owner, self.idea, self.track, to)
        self.wrong = self.game.why_not(action)
        if not self.wrong:
            self.finish(action)
