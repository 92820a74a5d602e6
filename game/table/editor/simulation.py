"""A simulation that runs in the background, how far it has come, and what it found, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final, Protocol

from game.frozen import frozen
from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label
from game.i18n import Words
from game.table.parts.told_rows import Press, Told, draw_told

_ICONS: Final[Mapping[str, str]] = {
    "good": "check",
    "wrong": "circle-alert",
    "cause": "search",
    "tried": "flask-conical",
    "aims": "target",
    "unsure": "circle-help",
}


@frozen
class Finding:
    """Something that was found, and what can be done about it; ``weight`` is the kind of advice.

    ``go`` leads to the field where it is changed, if it is one; ``press`` does something about it.
    """

    weight: str
    found: str
    do: str = ""
    go: Callable[[], object] | None = None
    press: Press | None = None


class SimulationJob(Protocol):
    """Many games that are played in the background."""

    @property
    def share(self) -> float:
        """How much has been played, from 0 to 1."""

    @property
    def over(self) -> bool:
        """Whether nothing more is played."""

    @property
    def outdated(self) -> bool:
        """Whether the case was changed since it was played."""

    @property
    def stopping(self) -> bool:
        """Whether it was stopped; what is being played is played to its end."""

    def update(self) -> None:
        """Look whether anything was found."""

    def doing(self, t: Words) -> str:
        """What is being done now."""

    def findings(self, t: Words) -> Sequence[Finding]:
        """What came of it, the weightiest first, once it is over."""

    def cancel(self) -> None:
        """Stop; what was played until then counts."""

    def again(self) -> object:
        """Play the case as it is now."""


class SimulationDialog(Screen):
    """How far the simulation is, with a way to stop it; then what it found."""

    overlay = True

    def __init__(self, job: SimulationJob) -> None:
        self.job = job
        self._drawn = -1
        self._found: tuple[tuple[str, bool], Sequence[Finding]] | None = None

    def build(self, ui: Ui) -> None:
        """The bar while games are played, the findings after."""
        t = ui.t
        high = 920 if self.job.over else 560
        rest = dialog(ui, 1400, high, t("Many games of this case"), self.back)
        if self.job.over:
            self._findings(ui, rest)
            ui.focus_on("close")
            return
        text = t(
            "Stop at any time: what was played until then counts. All of it takes a few minutes."
        )
        about, rest = rest.cut_top(92, 20)
        ui.canvas.text(about, text, (28, 22), theme.CHALK)
        doing, rest = rest.cut_top(92, 12)
        sizes = (26, 20)
        ui.canvas.text(doing, self.job.doing(t), sizes, theme.CHALK_SOFT, valign="bottom")
        bar, rest = rest.cut_top(46, 16)
        ui.canvas.panel(bar, theme.PANEL, 12, line=theme.PANEL_LINE)
        ui.canvas.shape(
            bar.inset(4).cut_left(max(8, (bar.w - 8) * self.job.share))[0], theme.ACCENT, 8
        )
        line, rest = rest.cut_top(44, 30)
        ui.canvas.text(line, t.percent(self.job.share), (28, 24), theme.CHALK, "semibold")
        stopping = self.job.stopping
        words = t("Stopping …") if stopping else t("Stop and see what was found")
        reason = t("The games that have begun are played to their end.") if stopping else ""
        place, label = rest.cut_top(72)[0].cut_left(560)[0], Label(words, icon="x", size=26)
        ui.add(Button("stop", place, label, self.job.cancel, reason=reason))
        ui.focus_on("stop")

    def _findings(self, ui: Ui, box: Box) -> None:
        state = ui.t.lang, self.job.outdated
        if self._found is None or self._found[0] != state:  # to put it in words takes a moment
            self._found = state, self.job.findings(ui.t)
        foot, rest = box.cut_bottom(72, 18)
        rows = [self._told(one) for one in self._found[1]]
        draw_told(ui, rest, rows, ("finding", "change"))
        face = Label(ui.t("Simulate again"), icon="gauge", size=26)
        again = partial(self._leave_for, self.job.again)
        ui.add(Button("again", foot.cut_right(420)[0], face, again))

    def _told(self, one: Finding) -> Told:
        go, press = one.go, one.press
        return Told(
            icon=_ICONS.get(one.weight, "info"),
            head="" if one.weight == "note" else one.found,
            text=one.found if one.weight == "note" else one.do,
            ink=theme.BAD_DARK if one.weight == "wrong" else theme.INK,
            go=partial(self._leave_for, go) if go else None,
            press=replace(press, do=partial(self._leave_for, press.do)) if press else None,
        )

    def _leave_for(self, do: Callable[[], object]) -> None:
        self.back()
        do()

    def update(self, dt: float) -> None:
        """Draw the bar anew as games are played."""
        self.job.update()
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
