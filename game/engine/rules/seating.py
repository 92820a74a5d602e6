"""People come and go: late, away and back, another person on a seat, one role more.

What belongs to a seat stays there while nobody sits at it. Nothing waits for it: turns pass it by,
and what it would be asked is decided by the next seat where somebody sits.
"""

from __future__ import annotations

from collections.abc import Iterable

from game.engine import actions as act
from game.engine import events as ev
from game.engine.actions import Refusal, refuse
from game.engine.limits import MAX_NAME, MAX_SEATS
from game.engine.lookups import asked_seat, share
from game.engine.rules import guards
from game.engine.rules.estimates import turn_if_all_in
from game.engine.rules.spec import ActionSpec, Exempt, Specs
from game.engine.state import State
from game.engine.texts import check_text
from game.engine.transaction import Transaction


# ------------------------------------------------------------------ coming late
def _check_arrive(s: State, a: act.Arrive) -> Refusal | None:
    """While there is a seat left; the role, if one is taken, is played by nobody."""
    if refusal := _going_on(s):
        return refusal
    if len(s.seats) >= MAX_SEATS:
        return refuse("no_seat_left", limit=MAX_SEATS)
    if refusal := check_text(a.name, MAX_NAME):
        return refusal
    return None if a.role is None else _check_role(s, a.role) or _in_use(s, a.role)


def _arrive(d: Transaction, a: act.Arrive) -> None:
    """Cards as the others got them; a turn after all others, if there are actions left to share."""
    before = _to_come(d.state)
    seat = len(d.state.seats)
    d.emit(ev.SeatAdded(seat, a.name, () if a.role is None else (a.role,)))
    _deal_to(d, seat)
    _rearrange(d, before, [*d.state.waiting, seat])


def _deal_to(d: Transaction, seat: int) -> None:
    """What the seat would have got of all that was dealt, rounded down, as far as the decks go."""
    s = d.state
    count = _dealt_so_far(s) // len(s.seats)
    decks = (s.idea_deck, s.benefit_deck, s.risk_deck)
    ideas, benefits, risks = (tuple((seat, card) for card in deck[:count]) for deck in decks)
    if ideas or benefits or risks:
        d.emit(ev.Dealt(ideas, benefits, risks))


def _dealt_so_far(s: State) -> int:
    """How many cards of each kind all openings have dealt; the one that asks has not yet."""
    rules = s.setup.rules
    openings = s.openings - (s.step in ("adjust", "choice"))
    return rules.deal_first + rules.deal_later * min(openings - 1, rules.deals_later)


# ------------------------------------------------------------------ away, and back
def _check_leave(s: State, a: act.Leave) -> Refusal | None:
    """A seat where somebody sits, and not the last one."""
    if refusal := _going_on(s) or guards.present(s, a.place):
        return refusal
    return refuse("last_present") if len(s.away) + 1 >= len(s.seats) else None


def _leave(d: Transaction, a: act.Leave) -> None:
    """A turn that it has is over, and what is left of it is for those who still come."""
    s = d.state
    before = _to_come(s)
    left = s.actions if s.step == "turn" and s.turn == a.place else 0
    estimating = s.poker is not None and not s.poker.open
    d.emit(ev.SeatLeft(a.place))
    _rearrange(d, before, d.state.waiting, left)
    if estimating:
        turn_if_all_in(d)


def _check_return(s: State, a: act.Return) -> Refusal | None:
    """A seat where nobody sits."""
    if refusal := _going_on(s) or guards.seat(s, a.place):
        return refusal
    return None if a.place in s.away else refuse("not_away", seat=a.place)


def _return(d: Transaction, a: act.Return) -> None:
    """Back at the table, with a turn after all others unless it has had one in this round."""
    _sit_down(d, a.place)


def _sit_down(d: Transaction, seat: int) -> None:
    before, had_turn = _to_come(d.state), seat in d.state.gone
    d.emit(ev.SeatReturned(seat))
    _rearrange(d, before, d.state.waiting if had_turn else [*d.state.waiting, seat])


