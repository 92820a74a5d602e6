"""The list of problems of a case that cannot be played, or not be opened to be written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from game.casebook.unfinished import is_unfinished
from game.frozen import frozen
from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.field import copy_text
from game.gui.widgets.label import Label
from game.i18n import Words
from game.wording import case_problems

if TYPE_CHECKING:
    from game.content import Problem

_SIZE = 24
_LINE, _CELL = 110, 300
"""The room for where a problem is: a line, or a sheet and a cell."""


@frozen
class WayOn:
    """What can be done about a file with problems: a label, and what it does."""

    label: str
    do: Callable[[], object]


class ProblemsScreen(Screen):
    """Every problem with its place, message and hint, in a list that scrolls and can be copied.

    The place is a line, or in a workbook a sheet and a cell. ``on`` is the way on, if there is one.
    Whoever ``writes`` is told in words of the screen, without keys where no line of the file is.
    """

    overlay = True

    def __init__(
        self,
        file: str,
        problems: Sequence[Problem],
        on: WayOn | None = None,
        *,
        writes: bool = False,
    ) -> None:
        self.file = file
        self.problems = tuple(problems)
        self.on = on
        self.writes = writes
        self._wide = _CELL if any(problem.place for problem in self.problems) else _LINE

    def build(self, ui: Ui) -> None:
        """The list in a dialog."""
        t = ui.t
        title = t("{file} cannot be played", file=self.file)
        if self.writes:
            title = t("{file} cannot be opened as it is", file=self.file)
        rest = dialog(ui, 1500, 940, title, self.back)
        foot, rest = rest.cut_bottom(72, 18)
        face = Label(t("Copy the list"), icon="newspaper", style="quiet", size=26)
        ui.add(Button("copy", foot.cut_left(340)[0], face, self._copy))
        if self.on is not None:
            face = Label(self.on.label, icon="pencil", style="primary", size=28)
            ui.add(Button("on", foot.cut_right(860)[0], face, self._go_on))
        told = [self._told(t, problem) for problem in self.problems]
        wide = rest.w - self._wide - 40
        highs = [ui.type.height(text, wide - 40, _SIZE) + 28 for text in told]
        with ui.scroll("problems", rest, sum(highs)) as inner:
            places = inner.rows(highs)
            for problem, text, place in zip(self.problems, told, places, strict=True):
                self._draw(ui.canvas, place, problem, text)
        ui.focus_on("on" if self.on is not None else "close")

    def _told(self, t: Words, problem: Problem) -> str:
        """What is wrong and what helps; a spreadsheet has its own words already.

        Of what stands on a line and is known as it should read, that tells most.
        """
        if not self.writes or problem.place:
            return problem.told
        if _becomes_another(problem):
            return f"{problem.message}\n→ {problem.mended}"
        lines = case_problems.said(t, problem), case_problems.helps(t, problem)
        return "\n".join(filter(None, lines))

    def _copy(self) -> None:
        """Copy all of it, to be laid beside the file while it is mended."""
        t = self.app.t
        rows = [self.file]
        for problem in self.problems:
            told = self._told(t, problem).replace("\n", " ")
            rows.append(": ".join(filter(None, (_place(t, problem), told))))
        copy_text("\n".join(rows))
        self.app.toast(t("The list is copied: paste it where you like."))

    def _go_on(self) -> None:
        self.app.pop(self)
        if self.on is not None:
            self.on.do()

    def _draw(self, c: Canvas, box: Box, problem: Problem, text: str) -> None:
        c.panel(box.inset(0, 4), theme.PAPER, 10)
        place, words = box.inset(20, 14).cut_left(self._wide, 20)
        c.text(place, _place(c.t, problem), (_SIZE, 20, 18), theme.BAD_DARK, "bold")
        c.text(words, text, (_SIZE, 22, 20, 18), theme.INK)


def _becomes_another(problem: Problem) -> bool:
    """Whether a line becomes another one: nothing is to be added, nor does it become a remark."""
    kept = problem.mended and not problem.mended.startswith("#")
    return bool(kept) and not is_unfinished(problem)


def _place(t: Words, problem: Problem) -> str:
    line = t("Line {line}", line=problem.line) if problem.line else ""
    return problem.place or line
