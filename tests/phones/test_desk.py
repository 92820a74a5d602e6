"""The table's side of the phones: who is heard when, and what becomes of what was begun."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.engine import actions as act
from game.engine import check
from game.phones import limits
from game.phones import messages as msg
from game.phones.desk import Desk
from game.phones.mailbox import Mailbox, Received
from game.table.flow.phone_tables import LaidTable, PhoneTable
from game.table.setup.settings import SettingsScreen
from tests.phones.at_desk import Phone, desk_at, look, phone_of
from tests.table.sitting import Sitting


@pytest.fixture
def sitting(tmp_path: Path) -> Sitting:
    return Sitting(tmp_path)


@pytest.fixture
def desk(sitting: Sitting) -> Desk:
    return desk_at(PhoneTable(sitting.game, lambda: None))


# ------------------------------------------------------------------ the mailbox
def test_phones_are_heard_in_turn_however_much_one_of_them_says(
    desk: Desk, sitting: Sitting
) -> None:
    box, loud, quiet = Mailbox(), Phone(1, desk), Phone(2, desk)
    kept = [box.put(Received(loud, msg.Stand(say="stand"))) for _ in range(100)]
    assert sum(kept) == limits.WAITING_MESSAGES
    box.put(Received(quiet, msg.Stand(say="stand")))
    first = [box.take() for _ in range(2)]
    assert [received and received.connection for received in first] == [loud, quiet]


def test_a_phone_that_is_gone_is_forgotten_after_all_that_it_said(
    desk: Desk, sitting: Sitting
) -> None:
    box, phone = Mailbox(), Phone(1, desk)
    for _ in range(100):
        box.put(Received(phone, msg.Stand(say="stand")))
    assert box.put(Received(phone, None))
    heard = []
    while (one := box.take()) is not None:
        heard.append(one.message)
    assert heard[-1] is None
    assert len(heard) == limits.WAITING_MESSAGES + 1


def test_nothing_is_left_of_connections_that_are_gone(desk: Desk, sitting: Sitting) -> None:
    for _ in range(20):
        phone = phone_of(desk, "Ane")
        member = phone.member
        phone.go()
        assert not member.here
        desk.room.send_out(member)
    assert desk._visits == {}
    assert desk.room.members == {}


def test_who_says_hello_twice_on_one_connection_leaves_nobody_behind(
    desk: Desk, sitting: Sitting
) -> None:
    phone, other = phone_of(desk, "Ane", 0), phone_of(desk, "Bo")
    ane, bo = phone.member, other.member
    other.go()
    phone.say({"say": "hello", "token": bo.token})
    assert (ane.here, bo.here) == (True, False)
    phone.go()
    assert not ane.here
    assert not desk.room.is_taken(0, bo)


def test_a_locked_room_that_is_full_forgets_nobody(desk: Desk, sitting: Sitting) -> None:
    room = desk.room
    tokens = [room.come_in("Guest").token for _ in range(limits.MAX_MEMBERS)]
    room.lock(True)
    assert room.come_in("Eve") is None
    assert [room.member(token) is not None for token in tokens] == [True] * limits.MAX_MEMBERS
    room.lock(False)
    assert room.come_in("Ida") is not None
    assert len(room.members) == limits.MAX_MEMBERS


def test_one_machine_that_fills_the_room_keeps_nobody_out(desk: Desk, sitting: Sitting) -> None:
    seated = phone_of(desk, "Ane", 0)
    crowd = [phone_of(desk, f"Eve {n}", address="10.0.0.66") for n in range(limits.MAX_MEMBERS - 1)]
    other = phone_of(desk, "Ida")
    assert other.member.name == "Ida"
    assert crowd[-1].hung_up, "the last of the crowd"
    assert crowd[-1].toasts[-1].startswith("The room is full.")
    assert not any(phone.hung_up for phone in (seated, *crowd[:-1]))
    late = Phone(99, desk, "10.0.0.66")
    late.say({"say": "join", "name": "Eve", "code": desk.room.code})
    assert late.token == ""
    assert late.toasts == ["The room is full. Ask at the table whether somebody can make room."]
    assert len(desk.room.members) == limits.MAX_MEMBERS


def test_a_class_behind_one_address_fills_the_room(desk: Desk, sitting: Sitting) -> None:
    phones = [phone_of(desk, f"N{n}", address="10.0.0.1") for n in range(limits.MAX_MEMBERS)]
    assert len(desk.room.members) == limits.MAX_MEMBERS == desk.room.of_one_address
    assert not any(phone.hung_up for phone in phones)


# ------------------------------------------------------------------ what a screen has to show
def test_looking_at_pages_lays_no_screen_out_anew(desk: Desk, sitting: Sitting) -> None:
    phone = phone_of(desk, "Ane", 0)
    look(desk)
    desk.mailbox.put(Received(phone, msg.Look(say="look", page="cards")))
    assert not look(desk)
    desk.mailbox.put(Received(phone, msg.Stand(say="stand")))
    assert desk.poll()


# ------------------------------------------------------------------ a turn that was begun
def test_what_was_begun_is_asked_again_where_it_fits_no_more(desk: Desk, sitting: Sitting) -> None:
    """Something was undone, or placed by others: the rest of what was picked is dropped."""
    phone = phone_of(desk, "Ane", 0)
    desk.room.allow_turns(True)
    phone.say({"say": "draft", "picks": ["PlaceIdea", 'card="of_before"', "estimate=3"]})
    page = phone.page
    assert "Which card?" in page
    assert "of_before" not in page
    card = sitting.game.state.idea_hands[0][0]
    phone.say({"say": "draft", "picks": ["PlaceIdea", f'card="{card}"']})
    assert "How many points" in phone.page


def test_what_was_begun_ends_with_the_turn(desk: Desk, sitting: Sitting) -> None:
    phone = phone_of(desk, "Ane", 0)
    desk.room.allow_turns(True)
    phone.say({"say": "draft", "picks": ["PlaceIdea"]})
    assert phone.member.draft
    sitting.do(act.Pass(0))
    look(desk)
    assert phone.member.draft == ()


def test_nothing_is_done_by_phone_while_the_table_cannot_save(
    desk: Desk, sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone = phone_of(desk, "Ane", 0)
    screen = SettingsScreen(sitting.game.set_language)
    monkeypatch.setattr(screen, "unsaved", True, raising=False)
    sitting.app.push(screen)
    card = sitting.game.state.idea_hands[0][0]
    sitting.do(act.CallEstimates(card, "citizen"))
    before = sitting.game.state
    phone.say({"say": "estimate", "value": 3})
    assert phone.toasts
    assert sitting.game.state is before


# ------------------------------------------------------------------ seats that are there no more
def test_a_seat_beyond_the_table_is_a_guest_s(desk: Desk, sitting: Sitting) -> None:
    phone = phone_of(desk, "Ane", 7)
    desk.room.allow_turns(True)
    for page in ("now", "role", "cards", "table"):
        phone.say({"say": "look", "page": page})
        assert "Ane, guest" in phone.page
    card = sitting.game.state.idea_hands[0][0]
    sitting.do(act.CallEstimates(card, "citizen"))
    before = sitting.game.state
    phone.say({"say": "estimate", "value": 3})
    assert sitting.game.state is before


def test_who_arrived_is_a_guest_while_that_is_undone(desk: Desk, sitting: Sitting) -> None:
    game = sitting.game
    arrivals = (act.Arrive("Ny", role.id) for role in game.state.setup.roles)
    assert game.decide(next(a for a in arrivals if check(game.state, a) is None)) is None
    phone = phone_of(desk, "Ny", 4)
    phone.say({"say": "look", "page": "role"})
    assert "Ny, guest" not in phone.page
    game.undo("too early")
    look(desk)
    assert "Ny, guest" in phone.page
    game.redo()
    look(desk)
    assert "Ny, guest" not in phone.page


def test_a_seat_that_is_another_person_s_is_not_the_phone_s(desk: Desk, sitting: Sitting) -> None:
    phone = phone_of(desk, "Ane", 0)
    desk.room.allow_turns(True)
    assert sitting.game.state.turn == 0
    sitting.do(act.Replace(0, "Wilhelmine"))
    before = sitting.game.state
    phone.say({"say": "do", "action": {"type": "Rally", "seat": 0}})
    assert sitting.game.state is before
    assert "Ane, guest" in phone.page
    assert phone.toasts[0].startswith("Somebody else has your seat now.")
    hers = phone_of(desk, "Wilhelmine")
    hers.say({"say": "sit", "seat": 0})
    assert desk.let_sit(hers.member)


def test_the_seat_of_an_arrival_that_was_undone_is_not_that_of_the_next(
    desk: Desk, sitting: Sitting
) -> None:
    game = sitting.game
    role = next(
        r.id for r in game.state.setup.roles if not check(game.state, act.Arrive("E", r.id))
    )
    sitting.do(act.Arrive("Eva", role))
    phone = phone_of(desk, "Eva", 4)
    game.undo("a mistake")
    look(desk)
    sitting.do(act.Arrive("Finn", role))
    look(desk)
    assert "Eva, guest" in phone.page


def test_nobody_waits_for_a_seat_that_is_there_no_more(desk: Desk, sitting: Sitting) -> None:
    phone = phone_of(desk, "Ane")
    phone.member.wants = 4
    sitting.do(act.Pass(0))
    look(desk)
    assert phone.member.wants is None


# ------------------------------------------------------------------ names
@pytest.fixture
def laid(sitting: Sitting) -> Desk:
    """A table that is being laid."""
    return desk_at(LaidTable(sitting.app, sitting.game.case))


def test_two_of_the_same_name_are_told_apart_and_the_second_is_told(laid: Desk) -> None:
    first, second, third = (phone_of(laid, name) for name in ("Ane", "ane ", "Bo"))
    third.say({"say": "call", "name": "ANE"})
    assert [p.member.name for p in (first, second, third)] == ["Ane", "ane 2", "ANE 3"]
    assert first.toasts == []
    assert second.toasts == ["Somebody here is called ane already: you are ane 2."]
    assert third.toasts == ["Somebody here is called ANE already: you are ANE 3."]
    first.say({"say": "call", "name": "Ane"})
    assert first.member.name == "Ane", "nobody stands in their own way"
    longest = [phone_of(laid, "x" * limits.MAX_NAME).member.name for _ in range(2)]
    assert longest == ["x" * limits.MAX_NAME, "x" * (limits.MAX_NAME - 2) + " 2"]


def test_a_name_is_as_long_at_the_door_as_afterwards(laid: Desk) -> None:
    stranger = Phone(9, laid)
    stranger.say({"say": "hello"})
    inside = phone_of(laid, "x" * limits.MAX_NAME)
    for page in (stranger.page, inside.page):
        assert f'maxlength="{limits.MAX_NAME}"' in page


def test_a_name_of_blanks_is_none(laid: Desk) -> None:
    blank = Phone(9, laid)
    blank.say({"say": "join", "name": "   ", "code": laid.room.code})
    assert blank.toasts == ["Write what you are called, in letters."]
    assert not laid.room.members
    ane = phone_of(laid, "Ane")
    ane.say({"say": "call", "name": "  "})
    assert ane.member.name == "Ane"
    assert ane.toasts == ["Write what you are called, in letters."]
