"""The check before a workshop: what was found on this machine, line by line, and the verdict.

A thread carries out the checks, as they take seconds; each line is there as soon as it is known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Final

from game.gui import theme
from game.gui.background import Background
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen, ScreenHost
from game.gui.theme import Colour
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label
from game.i18n.message import Translatable
from game.preflight import CHECKS, LEVELS, Finding, Level, verdict, worst
from game.table.parts.dialog_parts import ALERT
from game.table.parts.page import footer, heading

_Row = tuple[str, Finding | None]
"""What a check is about, and what it found if it has been carried out."""
_SIZE: Final = 30.0
_NAME: Final = 300.0
_SIGN: Final = 64.0
_PAD: Final = 11.0
_BAR: Final = 30.0
"""What is kept free at the right, where a scroll bar may be."""
_SIGNS: Final[dict[Level, tuple[str, Colour]]] = {
    "good": ("check", theme.GOOD),
    "note": ("info", theme.ACCENT),
    "bad": ("triangle-alert", ALERT),
}


class PreflightScreen(Screen):
    """The checks in their order, each with what was found and, unless it is good, what to do.

    ``look`` checks the machine, anew for every run; ``save`` says where it wrote the list, or why
    not.
    """

    def __init__(
        self,
        look: Callable[[], Iterator[Finding]],
        save: Callable[[Sequence[Finding]], Translatable],
        back: Callable[[], object],
    ) -> None:
        self._begin, self._write, self._leave = look, save, back
        self.findings: list[Finding] = []
        self._told = 0
        self._work: Background[None] = Background()

    def shown(self, app: ScreenHost) -> None:
        """Begin at once."""
        super().shown(app)
        self.check()

    @property
    def running(self) -> bool:
        """Whether checks are being carried out."""
        return self._work.busy

    # ------------------------------------------------------------------ drawing
    def build(self, ui: Ui) -> None:
        """The verdict at the top, the checks below it, and what can be done with them."""
        t = ui.t
        self._told = len(self.findings)
        busy = t("The checks are running.") if self.running else ""
        rest, middle = footer(
            ui,
            heading(ui, t("Before the workshop")),
            back=self.back,
            onward=t("Check again"),
            on_onward=self.check,
            reason=busy,
            icon="refresh-cw",
        )
        label = Label(t("Save as a text file"), icon="archive", size=28)
        ui.add(Button("file", middle, label, self._save, reason=busy))
        line, rest = rest.cut_top(64, 18)
        self._verdict(ui.canvas, line)
        self._list(ui, rest)
        ui.focus_on("onward")

    def _verdict(self, c: Canvas, box: Box) -> None:
        sign, words = box.cut_left(_SIGN, 0)
        icon, colour = _SIGNS[worst(self.findings)]
        text = c.t(verdict(self.findings))
        if self.running:
            icon, colour, text = "hourglass", theme.CHALK, c.t("Checking this computer …")
        c.icon(icon, sign.place(48, 48, 0), colour)
        c.text(words, text, (40, 36, 32, 30), colour, "semibold", valign="middle")

    def _list(self, ui: Ui, box: Box) -> None:
        """The checks in their order while they run; then what there is to do comes first."""
        c = ui.canvas
        rows = self._rows()
        with c.type.paged() as grow:
            size = _SIZE * grow
            width = box.w - _BAR
            heights = [_height(c, finding, width, size) for _, finding in rows]
            with ui.scroll("checks", box, sum(heights)) as content:
                for (about, finding), place in zip(rows, content.rows(heights), strict=True):
                    if place.bottom > box.y and place.y < box.bottom:
                        _draw(c, place.cut_left(width)[0], c.t(about), finding, size)

    def _rows(self) -> list[_Row]:
        done = list(self.findings)
        if not self.running:
            done.sort(key=lambda finding: LEVELS.index(finding.level), reverse=True)
        rows: list[_Row] = [(finding.about, finding) for finding in done]
        return rows + [(check.about, None) for check in CHECKS[len(done) :]]

    # ------------------------------------------------------------------ checking and saving
    def check(self) -> None:
        """Carry out all checks, from the first one on."""
        if self.running:
            return
        self.findings = []
        self._work.start(partial(self._look, self._begin()))

    def _look(self, found: Iterator[Finding]) -> None:
        for finding in found:
            self.findings.append(finding)

    def update(self, dt: float) -> None:
        """Show what has been found since."""
        if self._work.over:
            self._work.take()
            self.refresh()
        elif self._told != len(self.findings):
            self.refresh()

    def _save(self) -> None:
        self.app.tell(self._write(self.findings))

    def back(self) -> None:
        """Go back to where it was opened."""
        self._leave()


# ------------------------------------------------------------------ a row
def _columns(box: Box, size: float) -> tuple[Box, Box, Box]:
    """The boxes of sign, name and text."""
    grow = size / _SIZE
    sign, rest = box.inset(0, _PAD).cut_left(_SIGN * grow)
    name, rest = rest.cut_left(_NAME * grow, 20)
    return sign, name, rest


def _height(c: Canvas, finding: Finding | None, width: float, size: float) -> float:
    text = _columns(Box(0, 0, width, 0), size)[2]
    lines = [c.type.height(one, text.w, size) for one in _texts(c, finding)]
    return max(sum(lines), c.type.line_height(size)) + 2 * _PAD


def _texts(c: Canvas, finding: Finding | None) -> list[str]:
    """What was found, and what to do."""
    if finding is None:
        return []
    messages = (finding.text, finding.remedy)
    return [message.translate(c.t) for message in messages if message is not None]


def _draw(c: Canvas, box: Box, name: str, finding: Finding | None, size: float) -> None:
    sign, head, rest = _columns(box, size)
    high = c.type.line_height(size)
    icon, colour = ("hourglass", theme.CHALK_SOFT) if finding is None else _SIGNS[finding.level]
    c.icon(icon, sign.cut_top(high)[0].place(size * 1.2, size * 1.2, 0), colour)
    c.text(head, name, size, colour if finding else theme.CHALK_SOFT, "semibold")
    for text, tone in zip(_texts(c, finding), (theme.CHALK, colour), strict=False):
        line, rest = rest.cut_top(c.type.height(text, rest.w, size))
        c.text(line, text, size, tone)
    c.fill(Box(box.x, box.bottom - 1, box.w, 2), theme.PANEL_LINE)
