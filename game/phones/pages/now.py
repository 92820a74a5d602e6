"""What is asked of a phone now: a seat to choose, a number to give, a turn to take, or patience."""

from __future__ import annotations

from typing import Any

from game.engine.limits import POKER_ESTIMATES
from game.phones.pages import turn, voting, writing
from game.phones.pages.looking import Looking
from game.views import coming
from game.wording import terms, worth


def content(looking: Looking) -> dict[str, Any]:
    """The most pressing thing first; what the table waits for otherwise."""
    names, state = looking.names, looking.state
    return {
        "seats": _seats(looking),
        "wants": _wants(looking),
        "poker": _poker(looking),
        "my_turn": turn.is_asked(looking),
        "turn": turn.content(looking),
        "writing": writing.content(looking),
        "voting": voting.content(looking),
        "now": coming.now(names, state),
        "then": coming.then(names, state),
        "last_line": looking.last_line,
    }


def _seats(looking: Looking) -> list[tuple[int, str, str, bool]]:
    """The seats to choose from: number, player, roles, and whether another phone has it."""
    if looking.seat is not None:
        return []
    room, names = looking.room, looking.names
    return [
        (n, seat.name, ", ".join(names.roles(seat.roles)), room.at(n) is not None)
        for n, seat in enumerate(looking.game.seats)
    ]


def _wants(looking: Looking) -> str:
    """Who sits at the seat that was asked for, while the table has not given it."""
    member = looking.member
    if member.wants is None or member.wants >= len(looking.game.seats):
        return ""
    return looking.game.seats[member.wants].name


def _poker(looking: Looking) -> dict[str, Any] | None:
    """What is estimated, the numbers there are, and who has given one."""
    poker, t = looking.state.poker, looking.t
    if poker is None:
        return None
    idea = looking.state.idea(poker.idea)
    name = looking.names.idea(idea) if idea else looking.names.idea_card(poker.idea)
    given = [
        (seat.name, value is not None, value if poker.open else None)
        for seat, value in zip(looking.game.seats, poker.given, strict=True)
    ]
    return {
        "question": t(
            "What does {idea} give on {track}?", idea=name, track=terms.track(t, poker.track)
        ),
        "scale": worth.track_scale(t, looking.case, poker.track),
        "numbers": list(POKER_ESTIMATES),
        "open": poker.open,
        "given": given,
        "mine": None if looking.seat is None else poker.given[looking.seat],
        "seated": looking.seat is not None,
    }
