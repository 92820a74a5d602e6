"""Columns of large buttons with explanations, as in the console and the menu of a replay."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.frozen import frozen
from game.gui import theme
from game.gui.geometry import Box
from game.gui.keys import key_name
from game.gui.ui import Ui
from game.gui.widgets.label import Label
from game.gui.widgets.two_line_button import TwoLineButton
from game.i18n import Words


@frozen
class ListedAction:
    """One button: its action, what that means now, and why it is unavailable.

    It shows the key of its ``shortcut``; ``hint`` is one that is bound elsewhere.
    """

    key: str
    icon: str
    label: str
    caption: str
    do: Callable[[], object]
    reason: str = ""
    shortcut: int | None = None
    hint: str = ""


def add_column(ui: Ui, box: Box, title: str, actions: Sequence[ListedAction], *, rows: int) -> None:
    """A title with its actions below, laid out in a column of ``rows`` rows."""
    head, rest = box.cut_top(48, 10)
    ui.canvas.text(head, title, (30, 26), theme.ACCENT, "semibold", valign="middle")
    add_actions(ui, rest.rows(rows, 14), actions)


def add_actions(ui: Ui, boxes: Sequence[Box], actions: Sequence[ListedAction]) -> None:
    """A button for each action, in a box of its own."""
    for box, action in zip(boxes, actions, strict=False):
        button = _button(ui.t, box, action, action.reason or action.caption)
        ui.add(button if button.tells_whole(ui.type) else _button(ui.t, box, action))


def _button(t: Words, box: Box, action: ListedAction, caption: str = "") -> TwoLineButton:
    """A button that explains itself below its label, or when somebody points at it."""
    hint = action.hint if action.shortcut is None else key_name(t, action.shortcut)
    return TwoLineButton(
        action.key,
        box,
        Label(action.label, caption=caption, icon=action.icon, hint=hint),
        action.do,
        reason=action.reason,
        tip="" if caption else action.caption,
        shortcut=action.shortcut,
    )
