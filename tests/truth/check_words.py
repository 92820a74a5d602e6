"""What is said while a reality check is held: in the table's log, and read aloud step by step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from game.content import Case
from game.engine import State
from game.engine import events as ev
from game.table.parts.folded_events import fold_events
from game.table.parts.game_view import GameView
from game.table.play.check.narration import narrate
from game.table.play.check.steps import steps_of
from game.wording.event_texts import event_text
from tests.truth.raw import Entry, Raw
from tests.truth.told import Listening, Sentence


@dataclass(frozen=True)
class Moment:
    """An event, and the states around it; ``entry`` is its number in the session."""

    event: Any
    before: State
    after: State
    entry: int


class _View(GameView):
    """A game as the check draws it, in words that are listened to."""

    def __init__(self, t: Listening, case: Case, state: State) -> None:
        super().__init__(SimpleNamespace(t=t), case)
        self._state = state

    @property
    def state(self) -> State:
        return self._state


def check_sentences(raw: Raw, case: Case) -> Iterator[Sentence]:
    """Everything that is said of the reality checks that stand."""
    t = Listening()
    for entry in raw.entries:
        if entry.stands and any(isinstance(e, ev.CheckBegan) for e in entry.events):
            yield from _logged(t, case, entry)
            yield from _read_aloud(t, case, entry)


def _logged(t: Listening, case: Case, entry: Entry) -> Iterator[Sentence]:
    """The lines of the table's log."""
    state = entry.before
    for folded in fold_events(entry.before, entry.events):
        event_text(folded.event, folded.state, case, t, before=state)
        at = Moment(folded.event, state, folded.state, entry.n)
        yield from (Sentence(message, params, at) for message, params in t.take())
        state = folded.state


def _read_aloud(t: Listening, case: Case, entry: Entry) -> Iterator[Sentence]:
    """What the facilitator reads of each step."""
    view = _View(t, case, entry.after)
    for step in steps_of(entry.before, fold_events(entry.before, entry.events)):
        narrate(view, step)
        event = step.events[0] if step.events else None
        at = Moment(event, step.before, step.after, entry.n)
        yield from (Sentence(message, params, at) for message, params in t.take())
