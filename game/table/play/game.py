"""The live game: a session that applies the rules, and a case that supplies the texts.

Screens query it for allowed actions and submit decisions to it; none of them modifies the state.
Listeners are called with each decision once it is on disk.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from copy import copy
from functools import partial
from typing import TypeVar

from game.content.case import Case
from game.engine import Action, Applied, Event, Refusal, State, apply
from game.frozen import frozen
from game.gui.screen import ScreenHost
from game.i18n import Lang, Words
from game.session import Decision, Log, SaveError, Sender, Session
from game.session.group_entries import Asked
from game.session.sitting_clock import awake
from game.table.parts.game_view import GameView, earlier_events
from game.wording.event_texts import headline
from game.wording.group_work import by_phone
from game.wording.refusals import refusal_text

R = TypeVar("R")
_LEAST_LEFT = 30.0
"""Seconds that everybody may still write at least when the game is opened again."""


def _nothing() -> None:
    """Nothing follows."""


def _nothing_told(t: Words) -> str:
    """There is no decision to tell of."""
    return ""


@frozen
class Decided:
    """A decision: the state before it, its events, and the state after them."""

    before: State
    events: tuple[Event, ...]
    after: State


Line = Callable[[Words], str]
"""Tells a decision in a line, in the language that is asked for."""
DecisionListener = Callable[[Decided], object]
SaveErrorReporter = Callable[[SaveError, Callable[[], object]], object]
"""Called with the error, and a function that tries again."""


class Game(GameView):
    """The live game: one case, one session, one table."""

    def __init__(self, app: ScreenHost, case: Case, session: Session[Case]) -> None:
        super().__init__(app, case)
        self.session = session
        self.listeners: list[DecisionListener] = []
        """Called with every decision, in this order."""
        self.on_save_error: SaveErrorReporter = self._show_save_error
        """Called when something could not be saved."""
        self.by_phone: Callable[[], frozenset[int]] = frozenset
        """The seats that have a phone which is connected just now."""
        self.seats_asked_for: Callable[[], tuple[str, ...]] = tuple
        """Who asks for a seat by phone and has not been given it, by name."""
        self._last: Decided | None = None
        self._foreseen: State | None = None
        self._writes_until = _goes_on_until(session.log)
        self._note: Line | None = None

    # ------------------------------------------------------------------ asking
    @property
    def state(self) -> State:
        """The current state of the game, or the one that is foreseen."""
        return self.session.state if self._foreseen is None else self._foreseen

    def after(self, action: Action) -> Game | None:
        """The game as an action would leave it, to be looked at; ``None`` where it is refused."""
        applied = apply(self.state, action)
        if isinstance(applied, Refusal):
            return None
        there = copy(self)
        there._foreseen = applied.state
        there._last, there._note = Decided(self.state, applied.events, applied.state), None
        return there

    def before_check(self, round: int) -> Iterator[Event]:
        """What had happened before the reality check of a round."""
        return earlier_events(self.session.log, round)

    @property
    def last_line(self) -> str:
        """What the last decision did, in one line for the room; empty before the first."""
        return self.line_of_last(self.t)

    def line_of_last(self, t: Words) -> str:
        """The same in any language; of what was taken back or done again, that it was."""
        if self._note is not None:
            return self._note(t)
        last = self._last
        if last is None:
            return ""
        return headline(last.events, last.after, self.case, t, before=last.before)

    # ------------------------------------------------------------------ deciding
    def do(self, action: Action, then: Callable[[], object] = _nothing) -> bool:
        """Apply an action: saved first, then shown. A refusal is shown and changes nothing.

        Whether it was done at once. What follows from it is given as ``then``, since it may be
        saved only once the table has tried again.
        """
        return self._tell_refusal(self.decide(action, then=then))

    def decide(
        self,
        action: Action,
        sender: Sender | None = None,
        then: Callable[[], object] = _nothing,
    ) -> Refusal | SaveError | None:
        """Apply an action of the screen or of a phone, ``then`` go on; see :meth:`attempt`."""
        before = self.state

        def show(applied: Applied) -> None:
            self._tell_of_copy()
            self._last, self._note = Decided(before, applied.events, applied.state), None
            for listener in self.listeners:
                listener(self._last)
            then()

        return self.attempt(lambda: self.session.do(action, sender), show)

    def attempt(
        self, write: Callable[[], R | Refusal], then: Callable[[R], object]
    ) -> Refusal | SaveError | None:
        """Write something into the session, ``then`` go on; a refusal is not shown, but returned.

        When it cannot be saved nothing is done, that is returned, and the table asks what to do: it
        goes on from here once it is saved after all.
        """
        try:
            result = write()
        except SaveError as error:
            self.on_save_error(error, lambda: self.attempt(write, then))
            return error
        if isinstance(result, Refusal):
            return result
        then(result)
        return None

    def _tell_of_copy(self) -> None:
        """Say once, softly, that the second copy could not be written."""
        if (trouble := self.session.take_trouble()) is not None:
            self.app.toast(trouble.translate(self.t))

    def record(self, write: Callable[[], object], then: Callable[[], object] = _nothing) -> bool:
        """Write something beside the rules, ``then`` go on; whether it was saved at once.

        A refusal is shown and changes nothing.
        """
        return self._tell_refusal(self.attempt(write, lambda _: then()))

    def _tell_refusal(self, failed: Refusal | SaveError | None) -> bool:
        """Show why something was refused; whether it was done at once."""
        if isinstance(failed, Refusal):
            self.app.refuse(refusal_text(failed, self.state, self.case, self.t))
        return failed is None

    # ------------------------------------------------------------------ silent writing
    def begin_writing(
        self, asks: Asked, seconds: int, then: Callable[[], object] = _nothing
    ) -> bool:
        """Let everybody write silently, with a clock of some seconds or without one."""

        def begun() -> None:
            self._writes_until = awake() + seconds if seconds else None
            then()

        return self.record(lambda: self.session.begin_writing(asks, seconds), begun)

    @property
    def writing_left(self) -> int | None:
        """How many seconds everybody still writes; ``None`` without a clock."""
        writing = self.session.log.writing
        if self._writes_until is None or writing is None or not writing.open:
            return None
        return max(0, math.ceil(self._writes_until - awake()))

    def stop_writing_in_time(self) -> None:
        """Nobody writes any more when the time is over, whatever the board shows."""
        writing = self.session.log.writing
        if self.writing_left == 0 and writing is not None and writing.open:
            self._writes_until = None
            over = self.t("The time for writing is over.")
            self.record(self.session.end_writing, partial(self.app.toast, over))

    # ------------------------------------------------------------------ going back
    def set_language(self, lang: Lang) -> None:
        """Switch to another language; it is saved in the session."""
        self.app.prefer(lang=lang)
        self.record(lambda: self.session.set_language(lang))

    def switch_language(self) -> None:
        """Switch to the other language."""
        self.set_language("en" if self.app.lang == "da" else "da")

    def undo(self, reason: str | None = None) -> bool:
        """Undo the last decision; one that drew or revealed something needs a reason."""
        told = self._told(-1) if self.session.history else _nothing_told
        return self._turn_back(
            lambda: self.session.undo(reason), lambda t: t("Undone: {what}", what=told(t))
        )

    def undo_back(self, count: int, reason: str | None) -> bool:
        """Undo the last ``count`` decisions one after the other; each has its log entry."""
        goal = len(self.session.history) - count  # from where one could not be saved it goes on

        def undo() -> Decision | Refusal:
            self._note = _nothing_told
            result = self.session.undo(reason)
            while not isinstance(result, Refusal) and len(self.session.history) > goal:
                result = self.session.undo(reason)
            return result

        return self._turn_back(
            undo, lambda t: t.plural("Undone: {n} decision", "Undone: {n} decisions", count)
        )

    def redo(self) -> bool:
        """Redo the last undone decision."""
        decision = self.session.can_redo
        told = _nothing_told if decision is None else self._teller(decision, self.state)
        return self._turn_back(self.session.redo, lambda t: t("Done again: {what}", what=told(t)))

    @property
    def undoable(self) -> str:
        """The decision that undo would revert, in one line; empty when there is none."""
        return self.decision_line(-1) if self.session.history else ""

    def decision_line(self, which: int) -> str:
        """The line of text of a decision in the history, by its position."""
        return self._told(which)(self.t)

    def _told(self, which: int) -> Line:
        """Tells a decision of the history."""
        history = self.session.history
        place = which % len(history)
        before = self.session.states[history[place - 1].n if place else 0]
        return self._teller(history[place], before)

    def _teller(self, decision: Decision, before: State) -> Line:
        after = self.session.states[decision.n]
        sender = decision.sender

        def told(t: Words) -> str:
            line = headline(decision.events, after, self.case, t, before=before)
            return line if sender is None else by_phone(t, line, sender.who)

        return told

    @property
    def redoable(self) -> str:
        """The decision that redo would restore, in one line; empty when there is none."""
        decision = self.session.can_redo
        return "" if decision is None else self._teller(decision, self.state)(self.t)

    def _turn_back(self, move: Callable[[], Decision | Refusal], note: Line) -> bool:
        def show(_: Decision) -> None:
            self._note = note
            for screen in self.app.screens:
                screen.refresh()

        return self._tell_refusal(self.attempt(move, show))

    def _show_save_error(self, error: SaveError, again: Callable[[], object]) -> None:
        self.app.toast(error.translate(self.t))


def _goes_on_until(log: Log) -> float | None:
    """When the clock of silent writing ends that was running when the game was left."""
    writing = log.writing
    if writing is None or not writing.open or not writing.seconds:
        return None
    passed = log.records[-1].at - writing.began
    return awake() + max(_LEAST_LEFT, writing.seconds - passed)
