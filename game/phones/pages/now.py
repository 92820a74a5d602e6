"""What is asked of a phone now: a seat to choose, a number to give, a turn to take, or patience."""

from __future__ import annotations

from typing import Any, Final

from game.engine import Poker
from game.engine.limits import POKER_ESTIMATES
from game.engine.results import result
from game.phones.pages import question, turn, voting, writing
from game.phones.pages.looking import Looking
from game.views import coming
from game.wording import terms, worth
from game.wording.debrief_texts import phase_lead, phase_name, talked_at_home

_MOODS: Final = ((1, "😞"), (2, "🙁"), (3, "😐"), (4, "🙂"), (5, "😀"))


def content(looking: Looking) -> dict[str, Any]:
    """The most pressing thing first; what the table waits for otherwise."""
    return {
        "seats": _seats(looking),
        "wants": _wants(looking),
        "poker": _poker(looking),
        "my_turn": turn.is_asked(looking),
        "turn": turn.content(looking),
        "writing": writing.content(looking),
        "voting": voting.content(looking),
        "feeling": looking.talk is not None and looking.talk.kind == "check_in",
        "felt": looking.member.felt,
        "moods": _MOODS,
        "questions": looking.questions,
        "asked": question.content(looking),
        "away": looking.seat is not None and looking.seat in looking.game.away,
        "talked": _talked(looking),
        "now": coming.now(looking.names, looking.state),
        "then": coming.then(looking.names, looking.state),
        "last_line": looking.last_line,
    }


def _talked(looking: Looking) -> dict[str, Any] | None:
    """What everybody talks about in the debrief, and the questions that lie on the table."""
    t, talk = looking.t, looking.talk
    if talk is None:
        return None
    found = result(looking.game) if looking.game.over else None
    return {
        "name": phase_name(t, talk.phase),
        "lead": phase_lead(t, talk.phase),
        "questions": talked_at_home(t, looking.case, found) if talk.kind == "question" else (),
    }


def _seats(looking: Looking) -> list[tuple[int, str, str, bool]]:
    """The seats to choose from: number, player, roles, and whether another phone is there."""
    if looking.seat is not None:
        return []
    taken, names = looking.room.is_taken, looking.names
    return [
        (n, seat.name, ", ".join(names.roles(seat.roles)), taken(n, looking.member))
        for n, seat in enumerate(looking.game.seats)
    ]


def _wants(looking: Looking) -> str:
    """Who sits at the seat that was asked for, while the table has not given it."""
    member = looking.member
    if member.wants is None or member.wants >= len(looking.game.seats):
        return ""
    return looking.player(member.wants)


def _poker(looking: Looking) -> dict[str, Any] | None:
    """What is estimated, the numbers there are, and who has answered."""
    poker, t, seat = looking.state.poker, looking.t, looking.seat
    if poker is None:
        return None
    idea = looking.state.idea(poker.idea)
    name = looking.names.idea(idea) if idea else looking.names.idea_card(poker.idea)
    seats = range(len(poker.given))
    return {
        "question": t(
            "What does {idea} give on {track}?", idea=name, track=terms.track(t, poker.track)
        ),
        "scale": worth.track_scale(t, looking.case, poker.track),
        "numbers": list(POKER_ESTIMATES),
        "open": poker.open,
        "answers": [(looking.player(n), _answer(looking, poker, n)) for n in seats],
        "mine": None if seat is None else poker.given[seat],
        "unsure": seat in poker.unsure,
        "asked": seat is not None and seat not in poker.absent,
    }


def _answer(looking: Looking, poker: Poker, seat: int) -> str:
    """How far a seat's answer is; its number once all are turned."""
    t, number = looking.t, poker.given[seat]
    if seat in poker.absent:
        return t("away")
    if poker.open:
        return t("no opinion") if number is None else t.number(number)
    return t("still to give") if seat in poker.missing else t("has given")
