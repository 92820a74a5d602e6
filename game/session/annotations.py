"""What is added to a session without playing on: notes, what became of it all, check-ins."""

from __future__ import annotations

import math
from datetime import date
from typing import Final, Literal

from game.engine import Track
from game.engine.records import record
from game.session.errors import CodecError


@record
class Note:
    """A note about entry ``of`` (0: the beginning), written while looking back.

    With ``bookmark`` the moment is marked as well; a bookmark alone has no text.
    """

    n: int
    at: float
    of: int
    text: str
    bookmark: bool


Found = Literal["trial", "track", "benefit"]
Held = Literal["yes", "partly", "no"]


@record
class Outcome:
    """What became of it in the real world, told weeks later.

    Of a ``trial``: whether the idea ``held``. Of a ``track``: the ``value`` of its indicator now.
    Of a ``benefit`` (an idea and a track): the value that its measure shows. ``date`` is the day it
    was found (ISO 8601), ``by`` who told it.
    """

    n: int
    at: float
    what: Found
    idea: str | None
    track: Track | None
    held: Held | None
    value: float | None
    text: str
    date: str
    by: str


Mood = Literal[1, 2, 3, 4, 5]


@record
class CheckIn:
    """How a seat feels when the debrief begins: in a word, from 1 (bad) to 5 (good), or both."""

    n: int
    at: float
    seat: int
    word: str
    mood: Mood | None


Added = Note | Outcome | CheckIn
"""Entries that are no part of the game: they may be added when it has long been over."""

_NEEDS: Final = {
    "trial": (True, False, True, False),
    "track": (False, True, False, True),
    "benefit": (True, True, False, True),
}
"""Which of idea, track, held and value an outcome must have; the value of a trial may be told."""


def mind_added(added: Added, seats: int) -> None:
    """It fits a game with so many seats. Raises :class:`CodecError`."""
    if isinstance(added, Note):
        _mind_note(added)
    elif isinstance(added, CheckIn):
        _mind_check_in(added, seats)
    else:
        _mind_outcome(added)


def _mind_note(note: Note) -> None:
    if not 0 <= note.of < note.n:
        raise CodecError("no_such_entry", of=note.of, last=note.n - 1)
    if not note.bookmark and not note.text.strip():
        raise CodecError("empty_text")


def _mind_check_in(check_in: CheckIn, seats: int) -> None:
    if not 0 <= check_in.seat < seats:
        raise CodecError("no_such_seat", seat=check_in.seat)
    if check_in.mood not in (None, 1, 2, 3, 4, 5):
        raise CodecError("bad_mood")
    if check_in.mood is None and not check_in.word.strip():
        raise CodecError("empty_text")


def _mind_outcome(told: Outcome) -> None:
    has = (told.idea is not None, told.track is not None, told.held is not None)
    *needs, value = _NEEDS[told.what]
    if has != tuple(needs) or (value and told.value is None):
        raise CodecError("wrong_outcome")
    if told.value is not None and not math.isfinite(told.value):
        raise CodecError("wrong_outcome")
    try:
        date.fromisoformat(told.date)
    except ValueError:
        raise CodecError("bad_date", date=told.date) from None
