"""The state shared by the pages of a discussion: the session, hidden names, additions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.anonymity.hiding import HiddenNames
from game.content.case import Case
from game.debrief import Debrief, Moment, Person, debrief
from game.debrief.follow_up import outcomes_by_subject
from game.engine import Seat, Track
from game.i18n import Words
from game.session import Log, SessionError
from game.session.annotating import Annotatable
from game.wording.case_names import CaseNames, unchanged
from game.wording.debrief_texts import DebriefFormatter, MomentDescription, describe_moment
from game.wording.event_texts import headline
from game.wording.figures import measure, quantity

if TYPE_CHECKING:
    from game.gui.screen import ScreenHost


@dataclass(frozen=True, slots=True)
class DiscussionExits:
    """The ways out of a discussion; an exit that is ``None`` is not offered.

    ``go_to`` shows the table at an entry of the session; ``branch`` continues right after an entry
    as a new session. ``follow_up`` opens the meeting weeks later, with names or without.
    """

    leave: Callable[[], object]
    go_to: Callable[[int], object] | None = None
    branch: Callable[[int], object] | None = None
    follow_up: Callable[[bool], object] | None = None


class Discussion:
    """A discussion in progress. Check-ins and notes are written to ``additions``.

    Unless ``named``, people are shown by their roles. ``app`` is set from the moment the screen
    is shown.
    """

    app: ScreenHost

    def __init__(self, case: Case, additions: Annotatable, exits: DiscussionExits) -> None:
        self._case = case
        self.additions = additions
        self.exits = exits
        self.named = True
        self.debrief: Debrief = debrief(additions.log, case.setup)
        self.moments: tuple[Moment, ...] = self.debrief.highlights()
        self._hidden: dict[str, HiddenNames] = {}

    @property
    def case(self) -> Case:
        """The case, with nobody named in it if names are hidden."""
        return self._case if self.named else self.by_role(self.app.t).case

    @property
    def log(self) -> Log:
        """The session."""
        return self.additions.log

    def formatter(self, t: Words) -> DebriefFormatter:
        """The formatter for texts about the session in a language."""
        return DebriefFormatter(
            CaseNames(t, self._case_in(t), unchanged if self.named else self.by_role(t)), self.named
        )

    def describe(self, t: Words, moment: Moment) -> MomentDescription:
        """The texts about a moment."""
        return describe_moment(self.formatter(t), moment)

    def before(self, t: Words, moment: Moment) -> str:
        """The decision before a moment in one line, with roles instead of names."""
        step = self.debrief.steps[moment.decision_index]
        hidden = self.by_role(t)
        return hidden(headline(step.events, step.after, hidden.case, t, before=step.before))

    def by_role(self, t: Words) -> HiddenNames:
        """Roles in place of the players' names, in a language."""
        if t.lang not in self._hidden:
            seats = [Seat(who.name, who.roles) for who in self.debrief.people]
            self._hidden[t.lang] = HiddenNames(self._case, seats, t)
        return self._hidden[t.lang]

    def _case_in(self, t: Words) -> Case:
        return self._case if self.named else self.by_role(t).case

    def seat(self, t: Words, who: Person) -> str:
        """A person: the role, and the name unless names are hidden."""
        role = self.formatter(t).person(who)
        return f"{role} · {who.name}" if self.named and who.name else role

    def real_value(self, t: Words, track: Track, idea: str | None = None) -> str:
        """The latest real value of a track, or of an ``idea``'s benefit on it; empty if unknown."""
        outcomes = outcomes_by_subject(self.log.outcomes).get((idea, track))
        if not outcomes or outcomes[-1].value is None:
            return ""
        on_table = None if idea is None else self.debrief.end.idea(idea)
        benefit = None if on_table is None else on_table.benefit(track)
        return quantity(t, outcomes[-1].value, measure(t, self._case_in(t), track, benefit).unit)

    def add(self, write: Callable[[], object]) -> bool:
        """Run a write to the session. Returns whether it worked; shows the error if not."""
        try:
            write()
        except SessionError as error:
            self.app.toast(error.translate(self.app.t), seconds=12)
            return False
        return True

    def notes_on(self, t: Words, entry: int) -> tuple[str, ...]:
        """The notes about an entry."""
        written = self.formatter(t).written
        return tuple(
            written(note.text) for note in self.log.notes if note.of == entry and note.text
        )
