"""Annotations: entries added to a session without playing on.

Notes, outcomes, check-ins, the moments that were talked about, the items of the action list, what
is filled into registers, tags, and which of these were withdrawn.
"""

from __future__ import annotations

import math
from datetime import date
from typing import Final, Literal

from game.engine import Track
from game.frozen import frozen
from game.session.errors import CodecError
from game.session.register_entries import RegisterEntry, check_register_entry


@frozen
class Note:
    """A note about entry ``of`` (0: the start), written afterwards.

    With ``bookmark`` the moment is marked as well; a bookmark alone has no text.
    """

    n: int
    at: float
    of: int
    text: str
    bookmark: bool


OutcomeKind = Literal["trial", "track", "benefit"]
Held = Literal["yes", "partly", "no"]


@frozen
class Outcome:
    """An outcome in the real world, reported weeks later.

    Of a ``trial``: whether the idea ``held``. Of a ``track``: the current ``value`` of its
    indicator. Of a ``benefit`` (an idea and a track): the value of its measure. ``date`` is the day
    it was measured (ISO 8601), ``by`` who reported it. ``confirmed``: it was asked about because it
    is unusual, and whoever reported it said that it is right.
    """

    n: int
    at: float
    what: OutcomeKind
    idea: str | None
    track: Track | None
    held: Held | None
    value: float | None
    text: str
    date: str
    by: str
    confirmed: bool = False


Mood = Literal[1, 2, 3, 4, 5]


@frozen
class CheckIn:
    """How a seat feels at the start of the debrief: a word, a number from 1 (bad) to 5, or both.

    What came from a phone is nobody's: it has no ``seat``, and each such entry counts.
    """

    n: int
    at: float
    seat: int | None
    word: str
    mood: Mood | None


ItemStatus = Literal["open", "under_way", "done", "dropped", "removed"]
"""How far an item of the action list has come; what is ``removed`` is on the list no longer."""


@frozen
class TalkedMoment:
    """A key moment by what does not change when a later program tells it otherwise.

    It is recorded in ``entry`` (0: the start) and of a ``kind``; where one entry has several of a
    kind, ``idea`` and ``part`` of it (a track, a risk) tell them apart.
    """

    entry: int
    kind: str
    idea: str | None
    part: str | None


@frozen
class ActionItem:
    """An item of the action list: what somebody will do after the game, as it stands from here on.

    ``item`` is the entry in which it was first written down (its own number, if this is it): a
    later entry with the same ``item`` takes its place. ``text`` is what is to be done, ``who`` does
    it (a role or a name), ``due`` is the day (ISO 8601). ``of`` is the entry that it came from,
    and ``moment`` the key moment there, where it was written down at one.

    It may belong to an ``idea``, to its benefit on a ``track``, or to one of its risks.
    """

    n: int
    at: float
    item: int
    text: str
    who: str
    due: str | None
    status: ItemStatus
    of: int | None
    idea: str | None
    track: Track | None
    risk: str | None
    moment: TalkedMoment | None = None


@frozen
class Tags:
    """The tags by which a session is found again: all that it has; the last entry counts."""

    n: int
    at: float
    tags: tuple[str, ...]


ChosenBy = Literal["program", "group"]


@frozen
class TalkedOf:
    """The key moments that the debrief talks about: all of them; the last entry counts.

    They are those that the ``program`` proposed, or those that the ``group`` chose.
    """

    n: int
    at: float
    talked_of: tuple[TalkedMoment, ...]
    chosen: ChosenBy


@frozen
class Withdrawn:
    """An entry that was wrong counts no longer: what was told of the same before it counts again.

    It stays in the file; a :data:`Withdrawable` is withdrawn once.
    """

    n: int
    at: float
    withdrawn: int


Withdrawable = Note | Outcome | ActionItem | RegisterEntry
"""What somebody told after the game, and may have told wrongly."""
Annotation = Withdrawable | CheckIn | Tags | TalkedOf | Withdrawn
"""Entries that are not part of the game: they may be added long after it is over."""

MOST_TAGS: Final = 12
MAX_TAG: Final = 40
"""How many tags a session may have, and how long each may be, in characters."""
MOST_TALKED_OF: Final = 12
"""How many moments a debrief may say that it talks about; it has time for three."""

