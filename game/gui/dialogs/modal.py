"""The frame of a dialog, and a question with two answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.gui import theme
from game.gui.geometry import Box
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label, Style
from game.gui.widgets.tooltip import LANE
from game.i18n import Words

ASIDE = "aside"
"""The place beside the title of a dialog for what it covers and the room still wants to see."""
_EDGE, _APART, _MARGIN = 8, 30, 18
"""From the edge of the window to what is told, at its sides, and above and below a dialog."""
ASIDE_WIDE, _HIGH = 170, 140
"""The width of the place beside the title, and how high a dialog reaches that covers so much."""


def dialog(ui: Ui, width: float, height: float, title: str, on_close: Callable[[], object]) -> Box:
    """Draw a centred dialog with a title and a close button; returns the box for its content.

    Below it a lane stays free for what is told, and a strip if something is said over it.
    """
    lane, free = ui.area.cut_bottom(LANE + _EDGE)
    ui.lane = Box(lane.x + _APART, lane.y, lane.w - 2 * _APART, LANE)
    ui.free = free = ui.keep_strip(free.inset(_EDGE, 0), 0)
    box = free.place(min(width, ui.area.w - 60), min(height, free.h - 2 * _MARGIN))
    ui.covered = box
    ui.canvas.panel(box, theme.FELT, 24, line=theme.PANEL_LINE, lift=30)
    inner = box.inset(40, 32)
    head, rest = inner.cut_top(60, 20)
    cross, head = head.cut_right(56, 20)
    sizes = (theme.HEADING, 32, 26)
    head = keep_aside(ui, box, head, title, sizes)
    ui.canvas.text(head, title, sizes, theme.CHALK, "semibold", valign="middle")
    close = Button(
        "close", cross, Label(icon="x", style="quiet"), on_click=on_close, tip=ui.t("Close (Esc)")
    )
    ui.add(close)
    return rest


def keep_aside(ui: Ui, box: Box, head: Box, title: str, sizes: Sequence[float]) -> Box:
    """The box for a dialog's title: where ``box`` reaches so high, :data:`ASIDE` is kept beside it.

    The title comes first: one that needs the whole row has it.
    """
    aside, beside = head.cut_right(ASIDE_WIDE, 20)
    if box.y >= _HIGH / ui.zoom or ui.type.fit(title, beside, sizes, "bold").cut:
        return head
    ui.places[ASIDE] = aside
    return beside


class Question(Screen):
    """A question over the screen below: confirm or cancel.

    ``on_close`` is called where it is closed without an answer.
    """

    overlay = True

    def __init__(
        self,
        title: str,
        text: str,
        yes: str,
        on_yes: Callable[[], object],
        *,
        style: Style = "primary",
        no: str = "",
        on_no: Callable[[], object] | None = None,
        on_close: Callable[[], object] | None = None,
    ) -> None:
        self.title = title
        self.text = text
        self.on_close = on_close
        self.yes = yes
        self.no = no
        self.on_yes = on_yes
        self.on_no = on_no
        self.style: Style = style

    def build(self, ui: Ui) -> None:
        """The question and its two answers."""
        width = 1000.0
        high = ui.type.height(self.text, width - 80, theme.ROOM)
        rest = dialog(ui, width, high + 260, self.title, self.back)
        buttons, words = rest.cut_bottom(72, 20)
        ui.canvas.text(words, self.text, (theme.ROOM, theme.BODY, theme.LEAST), theme.CHALK)
        no, yes = buttons.columns(2, 20)
        ui.add(Button("no", no, Label(self.no or ui.t("Cancel"), size=28), self._decline))
        ui.add(Button("yes", yes, Label(self.yes, style=self.style, size=28), self._agree))
        ui.focus_on("yes" if self.style == "primary" else "no")

    def back(self) -> None:
        """Close it without an answer."""
        super().back()
        if self.on_close is not None:
            self.on_close()

    def _decline(self) -> None:
        self.app.pop(self)
        if self.on_no is not None:
            self.on_no()

    def _agree(self) -> None:
        self.app.pop(self)
        self.on_yes()


class LostWords(Question):
    """Asks before words are lost that are saved nowhere; to go on writing comes first."""

    def __init__(self, t: Words, throw_away: Callable[[], object]) -> None:
        title = t("Throw away what was written?")
        text = t("It is not saved yet.")
        stay, leave = t("Go on writing"), t("Throw it away")
        super().__init__(title, text, stay, _nothing, no=leave, on_no=throw_away)


def _nothing() -> None:
    """All stays as it is."""
