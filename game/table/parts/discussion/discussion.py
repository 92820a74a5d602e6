"""The state shared by the pages of a discussion: the session, hidden names, additions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from game.anonymity.hiding import HiddenNames, seated_by_role
from game.content.case import Case
from game.debrief import Debrief, Evidence, Moment, Person, TrailEntry, debrief, trail
from game.debrief.action_items import Subject
from game.debrief.doubts import Examined, examine
from game.debrief.follow_up import outcomes_by_subject
from game.debrief.highlights import chronological
from game.debrief.history import HistoryStep
from game.debrief.others import GroupFacts, elsewhere_of
from game.debrief.progress import WORSE, RealStatus, real_status
from game.debrief.standing import Standing
from game.debrief.talk import TALKED_OF
from game.debrief.talked import talked_moment
from game.engine import Refusal, Track
from game.frozen import frozen
from game.i18n import Words, words
from game.report import is_up_to_date
from game.report.errors import ReportError
from game.report.filled import measured_as
from game.report.questions import FillQuestion, fill_questions, rows_to_fill
from game.report.registers import Registers
from game.report.registers import registers as registers_of
from game.report.source import ReportSource, source_of
from game.session import Log, RegisterSubject, SessionError
from game.session.annotating import Annotatable
from game.session.annotations import ChosenBy
from game.table.parts.take_home import TakeHomeDialog
from game.wording.case_names import CaseNames, unchanged
from game.wording.debrief_texts import (
    DebriefFormatter,
    MomentDescription,
    describe_moment,
    elsewhere_text,
    entry_text,
    searched_text,
)
from game.wording.debrief_texts.doubts import scale_of, subject_measure
from game.wording.debrief_texts.formatter import MeasuredAs, as_it_was
from game.wording.debrief_texts.titles import list_titles
from game.wording.event_texts import headline
from game.wording.figures import quantity
from game.wording.refusals import refusal_text

if TYPE_CHECKING:
    from game.gui.screen import ScreenHost


_Basis = tuple[str, bool, int]
"""What texts about a session depend on: the language, whether names are shown, and how much has
been written."""


@frozen
class DiscussionExits:
    """The ways out of a discussion; an exit that is ``None`` is not offered.

    ``go_to`` shows the table at an entry of the session; ``branch`` continues right after an entry
    as a new session. ``follow_up`` opens the meeting weeks later, with names or without.
    """

    leave: Callable[[], object]
    go_to: Callable[[int], object] | None = None
    branch: Callable[[int], object] | None = None
    follow_up: Callable[[bool], object] | None = None


@frozen
class RealValue:
    """A value measured since the game as text, and what it says, if that can be told."""

    text: str
    status: RealStatus | None

    @property
    def worse(self) -> bool:
        """Whether it is worse than before."""
        return self.status in WORSE


class Discussion:
    """A discussion in progress. Check-ins and notes are written to ``additions``.

    Unless ``named``, people are shown by their roles. ``app`` is set from the moment the screen
    is shown. ``moments`` are the numbered key moments, ``marked`` what the group marked besides;
    ``chosen`` are those that are talked about: as the session says, or proposed at first, then what
    the facilitator chose. ``groups`` are other groups that played the same case, once their games
    were read.
    """

    app: ScreenHost

    def __init__(self, case: Case, additions: Annotatable, exits: DiscussionExits) -> None:
        self._case = case
        self.additions = additions
        self.exits = exits
        self.named = True
        self.debrief: Debrief = debrief(additions.log, case.setup)
        self.groups: tuple[GroupFacts, ...] = ()
        self.moments: tuple[Moment, ...] = self.debrief.highlights()
        self.marked: tuple[Moment, ...] = self.debrief.marked_apart()
        self.chosen: tuple[Moment, ...] = self.debrief.to_talk_of(TALKED_OF)
        self.phones_here: Callable[[], int] = lambda: 0
        """How many phones are connected just now."""
        self._kept = self.debrief.talked_of is not None
        self._reported: int | None = None
        """How much the session had when its report was saved."""
        self._hidden: dict[str, HiddenNames] = {}
        self._examined: tuple[int, Examined] = 0, Examined()
        self._filled: tuple[int, MeasuredAs] = 0, as_it_was
        self._registers: dict[_Basis, tuple[ReportSource, Registers] | None] = {}
        self._asked_of: tuple[RegisterSubject, ...] | None = None

    def save_report(self) -> None:
        """Open the dialog that saves the report, with names or without as they are shown now."""
        save = TakeHomeDialog(self.log.path, named=self.named, on_saved=self._report_saved)
        self.app.push(save)

    def _report_saved(self) -> None:
        self._reported = len(self.log.records)

    @property
    def reported(self) -> bool:
        """Whether a report has been saved since anything was added."""
        return self._reported == len(self.log.records) or is_up_to_date(self.log.path)

    @property
    def to_choose(self) -> tuple[Moment, ...]:
        """What can be talked about: the key moments by their numbers, then what was marked."""
        return (*self.moments, *self.marked)

    def number(self, moment: Moment) -> str:
        """The number of a key moment; what the group marked itself has none."""
        return str(self.moments.index(moment) + 1) if moment in self.moments else ""

    def choose(self, moment: Moment) -> bool:
        """Take a key moment up, or leave it out; whether there was room for it."""
        wanted = [m for m in self.to_choose if (m in self.chosen) != (m is moment)]
        if len(wanted) > TALKED_OF:
            return False
        self.talk_about(wanted)
        return True

    def talk_about(self, moments: Sequence[Moment]) -> None:
        """Talk about these key moments, in the order in which they came about."""
        self.chosen = chronological(m for m in self.to_choose if m in moments)
        self._kept = True
        self.add(lambda: self._keep("group"))

    def keep_proposal(self) -> None:
        """Write down which moments are talked about, if that is only proposed so far.

        Whoever opens the session later talks about the same, whatever has been noted meanwhile and
        whatever their program proposes. Nobody asked for it, so where it cannot be written nothing
        is said, and no file begins for it.
        """
        if not self._kept and self.additions.in_place:
            self._kept = True
            with suppress(SessionError):
                self._keep("program")

    def _keep(self, chosen: ChosenBy) -> None:
        self.additions.talk_of(map(talked_moment, self.chosen), chosen)

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
        names = CaseNames(t, self._case_in(t), unchanged if self.named else self.by_role(t))
        return DebriefFormatter(names, self.named, self._measured_as)

    @property
    def _measured_as(self) -> MeasuredAs:
        """How benefits are measured by now: found out anew when something was added."""
        if self._filled[0] != len(self.log.records):
            self._filled = len(self.log.records), measured_as(self.log)
        return self._filled[1]

    def describe(self, t: Words, moment: Moment) -> MomentDescription:
        """The texts about a moment."""
        return describe_moment(self.formatter(t), moment)

    def titles(self, t: Words, moments: Sequence[Moment]) -> tuple[str, ...]:
        """What moments are called in a list, each unlike the others."""
        return list_titles(self.formatter(t), moments)

    def elsewhere(self, t: Words, moment: Moment) -> str:
        """What other groups did where a moment could have gone otherwise; empty without enough."""
        found = elsewhere_of(moment, self.groups)
        return elsewhere_text(self.formatter(t), found) if found is not None else ""

    def before(self, t: Words, moment: Moment) -> str:
        """The decision before a moment in one line, with roles instead of names."""
        step = self._told_by_role(t, self.debrief.steps[moment.decision_index])
        line = headline(step.events, step.after, self._case_in(t), t, before=step.before)
        return self._as_shown(t, line)

    # ------------------------------------------------------------------ what it rests on
    def trail(self, found: Evidence) -> tuple[TrailEntry, ...]:
        """The entries that something rests on."""
        return trail(self.debrief.steps, self.log.records, found)

    def entry_line(self, t: Words, entry: TrailEntry) -> str:
        """What an entry recorded in one line, with roles instead of names."""
        if entry.step is not None:
            entry = replace(entry, step=self._told_by_role(t, entry.step))
        return self._as_shown(t, entry_text(self.formatter(t), entry))

    def searched(self, t: Words, found: Evidence) -> str:
        """Where was looked for what a sentence denies; empty where it denies nothing."""
        return searched_text(self.formatter(t), found)

    def _told_by_role(self, t: Words, step: HistoryStep) -> HistoryStep:
        """A decision whose sentences speak of roles; the group's own words stay as they are."""
        called = CaseNames(t, self._case_in(t))
        before, after = (seated_by_role(state, called) for state in (step.before, step.after))
        return replace(step, before=before, after=after)

    def _as_shown(self, t: Words, line: str) -> str:
        """A line with nobody named in it where names are hidden."""
        return line if self.named else self.by_role(t)(line)

    # ------------------------------------------------------------------ who
    def by_role(self, t: Words) -> HiddenNames:
        """Roles in place of the players' names, in a language."""
        if t.lang not in self._hidden:
            self._hidden[t.lang] = HiddenNames(self._case, self.log, t)
        return self._hidden[t.lang]

    def _case_in(self, t: Words) -> Case:
        return self._case if self.named else self.by_role(t).case

    def seat(self, t: Words, who: Person) -> str:
        """A person: the role, and the name unless names are hidden."""
        role = self.formatter(t).person(who)
        return f"{role} · {who.name}" if self.named and who.name else role

    # ------------------------------------------------------------------ what was told since
    @property
    def examined(self) -> Examined:
        """The outcomes told since the game, with what is to be doubted of them."""
        if self._examined[0] != len(self.log.records):
            names = CaseNames(words(self.log.header.lang), self._case)
            fmt = DebriefFormatter(names, measured_as=self._measured_as)
            found = examine(self.debrief, self.log, scale_of(fmt, self.debrief))
            self._examined = len(self.log.records), found
        return self._examined[1]

    def real_value(self, t: Words, track: Track, idea: str | None = None) -> RealValue | None:
        """The latest real value of a track, or of an ``idea``'s benefit on it, if it is known."""
        subject = idea, track
        outcomes = outcomes_by_subject(self.examined.counted).get(subject)
        fmt = self.formatter(t)
        m, scale = subject_measure(fmt, self.debrief, subject), scale_of(fmt, self.debrief)(subject)
        if not outcomes or m is None or scale is None:
            return None
        value = outcomes[-1].value
        if value is None:
            return None
        status = real_status(m.baseline, m.target, value, downside=scale.downside)
        return RealValue(quantity(t, value, m.unit), status)

    def registers(self, t: Words) -> tuple[ReportSource, Registers] | None:
        """The registers of a report on the session as it is now; none of a damaged file."""
        now = t.lang, self.named, len(self.log.records)
        if now not in self._registers:  # the table and phones may speak several languages
            kept = {basis: read for basis, read in self._registers.items() if basis[2] == now[2]}
            self._registers = {**kept, now: self._read_registers(t)}
        return self._registers[now]

    def _read_registers(self, t: Words) -> tuple[ReportSource, Registers] | None:
        try:
            source = source_of(self.log, self._case_in(t), t, anonymous=not self.named)
        except ReportError:
            return None
        return source, registers_of(source)

    def questions(self, t: Words) -> tuple[FillQuestion, ...]:
        """What the register asks, of the rows that mattered most when it was first asked.

        They stay the same ones, whatever is filled in: the room and phones are amid the answers.
        """
        known = self.registers(t)
        if known is None:
            return ()
        if self._asked_of is None:
            self._asked_of = rows_to_fill(*known)
        return fill_questions(*known, self._asked_of)

    def owner(self, t: Words, standing: Standing) -> str:
        """Who owns a benefit by now, as its register has it: ``Ane (Team leader)``."""
        known = self.registers(t)
        rows = () if known is None else known[1].benefits
        row = next((row for row in rows if (row.idea, row.track) == standing.key), None)
        if row is None:
            return ""
        both = self.named and row.owner_name and row.owner_role
        return f"{row.owner_name} ({row.owner_role})" if both else row.owner

    def owner_of(self, t: Words, subject: Subject) -> str:
        """Who owns what a step is for: a benefit's role or name, or a risk's owner."""
        known = self.registers(t)
        if known is None:
            return ""
        owners: dict[Subject, str] = {(b.idea, b.track, None): b.owner for b in known[1].living}
        owners |= {(r.idea, None, r.risk): r.owner for r in known[1].live_risks}
        return owners.get(subject, "")

    def add(self, write: Callable[[], object]) -> bool:
        """Run a write to the session. Returns whether it worked; shows what went wrong."""
        try:
            done = write()
        except SessionError as error:
            self.app.tell(error)
            return False
        if isinstance(done, Refusal):
            state = self.debrief.steps[-1].after
            self.app.refuse(refusal_text(done, state, self.case, self.app.t))
            return False
        if (trouble := self.additions.take_trouble()) is not None:
            self.app.tell(trouble)
        return True

    def notes_on(self, t: Words, moment: Moment) -> tuple[str, ...]:
        """What was noted about a moment and, with a word, marked at its step."""
        written = self.formatter(t).written
        marked = self.debrief.written_at(moment)
        noted = (note.text for note in self.log.notes if note.of == moment.entry)
        return tuple(written(text) for text in dict.fromkeys((*marked, *noted)) if text.strip())
