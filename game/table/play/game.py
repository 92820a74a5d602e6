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
from game.engine import Action, Event, Idea, Refusal, Risk, State, Track, check, evolve
from game.i18n import Lang, Words
from game.session import Decision, SaveError, Session
from game.table.play.sounds import heard
from game.table.play.timing import Timing
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


class GameView:
    """A game to look at: a state, the case that has its words, and what was told last.

    What only draws takes this, so that a game that is replayed is drawn as one that is played.
    """

    def __init__(self, app: App, case: Case) -> None:
        self.app = app
        self.case = case

    @property
    def state(self) -> State:
        """The game as it is drawn."""
        raise NotImplementedError

    @property
    def t(self) -> Words:
        """The words of the table's language."""
        return self.app.t

    @property
    def said(self) -> str:
        """What the last decision did, in one line for the room; empty before the first."""
        return ""

    def why_not(self, action: Action) -> str:
        """Why an action may not be done now, in plain words; empty when it may."""
        refusal = check(self.state, action)
        return "" if refusal is None else why(refusal, self.state, self.case, self.t)

    # ------------------------------------------------------------------ names
    def seat_name(self, seat: int) -> str:
        """The player at a seat."""
        return self.state.seats[seat].name

    def role_name(self, role: str) -> str:
        """A role of the case."""
        return self.case.roles[role].name.read(self.t.lang)

    def idea_name(self, idea: Idea) -> str:
        """An idea, by its card or in the group's own words."""
        return idea.name or self.case.ideas[idea.id].name.read(self.t.lang)

    def idea_text(self, idea: Idea) -> str:
        """What an idea is about."""
        return idea.text if idea.written else self.case.ideas[idea.id].text.read(self.t.lang)

    def benefit_name(self, idea: Idea, track: Track) -> str:
        """A benefit: its card, the group's own words, or the one that the idea itself brings."""
        b = idea.benefit(track)
        if b is not None and b.name:
            return b.name
        if b is not None and b.card:
            return self.case.benefits[b.card].name.read(self.t.lang)
        return self.t("The idea's own benefit")

    def measure_name(self, idea: Idea, track: Track) -> str:
        """The indicator that a benefit is measured by."""
        b = idea.benefit(track)
        if b is not None and b.measure is not None:
            return b.measure.indicator
        if b is not None and b.card:
            return self.case.benefits[b.card].measure.indicator.read(self.t.lang)
        return self.case.tracks[track].indicator.read(self.t.lang)

    def risk_name(self, risk: Risk) -> str:
        """A risk, by its card or in the group's own words."""
        return risk.name or self.case.risks[risk.id].name.read(self.t.lang)


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
