"""How long it is since each seat last did something at the table, proved from the session's log.

The log knows what was done, not what was said. It is told kindly, and only to the facilitator.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.engine.actions import Pass
from game.i18n import Words
from game.session import Decision, Log

LONG = 5
"""Minutes without a deed from which on somebody may be asked."""
_LATER = 3
"""So many minutes later somebody else did something."""
_NAMED = 3
"""So many are named at most."""


@dataclass(frozen=True, slots=True)
class Deed:
    """The last deed of a seat: its entry in the log, and the seconds at the table until then.

    Entry 0 is the start: the seat has done nothing yet.
    """

    seat: int
    entry: int
    at: float

    def minutes(self, now: float) -> int:
        """The whole minutes since then, when so many seconds have been played."""
        return max(0, int((now - self.at) // 60))


def last_deeds(log: Log) -> tuple[Deed, ...]:
    """Each seat's last deed, undone or not; ending a turn is none."""
    found = [Deed(seat, 0, 0.0) for seat in range(len(log.header.seats))]
    for record in log.records:
        if isinstance(record, Decision) and not isinstance(record.action, Pass):
            seat = getattr(record.action, "seat", None)
            if seat is not None:
                found[seat] = Deed(seat, record.n, log.played_at(record.n))
    return tuple(found)


def ago(t: Words, deed: Deed, now: float) -> str:
    """How long ago a deed was, in a few words."""
    minutes = deed.minutes(now)
    if not deed.entry and not minutes:
        return t("nothing yet")
    if not deed.entry:
        return t.plural("nothing yet, {n} minute", "nothing yet, {n} minutes", minutes)
    if not minutes:
        return t("just now")
    return t.plural("{n} minute ago", "{n} minutes ago", minutes)


def longest_quiet(deeds: Sequence[Deed], now: float) -> tuple[Deed, ...]:
    """The deeds longest ago, to the minute, if that is long and others did something since.

    Where nobody did anything for long all are talking, and nobody is quiet.
    """
    most = max(deed.minutes(now) for deed in deeds)
    least = min(deed.minutes(now) for deed in deeds)
    if most < LONG or most - least < _LATER:
        return ()
    return tuple(deed for deed in deeds if deed.minutes(now) == most)


def kind_word(t: Words, names: Sequence[str], minutes: int) -> str:
    """What a facilitator could say to those who have been quiet longest."""
    if len(names) == 1:
        return t.plural(
            "{name} has done nothing at the table for {n} minute. Perhaps ask: “{name}, what do "
            "you see that the others do not?”",
            "{name} has done nothing at the table for {n} minutes. Perhaps ask: “{name}, what do "
            "you see that the others do not?”",
            minutes,
            name=names[0],
        )
    return t.plural(
        "{names} have done nothing at the table for {n} minute. Perhaps ask one of them: “What do "
        "you see that the others do not?”",
        "{names} have done nothing at the table for {n} minutes. Perhaps ask one of them: “What do "
        "you see that the others do not?”",
        minutes,
        names=t.listed(names) if len(names) <= _NAMED else t("Several players"),
    )
