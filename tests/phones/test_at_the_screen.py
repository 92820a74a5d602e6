"""The phones' room at the screen: its code, what is said where it cannot be, and when it breaks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
import segno

from game.content import parse
from game.engine import actions as act
from game.engine import legal
from game.gui.screen import Screen
from game.i18n import Words
from game.phones import parts, service
from game.phones.network import Address
from game.phones.room import Room
from game.phones.service import Phones
from game.phones.trying import try_the_door
from game.resources import log_folder
from game.session import Session
from game.table.flow.main import Flow
from game.table.flow.phone_tables import PhoneTable
from game.table.flow.phones import PhoneFlow
from game.table.parts.no_phones_screen import NoPhonesScreen
from game.table.parts.phones_screen import PhonesScreen
from game.table.play.check.screen import CheckScreen
from game.table.play.dialogs.answer import AnswerDialog
from game.table.play.moments.adjust import AdjustScreen
from game.table.play.moments.report import ReportScreen
from tests.onward import onward
from tests.phones.at_desk import phone_of, reraise
from tests.pictures import LOOKS
from tests.pictures.studio import Studio
from tests.table.sitting import Sitting, show_what_follows

HERE = "127.0.0.1"
WHITE, BLACK = (255, 255, 255), (0, 0, 0)


@pytest.fixture
def sitting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sitting:
    monkeypatch.setenv("GEVINST_HOME", str(tmp_path))
    return Sitting(tmp_path)


@pytest.fixture
def flow(sitting: Sitting) -> Iterator[PhoneFlow]:
    """The phones of a game whose room is open."""
    phones = PhoneFlow(sitting.app)
    phones.sit_down(sitting.game)
    phones.load().open(HERE)
    yield phones
    phones.leave()


# ------------------------------------------------------------------ the code
def code_of(picture: pygame.Surface) -> pygame.Rect:
    """Where the code is: the largest area of pure white and black."""
    white = pygame.mask.from_threshold(picture, WHITE, (1, 1, 1, 255))
    return max(
        (part.get_bounding_rects()[0] for part in white.connected_components(2000)), key=_area
    )


def _area(rect: pygame.Rect) -> int:
    return rect.width * rect.height


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)], ids=str)
def test_the_code_can_be_read_from_the_pixels(tmp_path: Path, size: tuple[int, int]) -> None:
    studio = Studio(tmp_path, size, "da")
    LOOKS["38e-phones-nobody"](studio)
    picture = studio.app.draw()
    (screen,) = studio.app.screens
    assert isinstance(screen, PhonesScreen)
    wanted = [list(row) for row in segno.make(screen.phones.link, error="m").matrix_iter(border=4)]
    at = code_of(picture)
    side = at.width // len(wanted)
    assert (at.width, at.height) == (side * len(wanted),) * 2, "every square has whole pixels"
    assert at.height > 0.6 * size[1], "the last row reads it"
    seen = [
        [
            picture.get_at((at.x + x * side + side // 2, at.y + y * side + side // 2))[:3] == BLACK
            for x in range(len(wanted))
        ]
        for y in range(len(wanted))
    ]
    assert seen == [[bool(dark) for dark in row] for row in wanted]


# ------------------------------------------------------------------ where phones cannot be
def test_what_is_missing_is_said_in_a_sentence_and_the_game_goes_on(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = PhoneFlow(sitting.app)
    kept.sit_down(sitting.game)
    kept.load().open(HERE)
    kept.leave()  # the room is kept, and was open
    monkeypatch.setattr(parts, "find_spec", lambda name: None if name == "segno" else name)
    phones = PhoneFlow(sitting.app)
    phones.sit_down(sitting.game)
    screen = phones.screen()
    assert isinstance(screen, NoPhonesScreen)
    sitting.open(screen)
    assert "gevinstbordet[phones]" in sitting.texts
    sitting.click("onward")
    assert sitting.app.top is not screen
    phones.leave()


def test_the_door_is_tried_and_closed_again() -> None:
    assert try_the_door(HERE) == ""
    assert try_the_door("192.0.2.77") == "gone"


# ------------------------------------------------------------------ when the network goes
def test_a_network_that_goes_and_comes_back_is_told_once(
    flow: PhoneFlow, sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(sitting.app, "toast", lambda text: told.append(text))
    monkeypatch.setattr(service, "_LOOKS_EVERY", 0.0)
    networks: list[Address] = []
    sitting.open(PhonesScreen(flow.load(), list, lambda: networks))
    sitting.app.advance(0.1)
    networks = [Address("192.0.2.9", "a new network")]
    assert told == []
    monkeypatch.setattr(service, "is_ours", lambda ip: False)
    for _ in range(3):
        sitting.app.loop.step(0.1)
    assert ["left the network" in text for text in told] == [True]
    sitting.app.draw()
    assert "Open on a new network" in sitting.texts
    assert sitting.app.top.ui.find("close-room") is None, "a code that leads nowhere is not shown"
    monkeypatch.setattr(service, "is_ours", lambda ip: True)
    for _ in range(3):
        sitting.app.loop.step(0.1)
    assert ["is back" in text for text in told] == [False, True]
    sitting.app.draw()
    assert sitting.app.top.ui.find("close-room") is not None


def test_a_room_that_has_ended_is_told_and_opened_again(flow: PhoneFlow) -> None:
    phones = flow.load()
    server = phones._server
    assert server is not None
    server.stop()
    phones._looked = 0.0
    phones.poll()
    assert phones.fault == "ended"
    phones.open(HERE)
    assert phones.fault == ""


def test_a_fault_that_is_no_single_phone_s_costs_the_room_and_not_the_table(
    flow: PhoneFlow, sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(state: object) -> None:
        raise KeyError("asked of all")

    with monkeypatch.context() as broken:
        broken.setattr(PhoneTable, "talk", property(fail))
        for _ in range(3):
            sitting.app.loop.step(0.1)
    assert "The phones' room has closed by itself. F6 opens it again." in sitting.texts
    assert flow.load().place is None
    assert (log_folder() / "gevinst.log").read_text(encoding="utf-8").count("Traceback") == 1
    sitting.open(PhonesScreen(flow.load(), list, lambda: [Address(HERE, "a network")]))
    sitting.click("network:0")
    sitting.look()
    assert flow.load().place is not None
    assert flow.load().fault == ""


# ------------------------------------------------------------------ who is there
def test_the_last_of_an_odd_number_stands_below_the_others(
    flow: PhoneFlow, sitting: Sitting
) -> None:
    names = [f"Seat{n}" for n in range(9)]
    sitting.open(
        PhonesScreen(flow.load(), lambda: names, lambda: [Address("192.0.2.9", "a network")])
    )
    sitting.look()
    left = {text.text: text.rect.x for text in sitting.read() if text.text in names}
    states = [text.rect.x for text in sitting.read() if text.text == "no phone"]
    assert left[names[0]] == left[names[-1]]
    assert len(set(states)) == 2, "two columns, and the last row keeps to the first of them"


# ------------------------------------------------------------------ who asks for a seat
def opened(sitting: Sitting) -> tuple[Phones, list[str]]:
    """The phones' room, open and on the screen, and who sits at the table."""
    phones = Phones(Room(), PhoneTable(sitting.game), reraise)
    phones.open(HERE)
    names = [seat.name for seat in sitting.game.state.seats]
    sitting.open(PhonesScreen(phones, lambda: names))
    return phones, names


