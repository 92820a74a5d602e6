"""How everybody feels as phones said it: shown together, and never whose it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label
from game.i18n import Words
from game.session import CheckIn
from game.table.after.debrief.mood_choice import draw_face
from game.table.parts.discussion.discussion import Discussion

_LARGE: Final = (48, 44, 40, 36, 32)
_WORD: Final = (36, 20)
_MOODS: Final = 5


class Nameless:
    """The check-ins that are nobody's: hidden until somebody shows them together."""

    def __init__(self, discussion: Discussion) -> None:
        self.discussion = discussion
        self.open = False

    @property
    def possible(self) -> bool:
        """Whether phones are here, or have said something."""
        return self.discussion.phones_here() > 0 or bool(self._said)

    @property
    def _said(self) -> Sequence[CheckIn]:
        return self.discussion.log.nameless_check_ins

    # ------------------------------------------------------------------ drawing
    def build(self, ui: Ui, box: Box) -> None:
        """How many have answered; once it is shown, how many feel how, and every word."""
        said = self._said
        if self.open and said:
            self._together(ui.canvas, box, said)
        else:
            self._hidden(ui, box, len(said))

    def _hidden(self, ui: Ui, box: Box, count: int) -> None:
        c, t = ui.canvas, ui.t
        c.panel(box, theme.PANEL, 18, line=theme.PANEL_LINE)
        words, foot = box.inset(40, 30).rows((3, 2), 20)
        head, told = words.rows((1, 1), 10)
        text = t("How do you feel? Say it on your phone: a number, a word, or both.")
        c.text(head, text, _LARGE, theme.CHALK, "semibold", align="centre", valign="bottom")
        text = t.plural("{n} phone has answered.", "{n} phones have answered.", count)
        c.text(told, text, _LARGE, theme.ACCENT, "bold", align="centre", valign="top")
        label = Label(t("Show them together"), icon="eye", style="primary", size=34)
        ui.add(Button("together", foot.place(720, 92), label, self._show, reason=self._not_yet(t)))

    def _not_yet(self, t: Words) -> str:
        """Why nothing can be shown yet: what one alone has said would not be nobody's."""
        count = len(self._said)
        if count == 1 and self.discussion.phones_here() > 1:
            return t("Only one has answered: wait for another, so that nobody sees whose it is.")
        return "" if count else t("Nobody has answered yet.")

    def _together(self, c: Canvas, box: Box, said: Sequence[CheckIn]) -> None:
        faces, words = box.columns((1, 1.4), 30)
        moods: Counter[int] = Counter(check_in.mood or 0 for check_in in said)
        most = max(moods.values())
        for mood, row in zip(range(_MOODS, 0, -1), faces.rows(_MOODS, 14), strict=True):
            _mood(c, row, mood, moods[mood], most)
        written = self.discussion.formatter(c.t).written
        _words(c, words, [written(check_in.word) for check_in in said if check_in.word])

    def _show(self) -> None:
        self.open = True


def _mood(c: Canvas, box: Box, mood: int, count: int, most: int) -> None:
    """A face, how many feel so as a bar, and their number."""
    face, rest = box.cut_left(box.h, 20)
    draw_face(c, face, mood, chosen=count > 0)
    number, bar = rest.cut_right(80, 12)
    high = min(46.0, bar.h)
    c.shape(bar.place(bar.w, high), theme.PANEL, high / 2)
    if count:
        full = Box(bar.x, bar.centre[1] - high / 2, max(high, bar.w * count / most), high)
        c.shape(full, theme.ACCENT, high / 2)
    c.text(number, str(count), (44, 36), theme.CHALK, "bold", align="right", valign="middle")


def _words(c: Canvas, box: Box, words: Sequence[str]) -> None:
    """Every word, in two columns where there are many."""
    c.panel(box, theme.PANEL, 18, line=theme.PANEL_LINE)
    columns = 1 if len(words) <= 8 else 2
    rows = max(8, -(-len(words) // columns))
    cells = box.inset(30, 24).grid(columns, rows, 10)
    for cell, word in zip(cells, words, strict=False):
        c.text(cell, word, _WORD, theme.CHALK, "semibold", valign="middle")
