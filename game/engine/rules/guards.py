"""What several actions ask for before they may be done.

Each guard takes the state and the action and gives a refusal or ``None``; those that look something
up give what they find instead of ``None``. Only plain numbers and plain texts are taken: a subclass
may compare as it likes, and a session that is read back holds plain ones.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from game.engine.actions import Refusal, refuse
from game.engine.limits import DOWNSIDES, ESTIMATES, MAX_NAME
from game.engine.lookups import is_disproved
from game.engine.setup import INDEX, Track
from game.engine.state import Benefit, Idea, State
from game.engine.texts import check_text

Find = Callable[[State, Any], Refusal | Idea]

WAITING_FOR = {
    "over": "game_over",
    "choice": "choice_first",
    "check": "check_first",
    "adjust": "adjust_first",
    "answer": "answer_first",
    "opening": "round_first",
}
"""Why no turns are taken, by what the game waits for."""


# ------------------------------------------------------------------ turns
def turns(s: State, a: object = None) -> Refusal | None:
    """Turns are being taken, and no estimates are still being given."""
    if s.step != "turn":
        return refuse(WAITING_FOR[s.step])
    if s.poker is not None and not s.poker.open:
        return refuse("estimates_first")
    return None


def own_turn(s: State, a: Any) -> Refusal | None:
    """It is the turn of the seat that asks."""
    if s.step != "turn" or s.poker is not None:
        refusal = turns(s)
        if refusal is not None:
            return refusal
    seat = a.seat
    if type(seat) is not int or seat != s.turn:
        return refuse("not_your_turn", seat=s.turn)
    return None


# ------------------------------------------------------------------ where a card comes from
def in_hand(hands: str) -> Callable[[State, Any], Refusal | None]:
    """The card is in the seat's hand; ``hands`` names the field of the state that holds them."""
    of = attrgetter(hands)

    def held(s: State, a: Any) -> Refusal | None:
        card = a.card
        return None if type(card) is str and card in of(s)[a.seat] else refuse("not_in_hand")

    return held


def named(s: State, a: Any) -> Refusal | None:
    """What is written has a name."""
    return check_text(a.name, MAX_NAME)


def optional(field: str, limit: int) -> Callable[[State, Any], Refusal | None]:
    """A text that may be left empty."""
    of = attrgetter(field)
    return lambda s, a: check_text(of(a), limit, empty=True)


# ------------------------------------------------------------------ what is aimed at
def some_idea(s: State, a: Any) -> Refusal | Idea:
    """The idea, on the table."""
    idea = s.idea(a.idea) if type(a.idea) is str else None
    return refuse("no_such_idea") if idea is None else idea


def open_idea(s: State, a: Any) -> Refusal | Idea:
    """The idea, on the table and not yet implemented."""
    idea = s.idea(a.idea) if type(a.idea) is str else None
    if idea is None:
        return refuse("no_such_idea")
    return refuse("idea_locked", idea=idea.id) if idea.locked else idea


def unrealised_idea(s: State, a: Any) -> Refusal | Idea:
    """The idea, on the table and not yet realised."""
    idea = s.idea(a.idea) if type(a.idea) is str else None
    if idea is None:
        return refuse("no_such_idea")
    return refuse("idea_realised", idea=idea.id) if idea.status == "realised" else idea


def benefit_of(find: Find) -> Callable[[State, Any], Refusal | Benefit]:
    """The benefit on the action's track, claimed for the idea that ``find`` finds."""

    def benefit(s: State, a: Any) -> Refusal | Benefit:
        idea = find(s, a)
        if isinstance(idea, Refusal):
            return idea
        b = idea.benefit(a.track)
        return refuse("no_such_benefit") if b is None else b

    return benefit


# ------------------------------------------------------------------ values
def estimate(value: object, within: range = ESTIMATES) -> Refusal | None:
    """An estimate is a whole number up to 6."""
    if type(value) is int and value in within:
        return None
    return refuse("bad_estimate", low=within[0], high=within[-1])


def new_estimate(s: State, idea: Idea, track: Track, value: object) -> Refusal | None:
    """Another estimate of a claim or a downside; 0 where it is known that nothing of it is true."""
    if type(value) is int and value == 0 and is_disproved(s, idea, track):
        return None
    b = idea.benefit(track)
    return estimate(value, DOWNSIDES if b is not None and b.downside else ESTIMATES)


def track(value: object) -> Refusal | None:
    """It is one of the four tracks."""
    return None if type(value) is str and value in INDEX else refuse("no_such_track")


def seat(s: State, value: object) -> Refusal | None:
    """It is a seat at this table."""
    return None if type(value) is int and 0 <= value < len(s.seats) else refuse("no_such_seat")


def present(s: State, value: object) -> Refusal | None:
    """It is a seat at this table, and somebody sits there."""
    if refusal := seat(s, value):
        return refusal
    return refuse("seat_away", seat=value) if value in s.away else None
