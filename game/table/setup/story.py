"""The case's story, to be read aloud before the first round."""

from __future__ import annotations

from collections.abc import Callable

from game.content import Case
from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label
from game.table.parts.page import case_picture, footer, heading
from game.table.setup.module_rules import ModuleRulesScreen
from game.wording.about import about_line
from game.wording.paragraphs import paragraphs

_WHO, _BUTTONS = 44.0, 68.0
_WIDE, _SIDES, _APART = 1800.0, 110.0, 16.0
"""The notes: how wide they are told, what of that is no text, and what is between paragraphs."""


class StoryScreen(Screen):
    """The picture of the case and its story, large enough to be read together."""

    rim = True

    def __init__(
        self, case: Case, onward: Callable[[], object], back: Callable[[], object]
    ) -> None:
        self.case = case
        self._onward, self._back = onward, back

    def build(self, ui: Ui) -> None:
        """A page with the picture above the text."""
        t, case = ui.t, self.case
        title = case.title.read(t.lang)
        rest = heading(ui, title, about_line(t, case.about))
        label = t("Who is at the table?")
        body, middle = footer(ui, rest, back=self._back, onward=label, on_onward=self._onward)
        self._more(ui, middle)
        ui.canvas.panel(body, theme.PAPER, 18, lift=14)
        top, words = body.cut_top(min(210, body.h * 0.3) / ui.type.grow**2)  # the text has priority
        case_picture(ui.canvas, top, case.images, case.picture, case.title.en)
        sizes = (40, 36, 32, 30, 28, 26, 24, 22, 20, 18)
        text = (case.story or case.summary).read(t.lang)
        ui.canvas.text(words.inset(48, 26), text, sizes, theme.INK)
        ui.focus_on("onward")

    def _more(self, ui: Ui, box: Box) -> None:
        """The buttons for what stands behind the case and for what it adds to the rules."""
        if self.case.notes:
            place, box = box.cut_left(340, 24)
            label = Label(ui.t("For the facilitator"), icon="info", style="quiet", size=28)
            ui.add(Button("notes", place, label, self._notes))
        if self.case.setup.rules.modules:
            label = Label(ui.t("The rules of this case"), icon="blocks", style="quiet", size=28)
            ui.add(Button("modules", box.cut_left(400)[0], label, self._modules))

    def _notes(self) -> None:
        self.app.push(NotesScreen(self.case))

    def _modules(self) -> None:
        self.app.push(ModuleRulesScreen(self.case.setup.rules))

    def back(self) -> None:
        """Esc goes back."""
        self._back()


class NotesScreen(Screen):
    """What the case is based on, and what was invented for the game."""

    overlay = True

    def __init__(self, case: Case) -> None:
        self.case = case

    def build(self, ui: Ui) -> None:
        """The notes in a dialog; it scrolls where they are longer than the window."""
        c, t = ui.canvas, ui.t
        told = [(text, self._height(ui, text)) for text in paragraphs(self.case.notes.read(t.lang))]
        high = sum(height for _, height in told) + _APART * (len(told) - 1)
        rest = dialog(ui, _WIDE, high + _WHO + _BUTTONS + 180, t("For the facilitator"), self.back)
        who, rest = rest.cut_top(_WHO, 14)
        foot, words = rest.cut_bottom(_BUTTONS, 18)
        reader = t("What the case is made of, and how to lead it. You can play without.")
        c.text(who, reader, (theme.ROOM, 26), theme.ACCENT, "semibold")
        with ui.scroll("notes", words, high) as box:
            for text, height in told:
                place, box = box.cut_top(height, _APART)
                c.text(place, text, theme.ROOM, theme.CHALK)
        label = Label(t("Got it"), icon="check", style="primary", size=30)
        ui.add(Button("passed", foot.cut_right(360)[0], label, self.back))
        ui.focus_on("passed")

    @staticmethod
    def _height(ui: Ui, text: str) -> float:
        return ui.type.height(text, _WIDE - _SIDES, theme.ROOM) + 2
