"""The recorded game as the table draws it, at the current position of the replay."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from typing import TYPE_CHECKING

from game.anonymity.hiding import HiddenNames, seated_by_role
from game.content.case import Case
from game.engine import Event, Seat, State
from game.engine.actions import Proceed
from game.session import Decision, Redo, Undo
from game.session.recording import RecordedStep, Recording
from game.session.rewriting import rewrite_texts
from game.table.after.replay.player import ReplayPlayer
from game.table.parts.folded_events import FoldedEvent, fold_events
from game.table.parts.game_view import GameView, earlier_events
from game.wording.case_names import CaseNames, unchanged
from game.wording.event_texts import headline

if TYPE_CHECKING:
    from game.gui.screen import ScreenHost


class ReplayView(GameView):
    """A game view of a recording. ``nameless``: roles are shown instead of player names."""

    looking_back = True

    def __init__(self, app: ScreenHost, recording: Recording[Case]) -> None:
        super().__init__(app, recording.case)
        self.recording = recording
        self.player = ReplayPlayer(recording)
        self.nameless = False
        self._hidden: HiddenNames | None = None
        self._cached_state: tuple[tuple[int, bool, str], State] | None = None

    @property
    def case(self) -> Case:
        """The case, with nobody named in it if names are hidden."""
        return self._hiding().case if self.nameless else self.recording.case

    @property
    def state(self) -> State:
        """The state after the current step."""
        now, wanted = self.player.step.now, (self.player.step.now, self.nameless, self.t.lang)
        if self._cached_state is None or self._cached_state[0] != wanted:
            self._cached_state = (wanted, self._masked_state(self.recording.state(now)))
        return self._cached_state[1]

    @property
    def before(self) -> State:
        """The state before the current step."""
        step = self.player.step
        if step.record is None:
            return State(self.case.setup)
        return self._masked_state(self.recording.state(step.before))

    @property
    def events(self) -> tuple[Event, ...]:
        """The events of the current step; none for a step that undoes a decision."""
        record = self.player.step.record
        if record is None:
            return self.recording.log.begun
        return record.events if isinstance(record, Decision) else ()

    def at(self, place: int) -> ReplayView:
        """The same game, seen at another step."""
        there = copy(self)
        there.player = copy(self.player)
        there.player.go(place)
        return there

    def moments(self) -> tuple[FoldedEvent, ...]:
        """The events of the current step, each with the state it led to."""
        found = fold_events(self.before, self.events)
        if not self.nameless:
            return found
        return tuple(
            FoldedEvent(rewrite_texts(m.event, self.mask_names), self._masked_state(m.state))
            for m in found
        )

    def before_check(self, round: int) -> Iterator[Event]:
        """What had happened before the reality check of a round."""
        return earlier_events(self.recording.log, round)

    # ------------------------------------------------------------------ in words
    @property
    def last_line(self) -> str:
        """What happened at this step, in one line as the table showed it."""
        record = self.player.step.record
        if isinstance(record, Undo):
            text = self.t("Undone: {what}", what=self._line(record.of))
            return f"{text} ({self.mask_names(record.reason)})" if record.reason else text
        if isinstance(record, Redo):
            return self.t("Done again: {what}", what=self._line(record.of))
        line = headline(self.events, self.state, self.case, self.t, before=self.before)
        return self.mask_names(line)

    def _line(self, decision: int) -> str:
        """A decision as one line."""
        before = self._masked_state(self.recording.state(self.recording.before(decision)))
        after = self._masked_state(self.recording.state(decision))
        events = self.recording.decision(decision).events
        return self.mask_names(headline(events, after, self.case, self.t, before=before))

    def actor(self, step: RecordedStep) -> str:
        """Who acted: a seat, or the facilitator when no seat was in turn."""
        record = step.record
        if record is None:
            return self.t("The beginning")
        seat = getattr(record.action, "seat", None) if isinstance(record, Decision) else None
        if isinstance(record, Decision) and isinstance(record.action, Proceed):
            return self.t("The group")
        if seat is None or not 0 <= seat < len(self.state.seats):
            return self.t("The facilitator")
        name = self.seat_name(seat)
        by_phone = isinstance(record, Decision) and record.sender is not None
        return self.t("{name}, by phone", name=name) if by_phone else name

    # ------------------------------------------------------------------ names
    @property
    def names(self) -> CaseNames:
        """Formats the names of cards and seats; roles replace player names if names are hidden.

        Those of all steps are equal: what an idea remembers of its cards follows from them.
        """
        hide = self._hiding() if self.nameless else unchanged
        return CaseNames(self.t, self.case, written=hide, printed=hide)

    def mask_names(self, written: str) -> str:
        """A text with roles instead of player names if names are hidden."""
        return self._hiding()(written) if self.nameless else written

    def _hiding(self) -> HiddenNames:
        if self._hidden is None or self._hidden.lang != self.t.lang:
            self._hidden = HiddenNames(self.recording.case, self.recording.log, self.t)
        return self._hidden

    def _masked_state(self, state: State) -> State:
        """The state, with roles instead of names if names are hidden."""
        if not self.nameless or not state.seats:
            return state
        return seated_by_role(state, CaseNames(self.t, self.case))

    def roles_at(self, number: int) -> str:
        """The roles of a seat, as the texts of moments name them."""
        return self._masked(number, self.state.seats[number])

    def _masked(self, number: int, seat: Seat) -> str:
        """The name of a seat when names are hidden: its roles."""
        return CaseNames(self.t, self.case).by_roles(number, seat.roles)
