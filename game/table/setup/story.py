"""The case's story, to be read aloud before the first round."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.content import Case
from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label
from game.table.parts.page import footer, heading, picture
from game.table.setup.module_rules import ModuleRulesScreen


@dataclass(frozen=True, slots=True)
class StoryExits:
    """The exits: onward, and back."""

    onward: Callable[[], object]
    back: Callable[[], object]


class StoryScreen(Screen):
    """The picture of the case and its story, large enough to be read together."""

    rim = True

    def __init__(self, case: Case, exits: StoryExits) -> None:
        self.case = case
        self.exits = exits

    def build(self, ui: Ui) -> None:
        """A page with the picture above the text."""
        t, case = ui.t, self.case
        title = case.title.read(t.lang)
        rest = heading(ui, title)
        label = t("Who is at the table?")
        body, middle = footer(
            ui, rest, back=self.exits.back, onward=label, on_onward=self.exits.onward
        )
        self._more(ui, middle)
        ui.canvas.panel(body, theme.PAPER, 18, lift=14)
        top, words = body.cut_top(min(210, body.h * 0.3) / ui.type.grow**2)  # the text has priority
        picture(ui.canvas, top, case.picture, case.title.en)
        sizes = (40, 36, 32, 30, 28, 26, 24, 22, 20, 18)
        text = (case.story or case.summary).read(t.lang)
        ui.canvas.text(words.inset(48, 26), text, sizes, theme.INK)
        ui.focus_on("onward")

    def _more(self, ui: Ui, box: Box) -> None:
        """The buttons for what stands behind the case and for what it adds to the rules."""
        if self.case.notes:
            place, box = box.cut_left(340, 24)
            label = Label(ui.t("About the figures"), icon="info", style="quiet")
            ui.add(Button("notes", place, label, self._notes))
        if self.case.setup.rules.modules:
            label = Label(ui.t("The rules of this case"), icon="blocks", style="quiet")
            ui.add(Button("modules", box.cut_left(400)[0], label, self._modules))

    def _notes(self) -> None:
        self.app.push(NotesScreen(self.case))

    def _modules(self) -> None:
        self.app.push(ModuleRulesScreen(self.case.setup.rules))

    def back(self) -> None:
        """Esc goes back."""
        self.exits.back()


class NotesScreen(Screen):
    """What the case is based on, and what was invented for the game."""

    overlay = True

    def __init__(self, case: Case) -> None:
        self.case = case

    def build(self, ui: Ui) -> None:
        """The notes in a dialog."""
        text, wide = self.case.notes.read(ui.t.lang), 1400
        high = ui.type.height(text, wide - 80, theme.ROOM)
        rest = dialog(ui, wide, high + 170, ui.t("About the figures"), self.back)
        ui.canvas.text(rest, text, (theme.ROOM, 28, 26, 24, 22, 20, 18, 16), theme.CHALK)
        ui.focus_on("close")
