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
from game.wording.case_names import CUT, CaseNames
from game.wording.event_texts.formatter import EventFormatter
from game.wording.event_texts.headline import event_sentence, summary_line

if TYPE_CHECKING:
    from game.content.case import Case

LINE, LONG_LINE = 100, 150
"""The maximum length of a headline in characters, as far as its names can be shortened; and that of
one in smaller print, before a short name is cut."""

_NAMES = ((None, LINE), (40, LINE), (28, LINE), (20, LINE), (28, LONG_LINE), (20, LONG_LINE),
          (14, LINE), (10, LINE))  # fmt: skip
"""The maximum lengths of names to try, each with that of the line, until it fits; ``None``: not
shortened."""
_SHORT = 28
"""A name of so few letters is cut only where the line would be longer than in smaller print."""


def event_text(
    event: Event, state: State, case: Case, t: Words, *, before: State | None = None
) -> str | None:
    """One sentence about an event; ``None`` for bookkeeping that is not shown."""
    return event_sentence(EventFormatter(CaseNames(t, case), state, before), event)


def headline(
    events: Sequence[Event], state: State, case: Case, t: Words, *, before: State | None = None
) -> str:
    """One line for all events of an action: ``Ane places A: Book a time – 4 points on Citizen``.

    Long names are shortened with an ellipsis until the line has at most :data:`LINE` characters,
    and short ones only where it would have more than :data:`LONG_LINE`. Empty when there is nothing
    to show.
    """
    text, names = "", CaseNames(t, case)
    for longest, most in _NAMES:
        text = summary_line(EventFormatter(names, state, before, longest), events)
        whole = longest == _SHORT and CUT not in text
        if len(text) <= (LONG_LINE if whole else most):
            break
    return text


__all__ = ["LINE", "LONG_LINE", "event_text", "headline"]
