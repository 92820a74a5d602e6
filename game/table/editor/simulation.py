"""A simulation that runs in the background, how far it has come, and what it found, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, Protocol

from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.drag import Spot
from game.gui.widgets.label import Label
from game.i18n import Words

_ICONS: Final[Mapping[str, str]] = {
    "good": "check",
    "wrong": "circle-alert",
    "cause": "search",
    "tried": "flask-conical",
    "aims": "target",
    "unsure": "circle-help",
}
_SIZE: Final = 26
_BUTTON, _GAP = 280.0, 14.0


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that was found, and what can be done about it; ``weight`` is the kind of advice.

    ``go`` leads to the field where it is changed, if it is one; ``change`` makes the change itself.
    """

    weight: str
    found: str
    do: str = ""
    go: Callable[[], object] | None = None
    change: Callable[[], object] | None = None


class SimulationJob(Protocol):
    """Many games that are played in the background."""

    @property
    def share(self) -> float:
        """How much has been played, from 0 to 1."""

    @property
    def over(self) -> bool:
        """Whether nothing more is played."""

    def findings(self, t: Words) -> Sequence[Finding]:
        """What came of it, the weightiest first, once it is over."""

    def cancel(self) -> None:
        """Stop; what was played until then counts."""


class SimulationDialog(Screen):
    """How far the simulation is, with a way to stop it; then what it found."""

    overlay = True

    def __init__(self, job: SimulationJob) -> None:
        self.job = job
        self._drawn = -1

    def build(self, ui: Ui) -> None:
        """The bar while games are played, the findings after."""
        t = ui.t
        rest = dialog(ui, 1400, 920, t("Many games of this case"), self.back)
        if self.job.over:
            self._findings(ui, rest)
            ui.focus_on("close")
            return
        about, rest = rest.cut_top(190, 20)
        text = t(
            "Groups of six kinds play this case now, some wisely and some as people do at the end "
            "of a long day. It takes a minute or two. You can stop at any time; what was played "
            "until then counts."
        )
        ui.canvas.text(about, text, (30, 28, 26, 24, 22), theme.CHALK)
        bar, rest = rest.cut_top(46, 16)
        ui.canvas.panel(bar, theme.PANEL, 12, line=theme.PANEL_LINE)
        ui.canvas.shape(
            bar.inset(4).cut_left(max(8, (bar.w - 8) * self.job.share))[0], theme.ACCENT, 8
        )
        line, rest = rest.cut_top(44, 30)
        ui.canvas.text(line, t.percent(self.job.share), (28, 26, 24), theme.CHALK, "semibold")
        label = Label(t("Stop and see what was found"), icon="x", size=26)
        ui.add(Button("stop", rest.cut_top(72)[0].cut_left(560)[0], label, self.job.cancel))
        ui.focus_on("stop")

    def _findings(self, ui: Ui, box: Box) -> None:
        found = list(self.job.findings(ui.t))
        highs = [self._high(ui, one, box.w) for one in found]
        with ui.scroll("findings", box.inset(-4), sum(highs) + 8) as inner:
            for n, (one, row) in enumerate(
                zip(found, inner.inset(4).rows(highs or 1), strict=False)
            ):
                self._row(ui, n, one, row.cut_bottom(14)[1])

    def _high(self, ui: Ui, one: Finding, wide: float) -> float:
        """How much room a finding takes, with the gap below it."""
        wide -= 180 + (_BUTTON + _GAP if one.change else 0)
        texts = [text for text in (one.found, one.do) if text]
        return sum(ui.type.height(text, wide, _SIZE * ui.type.grow) for text in texts) + 64

    def _row(self, ui: Ui, n: int, one: Finding, box: Box) -> None:
        if one.change is not None:
            side, box = box.cut_right(_BUTTON, _GAP)
            label = Label(ui.t("Make this change"), icon="check", size=22)
            press = partial(self._leave_for, one.change)
            ui.add(Button(f"change-{n}", side.place(side.w, min(side.h, 72)), label, press))
        draw = partial(_draw_finding, one)
        if one.go is None:
            draw(ui.canvas, box)
        else:
            tip = ui.t("Press it, and you come to its field")
            press = partial(self._leave_for, one.go)
            ui.add(Spot(f"finding-{n}", box, draw=draw, on_press=press, tip=tip, radius=12))

    def _leave_for(self, do: Callable[[], object]) -> None:
        self.back()
        do()

    def update(self, dt: float) -> None:
        """Draw the bar anew as games are played."""
        now = 101 if self.job.over else round(self.job.share * 100)
        if now != self._drawn:
            self._drawn = now
            self.refresh()
        if not self.job.over:
            self.app.wake()

    def back(self) -> None:
        """Esc stops the games, or closes what was found."""
        self.job.cancel()
        self.app.pop(self)


def _draw_finding(one: Finding, c: Canvas, box: Box) -> None:
    c.panel(box, theme.PAPER, 12, lift=4)
    sign, words = box.inset(18, 14).cut_left(44, 16)
    ink = theme.BAD_DARK if one.weight == "wrong" else theme.INK
    c.icon(_ICONS.get(one.weight, "info"), sign.cut_top(40)[0].place(36, 36), ink)
    sizes = (_SIZE, 24, 22, 20, 18)
    high = c.type.height(one.found, words.w, _SIZE * c.type.grow, "semibold")
    found, do = words.cut_top(high, 6)
    c.text(found, one.found, sizes, ink, "semibold")
    if one.do:
        c.text(do, one.do, sizes, theme.INK)
