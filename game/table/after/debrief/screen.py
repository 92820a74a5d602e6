"""The debrief screen: six phases, one page at a time, turned by the facilitator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.content.case import Case
from game.debrief import Moment
from game.i18n import Words
from game.session.annotating import Annotatable
from game.table.after.debrief.pages import all_pages
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
    """

    def __init__(self, case: Case, additions: Annotatable, exits: DiscussionExits) -> None:
        self.discussion = Discussion(case, additions, exits)
        self.pages = all_pages(self.discussion, self._open)

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
