"""The recorded game as the table draws it, at the place where the replay is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.content.case import Case
from game.engine import Event, Seat, State
from game.i18n.telling import headline
from game.session import Decision, Redo, Undo
from game.session.viewing import Step, Viewing
from game.table.play.game import GameView, Moment, moments_of
from game.table.replay.player import Player

if TYPE_CHECKING:
    from game.table.app import App


class ReplayView(GameView):
    """A recorded game to look at. ``nameless``: roles stand where the players' names were."""

    def __init__(self, app: App, viewing: Viewing[Case]) -> None:
        super().__init__(app, viewing.case)
        self.viewing = viewing
        self.player = Player(viewing)
        self.nameless = False
        self._shown: tuple[tuple[int, bool, str], State] | None = None

    @property
    def state(self) -> State:
        """The game at the step that is shown."""
        now, wanted = self.player.step.now, (self.player.step.now, self.nameless, self.t.lang)
        if self._shown is None or self._shown[0] != wanted:
            self._shown = (wanted, self._seen(self.viewing.state(now)))
        return self._shown[1]

    @property
    def before(self) -> State:
        """The game before the step that is shown."""
        step = self.player.step
        if step.record is None:
            return State(self.case.setup)
        return self._seen(self.viewing.state(step.before))

    @property
    def events(self) -> tuple[Event, ...]:
        """What came of the step that is shown: nothing new where something was taken back."""
        record = self.player.step.record
        if record is None:
            return self.viewing.log.begun
        return record.events if isinstance(record, Decision) else ()

    def moments(self) -> tuple[Moment, ...]:
        """What came of the step, one by one with the states they led to."""
        found = moments_of(self.before, self.events)
        return tuple(Moment(moment.event, self._seen(moment.state)) for moment in found)

    # ------------------------------------------------------------------ in words
    @property
    def said(self) -> str:
        """What happened at this step, in the words that the table heard."""
        record = self.player.step.record
        if isinstance(record, Undo):
            said = self.t("Undone: {what}", what=self._line(record.of))
            return f"{said} ({record.reason})" if record.reason else said
        if isinstance(record, Redo):
            return self.t("Done again: {what}", what=self._line(record.of))
        return headline(self.events, self.state, self.case, self.t, before=self.before)

    def _line(self, decision: int) -> str:
        """A decision in one line."""
        before = self._seen(self.viewing.state(self.viewing.before(decision)))
        after = self._seen(self.viewing.state(decision))
        events = self.viewing.decision(decision).events
        return headline(events, after, self.case, self.t, before=before)

    def actor(self, step: Step) -> str:
        """Who acted: a seat, or the facilitator where it was nobody's turn."""
        record = step.record
        if record is None:
            return self.t("The beginning")
        seat = getattr(record.action, "seat", None) if isinstance(record, Decision) else None
        if seat is None or not 0 <= seat < len(self.state.seats):
            return self.t("The facilitator")
        return self.seat_name(seat)

    # ------------------------------------------------------------------ names
    def _seen(self, state: State) -> State:
        """The state with roles for names, if names are hidden."""
        if not self.nameless or not state.seats:
            return state
        hidden = state.copy()
        hidden.seats = tuple(self._masked(n, seat) for n, seat in enumerate(state.seats))
        return hidden

    def _masked(self, number: int, seat: Seat) -> Seat:
        name = " + ".join(self.role_name(role) for role in seat.roles)
        return Seat(name or self.t("Seat {n}", n=number + 1), seat.roles)
