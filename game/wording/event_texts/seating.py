"""Sentences about who sits at the table: coming, going, taking over."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from game.engine import events as ev
from game.wording.event_texts.formatter import EventFormatter


def _seat_added(fmt: EventFormatter, e: ev.SeatAdded) -> str:
    if not e.roles:
        return fmt.t("{seat} has come to the table.", seat=fmt.seat(e.seat))
    roles = fmt.t.listed([fmt.role(role) for role in e.roles])
    return fmt.t(
        "{seat} has come to the table and plays {roles}.", seat=fmt.seat(e.seat), roles=roles
    )


def _seat_left(fmt: EventFormatter, e: ev.SeatLeft) -> str:
    return fmt.t("{seat} is away: the game goes on meanwhile.", seat=fmt.seat(e.seat))


def _seat_returned(fmt: EventFormatter, e: ev.SeatReturned) -> str:
    return fmt.t("{seat} is at the table again.", seat=fmt.seat(e.seat))


def _seat_replaced(fmt: EventFormatter, e: ev.SeatReplaced) -> str:
    name = fmt.short(e.name)
    if fmt.before is None:
        return fmt.t("{seat} takes over a seat.", seat=name)
    before = fmt.short(fmt.names.player(fmt.before.seats, e.seat))
    return fmt.t("{seat} takes over the seat of {before}.", seat=name, before=before)


def _role_moved(fmt: EventFormatter, e: ev.RoleMoved) -> str:
    seat, role = fmt.seat(e.seat), fmt.role(e.role)
    if e.source is None:
        return fmt.t("{seat} plays {role} too.", seat=seat, role=role)
    before = fmt.seat(e.source)
    return fmt.t("{seat} takes over {role} from {before}.", seat=seat, role=role, before=before)


def _actions_shared(fmt: EventFormatter, e: ev.ActionsShared) -> str:
    if not e.shares:
        return fmt.t("Nobody else has a turn in this round.")
    shares = ", ".join(f"{fmt.seat(seat)} {actions}" for seat, actions in e.shares)
    return fmt.t("The actions still to come are shared out again: {shares}.", shares=shares)


def _decision_passed(fmt: EventFormatter, e: ev.DecisionPassed) -> str:
    return fmt.t("{seat} decides now.", seat=fmt.seat(e.seat))


EVENT_TEXTS: dict[type[ev.Event], Callable[[EventFormatter, Any], str | None]] = {
    ev.SeatAdded: _seat_added,
    ev.SeatLeft: _seat_left,
    ev.SeatReturned: _seat_returned,
    ev.SeatReplaced: _seat_replaced,
    ev.RoleMoved: _role_moved,
    ev.ActionsShared: _actions_shared,
    ev.DecisionPassed: _decision_passed,
}
