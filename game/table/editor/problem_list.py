"""All problems of a case that is being written; pressing one leads to its field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from game.content import Problem
from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.drag import Spot
from game.i18n import Words

_SIZE: Final = 24


class ProblemList(Screen):
    """Errors and warnings in the order of the file. ``place`` names where one is in the editor."""

    overlay = True

    def __init__(
        self,
        problems: Callable[[], Sequence[Problem]],
        place: Callable[[Words, Problem], str],
        go_to: Callable[[Problem], object],
    ) -> None:
        self.problems = problems
        self.place = place
        self.go_to = go_to

    def build(self, ui: Ui) -> None:
        """The list in a dialog; each row can be pressed."""
        t, found = ui.t, list(self.problems())
        rest = dialog(ui, 1500, 960, t("What has to be looked at"), self.back)
        if not found:
            text = t("No errors and no warnings. Simulate the case, and then try it with people.")
            ui.canvas.text(rest, text, (30, 28, 26, 24), theme.CHALK)
        wide = rest.w - 150
        highs = [ui.type.height(p.told, wide - 40, _SIZE * ui.type.grow) + 84 for p in found]
        with ui.scroll("problems", rest.inset(-6), sum(highs) + 12) as inner:
            inner = inner.inset(6)
            for n, (problem, row) in enumerate(zip(found, inner.rows(highs), strict=True)):
                spot = row.cut_bottom(12)[1]
                draw, press = partial(self._draw, problem), partial(self._go, problem)
                ui.add(Spot(f"problem-{n}", spot, draw=draw, on_press=press, radius=12))
        ui.focus_on("problem-0" if found else "close")

    def _draw(self, problem: Problem, c: Canvas, box: Box) -> None:
        wrong = problem.severity == "error"
        c.panel(box, theme.PAPER, 12, lift=4)
        sign, words = box.inset(18, 12).cut_left(40, 16)
        ink = theme.BAD_DARK if wrong else theme.INK
        c.icon("circle-alert" if wrong else "info", sign.cut_top(36)[0].place(34, 34), ink)
        head, told = words.cut_top(32, 4)
        kind = c.t("Error") if wrong else c.t("Warning")
        where = self.place(c.t, problem)
        c.text(head, f"{kind} · {where}", (22, 20, 18, 16), ink, "bold", valign="middle")
        c.text(told, problem.told, (_SIZE, 22, 20, 18, 17, 16), theme.INK)

    def _go(self, problem: Problem) -> None:
        self.app.pop(self)
        self.go_to(problem)
