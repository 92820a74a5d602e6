"""Folding who sits at the table."""

from __future__ import annotations

from dataclasses import replace

from game.engine import events as ev
from game.engine.events.frame import Seat
from game.engine.folds.editing import Folds, replaced
from game.engine.state import State


def _seat_added(s: State, e: ev.SeatAdded) -> None:
    s.seats = (*s.seats, Seat(e.name, e.roles))
    s.seatings += 1
    s.idea_hands = (*s.idea_hands, ())
    s.benefit_hands = (*s.benefit_hands, ())
    s.risk_hands = (*s.risk_hands, ())
    if s.poker is not None:
        late = (e.seat,) if s.poker.open else ()
        s.poker = replace(s.poker, given=(*s.poker.given, None), absent=(*s.poker.absent, *late))


def _seat_left(s: State, e: ev.SeatLeft) -> None:
    if s.step == "turn" and e.seat not in s.waiting:
        s.gone = (*s.gone, e.seat)
    if s.step == "turn" and e.seat == s.turn:
        s.actions = 0
    s.away = (*s.away, e.seat)
    s.waiting = without(s.waiting, e.seat)
    if s.poker is not None and e.seat in s.poker.missing:
        s.poker = replace(s.poker, absent=(*s.poker.absent, e.seat))


def _seat_returned(s: State, e: ev.SeatReturned) -> None:
    s.away, s.gone = without(s.away, e.seat), without(s.gone, e.seat)
    if s.poker is not None and not s.poker.open:
        s.poker = replace(s.poker, absent=without(s.poker.absent, e.seat))


def _seat_replaced(s: State, e: ev.SeatReplaced) -> None:
    s.seats = replaced(s.seats, e.seat, Seat(e.name, s.seats[e.seat].roles))
    s.seatings += 1


def _role_moved(s: State, e: ev.RoleMoved) -> None:
    if e.source is not None:
        name, roles = s.seats[e.source].name, s.seats[e.source].roles
        rest = tuple(role for role in roles if role != e.role)
        s.seats = replaced(s.seats, e.source, Seat(name, rest))
    to = s.seats[e.seat]
    s.seats = replaced(s.seats, e.seat, Seat(to.name, (*to.roles, e.role)))
    s.seatings += 1


def _actions_shared(s: State, e: ev.ActionsShared) -> None:
    s.shares, s.waiting = e.shares, tuple(seat for seat, _ in e.shares)


def _decision_passed(s: State, e: ev.DecisionPassed) -> None:
    s.turn = e.seat


def without(seats: tuple[int, ...], seat: int) -> tuple[int, ...]:
    """The seats but one."""
    return tuple(n for n in seats if n != seat)


FOLDS: Folds = {
    ev.SeatAdded: _seat_added,
    ev.SeatLeft: _seat_left,
    ev.SeatReturned: _seat_returned,
    ev.SeatReplaced: _seat_replaced,
    ev.RoleMoved: _role_moved,
    ev.ActionsShared: _actions_shared,
    ev.DecisionPassed: _decision_passed,
}
