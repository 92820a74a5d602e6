"""A screen with one of every widget, for tests of the widgets themselves."""

from __future__ import annotations

import pygame

from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.choice import Choice, Stepper
from game.gui.widgets.drag import Draggable, DropTarget
from game.gui.widgets.field import TextField

FULL = "There is no room here."


class Bench(Screen):
    """One of everything."""

    def __init__(self) -> None:
        self.said: list[object] = []
        self.name = "Ane"
        self.note = ""
        self.number = 3
        self.choice = "b"
        self.lies = 0
        self.pointed_at: list[str | None] = []

    def build(self, ui: Ui) -> None:
        left, right = ui.area.inset(60).columns(2, 60)
        rows = left.rows(8, 24)
        ui.add(Button("go", rows[0], "Go", lambda: self.said.append("go"), shortcut=pygame.K_g))
        ui.add(
            Button(
                "no",
                rows[1],
                "No",
                lambda: self.said.append("no"),
                reason="Not now.",
                tip="It does no.",
            )
        )
        ui.add(TextField("name", rows[2], self.name, self._set_name, on_enter=self._entered))
        ui.add(Choice("choice", rows[3], [(x, x) for x in "abc"], self.choice, self._choose))
        ui.add(Stepper("number", rows[4], self.number, self._step))
        area = TextField("note", rows[5], self.note, self._set_note, lines=3, limit=200)
        ui.add(area)
        upper, lower = right.rows(2, 30)
        for i, cell in enumerate(upper.columns(3, 20)):
            accepts = (lambda _: FULL) if i == 1 else (lambda _: True)
            ui.add(DropTarget(f"to-{i}", cell, accepts=accepts, on_drop=self._drop(i)))
        cell = upper.columns(3, 20)[self.lies].inset(40)
        ui.add(Draggable("card", cell, "payload", draw=self._draw))
        with ui.scroll("list", lower, 1200) as inner:
            for i, row in enumerate(inner.rows(10, 10)):
                ui.add(Button(f"row-{i}", row, f"Row {i}", lambda i=i: self.said.append(i)))

    def pointed(self, key: str | None) -> None:
        self.pointed_at.append(key)

    def _draw(self, c: Canvas, box: Box) -> None:
        c.panel(box, theme.PAPER)

    def _drop(self, i: int):
        def put(payload: object) -> None:
            self.said.append((payload, i))
            self.lies = i

        return put

    def _set_name(self, name: str) -> None:
        self.name = name

    def _set_note(self, note: str) -> None:
        self.note = note

    def _choose(self, value: str) -> None:
        self.choice = value

    def _step(self, value: int) -> None:
        self.number = value

    def _entered(self) -> None:
        self.said.append("entered")
