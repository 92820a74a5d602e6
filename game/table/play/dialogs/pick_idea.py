"""Choosing an idea on the table, for an ability or a card; disabled ideas give the reason."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.engine import Action, Idea
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.ui import Ui
from game.gui.widgets.label import Label
from game.gui.widgets.two_line_button import TwoLineButton
from game.table.parts.game_view import GameView
from game.table.play.dialogs.base import Dialog
from game.table.play.game import Game
from game.wording import card_pictures as pictures

_ROW = 62
ICON = "lightbulb"
"""Stands for an idea that has no picture."""


def idea_label(game: GameView, idea: Idea) -> Label:
    """An idea on a button, as it is known from the table: its picture, its letter and its name."""
    picture = pictures.idea(game.case, idea.id, idea.name)
    name = f"{idea.letter} · {pictures.bare(game.names.idea(idea), picture)}"
    return Label(name, icon=ICON, picture=picture)


class PickIdeaDialog(Dialog):
    """A list of the ideas on the table, each a button.

    ``action`` is what an idea would be chosen for; ``on_pick`` is called with the chosen one, or
    else the action is done.
    """

    of_turn = True

    def __init__(
        self,
        game: Game,
        title: str,
        action: Callable[[Idea], Action],
        on_pick: Callable[[Idea], object] | None = None,
    ) -> None:
        super().__init__(game)
        self.title = title
        self.action = action
        self.on_pick = on_pick or (lambda idea: game.do(action(idea)))

    def build(self, ui: Ui) -> None:
        """One button an idea, in the order they were placed."""
        ideas = [idea for idea in self.game.state.ideas if idea.status != "realised"]
        rest = dialog(ui, 1000, 170 + (_ROW + 10) * max(1, len(ideas)), self.title, self.back)
        with ui.scroll("ideas", rest, (_ROW + 10) * len(ideas)) as content:
            for i, idea in enumerate(ideas):
                self._idea(ui, Box(content.x, content.y + i * (_ROW + 10), content.w, _ROW), idea)

    def _idea(self, ui: Ui, box: Box, idea: Idea) -> None:
        action = self.action(idea)
        reason = self.game.why_not(action)
        ui.add(
            TwoLineButton(
                f"pick:{idea.id}",
                box,
                idea_label(self.game, idea),
                partial(self._pick, idea),
                reason=reason,
                tip=self.game.names.idea_text(idea),
            )
        )
        if not reason:
            ui.focus_on(f"pick:{idea.id}")

    def _pick(self, idea: Idea) -> None:
        self.app.pop(self)
        self.on_pick(idea)
