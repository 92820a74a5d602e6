"""Silent writing: everybody writes at the same time, and what was written is turned afterwards."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

import pygame

from game.engine.limits import MAX_NAME
from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.keys import KeyBinding
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.choice import Choice
from game.gui.widgets.field import TextField
from game.gui.widgets.label import Label
from game.gui.widgets.two_line_button import TwoLineButton
from game.session.group_entries import Asked
from game.session.group_rounds import WritingRound, WrittenSheet
from game.table.parts.dialog_parts import ROOM, labelled
from game.table.play.countdowns import digits
from game.table.play.dialogs.base import Dialog
from game.table.play.dialogs.written_sheets import CARD, WrittenSheets, draw_back
from game.table.play.drafts import CardKind
from game.table.play.game import Game
from game.wording.group_work import NAMES, QUESTIONS

_MINUTES: Final = (0, 2, 3, 5, 8)
_MOST_SHOWN: Final = 48
"""So many sheets face down are drawn one by one; how many there are is said besides."""


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

    def __init__(
        self,
        game: Game,
        place: Callable[[CardKind, WrittenSheet], object],
        card: CardKind = "idea",
    ) -> None:
        super().__init__(game)
        self.sheets = WrittenSheets(self, place, self._again)
        self.card = card
        """What is offered first to write about."""
        self.minutes = 3
        self.typed = ""
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
            self.sheets.build(ui, rest, writing)

    def _choose(self, ui: Ui, box: Box) -> None:
        """What everybody writes, each with the question that is asked; and how long."""
        t = ui.t
        why, rest = box.cut_top(90, 16)
        text = t(
            "Everybody writes at the same time, by phone or here: those who speak little can say "
            "as much as the others. Nobody sees whose a sheet is."
        )
        ui.canvas.text(why, text, ROOM, theme.CHALK, valign="middle")
        clock, rest = rest.cut_bottom(118, 24)
        field = labelled(ui, clock, t("For how long?"))
        options = [(n, t("{n} min", n=n) if n else t("no clock")) for n in _MINUTES]
        ui.add(Choice("minutes", field.cut_top(72)[0], options, self.minutes, self._set_minutes))
        for cell, asks in zip(rest.rows(len(NAMES), 16), NAMES, strict=True):
            label = Label(t(NAMES[asks]), caption=t(QUESTIONS[asks]), icon="pencil", size=32)
            ui.add(TwoLineButton(f"ask:{asks}", cell, label, partial(self._begin, asks)))
        ui.focus_on(next(f"ask:{asks}" for asks, card in CARD.items() if card == self.card))

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
        c.text(count, text, (30, 26), theme.CHALK, "semibold", valign="middle")
        for cell, _ in zip(rest.grid(12, 4, 14), sheets[:_MOST_SHOWN], strict=False):
            draw_back(c, cell)
        ui.focus_on("sheet")

    # ------------------------------------------------------------------ actions
    def _set_minutes(self, minutes: int) -> None:
        self.minutes = minutes

    def _begin(self, asks: Asked) -> None:
        self.game.begin_writing(asks, 60 * self.minutes, self._begun)

    def _begun(self) -> None:
        self.anew, self.sheets.held = False, None
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

    def turn_all(self) -> bool:
        """Turn every sheet that still lies face down, once nobody writes any more."""
        return not self.anew and self.sheets.turn_all()

    def take_away(self) -> bool:
        """Ask whether the sheet that is held shall be taken away."""
        return self.sheets.take_away()

    def _again(self) -> None:
        self.anew, self.ui.focus = True, None

    def back(self) -> None:
        """Esc lets go of what is held, and else closes; what lies there stays."""
        if self.sheets.held is not None:
            self.sheets.held = None
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
            box, sizes = self._clock_box, (64, 48)
            canvas.text(
                box, digits(left), sizes, theme.CHALK, "bold", align="right", valign="middle"
            )

    def _looks(self) -> object:
        return len(self.game.session.log.records), self.anew
