"""The sheets of silent writing when nobody writes any more: turned, joined, written as cards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from game.gui import theme
from game.gui.dialogs.modal import Question
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.drag import Spot
from game.gui.widgets.label import Label
from game.session.group_entries import Asked, SheetMove
from game.session.group_rounds import WritingRound, WrittenSheet
from game.table.parts.long_list import add_long_list
from game.table.play.dialogs.base import Dialog
from game.table.play.drafts import CardKind
from game.wording.group_work import QUESTIONS, alike

_Move = tuple[list[int], SheetMove]
"""Sheets, and what is done with them."""
CARD: Final[Mapping[Asked, CardKind]] = {
    "ideas": "idea",
    "benefits": "benefit",
    "downsides": "downside",
    "risks": "risk",
}
_WIDE, _HIGH, _GAP = 400, 176, 16
"""What a sheet takes at least, so that its words can be read across the room."""
_LONG: Final = 120
"""A sheet with more letters is also told in full where it is pointed at."""
_TEXT: Final = (32, 18)


class WrittenSheets:
    """The sheets of the round that lies there.

    ``write`` opens the form of a card with what stands on a sheet, for the seat in turn;
    ``again`` lets another round be chosen.
    """

    def __init__(
        self,
        dialog: Dialog,
        write: Callable[[CardKind, WrittenSheet], object],
        again: Callable[[], object],
    ) -> None:
        self._dialog, self._game = dialog, dialog.game
        self._write, self._again = write, again
        self.held: int | None = None
        """The sheet that was pressed, to be placed or joined with another one."""

    def build(self, ui: Ui, box: Box, writing: WritingRound) -> None:
        """The sheets: pressing turns one; what is held is placed, or joined with another."""
        c, t = ui.canvas, ui.t
        held = None if self.held is None else writing.sheets.get(self.held)
        head, rest = box.cut_top(120 if held else 64, 14)
        if held is None:
            text, ink = t(QUESTIONS[writing.asks]), theme.CHALK
        else:
            text, ink = self._what_now(held, writing), theme.ACCENT
        c.text(head, text, (36, 22), ink, "semibold", valign="middle")
        foot, rest = rest.cut_bottom(80, 18)
        if held is None:
            self._ways_on(ui, foot, writing)
        else:
            self._ways_of_held(ui, foot, held, writing)
        self._sheets(ui, rest, writing)

    def _sheets(self, ui: Ui, box: Box, writing: WritingRound) -> None:
        """All sheets that lie on top, as many side by side as can be read."""
        sheets = writing.on_top()
        columns = max(1, int((box.w + _GAP) // (_WIDE + _GAP)))
        below = Counter(sheet.under for sheet in writing.sheets.values())

        def build(row: int, place: Box) -> None:
            beside = sheets[row * columns : (row + 1) * columns]
            for cell, sheet in zip(place.columns(columns, _GAP), beside, strict=False):
                self._sheet(ui, cell, sheet, below[sheet.number])

        rows = -(-len(sheets) // columns)
        add_long_list(ui, "sheets", box, rows, build, high=_HIGH, gap=_GAP)
        if sheets:
            ui.focus_on(f"sheet:{sheets[0].number}")

    def _sheet(self, ui: Ui, box: Box, sheet: WrittenSheet, below: int) -> None:
        draw = partial(_draw_sheet, sheet, below, sheet.number == self.held)
        tip = sheet.text if sheet.turned and len(sheet.text) > _LONG else ""
        press = partial(self._press, sheet)
        ui.add(Spot(f"sheet:{sheet.number}", box, draw=draw, on_press=press, radius=14, tip=tip))

    def _ways_on(self, ui: Ui, box: Box, writing: WritingRound) -> None:
        """While nothing is held: turn all, put alike ones together, or write again."""
        t, (first, second, third) = ui.t, box.columns(3, 20)
        hidden = any(not sheet.turned for sheet in writing.on_top())
        turn = Label(t("Turn all"), icon="eye", style="primary", size=30, hint="A")
        none = "" if hidden else t("All are turned.")
        ui.add(Button("turn-all", first, turn, self.turn_all, reason=none))
        label = Label(t("Put those alike together"), icon="layers", size=28)
        ui.add(Button("alike", second, label, self._put_together))
        label = Label(t("Write again"), icon="refresh-cw", style="quiet", size=28)
        ui.add(Button("again", third, label, self._again))

    def _ways_of_held(self, ui: Ui, box: Box, held: WrittenSheet, writing: WritingRound) -> None:
        """What can be done with the sheet that is held."""
        t, (first, second, third, fourth) = ui.t, box.columns((1.4, 1, 1, 1), 20)
        label = Label(t("Write it as a card"), icon="pencil", style="primary", size=30)
        ui.add(Button("place", first, label, self._place, reason=self._no_place(held)))
        apart = "" if writing.below(held) else t("It lies by itself.")
        label = Label(t("Take apart"), icon="layers", size=26)
        ui.add(Button("apart", second, label, self._take_apart, reason=apart))
        label = Label(t("Take away"), icon="x", style="quiet", size=26, hint=t("Del"))
        ui.add(Button("away", third, label, self._ask_to_take_away))
        ui.add(Button("let-go", fourth, Label(t("Let go"), size=26, hint="Esc"), self._let_go))

    def _what_now(self, held: WrittenSheet, writing: WritingRound) -> str:
        """The sheet in full with those below it, and what can be done."""
        said = " / ".join((held.text, *(sheet.text for sheet in writing.below(held))))
        if self._no_place(held):
            return self._dialog.t("“{text}”: press another sheet that says the same.", text=said)
        return self._dialog.t(
            "“{text}”: write it as a card, or press a sheet that says the same.", text=said
        )

    def _no_place(self, held: WrittenSheet) -> str:
        if held.placed:
            return self._dialog.t("It lies on the table as a card.")
        state = self._game.state
        return (
            "" if state.step == "turn" else self._dialog.t("Only in a turn can a card be written.")
        )

    def _press(self, sheet: WrittenSheet) -> None:
        """Turn a sheet; hold one that is turned; join one with the one that is held."""
        if not sheet.turned:
            self._move([sheet.number], "turned")
        elif self.held is None:
            self.held = sheet.number
        elif self.held == sheet.number:
            self.held = None
        else:
            self._move([sheet.number, self.held], "joined")
            self.held = None

    def _move(self, sheets: list[int], move: SheetMove) -> None:
        self._move_all([(sheets, move)])

    def _move_all(self, moves: Sequence[_Move]) -> None:
        """Do what one press means; from the move that could not be saved it is tried again."""
        left = list(moves)

        def move() -> None:
            while left:
                self._game.session.move_sheets(*left[0])
                left.pop(0)

        self._game.record(move)

    def turn_all(self) -> bool:
        """Turn every sheet that still lies face down, once nobody writes any more."""
        writing = self._game.session.log.writing
        if writing is None or writing.open:
            return False
        hidden = [sheet.number for sheet in writing.on_top() if not sheet.turned]
        if hidden:
            self._move(hidden, "turned")
            self._dialog.refresh()
        return True

    def _put_together(self) -> None:
        """Join what says nearly the same in nearly the same words."""
        writing = self._game.session.log.writing
        sheets = [] if writing is None else [s for s in writing.on_top() if s.turned]
        groups = alike([sheet.text for sheet in sheets])
        joined = [[sheets[place].number for place in group] for group in groups if len(group) > 1]
        self._move_all([(numbers, "joined") for numbers in joined])

    def _place(self) -> None:
        """Write the sheet that is held as a card of the seat in turn."""
        writing = self._game.session.log.writing
        if writing is None or self.held is None:
            return
        sheet, self.held = writing.sheets[self.held], None
        self._dialog.app.pop(self._dialog)
        self._write(CARD[writing.asks], sheet)

    def _take_apart(self) -> None:
        """Let the sheets below the one that is held lie by themselves again."""
        self._move_all(self._apart())

    def _apart(self) -> list[_Move]:
        """The moves by which the sheets below the one that is held lie by themselves."""
        writing = self._game.session.log.writing
        if writing is None or self.held is None:
            return []
        return [([sheet.number], "joined") for sheet in writing.below(writing.sheets[self.held])]

    def take_away(self) -> bool:
        """Ask whether the sheet that is held shall be taken away."""
        if self.held is None:
            return False
        self._ask_to_take_away()
        return True

    def _ask_to_take_away(self) -> None:
        t = self._dialog.t
        text = t("It is no longer on the table, and it is in no report.")
        question = Question(t("Take the sheet away?"), text, t("Take away"), self._take_it_away)
        self._dialog.app.push(question)

    def _take_it_away(self) -> None:
        if self.held is not None:
            self._move_all([*self._apart(), ([self.held], "withdrawn")])
            self.held = None
            self._dialog.refresh()

    def _let_go(self) -> None:
        self.held = None


def _draw_sheet(sheet: WrittenSheet, below: int, held: bool, c: Canvas, box: Box) -> None:
    """A sheet face down, or what stands on it; another colour once it was placed."""
    if not sheet.turned:
        draw_back(c, box)
        return
    paper = theme.FELT_LIGHT if sheet.placed else theme.PAPER
    line = theme.ACCENT if held else theme.PAPER_LINE
    c.panel(box, paper, 14, line=line, width=8 if held else 3, lift=10)
    ink = theme.CHALK if sheet.placed else theme.INK
    words = box.inset(18, 14)
    if below:
        more, words = words.cut_right(64, 10)
        c.text(more, f"×{below + 1}", (36, 32), ink, "bold", align="right")
    if sheet.placed:
        sign, words = words.cut_right(40, 8)
        c.icon("check", sign.place(36, 36), ink)
    c.text(words, sheet.text, _TEXT, ink, "semibold", valign="middle")


def draw_back(c: Canvas, box: Box) -> None:
    """A sheet face down."""
    c.panel(box, theme.WOOD, 12, line=theme.WOOD_LIGHT, width=3, lift=8)
    c.icon("pencil", box.place(44, 44), theme.WOOD_LIGHT)
