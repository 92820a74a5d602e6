"""The debrief by phone: how everybody feels, without a name, and the register of what one owns."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.content import parse
from game.engine import actions as act
from game.i18n import words
from game.session import SaveError, Session, read
from game.session.store import Store
from game.table.after.debrief.check_in import CheckInPage
from game.table.after.debrief.fill import FillPage
from game.table.after.debrief.screen import DebriefScreen
from game.table.flow.phone_registers import OWNER_ANSWERS, UNSAVED
from game.table.flow.phone_tables import PhoneTable
from game.table.parts.discussion.discussion import DiscussionExits
from game.table.play.game import Game
from game.wording.debrief_texts import phase_lead, phase_name
from tests import staging
from tests.phones.at_desk import Phone, desk_at, look, phone_of
from tests.report import sessions
from tests.table.debriefing import NEXT, to
from tests.table.driver import Calls, Driver


class Debriefing:
    """A debrief on the screen, with phones in the room."""

    def __init__(self, session: Session[staging.Case]) -> None:
        self.session = session
        self.screen = DebriefScreen(session.case, session, DiscussionExits(Calls()))
        self.driver = Driver(self.screen, (1280, 720), "en")
        game = Game(self.driver.app, session.case, session)
        self.desk = desk_at(PhoneTable(game, lambda: self.screen))
        self.screen.discussion.phones_here = lambda: len(self.desk.room.members)

    def phone(self, name: str, seat: int | None = None) -> Phone:
        """Somebody comes in."""
        phone = phone_of(self.desk, name, seat)
        self.screen.refresh()
        return phone


@pytest.fixture
def debriefing(tmp_path: Path) -> Iterator[Debriefing]:
    session = staging.begin(tmp_path, 4, 5)
    yield Debriefing(session)
    session.close()


def test_how_one_feels_is_said_by_phone_and_is_nobodys(debriefing: Debriefing) -> None:
    ane, bo = debriefing.phone("Ane", 0), debriefing.phone("Bo")
    assert {"say": "feel"} in ane.offers
    ane.say({"say": "feel", "mood": 4, "word": "lettet"})
    bo.say({"say": "feel", "mood": 2})
    log = read(debriefing.session.path)
    assert [(c.seat, c.mood, c.word) for c in log.nameless_check_ins] == [
        (None, 4, "lettet"),
        (None, 2, ""),
    ]
    assert not log.check_ins
    assert "Ane" not in debriefing.session.path.read_text().split('"check_in"')[-1]


def test_who_sends_nothing_is_asked_for_something(debriefing: Debriefing) -> None:
    ane = debriefing.phone("Ane", 0)
    ane.say({"say": "feel", "word": "  "})
    assert ane.toasts[-1] in (
        "Vælg et tal, eller skriv et ord.",
        "Choose a number, or write a word.",
    )
    assert not debriefing.session.log.nameless_check_ins
    assert {"say": "feel"} in ane.offers


def test_what_came_in_is_hidden_until_it_is_shown_together(debriefing: Debriefing) -> None:
    ane = debriefing.phone("Ane", 0)
    ane.say({"say": "feel", "mood": 4, "word": "lettet"})
    debriefing.screen.refresh()
    texts = debriefing.driver.texts
    assert "1 phone has answered." in texts
    assert "lettet" not in texts
    debriefing.driver.click("together")
    assert "lettet" in debriefing.driver.texts


def test_what_one_alone_has_said_is_not_shown_while_others_may_answer(
    debriefing: Debriefing,
) -> None:
    ane, bo = debriefing.phone("Ane", 0), debriefing.phone("Bo", 1)
    ane.say({"say": "feel", "word": "lettet"})
    debriefing.screen.refresh()
    debriefing.driver.click("together")
    assert "lettet" not in debriefing.driver.texts
    bo.say({"say": "feel", "word": "spændt"})
    debriefing.screen.refresh()
    debriefing.driver.click("together")
    assert "lettet" in debriefing.driver.texts


def test_a_phone_says_it_once(debriefing: Debriefing) -> None:
    ane = debriefing.phone("Ane", 0)
    ane.say({"say": "feel", "mood": 4})
    ane.say({"say": "feel", "mood": 1})
    assert [c.mood for c in debriefing.session.log.nameless_check_ins] == [4]
    assert {"say": "feel"} not in ane.offers


def test_what_could_not_be_saved_is_told_and_can_be_said_again(
    debriefing: Debriefing, monkeypatch: pytest.MonkeyPatch
) -> None:
    ane = debriefing.phone("Ane", 0)

    def full(store: Store, line: bytes) -> None:
        raise SaveError("not_saved", folder="/somewhere", why="No space left")

    with monkeypatch.context() as disk:
        disk.setattr(Store, "append", full)
        ane.say({"say": "feel", "mood": 4})
        assert ane.toasts == [UNSAVED]
        assert {"say": "feel"} in ane.offers
    ane.say({"say": "feel", "mood": 4})
    assert [c.mood for c in debriefing.session.log.nameless_check_ins] == [4]


def test_nothing_is_said_of_feelings_on_another_page(debriefing: Debriefing) -> None:
    ane = debriefing.phone("Ane", 0)
    debriefing.driver.key(NEXT)
    look(debriefing.desk)
    assert {"say": "feel"} not in ane.offers
    ane.say({"say": "feel", "mood": 4})
    assert not debriefing.session.log.nameless_check_ins


@pytest.mark.parametrize("seat", [0, None])
def test_phones_say_what_is_talked_about(debriefing: Debriefing, seat: int | None) -> None:
    ane, t = debriefing.phone("Ane", seat), words("en")
    asked = [question.read("en") for question in debriefing.session.case.questions]
    assert asked
    for at, page in enumerate(debriefing.screen.pages):
        debriefing.screen.turn(at)
        look(debriefing.desk)
        if page.kind not in ("check_in", "register"):  # there something is asked
            assert phase_name(t, page.phase) in ane.text
            assert phase_lead(t, page.phase) in ane.text
        assert [q for q in asked if q in ane.text] == (asked if page.kind == "question" else [])


def test_nobody_has_a_turn_while_all_look_back(debriefing: Debriefing) -> None:
    ane, turn = debriefing.phone("Ane", 0), "It is your turn."
    debriefing.driver.key(NEXT)
    look(debriefing.desk)
    assert turn not in ane.text
    assert "What happened?" in ane.text
    debriefing.driver.app.screens.remove(debriefing.screen)
    look(debriefing.desk)
    assert turn in ane.text


def test_who_has_no_phone_says_it_at_the_screen(debriefing: Debriefing) -> None:
    debriefing.phone("Ane", 0)
    page = debriefing.screen.pages[debriefing.screen.at]
    assert isinstance(page, CheckInPage)
    assert page.by_phone
    debriefing.driver.tab_to("by-phone")
    debriefing.driver.key(pygame.K_RIGHT)
    assert debriefing.driver.widget("word:0")


# ------------------------------------------------------------------ the register
@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sessions.own_project(tmp_path_factory.mktemp("own"))


@pytest.fixture
def filling(made: Path, tmp_path: Path) -> Iterator[Debriefing]:
    path = tmp_path / made.name
    path.write_bytes(made.read_bytes())
    session = Session.resume(path, parse)
    debriefing = Debriefing(session)
    to(debriefing.driver, debriefing.screen, FillPage)
    yield debriefing
    session.close()


def owner(debriefing: Debriefing) -> int:
    """A seat that owns a benefit."""
    state = debriefing.session.state
    owners = [b.owner for idea in state.ideas for _, b in idea.claims() if b.owner is not None]
    return owners[0]


def asked(phone: Phone) -> list[str]:
    """The questions of the register on a phone."""
    return [one["question"] for one in phone.offers if one["say"] == "fill"]


def test_a_seat_is_asked_about_what_it_owns_and_nobody_else_is(filling: Debriefing) -> None:
    seat = owner(filling)
    mine, guest = filling.phone("Ane", seat), filling.phone("Bo")
    assert asked(mine)
    assert not asked(guest)


def test_what_is_filled_in_by_phone_stands_in_the_register(filling: Debriefing) -> None:
    mine = filling.phone("Ane", owner(filling))
    key = next(key for key in asked(mine) if key.endswith("method"))
    mine.say({"say": "fill", "question": key, "answers": {"method": "Tælling i køen"}})
    said = [e for row in filling.session.log.register_entries.values() for e in row.values()]
    assert ("method", "Tælling i køen", "asked") in [(e.column, e.content, e.way) for e in said]
    assert "Tælling i køen" in mine.page


def test_what_cannot_be_read_is_said_and_what_is_anothers_is_refused(filling: Debriefing) -> None:
    mine, guest = filling.phone("Ane", owner(filling)), filling.phone("Bo")
    key = next(key for key in asked(mine) if key.endswith("targets"))
    before = len(filling.session.log.records)
    mine.say({"say": "fill", "question": key, "answers": {"target_low": "rather much"}})
    guest.say({"say": "fill", "question": key, "answers": {"target_low": "3"}})
    mine.say({"say": "fill", "question": "G99-method", "answers": {"method": "x"}})
    assert len(filling.session.log.records) == before
    assert mine.toasts
    assert guest.toasts == [OWNER_ANSWERS]


# ------------------------------------------------------------------ opening at once
def test_what_everybody_is_asked_opens_whatever_a_phone_looks_at(tmp_path: Path) -> None:
    session = staging.begin(tmp_path, 4, 5)
    driver = Driver(DebriefScreen(staging.case(), session, DiscussionExits(Calls())))
    game = Game(driver.app, staging.case(), session)
    desk = desk_at(PhoneTable(game, lambda: None))
    ane = phone_of(desk, "Ane", 0)
    ane.say({"say": "look", "page": "cards"})
    session.do(act.CallEstimates(session.state.idea_hands[0][0], "citizen"))
    look(desk)
    assert {"say": "estimate", "value": None} in ane.offers
    session.close()
