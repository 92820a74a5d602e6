"""Events in plain words: what the room hears of, and one line for a whole action.

Both functions take the state after the event (the state after the whole action will do) and, where
it is at hand, the state before the action: it knows who rallied and what was shelved.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.engine.events import Event
from game.engine.state import State
from game.i18n import Words
from game.wording.case_names import CaseNames
from game.wording.event_texts.formatter import EventFormatter
from game.wording.event_texts.headline import line, sentence

if TYPE_CHECKING:
    from game.content.case import Case

LINE = 90
"""A headline is at most this many characters, if its names can be cut so far."""

_NAMES = (None, 40, 28, 20, 14, 10)
"""How long names may be: whole first, then shorter until the line fits."""


def event_text(
    event: Event, state: State, case: Case, t: Words, *, before: State | None = None
) -> str | None:
    """One plain sentence about an event, or ``None`` when it is mere bookkeeping."""
    return sentence(EventFormatter(CaseNames(t, case), state, before), event)


def headline(
    events: Sequence[Event], state: State, case: Case, t: Words, *, before: State | None = None
) -> str:
    """One line for all that an action did: ``Ane places A: Book a time – 4 points on Citizen``.

    Long names are cut with an ellipsis until the line holds :data:`LINE` characters. Empty when
    there is nothing to tell.
    """
    text, called = "", CaseNames(t, case)
    for longest in _NAMES:
        text = line(EventFormatter(called, state, before, longest), events)
        if len(text) <= LINE:
            break
    return text


__all__ = ["LINE", "event_text", "headline"]
