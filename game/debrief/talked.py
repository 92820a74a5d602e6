"""Which key moments a debrief talks about, as the session remembers them.

The rule that proposes them may change with the program. So they stand in the session by what does
not change, and are found again there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.debrief.highlights import subjects_of
from game.debrief.moments import Bookmarked, Moment, Noted
from game.session import Record, TalkedMoment, TalkedOf


def talked_moment(moment: Moment) -> TalkedMoment:
    """A moment as it stands in a session."""
    idea, part = next(subjects_of(moment.about), (None, None))
    return TalkedMoment(recorded_in(moment), moment.kind, idea, part)


def recorded_in(moment: Moment) -> int:
    """The entry that a moment is told apart by: of a bookmark or a note the one that it is."""
    if isinstance(moment.about, Bookmarked | Noted):
        return moment.evidence.entries[-1].entry
    return moment.entry


def found_again(moments: Iterable[Moment], records: Sequence[Record]) -> tuple[Moment, ...] | None:
    """The moments that a session says are talked about; ``None`` if it does not say.

    Nor does it when none of those that it names are known any more, as in a game that took another
    course since.
    """
    talked = next((r for r in reversed(records) if isinstance(r, TalkedOf)), None)
    if talked is None:
        return None
    found = _named_in(moments, (talked,))
    return found if found or not talked.talked_of else None


def ever_named(moments: Iterable[Moment], records: Sequence[Record]) -> tuple[Moment, ...]:
    """The moments that a session has ever said are talked about, left out again or not."""
    return _named_in(moments, [r for r in records if isinstance(r, TalkedOf)])


def _named_in(moments: Iterable[Moment], said: Iterable[TalkedOf]) -> tuple[Moment, ...]:
    wanted = {named for talked in said for named in talked.talked_of}
    return tuple(moment for moment in moments if talked_moment(moment) in wanted)
