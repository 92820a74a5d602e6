"""Who sat at the table, at last and before, read from a log alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from game.engine import Event, Seat
from game.engine import events as ev
from game.session.log import Log
from game.session.records import Decision


def seats_at_last(log: Log) -> tuple[Seat, ...]:
    """The seats by the decisions in force: who sat there last, and the roles played last.

    They are those of the header where the beginning is not whole.
    """
    seats = _seats_at_first(log)
    for event in _events(log.history):
        _reseat(seats, event)
    return tuple(seats)


def seated_before(log: Log) -> tuple[str, ...]:
    """Whoever sat at the table by the decisions in force and does not at last: taken over from."""
    seats, names = _seats_at_first(log), list[str]()
    for event in _events(log.history):
        if isinstance(event, ev.SeatReplaced) and 0 <= event.seat < len(seats):
            names.append(seats[event.seat].name)
        _reseat(seats, event)
    there = {seat.name for seat in seats}
    return tuple(name for name in dict.fromkeys(names) if name not in there)


def _seats_at_first(log: Log) -> list[Seat]:
    begun = next((e for e in log.begun if isinstance(e, ev.Begun)), None)
    return list(begun.seats if begun is not None else log.header.seats)


def named_at_seats(log: Log) -> Iterator[tuple[int, str]]:
    """Every name that stood at a seat, with the seat's number; of what was undone too."""
    yield from enumerate(seat.name for seat in log.header.seats)
    for begun in log.begun:
        if isinstance(begun, ev.Begun):
            yield from enumerate(seat.name for seat in begun.seats)
    for event in _events(record for record in log.records if isinstance(record, Decision)):
        if isinstance(event, ev.SeatAdded | ev.SeatReplaced):
            yield event.seat, event.name


def everybody(log: Log) -> tuple[Seat, ...]:
    """The seats at last, and after them whoever sat at one before, with its roles."""
    seats = seats_at_last(log)
    known = {seat.name for seat in seats}
    earlier = {
        name: Seat(name, seats[n].roles if n < len(seats) else ())
        for n, name in named_at_seats(log)
        if name not in known
    }
    return (*seats, *earlier.values())


def _events(decisions: Iterable[Decision]) -> Iterator[Event]:
    for decision in decisions:
        yield from decision.events


def _reseat(seats: list[Seat], event: Event) -> None:
    """What an event changes; one that does not fit comes from a file that somebody altered."""
    if isinstance(event, ev.SeatAdded):
        seats.append(Seat(event.name, event.roles))
    elif isinstance(event, ev.SeatReplaced) and 0 <= event.seat < len(seats):
        seats[event.seat] = replace(seats[event.seat], name=event.name)
    elif isinstance(event, ev.RoleMoved) and 0 <= event.seat < len(seats):
        for n, seat in enumerate(seats):
            seats[n] = replace(seat, roles=tuple(r for r in seat.roles if r != event.role))
        to = seats[event.seat]
        seats[event.seat] = replace(to, roles=(*to.roles, event.role))
