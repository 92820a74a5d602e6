"""What phones show of what the table decides: guests, seats that are away, questions."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.engine import actions as act
from game.table.flow.phone_tables import PhoneTable
from game.table.play.dialogs.facilitator import Console
from game.table.play.game import Game
from tests import staging
from tests.onward import onward
from tests.phones.at_desk import Phone, desk_at, look, phone_of
from tests.table.driver import Cloth, Driver
from tests.table.sitting import Sitting

_SEED, _SOON = 0, 20
"""A game in which an event soon asks for a choice."""


class Playing:
    """A game with a phone at the first seat, and a guest."""

    def __init__(self, folder: Path) -> None:
        self.session = staging.begin(folder, 3, _SEED)
        driver = Driver(Cloth(), (1280, 720), "en")
        self.desk = desk_at(PhoneTable(Game(driver.app, staging.case(), self.session)))
        self.ane, self.guest = phone_of(self.desk, "Ane", 0), phone_of(self.desk, "Ida")

    @property
    def phones(self) -> tuple[Phone, Phone]:
        """Both, as they look now."""
        look(self.desk)
        return self.ane, self.guest


@pytest.fixture
def playing(tmp_path: Path) -> Playing:
    return Playing(tmp_path)


def test_a_guest_reads_what_lies_open(playing: Playing) -> None:
    _, guest = playing.phones
    assert "has the turn" in guest.text
    guest.say({"say": "look", "page": "cards"})
    assert "On the table" in guest.text or "cards" in guest.text
    guest.say({"say": "estimate", "value": 3})
    assert guest.toasts


def test_a_guest_is_first_asked_what_all_are_asked_and_then_who_they_are(
    playing: Playing,
) -> None:
    seats = "Who are you at the table?"
    assert playing.phones[1].text.index(seats) < playing.phones[1].text.index("has the turn")
    playing.session.begin_writing("risks")
    page = playing.phones[1].page
    assert 0 < page.index('id="sheet"') < page.index(seats)
    playing.session.end_writing()
    playing.session.begin_vote("Which?", ["This", "That"], 3)
    page = playing.phones[1].page
    assert 0 < page.index("Which?") < page.index(seats)
    playing.guest.say({"say": "sit", "seat": 1})
    page = playing.phones[1].page
    assert 0 < page.index("Which?") < page.index("The table is asked")


def test_a_seat_that_is_away_is_told_so_and_comes_back_at_the_screen(playing: Playing) -> None:
    playing.session.do(act.Leave(0))
    ane, _ = playing.phones
    assert "You are marked as away" in ane.text
    ane.say({"say": "do", "action": {"type": "Return", "place": 0}})
    assert playing.session.state.away == (0,)
    playing.session.do(act.Return(0))
    assert "You are marked as away" not in playing.phones[0].text


def test_an_event_that_asks_is_read_on_every_phone_and_decided_at_the_screen(
    playing: Playing,
) -> None:
    for _ in range(_SOON):
        if playing.session.state.step != "choice":
            staging.decide(playing.session, onward(playing.session.state))
    state = playing.session.state
    options = staging.case().events[state.event or ""].options
    for phone in playing.phones:
        assert all(option.read("en") in phone.text for option in options)
        assert not [one for one in phone.offers if one["say"] == "do"]
    ane, _ = playing.phones
    ane.say({"say": "do", "action": {"type": "Choose", "seat": 0, "option": 0}})
    assert playing.session.state.step == "choice"


def test_the_console_says_who_asks_for_a_seat(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path)
    sitting.game.seats_asked_for = lambda: ("Ida",)
    sitting.open(Console(sitting.services))
    assert "Asking for a seat: Ida" in sitting.texts
