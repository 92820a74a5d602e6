"""The debrief screen: six phases, one page at a time, turned by the facilitator."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial

import pygame

from game.content.case import Case
from game.debrief import Moment
from game.debrief.others import GroupFacts, elsewhere
from game.gui.screen import ScreenHost
from game.gui.widgets.button import Button
from game.i18n import Words
from game.session.annotating import Annotatable
from game.table.after.debrief.others import OthersPage
from game.table.after.debrief.pages import all_pages
from game.table.after.register.dialog import RegisterDialog, register_button
from game.table.parts.discussion.discussion import Discussion, DiscussionExits
from game.table.parts.discussion.screen import DiscussionPart, DiscussionScreen
from game.wording.debrief_texts import PHASES, DebriefPhase, phase_lead, phase_name

_SHARES: Mapping[DebriefPhase, int] = {
    "feel": 2,
    "happened": 10,
    "learned": 8,
    "relate": 7,
    "what_if": 4,
    "next": 4,
}
"""The share of the time per phase. Together they take half as long as the game, which is a third
of the workshop."""

PLAYED_PHASES: frozenset[DebriefPhase] = frozenset({"happened", "learned", "what_if"})
"""The phases that speak of what the game did."""


def minutes(case: Case, phase: DebriefPhase) -> int:
    """The suggested length of a phase in minutes."""
    return max(1, round(case.minutes / 2 * _SHARES[phase] / sum(_SHARES.values())))


class DebriefScreen(DiscussionScreen):
    """The debrief of a session, finished or not.

    ``additions`` is the session: a :class:`game.session.Session` that is open, or a
    :class:`game.session.SavedSession`. Check-ins, notes and next steps are saved there at once.
    ``others`` reads what other groups did with the same case.
    """

    def __init__(
        self,
        case: Case,
        additions: Annotatable,
        exits: DiscussionExits,
        others: Callable[[], Sequence[GroupFacts]] | None = None,
    ) -> None:
        self.discussion = Discussion(case, additions, exits)
        self.pages = all_pages(self.discussion, self._open)
        self._others = others
        self._reading: Future[Sequence[GroupFacts]] | None = None

    def shown(self, app: ScreenHost) -> None:
        """Begin to read what other groups did, once; that takes seconds, so a thread does it."""
        super().shown(app)
        if self._others is not None:
            crew = ThreadPoolExecutor(max_workers=1)
            self._reading, self._others = crew.submit(self._others), None
            crew.shutdown(wait=False)

    def update(self, dt: float) -> None:
        """Add the page about other groups when their games have been read."""
        super().update(dt)
        if self._reading is not None and self._reading.done():
            done, self._reading = self._reading, None
            self.compare_with(done.result())

    def foot_buttons(self) -> list[Button]:
        """Those of every discussion; at its end one that reads an edited register back."""
        buttons = super().foot_buttons()
        if self.phase == "next":
            buttons.append(register_button(self.ui, partial(self._register, "")))
        return buttons

    def _register(self, file: str) -> None:
        self.pages[self.at].save_fields(self.ui)
        self.app.push(RegisterDialog(self.discussion, self.refresh, file))

    def handle(self, event: pygame.Event) -> bool:
        """Read an edited register that is dropped here."""
        if event.type != pygame.DROPFILE:
            return False
        self._register(event.file)
        return True

    def compare_with(self, groups: Sequence[GroupFacts]) -> None:
        """Tell what these groups did, if there is enough to tell."""
        self.discussion.groups = tuple(groups)
        if elsewhere(self.discussion.debrief, groups):
            place = max(n for n, page in enumerate(self.pages) if page.phase == "learned") + 1
            page = OthersPage(self.discussion)
            self.pages = [*self.pages[:place], page, *self.pages[place:]]
            self.at += self.at >= place
        self.refresh()

    def parts(self, t: Words) -> Sequence[DiscussionPart]:
        """The six phases with their suggested times."""
        return [
            DiscussionPart(phase, self._name(t, phase), phase_lead(t, phase), self._time(t, phase))
            for phase in PHASES
        ]

    def _name(self, t: Words, phase: DebriefPhase) -> str:
        """The title of a phase; in an own project it says where only play is spoken of."""
        name = phase_name(t, phase)
        if self.discussion.case.own_project and phase in PLAYED_PHASES:
            return t("In play: {section}", section=name)
        return name

    def _time(self, t: Words, phase: DebriefPhase) -> str:
        return t.plural(
            "about {n} minute", "about {n} minutes", minutes(self.discussion.case, phase)
        )

    def _open(self, moment: Moment) -> None:
        self.turn(next(n for n, page in enumerate(self.pages) if page.moment is moment))
