"""What several actions ask for before they may be done. Each gate gives a refusal or ``None``.

Only plain numbers and plain texts are taken: a subclass may compare as it likes, and a session that
is read back holds plain ones.
"""

from __future__ import annotations

import re

from game.engine.actions import Refusal, refuse
from game.engine.setup import INDEX, PHASES, Phase
from game.engine.state import Idea, State

MAX_NAME, MAX_TEXT = 80, 400
"""How long written names and texts may be, in characters."""

_UNSHOWN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters but the line break, and half characters that no file can hold."""

_WAITING_FOR = {
    "over": "game_over",
    "choice": "choice_first",
    "check": "check_first",
    "opening": "round_first",
}


def turns(s: State) -> Refusal | None:
    """Turns are being taken, and no estimates are still being given."""
    if s.step != "turn":
        return refuse(_WAITING_FOR[s.step])
    if s.poker is not None and not s.poker.open:
        return refuse("estimates_first")
    return None


def turn(s: State, seat: object) -> Refusal | None:
    """It is this seat's turn."""
    if s.step != "turn" or s.poker is not None:
        refusal = turns(s)
        if refusal is not None:
            return refusal
    if type(seat) is not int or seat != s.turn:
        return refuse("not_your_turn", seat=s.turn)
    return None


def phase(s: State, first: Phase) -> Refusal | None:
    """The game has come to this phase."""
    if PHASES.index(s.phase) < PHASES.index(first):
        return refuse("too_early", phase=first)
    return None


def capacity(s: State, need: int) -> Refusal | None:
    """There is capacity enough."""
    return refuse("no_capacity", need=need, have=s.capacity) if s.capacity < need else None


def estimate(value: object, low: int = 1) -> Refusal | None:
    """An estimate is a whole number up to 6."""
    if type(value) is int and low <= value <= 6:
        return None
    return refuse("bad_estimate", low=low, high=6)


def track(value: object) -> Refusal | None:
    """It is one of the four tracks."""
    return None if type(value) is str and value in INDEX else refuse("no_such_track")


def seat(s: State, value: object) -> Refusal | None:
    """It is a seat at this table."""
    return None if type(value) is int and 0 <= value < len(s.seats) else refuse("no_such_seat")


def held(hand: tuple[str, ...], card: object) -> Refusal | None:
    """The card is in this hand."""
    return None if type(card) is str and card in hand else refuse("not_in_hand")


def text(value: object, limit: int, *, empty: bool = False) -> Refusal | None:
    """It is a text that is not empty, not too long, and holds only what can be shown."""
    if type(value) is not str or _UNSHOWN.search(value):
        return refuse("bad_text")
    if not empty and not value.strip():
        return refuse("empty_text")
    return refuse("long_text", limit=limit) if len(value) > limit else None


def some_idea(s: State, id: object) -> Refusal | Idea:
    """The idea, on the table."""
    idea = s.idea(id) if type(id) is str else None
    return refuse("no_such_idea") if idea is None else idea


def open_idea(s: State, id: object) -> Refusal | Idea:
    """The idea, on the table and not yet implemented."""
    idea = some_idea(s, id)
    if isinstance(idea, Refusal):
        return idea
    return refuse("idea_locked", idea=idea.id) if idea.locked else idea


def unrealised_idea(s: State, id: object) -> Refusal | Idea:
    """The idea, on the table and not yet realised."""
    idea = some_idea(s, id)
    if isinstance(idea, Refusal):
        return idea
    return refuse("idea_realised", idea=idea.id) if idea.status == "realised" else idea
