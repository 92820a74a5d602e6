"""The economy overview over the table: the announcement and the costs of the operation."""

from __future__ import annotations

from game.gui.dialogs.modal import dialog
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.table.parts.case_overview import draw_goals, draw_message
from game.table.parts.economy import draw_economy
from game.table.parts.game_view import GameView
from game.table.parts.post_line import post_line
from game.table.parts.shortcuts import ECONOMY
from game.views.posts import post_views


class EconomyScreen(Screen):
    """The announced saving, the posts and the goals, as shown before the first round."""

    overlay = True
    bindings = (ECONOMY,)

    def __init__(self, game: GameView) -> None:
        self.game = game

    def build(self, ui: Ui) -> None:
        """Message and goals on the left, posts on the right."""
        case, c = self.game.case, ui.canvas
        rest = dialog(ui, 1840, 1040, ui.t("Economy overview"), self.back)
        left, right = rest.columns((9, 10), 28)
        goals, message = left.cut_bottom(316, 20)
        draw_message(c, message, case)
        draw_goals(c, goals, case)
        draw_economy(c, right, case.economy, self._notes())
        ui.focus_on("close")

    def _notes(self) -> dict[str, str]:
        """What each post holds and who counts on it, where a case plays with them."""
        posts = post_views(self.game.names, self.game.state)
        return {post.id: post_line(self.game.t, post) for post in posts}
