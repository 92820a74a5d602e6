"""Silent writing: everybody writes at the same time, and what was written is turned afterwards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

import pygame

from game.engine.limits import MAX_NAME
from game.gui import theme
from game.gui.dialogs.modal import Question, dialog
from game.gui.geometry import Box
from game.gui.keys import KeyBinding
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.choice import Choice
from game.gui.widgets.drag import Spot
from game.gui.widgets.field import TextField
from game.gui.widgets.label import Label
from game.gui.widgets.two_line_button import TwoLineButton
from game.session.group_entries import Asked, SheetMove
from game.session.group_rounds import WritingRound, WrittenSheet
from game.table.parts.dialog_parts import ROOM, labelled
from game.table.parts.long_list import add_long_list
from game.table.play.countdowns import digits
from game.table.play.dialogs.base import Dialog
from game.table.play.drafts import CardKind
from game.table.play.game import Game
from game.wording.group_work import NAMES, QUESTIONS, alike

_Move = tuple[list[int], SheetMove]
"""Sheets, and what is done with them."""
_MINUTES: Final = (0, 2, 3, 5, 8)
_CARD: Final[Mapping[Asked, CardKind]] = {
    "ideas": "idea",
    "benefits": "benefit",
    "downsides": "downside",
    "risks": "risk",
}
_WIDE, _HIGH, _GAP = 400, 176, 16
"""What a sheet takes at least, so that its words can be read across the room."""
_MOST_SHOWN: Final = 48
"""So many sheets face down are drawn one by one; how many there are is said besides."""
_LONG: Final = 120
"""A sheet with more letters is also told in full where it is pointed at."""
_TEXT: Final = (32, 30, 28, 26, 24, 22, 20, 18)


class SilentWriting(Dialog):
    """What to write about; then the sheets as they come in, face down; then turned, one by one.

    Everything that lies there is in the session, so that it is the same when this is opened again.
    ``place`` opens the form of a card with what stands on a sheet, for the seat in turn; only when
    the card was written the sheet is placed.
    """

    topic = "facilitator"
    bindings = (
        KeyBinding((pygame.K_a,), action="turn_all"),
        KeyBinding((pygame.K_DELETE,), action="take_away"),
        KeyBinding((pygame.K_ESCAPE,), action="back"),
    )

    def __init__(self, game: Game, place: Callable[[CardKind, WrittenSheet], object]) -> None:
        super().__init__(game)
        self.place = place
        self.minutes = 3
        self.typed = ""
        self.held: int | None = None
        """The sheet that was pressed, to be placed or joined with another one."""
        self.anew = False
        """Whether another round is chosen, while an earlier one lies there."""
        self._shown: object = None

    @property
    def writing(self) -> WritingRound | None:
        """The round that lies there, if none other is being chosen."""
        return None if self.anew else self.game.session.log.writing

    @property
    def holds_words(self) -> bool:
        """Whether something was written and not laid down; every sheet is saved."""
        return bool(self.typed.strip())

    # ------------------------------------------------------------------ drawing
    def build(self, ui: Ui) -> None:
        """One of the three."""
        self._shown = self._looks()
        rest = dialog(ui, 1780, 980, ui.t("Silent writing"), self.back)
        writing = self.writing
        if writing is None:
            self._choose(ui, rest)
        elif writing.open:
            self._write(ui, rest, writing)
        else:
            self._turn(ui, rest, writing)

    def _choose(self, ui: Ui, box: Box) -> None:
        """What everybody writes, each with the question that is asked; and how long."""
        t = ui.t
        why, rest = box.cut_top(90, 16)
        text = t(
            "Everybody writes at the same time, by phone or here: those who speak little say as "
            "much as the others. Nobody sees whose a sheet is."
        )
        ui.canvas.text(why, text, ROOM, theme.CHALK, valign="middle")
        clock, rest = rest.cut_bottom(118, 24)
        field = labelled(ui, clock, t("For how long?"))
        options = [(n, t("{n} min", n=n) if n else t("no clock")) for n in _MINUTES]
        ui.add(Choice("minutes", field.cut_top(72)[0], options, self.minutes, self._set_minutes))
        for cell, asks in zip(rest.rows(len(NAMES), 16), NAMES, strict=True):
            label = Label(t(NAMES[asks]), caption=t(QUESTIONS[asks]), icon="pencil", size=32)
            ui.add(TwoLineButton(f"ask:{asks}", cell, label, partial(self._begin, asks)))
        ui.focus_on("ask:ideas")

    def _write(self, ui: Ui, box: Box, writing: WritingRound) -> None:
        """The question for the room, the clock, the sheets face down, and a field to write here."""
        c, t = ui.canvas, ui.t
        head, rest = box.cut_top(110, 20)
        clock, words = head.cut_right(220, 24)
        sizes = (48, 44, 40, 36, 32)
        c.text(words, t(QUESTIONS[writing.asks]), sizes, theme.ACCENT, "bold", valign="middle")
        self._clock_box = clock
        foot, rest = rest.cut_bottom(84, 20)
        field, stop = foot.columns((1.7, 1), 20)
        example = t("One thing a sheet, then Enter")
        ui.add(
            TextField(
                "sheet",
                field,
                self.typed,
                self._type,
                limit=MAX_NAME,
                placeholder=example,
                size=30,
                on_enter=self._lay_down,
            )
        )
        label = Label(t("Stop writing"), icon="check", style="primary", size=32)
        ui.add(Button("stop", stop, label, self._stop))
        sheets = list(writing.sheets.values())
        count, rest = rest.cut_top(50, 12)
        text = t.plural("{n} sheet lies face down.", "{n} sheets lie face down.", len(sheets))
        c.text(count, text, (30, 28, 26), theme.CHALK, "semibold", valign="middle")
        for cell, _ in zip(rest.grid(12, 4, 14), sheets[:_MOST_SHOWN], strict=False):
            _back(c, cell)
        ui.focus_on("sheet")

    def _turn(self, ui: Ui, box: Box, writing: WritingRound) -> None:
        """The sheets: pressing turns one; what is held is placed, or joined with another."""
        c, t = ui.canvas, ui.t
        held = None if self.held is None else writing.sheets.get(self.held)
        head, rest = box.cut_top(120 if held else 64, 14)
        if held is None:
            text, ink = t(QUESTIONS[writing.asks]), theme.CHALK
        else:
            text, ink = self._what_now(held, writing), theme.ACCENT
        c.text(head, text, (36, 34, 32, 30, 28, 26, 24, 22), ink, "semibold", valign="middle")
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
            return self.t("“{text}”: press another sheet that says the same.", text=said)
        return self.t(
            "“{text}”: write it as a card, or press a sheet that says the same.", text=said
        )

    def _no_place(self, held: WrittenSheet) -> str:
        if held.placed:
            return self.t("It lies on the table as a card.")
        state = self.game.state
        return "" if state.step == "turn" else self.t("Only in a turn can a card be written.")

    # ------------------------------------------------------------------ actions
    def _set_minutes(self, minutes: int) -> None:
        self.minutes = minutes

    def _begin(self, asks: Asked) -> None:
        self.game.begin_writing(asks, 60 * self.minutes, self._begun)

    def _begun(self) -> None:
        self.anew, self.held = False, None
        self.ui.focus = None
        self.refresh()

    def _type(self, text: str) -> None:
        self.typed = text

    def _lay_down(self) -> None:
        text = " ".join(self.typed.split())
        if text:
            self.game.record(partial(self.game.session.add_sheet, text), self._lies)

    def _lies(self) -> None:
        self.typed = ""
        self.refresh()

    def _stop(self) -> None:
        """End it; what somebody has written and not laid down is a sheet like the others."""
        self._lay_down()
        if not self.typed.strip():
            self.game.record(self.game.session.end_writing, self._stopped)

    def _stopped(self) -> None:
        self.ui.focus = None
        self.refresh()

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
                self.game.session.move_sheets(*left[0])
                left.pop(0)

        self.game.record(move)

    def turn_all(self) -> bool:
        """Turn every sheet that still lies face down, once nobody writes any more."""
        writing = self.writing
        if writing is None or writing.open:
            return False
        hidden = [sheet.number for sheet in writing.on_top() if not sheet.turned]
        if hidden:
            self._move(hidden, "turned")
            self.refresh()
        return True

    def _put_together(self) -> None:
        """Join what says nearly the same in nearly the same words."""
        writing = self.writing
        sheets = [] if writing is None else [s for s in writing.on_top() if s.turned]
        groups = alike([sheet.text for sheet in sheets])
        joined = [[sheets[place].number for place in group] for group in groups if len(group) > 1]
        self._move_all([(numbers, "joined") for numbers in joined])

    def _place(self) -> None:
        """Write the sheet that is held as a card of the seat in turn."""
        writing = self.writing
        if writing is None or self.held is None:
            return
        sheet, self.held = writing.sheets[self.held], None
        self.app.pop(self)
        self.place(_CARD[writing.asks], sheet)

    def _take_apart(self) -> None:
        """Let the sheets below the one that is held lie by themselves again."""
        self._move_all(self._apart())

    def _apart(self) -> list[_Move]:
        """The moves by which the sheets below the one that is held lie by themselves."""
        writing = self.writing
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
        t = self.t
        text = t("It is no longer on the table, and it is in no report.")
        question = Question(t("Take the sheet away?"), text, t("Take away"), self._take_it_away)
        self.app.push(question)

    def _take_it_away(self) -> None:
        if self.held is not None:
            self._move_all([*self._apart(), ([self.held], "withdrawn")])
            self.held = None
            self.refresh()

    def _let_go(self) -> None:
        self.held = None

    def _again(self) -> None:
        self.anew, self.ui.focus = True, None

    def back(self) -> None:
        """Esc lets go of what is held, and else closes; what lies there stays."""
        if self.held is not None:
            self.held = None
            self.refresh()
        else:
            super().back()

    # ------------------------------------------------------------------ what goes by
    def update(self, dt: float) -> None:
        """Show sheets as they come in, and the clock as it runs."""
        writing = self.writing
        if writing is not None and writing.open:
            self.app.wake()
        if self._looks() != self._shown:
            self.refresh()

    def paint_over(self, canvas: Canvas) -> None:
        """Draw the time that is left."""
        writing, left = self.writing, self.game.writing_left
        if writing is not None and writing.open and left is not None:
            box, sizes = self._clock_box, (64, 56, 48)
            canvas.text(
                box, digits(left), sizes, theme.CHALK, "bold", align="right", valign="middle"
            )

    def _looks(self) -> object:
        return len(self.game.session.log.records), self.anew


def _draw_sheet(sheet: WrittenSheet, below: int, held: bool, c: Canvas, box: Box) -> None:
    """A sheet face down, or what stands on it; another colour once it was placed."""
    if not sheet.turned:
        _back(c, box)
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


def _back(c: Canvas, box: Box) -> None:
    """A sheet face down."""
    c.panel(box, theme.WOOD, 12, line=theme.WOOD_LIGHT, width=3, lift=8)
    c.icon("pencil", box.place(44, 44), theme.WOOD_LIGHT)