def test_of_two_who_ask_for_a_seat_the_table_chooses_and_the_other_is_told(
    sitting: Sitting,
) -> None:
    phones, _ = opened(sitting)
    desk = phones._desk
    ghita, fie, ida = (phone_of(desk, name) for name in ("Ghita", "Fie", "Ida"))
    for phone, seat in ((ghita, 2), (fie, 2), (ida, 3)):
        phone.say({"say": "sit", "seat": seat})
    assert not [text for text in sitting.texts if "F6 lets it sit" in text]
    sitting.click("let-sit")
    assert [phone.member.seat for phone in (ghita, fie, ida)] == [None, None, 3]
    sitting.look()
    assert sitting.app.top.ui.find("let-sit") is None
    assert "Several ask for the same seat: choose who gets it." in sitting.texts
    sitting.click(f"sit:{fie.member.number}")
    assert [phone.member.seat for phone in (ghita, fie)] == [None, 2]
    assert ghita.toasts == ["Somebody else has got that seat. Choose another one."]
    assert fie.toasts == ida.toasts == []
    phones.close()


def test_no_to_a_seat_leaves_the_phone_in_the_room_and_the_code_as_it_is(
    sitting: Sitting,
) -> None:
    phones, names = opened(sitting)
    ghita, code = phone_of(phones._desk, "Ghita"), phones.room.code
    ghita.say({"say": "sit", "seat": 2})
    sitting.look()
    assert f"wants to sit as {names[2]}" in sitting.texts
    sitting.click(f"decline:{ghita.member.number}")
    assert ghita.member.wants is ghita.member.seat is None
    assert ghita.toasts == ["The table said no to that seat. Choose another one."]
    assert phones.room.code == code
    sitting.click(f"out:{ghita.member.number}")
    assert "The room gets another code" in sitting.texts
    sitting.click("no")
    assert list(phones.room.members.values()) == [ghita.member]
    sitting.click(f"out:{ghita.member.number}")
    sitting.click("yes")
    assert not phones.room.members
    assert phones.room.code != code
    phones.close()


