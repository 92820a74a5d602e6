"""The saved games that can be resumed: title, progress, time, and players."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from game.frozen import frozen
from game.gui import theme
from game.gui.geometry import Box
from game.gui.ui import Ui
from game.gui.widgets.label import Label
from game.gui.widgets.two_line_button import TwoLineButton
from game.i18n import Words

if TYPE_CHECKING:  # the first frame must not wait for the case modules
    from game.content import Prose

MOST_SAVED = 4
"""The number of games offered; older ones are in the list of games to replay."""
_ROW = 128


@frozen
class SavedGame:
    """A game to resume: ``begun`` says when it was begun; ``go_on`` resumes it."""

    title: Prose
    round: int
    begun: Callable[[Words], str]
    players: tuple[str, ...]
    go_on: Callable[[], object]


def draw_saved(ui: Ui, box: Box, games: Sequence[SavedGame]) -> None:
    """The games as a list, the latest first; pressing one resumes it."""
    t, c = ui.t, ui.canvas
    offered = games[:MOST_SAVED]
    row_high = min(_ROW * ui.type.grow, (box.h - 110) / len(offered) - 16)
    high = 110 + len(offered) * (row_high + 16)
    panel = box.cut_top(min(box.h, high))[0]
    c.panel(panel, theme.PANEL, 20, line=theme.PANEL_LINE)
    head, rest = panel.inset(28, 20).cut_top(52, 14)
    sign, words = head.cut_left(40, 14)
    c.icon("history", sign.place(38, 38), theme.ACCENT)
    title = t("Go on where you left off")
    c.text(words, title, (34, 30), theme.CHALK, "semibold", valign="middle")
    for _ in ui.alike():
        for i, game in enumerate(offered):
            row = Box(rest.x, rest.y + i * (row_high + 16), rest.w, row_high)
            name = game.title.read(t.lang)
            ui.add(
                TwoLineButton(
                    f"saved-{i}", row, Label(name, caption=_about(t, game), icon="play"), game.go_on
                )
            )


def _about(t: Words, game: SavedGame) -> str:
    far = t("Round {n}", n=max(1, game.round))
    return f"{far} · {game.begun(t)} · {', '.join(game.players)}"