_REQUIRED: Final = {
    "trial": (True, False, True, False),
    "track": (False, True, False, True),
    "benefit": (True, True, False, True),
}
"""Whether an outcome must have an idea, a track, held and a value; a trial may have a value."""


def check_annotation(annotation: Annotation, seats: int) -> None:
    """Raise :class:`CodecError` unless an annotation fits a game with this number of seats."""
    if isinstance(annotation, Note):
        _check_note(annotation)
    elif isinstance(annotation, CheckIn):
        _check_check_in(annotation, seats)
    elif isinstance(annotation, ActionItem):
        _check_action_item(annotation)
    elif isinstance(annotation, Tags):
        _check_tags(annotation)
    elif isinstance(annotation, TalkedOf):
        _check_talked_of(annotation)
    elif isinstance(annotation, RegisterEntry):
        check_register_entry(annotation)
    elif isinstance(annotation, Withdrawn):
        if not 0 < annotation.withdrawn < annotation.n:
            raise CodecError("not_withdrawable", of=annotation.withdrawn)
    else:
        _check_outcome(annotation)


def _check_note(note: Note) -> None:
    if not 0 <= note.of < note.n:
        raise CodecError("no_such_entry", of=note.of, last=note.n - 1)
    if not note.bookmark and not note.text.strip():
        raise CodecError("empty_text")


def _check_check_in(check_in: CheckIn, seats: int) -> None:
    if check_in.seat is not None and not 0 <= check_in.seat < seats:
        raise CodecError("no_such_seat", seat=check_in.seat + 1, seats=seats)
    if check_in.mood not in (None, 1, 2, 3, 4, 5):
        raise CodecError("bad_mood")
    if check_in.mood is None and not check_in.word.strip():
        raise CodecError("empty_text")


def tag_key(tag: str) -> str:
    """What a tag is known by: capital letters and the number of spaces make no other of it."""
    return " ".join(tag.split()).casefold()


def _check_tags(tags: Tags) -> None:
    if len(tags.tags) > MOST_TAGS:
        raise CodecError("many_tags", limit=MOST_TAGS)
    if not all(tag.strip() for tag in tags.tags):
        raise CodecError("empty_text")
    if (longest := max(map(len, tags.tags), default=0)) > MAX_TAG:
        raise CodecError("long_text", limit=MAX_TAG, actual=longest)
    if len(set(map(tag_key, tags.tags))) < len(tags.tags):
        raise CodecError("tag_twice")


def _check_talked_of(talked: TalkedOf) -> None:
    moments = talked.talked_of
    if len(moments) > MOST_TALKED_OF or len(set(moments)) < len(moments):
        raise CodecError("bad_value", where="talked_of", value=len(moments))
    for moment in moments:
        if not 0 <= moment.entry < talked.n:
            raise CodecError("no_such_entry", of=moment.entry, last=talked.n - 1)


def _check_outcome(outcome: Outcome) -> None:
    has = (outcome.idea is not None, outcome.track is not None, outcome.held is not None)
    *needs, value = _REQUIRED[outcome.what]
    if has != tuple(needs) or (value and outcome.value is None):
        raise CodecError("wrong_outcome")
    if outcome.value is not None and not math.isfinite(outcome.value):
        raise CodecError("wrong_outcome")
    _check_day(outcome.date)


def _check_action_item(item: ActionItem) -> None:
    if not 0 < item.item <= item.n:
        raise CodecError("no_such_item", item=item.item)
    if item.of is not None and not 0 <= item.of < item.n:
        raise CodecError("no_such_entry", of=item.of, last=item.n - 1)
    if item.moment is not None and (item.of is None or not 0 <= item.moment.entry < item.n):
        raise CodecError("no_such_entry", of=item.moment.entry, last=item.n - 1)
    if not item.text.strip():
        raise CodecError("empty_text")
    if item.due is not None:
        _check_day(item.due)
    of_the_idea = sum(part is not None for part in (item.track, item.risk))
    if of_the_idea > (item.idea is not None):
        raise CodecError("wrong_subject")


def _check_day(day: str) -> None:
    try:
        date.fromisoformat(day)
    except ValueError:
        raise CodecError("bad_date", date=day) from None
