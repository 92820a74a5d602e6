"""What other groups did with the same case: a page that comes when their games have been read."""

from __future__ import annotations

from game.debrief.others import elsewhere
from game.debrief.talk import PageKind
from game.gui import theme
from game.gui.geometry import Box
from game.gui.ui import Ui
from game.table.parts import stage_pieces
from game.table.parts.discussion.page import DiscussionPage
from game.wording.debrief_texts import DebriefPhase, elsewhere_text

_MOST_ROWS = 7
"""As many lines as can be read from the back row."""


class OthersPage(DiscussionPage):
    """How many other groups did what this one did, and what it did not."""

    phase: DebriefPhase = "learned"
    kind: PageKind = "others"

    def build(self, ui: Ui, box: Box) -> None:
        """A line for each thing that can be compared."""
        c, discussion = ui.canvas, self.discussion
        found = elsewhere(discussion.debrief, discussion.groups)[:_MOST_ROWS]
        inner = stage_pieces.panel(c, box)
        head, body = inner.cut_top(56, 24)
        stage_pieces.heading(c, head, ui.t("Other groups with the same case"), "users-round")
        foot, body = body.cut_bottom(44, 16)
        for row, one in zip(body.rows(_MOST_ROWS, 12), found, strict=False):
            sign, words = row.cut_left(56, 20)
            c.icon("users-round", sign.place(40, 40), theme.ACCENT)
            text = elsewhere_text(discussion.formatter(ui.t), one)
            sizes = (38, 36, 34, 32, theme.ROOM, 28, 26)
            c.text(words, text, sizes, theme.CHALK, valign="middle")
        note = ui.t("Counted over the games in this folder. No group is named.")
        c.text(foot, note, (28, 22), theme.CHALK_SOFT, valign="middle")
