"""The debrief on the shared screen: six phases, one step at a time, at the facilitator's pace."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import pygame

from game.content.case import Case
from game.debrief import Moment
from game.i18n.debriefing import PHASES, Phase, phase_lead, phase_name
from game.session.afterwards import Additions
from game.table import theme
from game.table.debrief.pages import all_pages
from game.table.debrief.paging import FOOT, PagedScreen
from game.table.debrief.talk import DebriefFlow, Talk
from game.table.frame import Box
from game.table.ui import Ui
from game.table.widgets.button import Button

_SHARES: Mapping[Phase, int] = {
    "feel": 2,
    "happened": 10,
    "learned": 8,
    "relate": 7,
    "what_if": 4,
    "next": 4,
}
"""How the time is shared among the phases. Together they take half as long as the game: a third
of the workshop."""


def minutes(case: Case, phase: Phase) -> int:
    """How long a phase might take."""
    return max(1, round(case.minutes / 2 * _SHARES[phase] / sum(_SHARES.values())))


class DebriefScreen(PagedScreen):
    """Leads a room through the debrief of a session, finished or not.

    ``additions`` is the session: a :class:`game.session.Session` that is open, or
    :class:`game.session.Afterwards` of one that is not. Check-ins, notes and next steps are written
    there at once.
    """

    def __init__(self, case: Case, additions: Additions, flow: DebriefFlow) -> None:
        self.talk = Talk(case, additions, flow)
        self.pages = all_pages(self.talk, self._open)

    @property
    def phase(self) -> Phase:
        """The phase it belongs to."""
        return self.pages[self.at].phase

    # ------------------------------------------------------------------ drawing
    def build(self, ui: Ui) -> None:
        """The phase and its lead, the page, and the way on and back."""
        head, body = ui.area.inset(48, 28).cut_top(104, 24)
        foot, body = body.cut_bottom(FOOT, 24)
        self._head(ui, head)
        self.draw_foot(ui, foot)
        self.pages[self.at].build(ui, body)

    def _head(self, ui: Ui, box: Box) -> None:
        c, t, phase = ui.canvas, ui.t, self.phase
        dots, words = box.cut_right(6 * 78 - 14, 40)
        number, words = words.cut_left(box.h, 26)
        c.disc(number.centre, 96, theme.ACCENT)
        said = str(PHASES.index(phase) + 1)
        c.text(number, said, 58, theme.INK, "bold", align="centre", valign="middle")
        title, lead = words.rows([5, 4], 2)
        c.text(title, phase_name(t, phase), (54, 50, 46, 42), theme.CHALK, "bold", valign="middle")
        sizes = (34, 32, theme.ROOM, 28, 26)
        c.text(lead, phase_lead(t, phase), sizes, theme.CHALK_SOFT, valign="middle")
        self._dots(ui, dots)

    def _dots(self, ui: Ui, box: Box) -> None:
        """The six phases to go to, and how long this one might take."""
        t = ui.t
        row, time = box.cut_top(58, 6)
        for n, (phase, cell) in enumerate(zip(PHASES, row.columns(6, 14), strict=True)):
            current = phase == self.phase
            tip = f"{n + 1}. {phase_name(t, phase)}"
            ui.add(
                Button(
                    f"phase:{phase}",
                    cell,
                    str(n + 1),
                    partial(self._enter, phase),
                    style="primary" if current else "quiet",
                    size=32,
                    tip=tip,
                    shortcut=pygame.K_1 + n,
                )
            )
        count = minutes(self.talk.case, self.phase)
        said = t.plural("about {n} minute", "about {n} minutes", count)
        ui.canvas.text(time, said, theme.ROOM, theme.CHALK_SOFT, align="right", valign="middle")

    def foot_deeds(self) -> list[Button]:
        """Names can be hidden on any page."""
        t, named = self.ui.t, self.talk.named
        label, icon = (t("Hide names"), "eye-off") if named else (t("Show names"), "eye")
        deed = Button("names", self.ui.area, label, self._names, style="quiet", icon=icon)
        deed.shortcut = pygame.K_h
        return [deed]

    def progress(self) -> str:
        """Where this page is among those of its phase."""
        mine = [n for n, page in enumerate(self.pages) if page.phase == self.phase]
        if len(mine) < 2:
            return ""
        return self.ui.t("{n} of {all}", n=mine.index(self.at) + 1, all=len(mine))

    # ------------------------------------------------------------------ turning pages
    @property
    def count(self) -> int:
        """How many pages there are, of all phases."""
        return len(self.pages)

    def turn(self, to: int) -> None:
        """Show another page; what was written on this one is kept."""
        self.pages[self.at].turned(self.ui)
        super().turn(to)

    def _enter(self, phase: Phase) -> None:
        self.turn(next(n for n, page in enumerate(self.pages) if page.phase == phase))

    def _open(self, moment: Moment) -> None:
        self.turn(next(n for n, page in enumerate(self.pages) if page.moment is moment))

    def _names(self) -> None:
        self.talk.named = not self.talk.named
        self.refresh()

    def leave(self) -> None:
        """What was written is kept."""
        self.pages[self.at].turned(self.ui)
        self.talk.flow.leave()
