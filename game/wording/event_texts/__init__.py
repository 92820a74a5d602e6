"""Texts of events: a sentence for one event, and one line for all events of an action.

Both functions take the state after the event or after the whole action and, where it is known, the
state before the action: only that has who rallied and which idea was shelved.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.engine.events import Event
from game.engine.state import State
from game.i18n import Words
from game.wording.case_names import CaseNames
from game.wording.event_texts.formatter import EventFormatter
from game.wording.event_texts.headline import event_sentence, summary_line

if TYPE_CHECKING:
    from game.content.case import Case

LINE = 100
"""The maximum length of a headline in characters, as far as its names can be shortened."""

_NAMES = (None, 40, 28, 20, 14, 10)
"""The maximum lengths of names to try, until the line fits; ``None``: not shortened."""


def event_text(
    event: Event, state: State, case: Case, t: Words, *, before: State | None = None
) -> str | None:
    """One sentence about an event; ``None`` for bookkeeping that is not shown."""
    return event_sentence(EventFormatter(CaseNames(t, case), state, before), event)


def headline(
    events: Sequence[Event], state: State, case: Case, t: Words, *, before: State | None = None
) -> str:
    """One line for all events of an action: ``Ane places A: Book a time – 4 points on Citizen``.

    Long names are shortened with an ellipsis until the line has at most :data:`LINE` characters.
    Empty when there is nothing to show.
    """
    text, names = "", CaseNames(t, case)
    for longest in _NAMES:
        text = summary_line(EventFormatter(names, state, before, longest), events)
        if len(text) <= LINE:
            break
    return text


__all__ = ["LINE", "event_text", "headline"]
