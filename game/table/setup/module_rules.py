"""The rules that a case adds to the base game, to be read aloud before it begins."""

from __future__ import annotations

from game.engine import ModuleName, Rules
from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.wording import modules

_WIDE, _TITLE, _GAP = 1500, 44, 30
_SIZES = (theme.ROOM, 28, 26, 24, 22, 20, theme.LEAST)


class ModuleRulesScreen(Screen):
    """A dialog with each module of the case: its name, what it is about, and its rule."""

    overlay = True
    topic = "modules"

    def __init__(self, rules: Rules) -> None:
        self.rules = rules

    def build(self, ui: Ui) -> None:
        """One module below the other, all in the same size."""
        texts = [_text(ui, code, self.rules) for code in self.rules.modules]
        highs = [ui.type.height(text, _WIDE - 80, _SIZES[0]) + _TITLE for text in texts]
        high = sum(highs) + _GAP * (len(highs) - 1)
        rest = dialog(ui, _WIDE, high + 170, ui.t("What this case adds to the rules"), self.back)
        for _ in ui.alike():
            for code, text, box in zip(
                self.rules.modules, texts, rest.rows(highs, _GAP), strict=True
            ):
                _draw(ui, box, code, text)
        ui.focus_on("close")


def _text(ui: Ui, code: ModuleName, rules: Rules) -> str:
    return f"{modules.sentence(ui.t, code)} {modules.rule(ui.t, code, rules)}"


def _draw(ui: Ui, box: Box, code: ModuleName, text: str) -> None:
    head, words = box.cut_top(_TITLE)
    sign, name = head.cut_left(34, 14)
    ui.canvas.icon("blocks", sign.place(34, 34), theme.ACCENT)
    ui.canvas.text(name, modules.title(ui.t, code), (32, 28, 24), theme.ACCENT, "semibold")
    ui.canvas.text(words, text, _SIZES, theme.CHALK)
