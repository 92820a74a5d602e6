"""How the case stands: how many errors and warnings there are, and the gauges of its balance."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from game.gui import theme
from game.gui.geometry import Box
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label, Style
from game.table.editor.judge import Judge

_BUTTON: Final = 64.0
_TEXT: Final = 20


def draw_standing(ui: Ui, box: Box, judge: Judge, show_problems: Callable[[], object]) -> None:
    """The button with the problems, and below it what is worth knowing first."""
    t = ui.t
    button, rest = box.cut_top(_BUTTON, 12)
    errors = len(judge.errors)
    warnings = len(judge.problems) - errors
    if errors or warnings:
        text = t("{errors} errors, {warnings} warnings", errors=errors, warnings=warnings)
        icon, style = "circle-alert" if errors else "info", "danger" if errors else "secondary"
    else:
        text, icon, style = t("No errors, no warnings."), "check", "quiet"
    label = Label(text, icon=icon, style=_style(style), size=24)
    tip = t("All problems: press one, and you come to its field")
    ui.add(Button("problems", button, label, show_problems, tip=tip))
    ui.canvas.panel(rest, theme.PANEL, 16, line=theme.PANEL_LINE)
    _draw_first(ui, rest.inset(20, 14), judge)


def _draw_first(ui: Ui, box: Box, judge: Judge) -> None:
    """As many problems as there is room for, errors first; or what to do when there are none."""
    c, t = ui.canvas, ui.t
    found = sorted(judge.problems, key=lambda problem: problem.severity)
    lines = [problem.message for problem in found]
    if not found:
        lines = [t("Simulate the case: many games show whether it is too hard or too easy.")]
    for line in lines:
        high = c.type.height(line, box.w, _TEXT * c.type.grow) + 2
        if high > box.h:
            return
        place, box = box.cut_top(high, 12)
        c.text(place, line, (_TEXT, 18, 17, 16), theme.CHALK)


def _style(name: str) -> Style:
    return "danger" if name == "danger" else "quiet" if name == "quiet" else "secondary"