# ------------------------------------------------------------------ somebody else
def _check_replace(s: State, a: act.Replace) -> Refusal | None:
    """Somebody with a name: in a game without names it may be that of who sat there before."""
    return _going_on(s) or guards.seat(s, a.place) or check_text(a.name, MAX_NAME)


def _replace(d: Transaction, a: act.Replace) -> None:
    """All that belongs to the seat stays there; nobody is away any more."""
    d.emit(ev.SeatReplaced(a.place, a.name))
    if a.place in d.state.away:
        _sit_down(d, a.place)


# ------------------------------------------------------------------ another role too
def _check_take_role(s: State, a: act.TakeRole) -> Refusal | None:
    """By a seat where somebody sits, from one that can do without it."""
    return (
        _going_on(s)
        or guards.present(s, a.place)
        or _check_role(s, a.role)
        or _needed_where_it_is(s, a)
    )


def _needed_where_it_is(s: State, a: act.TakeRole) -> Refusal | None:
    """A role stays with who plays it alone and is there."""
    holder = _holder(s, a.role)
    if holder == a.place:
        return refuse("own_role")
    if holder is None or holder in s.away or len(s.seats[holder].roles) > 1:
        return None
    return refuse("role_in_use", seat=holder)


def _take_role(d: Transaction, a: act.TakeRole) -> None:
    """Its ability, its home and its aim come with it."""
    d.emit(ev.RoleMoved(a.place, a.role, _holder(d.state, a.role)))


def _check_role(s: State, role: object) -> Refusal | None:
    known = type(role) is str and role in s.setup.by_id.roles
    return None if known else refuse("no_such_role")


def _in_use(s: State, role: str) -> Refusal | None:
    holder = _holder(s, role)
    return None if holder is None else refuse("role_in_use", seat=holder)


def _holder(s: State, role: str) -> int | None:
    return next((n for n, seat in enumerate(s.seats) if role in seat.roles), None)


# ------------------------------------------------------------------ what it changes for others
def _going_on(s: State) -> Refusal | None:
    return refuse("game_over") if s.over else None


def _to_come(s: State) -> dict[int, int]:
    """The actions of the seats whose turn is still to come in this round."""
    return {seat: share(s, seat) for seat in s.waiting}


def _rearrange(
    d: Transaction, before: dict[int, int], waiting: Iterable[int], left: int = 0
) -> None:
    """Share what is left of the round, and pass on a decision that is waited for."""
    if d.state.step == "turn":
        _share_anew(d, before, tuple(waiting), left)
    asked = asked_seat(d.state)
    if asked is not None and asked != d.state.turn:
        d.emit(ev.DecisionPassed(asked))


def _share_anew(
    d: Transaction, before: dict[int, int], waiting: tuple[int, ...], left: int
) -> None:
    """The actions that were still to come, and those left over, for those who wait now."""
    each, more = divmod(sum(before.values()) + left, len(waiting) or 1)
    shares = {seat: each + (place < more) for place, seat in enumerate(waiting)}
    shares = {seat: actions for seat, actions in shares.items() if actions}
    if shares != {seat: actions for seat, actions in before.items() if actions}:
        d.emit(ev.ActionsShared(tuple(shares.items())))


_WHOSE = Exempt("who sits where is said for all, and is no seat's deed")

SPECS: Specs = {
    act.Arrive: ActionSpec(
        who="facilitator", check=_check_arrive, carry_out=_arrive, contribution=_WHOSE
    ),
    act.Leave: ActionSpec(
        who="facilitator", check=_check_leave, carry_out=_leave, contribution=_WHOSE
    ),
    act.Return: ActionSpec(
        who="facilitator", check=_check_return, carry_out=_return, contribution=_WHOSE
    ),
    act.Replace: ActionSpec(
        who="facilitator", check=_check_replace, carry_out=_replace, contribution=_WHOSE
    ),
    act.TakeRole: ActionSpec(
        who="facilitator", check=_check_take_role, carry_out=_take_role, contribution=_WHOSE
    ),
}
