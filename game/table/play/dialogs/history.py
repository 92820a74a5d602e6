"""Undo several decisions at once: a list of the decisions, to return to before one of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.theme import Colour
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label
from game.session import REVEALING
from game.table.parts.dialog_parts import answers, labelled, note
from game.table.play.dialogs.base import Dialog
from game.table.play.game import Game
from game.wording import terms

_MOST_LINES = 60
"""The number of decisions listed, the latest first."""
_ROW, _GAP = 72, 8


class UndoneButton(Button):
    """A decision in the list: its description, and its round."""

    def __init__(
        self,
        key: str,
        box: Box,
        text: str,
        when: str,
        on_click: Callable[[], object],
        *,
        back: bool,
    ) -> None:
        super().__init__(key, box, Label(text, style="primary" if back else "quiet"), on_click)
        self.when = when
        self.back = back

    def _face(self, c: Canvas, ink: Colour) -> None:
        sign, rest = self.box.inset(16, 4).cut_left(34, 14)
        if self.back:
            c.icon("undo-2", sign.place(32, 32), ink)
        when, words = rest.cut_right(max(110.0, c.type.width(self.when, 22) + 4), 16)
        c.text(words, self.label, (26, 18), ink, valign="middle")
        c.text(when, self.when, (22, 20), ink, align="right", valign="middle")


class HistoryDialog(Dialog):
    """The decisions, latest first; choosing one undoes it and all that follow."""

    stops_clock = True

    def __init__(self, game: Game) -> None:
        super().__init__(game)
        self.count = 1
        """The number of decisions to undo."""
        self.reason = ""
        self.wrong = ""

    # ------------------------------------------------------------------ drawing
    def build(self, ui: Ui) -> None:
        """The list at the left; at the right the resulting position, and the reason."""
        t = self.t
        rest = dialog(ui, 1760, 980, t("Undo several decisions"), self.back)
        buttons, rest = rest.cut_bottom(76, 24)
        listed, side = rest.columns((1.9, 1), 36)
        self._list(ui, listed)
        self._side(ui, side)
        text = t.plural("Undo {n} decision", "Undo {n} decisions", self.count)
        answers(ui, buttons, text, self._undo, self.back, icon="undo-2", reason=self.busy)
        ui.focus_on("done:1")

    def _list(self, ui: Ui, box: Box) -> None:
        game, history = self.game, self.game.session.history
        row_count = min(_MOST_LINES, len(history))
        playing = sum(game.state.setup.rules.rounds)
        with ui.scroll("done", box, row_count * (_ROW + _GAP) - _GAP) as content:
            for n in range(1, row_count + 1):
                row = Box(content.x, content.y + (n - 1) * (_ROW + _GAP), content.w, _ROW)
                round_ = game.session.states[history[-n].n].round_now
                ui.add(
                    UndoneButton(
                        f"done:{n}",
                        row,
                        game.decision_line(-n),
                        terms.round_name(self.t, round_, playing),
                        partial(self._choose, n),
                        back=n <= self.count,
                    )
                )

    def _side(self, ui: Ui, box: Box) -> None:
        c, t = ui.canvas, self.t
        lead, rest = box.cut_top(120, 14)
        text = t(
            "Choose the first decision that is to be undone. All that follow it are undone, too."
        )
        c.text(lead, text, (26, 20), theme.CHALK)
        head, rest = rest.cut_top(40, 6)
        c.text(head, t("Then the last thing done is"), (24, 20), theme.CHALK_SOFT)
        left, rest = rest.cut_top(130, 20)
        sizes = (30, 20)
        c.text(left, self._left(), sizes, theme.ACCENT, "semibold")
        if self._needs_reason():
            field = labelled(ui, rest, t("Why is it undone?"), self.wrong)
            example = t("for example: we read the card wrongly")
            note(ui, field, "reason", self.reason, self._typed, self._undo, example)

    def _left(self) -> str:
        """The last decision that would remain."""
        if self.count >= len(self.game.session.history):
            return self.t("nothing: the game begins again")
        return self.game.decision_line(-self.count - 1)

    # ------------------------------------------------------------------ actions
    def _needs_reason(self) -> bool:
        """Whether any of them drew or revealed something."""
        undone = self.game.session.history[-self.count :]
        return any(isinstance(event, REVEALING) for decision in undone for event in decision.events)

    def _choose(self, count: int) -> None:
        self.count, self.wrong = count, ""

    def _typed(self, text: str) -> None:
        self.reason = text

    def _undo(self) -> None:
        reason = self.reason.strip() or None
        if reason is None and self._needs_reason():
            self.wrong = self.t("Something must be written here. A few words will do.")
            return
        if self.busy:
            return
        self.app.pop(self)
        self.game.undo_back(self.count, reason)
