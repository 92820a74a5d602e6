"""Columns of large buttons, each with what it means: the console, the menu of a replay."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.gui import theme
from game.gui.geometry import Box
from game.gui.ui import Ui
from game.gui.widgets.label import Label
from game.gui.widgets.two_line_button import TwoLineButton


@dataclass(frozen=True, slots=True)
class ListedAction:
    """One button: what it does, what that means now, and why it cannot be done."""

    key: str
    icon: str
    label: str
    caption: str
    do: Callable[[], object]
    reason: str = ""
    shortcut: int | None = None
    hint: str = ""


def add_column(ui: Ui, box: Box, title: str, actions: Sequence[ListedAction], *, rows: int) -> None:
    """A title and its actions below, in places for as many as ``rows``."""
    head, rest = box.cut_top(48, 10)
    ui.canvas.text(head, title, (30, 28, 26), theme.ACCENT, "semibold", valign="middle")
    for row, action in zip(rest.rows(rows, 14), actions, strict=False):
        ui.add(
            TwoLineButton(
                action.key,
                row,
                Label(
                    action.label,
                    caption=action.reason or action.caption,
                    icon=action.icon,
                    hint=action.hint,
                ),
                action.do,
                reason=action.reason,
                shortcut=action.shortcut,
            )
        )
