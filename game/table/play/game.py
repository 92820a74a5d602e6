"""A game as the table sees it: the session that decides, the case that has the words.

Screens ask it what may be done and tell it what was decided; none of them writes state. What comes
of a decision is handed to ``aftermath`` as folded steps, so that it can be shown one by one while
the session is already further on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from game.content.case import Case
from game.engine import Action, Event, Refusal, State, evolve
from game.i18n import Lang
from game.session import Decision, SaveError, Session
from game.table.parts.game_view import GameView
from game.table.play.game_timers import Timing
from game.table.play.sounds import heard
from game.wording.refusals import why
from game.wording.telling import headline

if TYPE_CHECKING:
    from game.gui.app import App
    from game.table.guide.showing import Shown
    from game.table.play.dialogs.write import Draft


@dataclass(frozen=True, slots=True)
class Moment:
    """One event and the state right after it."""

    event: Event
    state: State


Aftermath = Callable[[State, tuple[Moment, ...]], object]


def _nothing(*what: object) -> None:
    """Until the flow of screens says what comes next."""


def moments_of(state: State, events: Sequence[Event]) -> tuple[Moment, ...]:
    """The events one by one with the states they lead to, from the state before them."""
    moments = []
    for event in events:
        state = evolve(state, event)
        moments.append(Moment(event, state))
    return tuple(moments)


class Game(GameView):
    """The live game: one case, one session, one table."""

    def __init__(self, app: App, case: Case, session: Session[Case]) -> None:
        super().__init__(app, case)
        self.session = session
        self.aftermath: Aftermath = _nothing
        """Told of every decision: the state before it, and what came of it step by step."""
        self.on_save_error: Callable[[SaveError, Callable[[], object]], None] = self._say
        """Told when nothing could be saved, and how to try again."""
        self.show_result: Callable[[], object] = _nothing
        self.leave: Callable[[], object] = _nothing
        """Go back to the start screen; all is saved."""
        self.hints: Shown | None = None
        """The hints for a group that is learning the game; whether they are on is theirs to say."""
        self.draft: Draft | None = None
        """A card that is being written, kept while its dialog is closed."""
        self.timing = Timing(self)
        self._last: tuple[State, tuple[Event, ...], State] | None = None
        self._note = ""

    # ------------------------------------------------------------------ asking
    @property
    def state(self) -> State:
        """The game as it stands."""
        return self.session.state

    @property
    def said(self) -> str:
        """What the last decision did, in one line for the room; empty before the first."""
        if self._note or self._last is None:
            return self._note
        before, events, after = self._last
        return headline(events, after, self.case, self.t, before=before)

    # ------------------------------------------------------------------ deciding
    def do(self, action: Action) -> bool:
        """Decide: on disk first, then on the screen. A refusal is said, and nothing happens."""
        before = self.state
        try:
            done = self.session.do(action)
        except SaveError as error:
            self.on_save_error(error, lambda: self.do(action))
            return False
        if isinstance(done, Refusal):
            self.app.toast(why(done, before, self.case, self.t))
            return False
        self._last, self._note = (before, done.events, done.state), ""
        self.timing.decided(before, done.state)
        if sound := heard(done.events):
            self.app.sound.play(sound)
        self.aftermath(before, moments_of(before, done.events))
        return True

    def speak(self, lang: Lang) -> None:
        """Speak another language from now on; the session remembers it."""
        self.app.prefer(lang=lang)
        try:
            self.session.speak(lang)
        except SaveError as error:
            self.on_save_error(error, lambda: self.session.speak(lang))

    def undo(self, reason: str | None = None) -> bool:
        """Take the last decision back; past what drew or revealed something, with a reason."""
        said = self.t("Undone: {what}", what=self.undoable)
        return self._turn_back(lambda: self.session.undo(reason), said)

    def undo_back(self, count: int, reason: str | None) -> bool:
        """Take the last ``count`` decisions back, one after the other; each has its entry."""
        for left in range(count, 0, -1):
            again = partial(self.undo_back, left, reason)
            if not self._turn_back(partial(self.session.undo, reason), "", again):
                return False
        self._note = self.t.plural("Undone: {n} decision", "Undone: {n} decisions", count)
        return True

    def redo(self) -> bool:
        """Put back what was undone last."""
        said = self.t("Done again: {what}", what=self.redoable)
        return self._turn_back(self.session.redo, said)

    @property
    def undoable(self) -> str:
        """What undo would take back, in one line; empty when there is nothing."""
        return self.told(-1) if self.session.history else ""

    def told(self, which: int) -> str:
        """A decision that stands, by its place in the history, in one line."""
        history, states = self.session.history, self.session.states
        place = which % len(history)
        decision = history[place]
        before = states[history[place - 1].n if place else 0]
        return headline(decision.events, states[decision.n], self.case, self.t, before=before)

    @property
    def redoable(self) -> str:
        """What redo would put back, in one line; empty when there is nothing."""
        decision = self.session.can_redo
        if decision is None:
            return ""
        after = self.session.states[decision.n]
        return headline(decision.events, after, self.case, self.t, before=self.state)

    def _turn_back(
        self,
        move: Callable[[], Decision | Refusal],
        said: str,
        again: Callable[[], object] | None = None,
    ) -> bool:
        before = self.state
        try:
            done = move()
        except SaveError as error:
            self.on_save_error(error, again or partial(self._turn_back, move, said))
            return False
        if isinstance(done, Refusal):
            self.app.toast(why(done, before, self.case, self.t))
            return False
        self._note = said
        self.app.wake()
        return True

    def _say(self, error: SaveError, again: Callable[[], object]) -> None:
        self.app.toast(error.say(self.t), seconds=12)
