"""The table's side of the phones: who is heard when, and what becomes of what was begun."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.engine import actions as act
from game.engine import check
from game.phones import limits
from game.phones import messages as msg
from game.phones.mailbox import Heard, Mailbox
from game.table.setup.settings import SettingsScreen
from tests.phones.desks import Phones, told


@pytest.fixture
def phones(tmp_path: Path) -> Phones:
    return Phones(tmp_path)


# ------------------------------------------------------------------ the mailbox
def test_phones_are_heard_in_turn_however_much_one_of_them_says(phones: Phones) -> None:
    box, loud, quiet = Mailbox(), phones.line(), phones.line()
    kept = [box.put(Heard(loud, msg.Stand(say="stand"))) for _ in range(100)]
    assert sum(kept) == limits.WAITING_MESSAGES
    box.put(Heard(quiet, msg.Stand(say="stand")))
    first = [box.take() for _ in range(2)]
    assert [heard and heard.line for heard in first] == [loud, quiet]


def test_a_phone_that_is_gone_is_forgotten_after_all_that_it_said(phones: Phones) -> None:
    box, line = Mailbox(), phones.line()
    for _ in range(100):
        box.put(Heard(line, msg.Stand(say="stand")))
    assert box.put(Heard(line, None))
    heard = []
    while (one := box.take()) is not None:
        heard.append(one.message)
    assert heard[-1] is None
    assert len(heard) == limits.WAITING_MESSAGES + 1


def test_nothing_is_left_of_connections_that_are_gone(phones: Phones) -> None:
    for _ in range(20):
        line, member = phones.member("Ane")
        phones.hear(line, None)
        assert not member.here
        phones.room.send_out(member)
    assert phones.desk._visits == {}
    assert phones.room.members == {}


# ------------------------------------------------------------------ what a screen has to show
def test_looking_at_pages_lays_no_screen_out_anew(phones: Phones) -> None:
    line, _ = phones.member("Ane", 0)
    phones.desk.poll()
    phones.mailbox.put(Heard(line, msg.Look(say="look", page="cards")))
    assert not phones.desk.poll()
    phones.mailbox.put(Heard(line, msg.Stand(say="stand")))
    assert phones.desk.poll()


# ------------------------------------------------------------------ a turn that was begun
def test_what_was_begun_is_asked_again_where_it_fits_no_more(phones: Phones) -> None:
    """Something was undone, or placed by others: the rest of what was picked is dropped."""
    line, _ = phones.member("Ane", 0)
    phones.room.allow_turns(True)
    phones.hear(line, msg.Draft(say="draft", picks=["PlaceIdea", '"of_before"', "3"]))
    page = str(told(line)[-1]["page"])
    assert "Which card?" in page
    assert "of_before" not in page
    card = phones.sitting.game.state.idea_hands[0][0]
    phones.hear(line, msg.Draft(say="draft", picks=["PlaceIdea", f'"{card}"']))
    assert "How many points" in str(told(line)[-1]["page"])


def test_what_was_begun_ends_with_the_turn(phones: Phones) -> None:
    line, member = phones.member("Ane", 0)
    phones.room.allow_turns(True)
    phones.hear(line, msg.Draft(say="draft", picks=["PlaceIdea"]))
    assert member.draft
    phones.sitting.do(act.Pass(0))
    phones.desk.poll()
    assert member.draft == ()


def test_nothing_is_done_by_phone_while_the_table_cannot_save(
    phones: Phones, monkeypatch: pytest.MonkeyPatch
) -> None:
    line, _ = phones.member("Ane", 0)
    screen = SettingsScreen(phones.sitting.game.set_language)
    monkeypatch.setattr(screen, "unsaved", True, raising=False)
    phones.sitting.app.push(screen)
    card = phones.sitting.game.state.idea_hands[0][0]
    phones.sitting.do(act.CallEstimates(card, "citizen"))
    before = phones.sitting.game.state
    phones.hear(line, msg.Estimate(say="estimate", value=3))
    assert any("toast" in one for one in told(line))
    assert phones.sitting.game.state is before


# ------------------------------------------------------------------ seats that are there no more
def test_a_seat_beyond_the_table_is_a_guest_s(phones: Phones) -> None:
    line, _ = phones.member("Ane", 7)
    phones.room.allow_turns(True)
    for page in ("now", "role", "cards", "table"):
        phones.hear(line, msg.Look(say="look", page=page))
        assert "Ane, guest" in str(told(line)[-1]["page"])
    card = phones.sitting.game.state.idea_hands[0][0]
    phones.sitting.do(act.CallEstimates(card, "citizen"))
    before = phones.sitting.game.state
    phones.hear(line, msg.Estimate(say="estimate", value=3))
    assert phones.sitting.game.state is before


def test_who_arrived_is_a_guest_while_that_is_undone(phones: Phones) -> None:
    game = phones.sitting.game
    arrivals = (act.Arrive("Ny", role.id) for role in game.state.setup.roles)
    assert game.decide(next(a for a in arrivals if check(game.state, a) is None)) is None
    line, _ = phones.member("Ny", 4)
    phones.hear(line, msg.Look(say="look", page="role"))
    assert "Ny, guest" not in str(told(line)[-1]["page"])
    game.undo("too early")
    phones.desk.poll()
    assert "Ny, guest" in str(told(line)[-1]["page"])
    game.redo()
    phones.desk.poll()
    assert "Ny, guest" not in str(told(line)[-1]["page"])


def test_nobody_waits_for_a_seat_that_is_there_no_more(phones: Phones) -> None:
    _, member = phones.member("Ane")
    member.wants = 4
    phones.sitting.do(act.Pass(0))
    phones.desk.poll()
    assert member.wants is None
