"""From which post of the economy overview a saving is taken."""

from __future__ import annotations

from functools import partial

from game.engine import Idea, Track
from game.engine import actions as act
from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.ui import Ui
from game.gui.widgets.label import Label, Style
from game.gui.widgets.two_line_button import TwoLineButton
from game.table.parts.dialog_parts import complaint
from game.table.parts.post_line import post_line
from game.table.play.dialogs.base import Dialog
from game.table.play.game import Game
from game.views.posts import post_views

ECONOMY: Track = "economy"


def asks_for_post(game: Game, idea: str, track: Track) -> bool:
    """Whether a claim just made has to say where the money comes from."""
    found = game.state.idea(idea)
    b = found.benefit(ECONOMY) if found is not None and track == ECONOMY else None
    return "posts" in game.state.setup.rules.modules and b is not None and b.post is None


class PostDialog(Dialog):
    """Every post as a button; a press names it."""

    def __init__(self, game: Game, idea: Idea) -> None:
        super().__init__(game)
        self.idea = idea.id
        self.wrong = ""

    def build(self, ui: Ui) -> None:
        """What is claimed, and the posts with what they hold."""
        idea = self.game.state.idea(self.idea)
        b = idea.benefit(ECONOMY) if idea else None
        if idea is None or b is None:
            self.app.pop(self)
            return
        t, posts = self.t, post_views(self.game.names, self.game.state)
        rows = -(-len(posts) // 2)
        rest = dialog(ui, 1680, 300 + rows * 112, t("Where does the money come from?"), self.back)
        question, rest = rest.cut_top(96, 14)
        text = t(
            "{idea} is to save {n}. From which item of the overview? Without one, only "
            "half is harvested; an item gives at most what it holds.",
            idea=f"{idea.letter} · {self.game.names.idea(idea)}",
            n=t.plural("{n} point", "{n} points", b.estimate),
        )
        ui.canvas.text(question, text, (30, 22), theme.CHALK, valign="middle")
        wrong, rest = rest.cut_bottom(44, 8)
        complaint(ui.canvas, wrong, self.wrong)
        for cell, post in zip(rest.grid(2, max(1, rows), 14), posts, strict=False):
            chosen: Style = "primary" if post.id == b.post else "secondary"
            icon = "check" if post.id == b.post else "coins"
            label = Label(post.name, caption=post_line(t, post), icon=icon, style=chosen)
            go = partial(self._name, post.id)
            ui.add(TwoLineButton(f"post:{post.id}", cell, label, go))
        if posts:
            ui.focus_on(f"post:{b.post or posts[0].id}")

    def _name(self, post: str) -> None:
        idea = self.game.state.idea(self.idea)
        b = idea.benefit(ECONOMY) if idea else None
        if b is None:
            return
        action = act.NamePost(b.seat, self.idea, post)
        self.wrong = self.game.why_not(action)
        if not self.wrong:
            self.finish(action)
