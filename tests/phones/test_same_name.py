"""Two who have the same name are told apart by their roles: at the table, and on every phone."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.engine import Seat
from game.engine import actions as act
from game.phones.room import Room
from game.phones.service import Phones
from game.session import Session
from game.table.flow.phone_tables import PhoneTable
from game.table.flow.phones import PhoneFlow
from game.table.parts.phones_screen import PhonesScreen
from game.table.play.dialogs.poker import PokerScreen
from game.table.play.game import Game
from game.views import coming
from tests import staging
from tests.phones.at_desk import desk_at, look, phone_of, reraise
from tests.table.driver import Driver
from tests.table.sitting import table


@pytest.fixture
def sitting(tmp_path: Path) -> tuple[Driver, Game]:
    seats = [Seat("Bo", ()), Seat("bo", ()), Seat("Ane", ())]
    return table(Session.create(staging.case(), seats, 5, tmp_path))


@pytest.fixture
def game(sitting: tuple[Driver, Game]) -> Game:
    return sitting[1]


def told_apart(game: Game) -> list[str]:
    """Both, each with their role."""
    seats = game.state.seats[:2]
    return [f"{seat.name} ({game.names.role(seat.roles[0])})" for seat in seats]


def test_they_are_told_apart_at_the_table(game: Game) -> None:
    first, second = told_apart(game)
    assert game.seat_name(2) == "Ane"
    assert f"{first} has the turn" in coming.now(game.names, game.state)
    assert second in coming.then(game.names, game.state)
    game.do(act.Rally(0))
    assert first in game.last_line


def test_they_are_told_apart_where_the_keyboard_goes_round(sitting: tuple[Driver, Game]) -> None:
    driver, game = sitting
    hand = game.state.idea_hands[0]
    game.do(act.PlaceIdea(0, hand[0], 2))
    idea = game.state.ideas[0]
    game.do(act.CallEstimates(idea.id, game.state.setup.by_id.ideas[hand[0]].track))
    driver.app.push(PokerScreen(game))
    assert f"Give the keyboard to {told_apart(game)[0]}" in driver.texts


def test_they_are_told_apart_on_phones_and_where_phones_ask(game: Game) -> None:
    first, second = told_apart(game)
    desk = desk_at(PhoneTable(game))
    phone = phone_of(desk, "Bo")
    phone.say({"say": "sit", "seat": 1})
    assert f"lets you sit as {second}" in phone.text
    desk.room.give(phone.member)
    desk.refresh()
    look(desk)
    assert phone.text.startswith(second)
    assert f"{first} has the turn" in phone.text
    phone.say({"say": "look", "page": "cards"})
    assert f"{first}’s cards" in phone.text


def test_a_request_says_who_asks_for_which_seat(sitting: tuple[Driver, Game]) -> None:
    driver, game = sitting
    flow = PhoneFlow(driver.app)
    flow.sit_down(game)
    phones = Phones(Room(), PhoneTable(game), reraise)
    phones.open("127.0.0.1")
    driver.app.push(PhonesScreen(phones, flow._names))
    phone_of(phones._desk, "Bo").say({"say": "sit", "seat": 1})
    driver.look()
    assert f"wants to sit as {told_apart(game)[1]}" in driver.texts
    phones.close()
