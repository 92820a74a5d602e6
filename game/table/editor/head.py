"""The head of the editor: back, the case and whether it is saved, steps, languages, ways out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from game.gui import theme
from game.gui.geometry import Box
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.choice import Choice
from game.gui.widgets.label import Label
from game.i18n import Words
from game.table.editor.draft import Draft
from game.table.editor.judge import Judge
from game.table.editor.languages import shown_text


class HeadHost(Protocol):
    """The screen with this head; ``lies`` is where its file is, ``complaint`` why it is unsaved."""

    draft: Draft
    judge: Judge
    lies: str
    complaint: str

    @property
    def mistyped(self) -> int:
        """How many fields hold what cannot be taken."""

    def back(self) -> None:
        """Leave the editor."""

    def undo(self) -> None:
        """Take the last change back."""

    def redo(self) -> None:
        """Make it again."""

    def write_in(self, written: Any) -> None:
        """Write texts in a language, or in both."""

    def workbook(self) -> None:
        """Take it to a spreadsheet, or back."""

    def preview(self) -> None:
        """Show the case."""

    def simulate(self) -> None:
        """Play many games of it, or show what was found."""

    @property
    def simulated(self) -> bool:
        """Whether something was found."""

    def play(self) -> None:
        """Play it."""


def draw_head(ui: Ui, box: Box, host: HeadHost) -> None:
    """All of it in one row."""
    t = ui.t
    back, rest = box.cut_left(68, 16)
    label = Label(icon="arrow-left", style="quiet")
    ui.add(Button("back", back, label, host.back, tip=t("Back: everything is saved")))
    *ways, rest = _from_right(rest, (170, 220, 220))
    languages, rest = rest.cut_right(340, 14)
    redo, rest = rest.cut_right(64, 10)
    undo, rest = rest.cut_right(64, 10)
    sheets, rest = rest.cut_right(64, 20)
    _names(ui, rest, host)
    tip = t("The case in a spreadsheet and back, printed, or packed for others")
    _sign(ui, "workbook", sheets, "table", host.workbook, tip, "")
    can_undo, can_redo = host.draft.can_undo, host.draft.can_redo
    reason = "" if can_undo else t("There is nothing to undo.")
    _sign(ui, "undo", undo, "undo-2", host.undo, t("Undo (Ctrl+Z)"), reason)
    reason = "" if can_redo else t("Nothing was undone.")
    _sign(ui, "redo", redo, "redo-2", host.redo, t("Redo (Ctrl+Y)"), reason)
    options = [("da", "Dansk"), ("en", "English"), ("both", t("Both"))]
    tip, written = t("The language in which texts are written here"), host.draft.written
    ui.add(Choice("written", languages, options, written, host.write_in, size=22, tip=tip))
    _ways_out(ui, ways, host)


def _from_right(box: Box, widths: tuple[int, ...]) -> list[Box]:
    """Boxes of these widths cut off at the right, one after the other, and the rest."""
    cut = []
    for width in widths:
        place, box = box.cut_right(width, 14)
        cut.append(place)
    return [*cut, box]


def _sign(
    ui: Ui, key: str, box: Box, icon: str, do: Callable[[], object], tip: str, reason: str
) -> None:
    ui.add(Button(key, box, Label(icon=icon, style="quiet"), do, tip=tip, reason=reason))


def _ways_out(ui: Ui, places: list[Box], host: HeadHost) -> None:
    t, reason = ui.t, not_yet(ui.t, host.judge, host.mistyped)
    play, simulate, preview = places
    face = Label(t("Preview"), icon="eye", style="quiet", size=24)
    ui.add(Button("preview", preview, face, host.preview))
    face = Label(t("Simulate"), icon="gauge", style="quiet", size=24)
    shown = "" if host.simulated else reason
    ui.add(Button("simulate", simulate, face, host.simulate, reason=shown))
    face = Label(t("Play it"), icon="play", style="primary", size=24)
    ui.add(Button("play", play, face, host.play, reason=reason))


def not_yet(t: Words, judge: Judge, mistyped: int = 0) -> str:
    """Why the case cannot be played or simulated now; empty if it can."""
    if judge.wrong or mistyped:
        return t("The case has errors that have to be fixed first.")
    if judge.lacking:
        return t("Something still has to be written first.")
    return "" if judge.current else t("The case is being read.")


def _names(ui: Ui, box: Box, host: HeadHost) -> None:
    """The title of the case, and whether it is saved."""
    c, t = ui.canvas, ui.t
    name, below = box.rows((1.2, 1), 2)
    title = shown_text(host.draft.get(("title",)), t.lang) or t("A case without a title")
    c.text(name, title, (30, 18), theme.CHALK, "bold", valign="middle")
    where = t("Saved as you write: {file}", file=host.lies)
    whole = host.complaint or where
    sizes = (22, 20, 18)
    text = t("Saved as you write") if ui.type.fit(whole, below, sizes).cut else whole
    ink = theme.ACCENT if host.complaint else theme.CHALK_SOFT
    c.text(below, host.complaint or text, sizes, ink, valign="middle")
    ui.explain("saved", below, whole)
