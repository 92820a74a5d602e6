"""Status lines of a replay: what happened at the step, and problems with the file."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.gui import theme
from game.gui.geometry import Box
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label
from game.session.errors import Trouble
from game.table.after.replay.view import ReplayView
from game.views.face_builder import initials


def draw_last_line(ui: Ui, box: Box, line: str) -> None:
    """Draw the line about the current step."""
    c = ui.canvas
    c.panel(box, theme.PANEL, 12, line=theme.ACCENT)
    text = line or ui.t("Nothing that the table had to be told.")
    sizes = (30, 22)
    c.text(box.inset(24, 0), text, sizes, weight="semibold", align="centre", valign="middle")


def draw_owners(ui: Ui, board: Box, view: ReplayView) -> Box:
    """Say above the board whose the letters on the pawns are while names are hidden.

    Returns the rest of the board.
    """
    seats = enumerate(view.state.seats)
    marks = [f"{initials(seat.name)}: {view.roles_at(n)}" for n, seat in seats]
    if not view.nameless or not marks:
        return board
    text, sizes = " · ".join(marks), (24, 22, 20, 18)
    lines = 1 if not ui.type.fit(text, Box(0, 0, board.w - 70, 30), sizes).cut else 2
    strip, rest = board.cut_top(34.0 * lines, 6)
    sign, words = strip.inset(12, 0).cut_left(30, 14)
    ui.canvas.icon("anchor", sign.place(28, 28), theme.ACCENT)
    ui.canvas.text(words, text, sizes, theme.CHALK, valign="middle")
    return rest


def draw_notice(
    ui: Ui,
    box: Box,
    troubles: Sequence[Trouble],
    on_read: Callable[[], object],
    repair: Callable[[], object] | None = None,
) -> None:
    """Draw the file's problems in one line, with buttons to repair it and to dismiss the line."""
    c, t = ui.canvas, ui.t
    c.panel(box, theme.PAPER, 12)
    cross, rest = box.inset(12, 1).cut_right(40, 10)
    if repair is not None:
        wide = ui.type.width(t("Repair"), 22, "semibold") + 50
        place, rest = rest.cut_right(wide, 12)
        ui.add(Button("repair", place, Label(t("Repair"), size=22), repair))
    sign, words = rest.cut_left(34, 12)
    c.icon("info", sign.place(30, 30), theme.INK)
    message = " ".join(trouble.message.translate(t).split("\n")[0] for trouble in troubles[:2])
    if [trouble.code for trouble in troubles] == ["rules_version"]:
        message += " " + t("Everything is shown as it was recorded.")
    c.text(words, message, (24, 18), theme.INK, valign="middle")
    tip = t("Put this line away")
    ui.add(Button("notice", cross, Label(icon="x", size=20), on_click=on_read, tip=tip))
