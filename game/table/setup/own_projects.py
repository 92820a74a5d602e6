"""A new project, or one of the projects that this user has filled in before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from game.content import Summary
from game.gui import theme
from game.gui.geometry import Box
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.label import Label
from game.gui.widgets.two_line_button import TwoLineButton
from game.table.parts.folder_names import draw_folder, folder_name
from game.table.parts.page import footer, heading

_ROW, _GAP = 104, 16


class OwnProjectsScreen(Screen):
    """The earlier projects of this user, the latest first. ``folder`` is where they are stored."""

    rim = True

    def __init__(
        self,
        earlier: Sequence[Summary],
        folder: Path,
        new: Callable[[], object],
        open: Callable[[Path], object],
        back: Callable[[], object],
    ) -> None:
        self.earlier = earlier
        self._new, self._open, self._leave = new, open, back
        self.folder = folder

    def build(self, ui: Ui) -> None:
        """The earlier ones as a list; the onward button starts a new one."""
        t = ui.t
        subtitle = t("Go on from what you have filled in before, or start again.")
        rest = heading(ui, t("Your own project"), subtitle)
        body, middle = footer(
            ui,
            rest,
            back=self._leave,
            onward=t("A new project"),
            on_onward=self._new,
            icon="plus",
        )
        high = len(self.earlier) * (_ROW + _GAP) - _GAP + 20
        with ui.scroll("projects", body.inset(-10), high) as inner:
            inner = inner.inset(10)
            for i, project in enumerate(self.earlier):
                self._row(ui, Box(inner.x, inner.y + i * (_ROW + _GAP), inner.w, _ROW), i, project)
        name, sizes = folder_name(ui.t, self.folder), (24, 22, 20, theme.LEAST)
        draw_folder(ui, middle, name, self.folder, sizes, theme.CHALK_SOFT, valign="middle")
        ui.focus_on("project-0")

    def _row(self, ui: Ui, box: Box, i: int, project: Summary) -> None:
        title = project.title.read(ui.t.lang)
        go_on = partial(self._open, project.path)
        row = TwoLineButton(
            f"project-{i}", box, Label(title, caption=project.path.name, icon="pencil"), go_on
        )
        ui.add(row)

    def back(self) -> None:
        """Esc goes back."""
        self._leave()