def test_what_says_that_somebody_asks_goes_when_they_are_seen(
    flow: PhoneFlow, sitting: Sitting
) -> None:
    PhoneTable(sitting.game).asked()
    asked = "A phone asks for a seat: F6 lets it sit."
    assert asked in sitting.texts
    sitting.open(PhonesScreen(flow.load(), list))
    assert asked not in sitting.texts


# ------------------------------------------------------------------ while the table is telling
def test_a_phone_knows_no_more_than_the_table_has_told(sitting: Sitting) -> None:
    """Neither of a reality check nor of what trials showed, until the room has seen it."""
    sitting.working()
    game, phones = sitting.game, PhoneTable(sitting.game)
    show_what_follows(game)
    state = game.state
    game.do(next(a for a in legal(state) if isinstance(a, act.Trial)))
    assert phones.state is game.state
    told: list[type[Screen]] = []
    while ReportScreen not in told:
        before = game.state
        game.do(onward(before))
        if isinstance(sitting.app.top, CheckScreen | ReportScreen):
            told.append(type(sitting.app.top))
            assert phones.state == before != game.state
            assert phones.last_line(Words("en")) == ""
        while len(sitting.app.screens) > 1 and not isinstance(sitting.app.top, AdjustScreen):
            sitting.key(pygame.K_END)
            sitting.key(pygame.K_RETURN)
            sitting.look(2)
        while isinstance(sitting.app.top, AdjustScreen | AnswerDialog):
            assert phones.state is game.state, "what is asked is asked on phones, too"
            sitting.app.pop(sitting.app.top)
        assert phones.state is game.state
    assert CheckScreen in told


# ------------------------------------------------------------------ when something fails
def test_phones_that_could_not_be_loaded_are_loaded_at_the_next_press(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    phones = PhoneFlow(sitting.app)
    phones.sit_down(sitting.game)
    with monkeypatch.context() as broken:
        broken.setattr(PhoneFlow, "_keep", fail)
        with pytest.raises(ValueError, match="it broke"):
            phones.load()
    phones.load().open(HERE)
    visitor = phone_of(phones.load()._desk, "Ane")
    sitting.app.loop.step(0.1)
    assert visitor.member.here
    phones.leave()


def test_what_fails_when_a_game_is_left_keeps_its_file_no_longer(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = sitting.game.session.path
    sitting.game.session.close()
    flow = Flow(sitting.app, path.parent)
    flow.playing.go_on(path)
    monkeypatch.setattr(flow.playing.phones, "leave", fail)
    with pytest.raises(ValueError, match="it broke"):
        flow.playing.close()
    assert flow.playing.table is None
    Session.resume(path, parse).close()


def fail(*_: object) -> None:
    raise ValueError("it broke")
