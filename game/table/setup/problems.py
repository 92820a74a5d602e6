"""The list of problems of a case that cannot be played."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label

if TYPE_CHECKING:
    from game.content import Problem

_SIZE = 24
Edit = Callable[[], object]
"""Opens the file in the case editor."""
_LINE, _CELL = 110, 300
"""The room for where a problem is: a line, or a sheet and a cell."""


class ProblemsScreen(Screen):
    """Every problem with its place, message and hint, in a list that scrolls.

    The place is a line, or in a workbook a sheet and a cell. With ``edit`` the file can be opened
    in the case editor.
    """

    overlay = True

    def __init__(self, file: str, problems: Sequence[Problem], edit: Edit | None = None) -> None:
        self.file = file
        self.problems = tuple(problems)
        self.edit = edit
        self._wide = _CELL if any(problem.place for problem in self.problems) else _LINE

    def build(self, ui: Ui) -> None:
        """The list in a dialog."""
        title = ui.t("{file} cannot be played", file=self.file)
        rest = dialog(ui, 1500, 940, title, self.back)
        if self.edit is not None:
            foot, rest = rest.cut_bottom(72, 18)
            face = Label(
                ui.t("Mend it in the case editor"), icon="pencil", style="primary", size=28
            )
            ui.add(Button("edit", foot.cut_right(560)[0], face, self._edit))
        wide = rest.w - self._wide - 40
        highs = [self._row_height(ui, problem, wide) for problem in self.problems]
        with ui.scroll("problems", rest, sum(highs)) as inner:
            for problem, place in zip(self.problems, inner.rows(highs), strict=True):
                self._draw(ui.canvas, place, problem)
        ui.focus_on("close")

    def _edit(self) -> None:
        self.app.pop(self)
        if self.edit is not None:
            self.edit()

    def _row_height(self, ui: Ui, problem: Problem, wide: float) -> float:
        return ui.type.height(problem.told, wide - 40, _SIZE) + 28

    def _draw(self, c: Canvas, box: Box, problem: Problem) -> None:
        c.panel(box.inset(0, 4), theme.PAPER, 10)
        place, words = box.inset(20, 14).cut_left(self._wide, 20)
        line = c.t("Line {line}", line=problem.line) if problem.line else ""
        c.text(place, problem.place or line, (_SIZE, 20, 18), theme.BAD_DARK, "bold")
        c.text(words, problem.told, (_SIZE, 22, 20, 18), theme.INK)
