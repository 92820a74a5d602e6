"""What is said instead of the phones where the packages that they need are not installed."""

from __future__ import annotations

from collections.abc import Sequence

from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label
from game.table.parts.dialog_parts import ROOM
from game.table.parts.shortcuts import PHONES


class NoPhonesScreen(Screen):
    """One sentence: what is ``missing``, and how it is installed; all else goes on as before."""

    topic = "phones"
    overlay = True
    bindings = (PHONES,)

    def __init__(self, missing: Sequence[str]) -> None:
        self.missing = missing

    def build(self, ui: Ui) -> None:
        """The sentence, and a way back to the game."""
        t = ui.t
        rest = dialog(ui, 1200, 480, t("Phones"), self.back)
        foot, words = rest.cut_bottom(80, 20)
        text = t(
            'Phones need parts that are not installed here ({parts}): pip install "gevinstbordet'
            '[phones]" installs them. Until then everything is done at this screen.',
            parts=", ".join(self.missing),
        )
        ui.canvas.text(words, text, ROOM, theme.CHALK, valign="middle")
        label = Label(t("Go on without phones"), style="primary", size=30)
        ui.add(Button("onward", foot.place(min(foot.w, 560), 76), label, self.back))
        ui.focus_on("onward")
