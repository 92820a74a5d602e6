"""What no phone is sent: another seat's hidden number, the truth, the seed, what nobody drew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from game.engine import State, observe
from game.engine import actions as act
from game.i18n import words
from game.phones.messages import Page
from game.phones.pages import Looking, page
from game.phones.room import Member, Room
from game.session import Session
from game.table.flow.phone_tables import PhoneTable
from tests import staging
from tests.phones.at_desk import desk_at, look, phone_of
from tests.table.sitting import Sitting

_DRAFTS = ((), ("PlaceIdea",), ("Anchor",), ("Implement",), ("WriteRisk",), ("Trial",))
_CARDS = ("role:", "event", "0:", "i1", "i2")


def _looks(session: Session, seat: int | None) -> Iterator[Member]:
    """Members that look at every page, cards and begun turns included."""
    state = session.state
    for name in get_args(Page):
        if name != "card":
            yield Member(1, "t" * 16, "Ane", seat, page=name)
    cards = [f"0:{card}" for card in state.idea_hands[0]] + [idea.id for idea in state.ideas]
    for card in (*_CARDS, *cards):
        yield Member(1, "t" * 16, "Ane", seat, page="card", card=card)
    for draft in _DRAFTS if seat == state.turn else ():
        yield Member(1, "t" * 16, "Ane", seat, draft=draft)


@pytest.mark.parametrize("seed", [1, 2])
def test_a_page_says_nothing_that_the_seat_may_not_know(tmp_path: Path, seed: int) -> None:
    """Every page is the same made from the whole game or from what :func:`observe` leaves."""
    session = staging.begin(tmp_path, 4, seed)
    looked = 0
    for n, _ in enumerate(staging.decisions(session, staging.by("noisy-20"), seed)):
        if n % 11:
            continue
        for seat in {None, n % 4, session.state.turn} - {-1}:
            known = observe(session.state, seat)
            for member in _looks(session, seat):
                assert _page(session, session.state, member) == _page(session, known, member)
                looked += 1
    assert looked > 100


def _page(session: Session, state: State, member: Member) -> str:
    room = Room(allows_turns=True)
    return page(Looking(state, session.log, session.case, room, member, words("en")))


@pytest.mark.parametrize("open_at_last", [False, True])
def test_a_hidden_number_is_sent_to_nobody_before_it_is_turned(
    tmp_path: Path, open_at_last: bool
) -> None:
    """All that one phone is told is the same, whatever number another seat gave."""
    heard = [_told_to_ane(tmp_path / str(n), n, open_at_last) for n in (1, 5)]
    assert (heard[0] == heard[1]) is not open_at_last


def _told_to_ane(folder: Path, number: int, open_at_last: bool) -> list[str]:
    sitting = Sitting(folder)
    desk = desk_at(PhoneTable(sitting.game, lambda: None))
    phone = phone_of(desk, "Ane", 0)
    card = sitting.game.state.idea_hands[0][0]
    others = [act.GiveEstimate(seat, 3) for seat in (2, 3, 0)[: 3 if open_at_last else 2]]
    for action in (act.CallEstimates(card, "citizen"), act.GiveEstimate(1, number), *others):
        sitting.do(action)
        desk.refresh()
        look(desk)
    assert "has given" in "".join(phone.pages)
    return phone.pages


def test_no_number_in_the_session_says_whose_dots_those_of_a_vote_are(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path)
    session = sitting.game.session
    desk = desk_at(PhoneTable(sitting.game, lambda: None))
    phones = [phone_of(desk, name, seat) for seat, name in enumerate(["Ane", "Bo"])]
    sitting.do(act.CallEstimates(session.state.idea_hands[0][0], "citizen"))
    for phone in phones:
        phone.say({"say": "estimate", "value": 2})
    numbers = [{d.sender.phone for d in session.history if d.sender is not None}]
    assert len(numbers[0]) == 2
    for _ in range(2):
        session.begin_vote("Which?", ["This", "That"], 2)
        for phone, dots in zip((*phones, *phones), ([1, 0], [0, 1], [2, 0], [1, 1]), strict=True):
            phone.say({"say": "vote", "dots": dots})
        ballots = session.log.votes[-1].ballots
        assert sorted(ballots.values()) == [(1, 1), (2, 0)]  # each phone has one, the last it sent
        numbers.append(set(ballots))
        session.end_vote()
    assert len(set.union(*numbers)) == sum(map(len, numbers))


def test_neither_the_secret_nor_another_token_nor_the_seed_is_told(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path, seed=918_273_645)
    desk = desk_at(PhoneTable(sitting.game, lambda: None))
    phone, other = phone_of(desk, "Ane", 0), phone_of(desk, "Bo", 1)
    for name in get_args(Page):
        phone.say({"say": "look", "page": name})
    said = "".join(phone.pages)
    secret = (desk.room.secret, desk.room.code, phone.token, other.token, "918273645")
    assert [word for word in secret if word in said] == []
