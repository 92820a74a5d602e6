"""Widgets used only by dialogs."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.engine import TRACKS, Track
from game.gui import keys, theme
from game.gui.geometry import Box, Point
from game.gui.keys import KeyBinding
from game.gui.paint.canvas import Canvas
from game.gui.text.typesetter import Weight
from game.gui.theme import Colour
from game.gui.widgets.base import WidgetContext, WidgetState, focus_ring
from game.gui.widgets.button import Button
from game.gui.widgets.choice import Choice, NumberWidget
from game.gui.widgets.field import TextField
from game.gui.widgets.label import Label
from game.gui.widgets.two_line_button import TwoLineButton
from game.i18n import Words
from game.table.cards.parts import track_sign
from game.wording import terms

FINISH = KeyBinding(
    (pygame.K_RETURN, pygame.K_KP_ENTER), action="finish", control=None, shift=False
)
"""Enter finishes a text field."""


class NumberCard(Button):
    """A number button as large as a card: its label's caption below, its hint above the number."""

    def _face(self, c: Canvas, ink: Colour) -> None:
        box = self.box.inset(12, 10)
        if self.hint:
            top, box = box.cut_top(34, 0)
            c.text(
                top,
                self.hint,
                (22, theme.LEAST),
                ink,
                "semibold",
                align="centre",
                valign="middle",
            )
        high = min(150.0, box.h * (0.6 if self.caption else 1))
        low = min(84.0, box.h - high) if self.caption else 0
        number, meaning = box.place(box.w, high + low).cut_top(high)
        size = min(110.0, number.h * 0.8)
        c.text(number, self.label, size, ink, "bold", align="centre", valign="middle")
        if self.caption:
            sizes = (30, theme.LEAST)
            c.text(meaning, self.caption, sizes, ink, align="centre", whole=True)


class OwnerButton(TwoLineButton):
    """A seat that may own a benefit: a house if it is at home there, and how much it owns."""

    def __init__(
        self,
        key: str,
        box: Box,
        label: Label,
        on_click: Callable[[], object],
        *,
        home: bool,
        owned: int,
        most: int,
    ) -> None:
        super().__init__(key, box, label, on_click)
        self.home = home
        self.owned = owned
        self.most = most

    def _room(self) -> Box:
        return super()._room().cut_right(96, 10)[1]

    def _face(self, c: Canvas, ink: Colour) -> None:
        super()._face(c, ink)
        upper, lower = self.box.inset(18, 10).cut_right(92)[0].rows(2, 4)
        side = min(upper.h, 34)
        if self.home:
            c.icon("house", upper.place(side, side, 1), ink)
        size = min(26, lower.h * 0.8)
        text = f"{self.owned} / {self.most}"
        words, rest = lower.cut_right(c.type.width(text, size, "semibold") + 2, 8)
        c.text(words, text, size, ink, "semibold", align="right", valign="middle")
        icon = "triangle-alert" if self.owned > self.most else "anchor"
        side = min(lower.h, 26)
        c.icon(icon, rest.place(side, side, 1), ink)


class TrackChoice(Choice):
    """A choice of the four tracks with sign and name, so many of them ``across``."""

    def __init__(
        self,
        key: str,
        box: Box,
        value: Track | None,
        on_change: Callable[[Track], object],
        t: Words,
        *,
        across: int = len(TRACKS),
    ) -> None:
        options = [(track, terms.track(t, track)) for track in TRACKS]
        super().__init__(key, box, options, value, on_change)
        self.across = across

    def draw(self, c: Canvas, state: WidgetState) -> None:
        """Draw the tracks side by side; the chosen one is raised."""
        c.panel(self.box, theme.PANEL, theme.RADIUS, line=theme.PANEL_LINE)
        for _ in c.alike():
            for cell, (track, label) in zip(self._cells(), self.options, strict=True):
                self._draw_track(c, cell, track, label, state)
        if state.focus:
            focus_ring(c, self.box)
        elif state.hover:
            c.outline(self.box, theme.ACCENT, theme.RADIUS, 2)

    def _draw_track(
        self, c: Canvas, cell: Box, track: Track, label: str, state: WidgetState
    ) -> None:
        chosen = track == self.value
        if chosen:
            c.panel(cell.inset(5), theme.ACCENT, 10, lift=0 if state.pressed else 4)
        ink = theme.INK if chosen else theme.CHALK
        sign, words = cell.inset(16, 5).cut_left(54, 12)
        track_sign(c, sign.place(54, 36), track)
        weight: Weight = "semibold" if chosen else "regular"
        c.text(words, label, (26, theme.LEAST), ink, weight, valign="middle")

    def _cells(self) -> list[Box]:
        return self.box.grid(self.across, -(-len(self.options) // self.across))


class Counter(NumberWidget):
    """A number between minus and plus, which can be clicked."""

    def __init__(
        self,
        key: str,
        box: Box,
        value: int,
        on_change: Callable[[int], object],
        *,
        low: int,
        high: int,
        text: str,
    ) -> None:
        super().__init__(key, box, value, on_change, low=low, high=high)
        self.text = text

    def draw(self, c: Canvas, state: WidgetState) -> None:
        """Draw minus, the number with its text, and plus."""
        minus, middle, plus = self._cells()
        c.panel(self.box, theme.PANEL, theme.RADIUS, line=theme.PANEL_LINE)
        for cell, icon, dead in (
            (minus, "minus", self.value <= self.low),
            (plus, "plus", self.value >= self.high),
        ):
            c.panel(cell.inset(6), theme.PANEL if dead else theme.PAPER, 10, lift=0 if dead else 4)
            c.icon(icon, cell.place(36, 36), theme.REFUSED if dead else theme.INK)
        c.text(
            middle,
            self.text,
            (40, 36, 32, 28),
            theme.CHALK,
            "bold",
            align="centre",
            valign="middle",
        )
        if state.focus:
            focus_ring(c, self.box)
        elif state.hover:
            c.outline(self.box, theme.ACCENT, theme.RADIUS, 2)

    def _cells(self) -> tuple[Box, Box, Box]:
        minus, rest = self.box.cut_left(100)
        plus, middle = rest.cut_right(100)
        return minus, middle, plus

    def release(self, ui: WidgetContext, at: Point) -> None:
        """Change the number by one on a click."""
        minus, _, plus = self._cells()
        if at in minus:
            self.step(ui, -1)
        elif at in plus:
            self.step(ui, 1)


class NoteField(TextField):
    """A multi-line text field in which Enter finishes and Shift+Enter starts a new line."""

    bindings = (FINISH,)

    def is_pressed_by(self, event: pygame.Event) -> bool:
        """Enter finishes the field."""
        return self.on_enter is not None and FINISH.matches(event)

    def key_down(self, ui: WidgetContext, event: pygame.Event) -> bool:
        """Finish on Enter, edit on all other keys."""
        if not self.edit.composing and keys.press(self, event, ui):
            return True
        return super().key_down(ui, event)

    def finish(self, ui: WidgetContext) -> bool:
        """What was written is complete."""
        if self.on_enter is None:
            return False
        ui.call(self.on_enter)
        return True
