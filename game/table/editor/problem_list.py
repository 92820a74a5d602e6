"""All problems of a case that is being written; pressing one leads to its field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label
from game.i18n import Words
from game.table.parts.told_rows import Press, Told, draw_told
from game.table.parts.troubles import Trouble


class ProblemList(Screen):
    """Errors, then warnings, each in the order of the file."""

    overlay = True

    def __init__(
        self,
        troubles: Callable[[Words], Sequence[Trouble]],
        certain: Callable[[], int],
        mend_certain: Callable[[], object],
    ) -> None:
        self._troubles, self._certain, self._mend_certain = troubles, certain, mend_certain

    def build(self, ui: Ui) -> None:
        """The list in a dialog; each row can be pressed."""
        t, found = ui.t, list(self._troubles(ui.t))
        high = 960 if found else 340
        rest = dialog(ui, 1500, high, t("What has to be looked at"), self.back)
        if certain := self._certain():
            rest = self._offer_mending(ui, rest, certain)
        if not found:
            text = t("No errors and no warnings. Simulate the case, and then try it with people.")
            ui.canvas.text(rest, text, (30, 24), theme.CHALK)
        draw_told(ui, rest, [self._told(t, trouble) for trouble in found], ("problem", "mend"))
        ui.focus_on("problem-0" if found else "close")

    def _offer_mending(self, ui: Ui, box: Box, certain: int) -> Box:
        """The button that mends what is certain, at the foot; returns the rest."""
        foot, rest = box.cut_bottom(72, 18)
        text = ui.t.plural(
            "Fix {n} place for which it is certain …",
            "Fix {n} places for which it is certain …",
            certain,
        )
        face = Label(text, icon="badge-check", style="primary", size=26)
        ui.add(Button("mend-certain", foot.cut_right(760)[0], face, self._mend_certain))
        return rest

    def _told(self, t: Words, trouble: Trouble) -> Told:
        press = None
        if trouble.mend is not None:
            press = Press(trouble.mending, "badge-check", partial(self._mend, trouble.mend))
        return Told(
            icon="circle-alert" if trouble.wrong else "pencil" if trouble.lacks else "info",
            head=trouble.head(t),
            text=trouble.told,
            ink=theme.BAD_DARK if trouble.wrong else theme.INK,
            go=partial(self._go, trouble) if trouble.go else None,
            press=press,
        )

    def _go(self, trouble: Trouble) -> None:
        self.app.pop(self)
        if trouble.go is not None:
            trouble.go()

    def _mend(self, mend: Callable[[], object]) -> None:
        mend()
        self.refresh()
