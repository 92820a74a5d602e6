"""How the case stands: how many errors and warnings there are, and the gauges of its balance."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from game.content.positions import KeyPath
from game.content.weighing.gauges import Gauge
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.drag import Spot
from game.gui.widgets.label import Label, Style
from game.table.editor.judge import Judge
from game.table.parts.troubles import counted

_BUTTON: Final = 64.0
_ROW: Final = 42.0
_GAP: Final = 8.0
_ORDER: Final = ("low", "high", "fine", "unknown")


def draw_standing(
    ui: Ui,
    box: Box,
    judge: Judge,
    mistyped: int,
    show_problems: Callable[[], object],
    go_to: Callable[[KeyPath], object],
) -> None:
    """The button with the problems, and below it what is worth knowing first.

    ``mistyped`` errors are told at their fields only: they stand in no file yet. A gauge that is
    pressed calls ``go_to`` with the way to what it measures.
    """
    t = ui.t
    place, rest = box.cut_top(_BUTTON, 12)
    errors, lacking = len(judge.wrong) + mistyped, len(judge.lacking)
    warnings = len(judge.problems) - len(judge.errors)
    if text := counted(t, errors, warnings, lacking):
        icon, style = "circle-alert" if errors else "info", "danger" if errors else "secondary"
    else:
        text, icon, style = t("No errors, no warnings."), "check", "quiet"
    label = Label(text, icon=icon, style=_style(style), size=24)
    tip = t("All problems: press one, and you come to its field")
    button = Button("problems", place, label, show_problems, tip=tip)
    button.effect = "adjusts"  # whatever it counts at the moment, a press opens the list
    ui.add(button)
    ui.canvas.panel(rest, theme.PANEL, 16, line=theme.PANEL_LINE)
    _draw_gauges(ui, rest.inset(20, 14), judge, go_to)


def _draw_gauges(ui: Ui, box: Box, judge: Judge, go_to: Callable[[KeyPath], object]) -> None:
    """As many gauges as there is room for, what is unusual first; pointed at, each tells more."""
    shown = sorted(judge.gauges, key=lambda gauge: _ORDER.index(gauge.state))
    for gauge in shown[: int((box.h + _GAP) / (_ROW + _GAP))]:
        place, box = box.cut_top(_ROW, _GAP)
        told = " ".join(part for part in (gauge.sentence, gauge.advice) if part)
        draw, go = partial(_draw_gauge, gauge), partial(go_to, gauge.path)
        key = f"gauge:{gauge.code}"
        ui.add(Spot(key, place.inset(-8, -3), draw=draw, on_press=go, tip=told, radius=8))


def _draw_gauge(gauge: Gauge, c: Canvas, box: Box) -> None:
    """The name, and a bar on which the usual range is light and the value a mark."""
    box = box.inset(8, 3)
    name, line = box.cut_bottom(12, 2)[1], box.cut_bottom(10)[0]
    ink = theme.ACCENT if gauge.state in ("low", "high") else theme.CHALK
    c.text(name, gauge.name, (20, theme.LEAST), ink, "semibold", valign="middle")
    c.shape(line, theme.FELT_DARK, 4)
    if gauge.value is not None:
        left, right = (_along(gauge, line, value) for value in (gauge.low, gauge.high))
        c.shape(Box(left, line.y, max(3, right - left), line.h), theme.CHALK_SOFT, 4)
        at = _along(gauge, line, gauge.value)
        mark = theme.GOOD if gauge.state == "fine" else theme.ACCENT
        c.shape(Box(at - 5, line.y - 4, 10, line.h + 8), mark, 4)


def _along(gauge: Gauge, line: Box, value: float) -> float:
    """Where a value lies on the bar of a gauge."""
    share = (value - gauge.least) / ((gauge.most - gauge.least) or 1)
    return line.x + 5 + (line.w - 10) * min(1.0, max(0.0, share))


def _style(name: str) -> Style:
    return "danger" if name == "danger" else "quiet" if name == "quiet" else "secondary"
