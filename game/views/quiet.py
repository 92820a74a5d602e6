"""How long it is since each seat last did something at the table, proved from the session's log.

The log knows what was done, not what was said. It is told kindly, and only to the facilitator.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.engine import Event
from game.engine import events as ev
from game.engine.actions import Pass
from game.frozen import frozen
from game.i18n import Words
from game.session import Decision, Log

LONG = 5
"""Minutes without a deed from which on somebody may be asked."""
_LATER = 3
"""So many minutes later somebody else did something."""
_NAMED = 3
"""So many are named at most."""


@frozen
class Deed:
    """The last deed of a seat: its entry in the log, and the seconds at the table until then.

    Entry 0: whoever sits there has done nothing yet; ``at`` is then since when they do. ``away``:
    nobody sits there now. ``back``: ``at`` is when somebody came back, and did nothing since.
    """

    seat: int
    entry: int
    at: float
    away: bool = False
    back: bool = False

    def minutes(self, now: float) -> int:
        """The whole minutes since then, when so many seconds have been played."""
        return max(0, int((now - self.at) // 60))


def last_deeds(log: Log) -> tuple[Deed, ...]:
    """Each seat's last deed, undone or not, of who sits there now; ending a turn is none."""
    found = {seat: Deed(seat, 0, 0.0) for seat in range(len(log.header.seats))}
    for record in log.records:
        if isinstance(record, Decision) and not isinstance(record.action, Pass):
            seat = getattr(record.action, "seat", None)
            if seat is not None:
                found[seat] = Deed(seat, record.n, log.played_at(record.n))
    for decision in log.history:
        for event in decision.events:
            _come_and_gone(found, event, log.played_at(decision.n))
    return tuple(deed for seat, deed in found.items() if seat < log.seat_count())


def _come_and_gone(found: dict[int, Deed], event: Event, at: float) -> None:
    """Nobody is quiet while they are away, nor before they came."""
    if isinstance(event, ev.SeatLeft):
        found[event.seat] = replace(found[event.seat], away=True)
    elif isinstance(event, ev.SeatAdded | ev.SeatReplaced | ev.SeatReturned):
        deed, back = found.get(event.seat), isinstance(event, ev.SeatReturned)
        if deed is None or deed.at <= at:
            found[event.seat] = Deed(event.seat, 0, at, back=back)
        else:
            found[event.seat] = replace(deed, away=False)


def ago(t: Words, deed: Deed, now: float) -> str:
    """How long ago a deed was, in a few words."""
    minutes = deed.minutes(now)
    if deed.away:
        return t("away")
    if deed.back:
        return t.plural("came back {n} minute ago", "came back {n} minutes ago", minutes)
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
    there = [deed for deed in deeds if not deed.away]
    most = max(deed.minutes(now) for deed in there)
    least = min(deed.minutes(now) for deed in there)
    if most < LONG or most - least < _LATER:
        return ()
    return tuple(deed for deed in there if deed.minutes(now) == most)


def kind_word(t: Words, names: Sequence[str], minutes: int) -> str:
    """What a facilitator could say to those who have been quiet longest."""
    if len(names) == 1:
        return t.plural(
            "{name}: the game has noted nothing for {n} minute. Perhaps ask: “{name}, what "
            "do you see that the others do not?”",
            "{name}: the game has noted nothing for {n} minutes. Perhaps ask: “{name}, what "
            "do you see that the others do not?”",
            minutes,
            name=names[0],
        )
    return t.plural(
        "{names}: the game has noted nothing for {n} minute. Perhaps ask one of them: “What "
        "do you see that the others do not?”",
        "{names}: the game has noted nothing for {n} minutes. Perhaps ask one of them: “What "
        "do you see that the others do not?”",
        minutes,
        names=t.listed(names) if len(names) <= _NAMED else t("Several players"),
    )
