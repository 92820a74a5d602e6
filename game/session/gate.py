"""The gate of new texts: what cannot be shown is refused before it is saved.

The rules do not ask for it: a game that was saved with such letters is decided as it was, opens,
and is shown without them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from game.engine import Action, Refusal, Seat
from game.engine.limits import MAX_NAME
from game.engine.texts import check_text
from game.letters import refused
from game.session.codec import encode
from game.session.errors import EntryError


def check_new_text(text: str, limit: int, *, empty: bool = False) -> Refusal | None:
    """Refuse a text that the rules refuse, or that cannot be shown."""
    refusal = check_text(text, limit, empty=empty)
    return refusal or _check_letters(text)


def check_written(text: str, limit: int, *, empty: bool = False) -> None:
    """Raise :class:`EntryError` for a text that is refused."""
    if refusal := check_new_text(text, limit, empty=empty):
        raise EntryError(refusal.code, 0, **{**refusal.params, "actual": len(text)})


def check_seats(seats: Sequence[Seat]) -> None:
    """Raise :class:`EntryError` for a name that is empty, too long, or cannot be shown."""
    for seat in seats:
        check_written(seat.name, MAX_NAME)


def check_new_action(action: Action) -> Refusal | None:
    """Refuse an action with a text that cannot be shown."""
    refusals = map(_check_letters, _texts(encode(action)))
    return next((refusal for refusal in refusals if refusal), None)


def _check_letters(text: str) -> Refusal | None:
    letters = refused(text)
    return Refusal("bad_text", {"letters": letters}) if letters else None


def _texts(raw: Any) -> Iterator[str]:
    """Every text in an action's JSON."""
    if isinstance(raw, str):
        yield raw
    elif isinstance(raw, dict):
        for value in raw.values():
            yield from _texts(value)
    elif isinstance(raw, list | tuple):
        for value in raw:
            yield from _texts(value)
