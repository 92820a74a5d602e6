"""Seats: their names, how many they are, and who takes which role."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.content import Case, parse
from game.engine import deal_roles
from game.engine.events import Seat
from game.engine.setup import AIM_KINDS, Aim
from game.i18n import words
from game.table.flow.main import Flow
from game.table.setup.roles import ChooseRoleDialog
from game.table.setup.seating import SeatPlaces
from game.table.setup.seats import SeatsExits, SeatsScreen
from game.wording import terms
from game.wording.aims import aim_text
from tests import staging
from tests.content.scenario_text import MINIMAL
from tests.table.driver import Calls, Cloth, Driver, squeezed

LANGS = ("da", "en")


@pytest.fixture(scope="module")
def case() -> Case:
    return staging.case()


@pytest.fixture
def taken() -> list[tuple[Seat, ...]]:
    return []


@pytest.fixture
def seated(case, taken) -> Driver:
    return Driver(SeatsScreen(case, SeatsExits(taken.append, Calls())))


def test_starting_at_once_gives_four_seats_with_a_role_each(seated, taken):
    seated.click("onward")
    (seats,) = taken
    assert [seat.name for seat in seats] == [f"Player {n}" for n in range(1, 5)]
    assert len({seat.roles for seat in seats}) == 4


def test_two_of_one_name_are_asked_to_be_told_apart(seated, taken):
    """The table tells whose turn it is by the name; nobody is kept from playing."""
    for n, name in enumerate(("Bo", "Ane", " bo ")):
        seated.click(f"name-{n}")
        seated.type(name)
    assert "Some of you have the same name: add a letter." in seated.texts.replace("\n", " ")
    seated.type("L")
    assert "the same name" not in seated.texts
    seated.click("onward")
    assert [seat.name for seat in taken[0]][:3] == ["Bo", "Ane", "bo L"]


def test_names_are_written_and_seats_added_moved_and_removed(seated, taken):
    seated.click("name-0")
    seated.type("Ane")
    seated.key(pygame.K_TAB)
    assert seated.focus == "name-1"
    seated.click("down-0")
    seated.click("add")
    seated.click("remove-2")
    seated.click("onward")
    assert [seat.name for seat in taken[0]] == ["Player 1", "Ane", "Player 3", "Player 4"]


def test_tab_goes_from_name_to_name(seated, taken):
    keys = [w.key for w in seated.app.top.ui.widgets if w.key.startswith("name-")]
    seated.click(keys[0])
    for name in ("Ane", "Bo", "Cecilie", "Dorthe"):
        seated.type(name)
        seated.key(pygame.K_TAB)
    seated.click("onward")
    assert [seat.name for seat in taken[0]] == ["Ane", "Bo", "Cecilie", "Dorthe"]


def test_the_number_of_seats_is_one_click(seated, taken):
    seated.click("name-1")
    seated.type("Bo")
    seated.tab_to("seats")
    seated.key(pygame.K_2, text="2")
    seated.click("onward")
    assert [seat.name for seat in taken[0]] == ["Player 1", "Bo"], "who has a name stays"
    seated.tab_to("seats")
    seated.key(pygame.K_8, text="8")
    seated.click("onward")
    assert len(taken[1]) == 8


@pytest.mark.parametrize("lang", LANGS)
def test_roles_are_explained_in_one_size_of_text(case, lang):
    seats = SeatsScreen(case, SeatsExits(Calls(), Calls()))
    driver = Driver(Cloth(), (1920, 1080), lang)
    driver.app.push(ChooseRoleDialog(case, seats.places, seats.places.seats[0]))
    driver.look()
    t, drawn = words(lang), {squeezed(d.text): d.size for d in driver.read()}
    texts = [terms.ability_text(t, role.ability) for role in case.setup.roles]
    sizes = {size for text, size in drawn.items() if any(text in squeezed(x) for x in texts)}
    assert len(sizes) == 1
    assert min(sizes) >= 22


@pytest.mark.parametrize("lang", LANGS)
def test_every_kind_of_aim_is_explained(lang):
    t = words(lang)
    for kind in AIM_KINDS:
        text = aim_text(t, Aim(kind, 0.9 if kind == "realism_at_least" else 2, "citizen"))
        assert text.endswith(".")
        assert "2" in text or "90" in text


def test_there_are_one_to_eight_seats(seated, taken):
    for _ in range(4):
        seated.click("add")
    seated.look()
    assert seated.app.top.ui.find("add") is None
    for i in range(1, 8):
        seated.click(f"remove-{i}")
    seated.click("remove-0")
    assert "There is always at least one seat." in seated.texts
    seated.click("onward")
    assert len(taken[0]) == 1


def test_a_role_that_is_taken_changes_hands(case, seated, taken):
    first, second = (role.id for role in case.setup.roles[:2])
    seated.click("role-0")
    seated.click(f"take-{second}")
    seated.click("onward")
    assert [seat.roles for seat in taken[0][:2]] == [(second,), (first,)]


def test_below_four_seats_it_is_said_which_roles_are_dealt_out(case, seated):
    for i in (1, 2, 3):
        seated.click(f"remove-{i}")
    fourth = case.roles[case.setup.roles[3].id].name.en
    assert f", {fourth}" in seated.texts


def test_a_case_of_four_roles_seats_four_and_says_why(taken):
    """What is told of roles in play holds for the case: no more than it has."""
    case = parse(MINIMAL, "minimal.toml")
    assert case.setup.rules.roles_in_play == len(case.setup.roles) == 4
    driver = Driver(SeatsScreen(case, SeatsExits(taken.append, Calls())))
    driver.click("add")
    assert len(driver.app.top.places.seats) == 4
    assert "The case has 4 roles, so there are 4 seats at most." in driver.texts
    driver.click("remove-3")
    driver.look()
    assert "4 roles are always in play. Dealt out besides:" in driver.texts
    driver.look()
    driver.click("onward")
    assert sum(len(seat.roles) for seat in deal_roles(case.setup, taken[0])) == 4


# ------------------------------------------------------------------ by phone
def places_for(*names: str) -> SeatPlaces:
    places = SeatPlaces(("citizen", "manager", "union", "economy"))
    for name in names:
        places.add().name = name
    return places


def test_who_comes_by_phone_has_the_seat_that_was_written_for_them() -> None:
    places = places_for("Ane", "", "Hanne ")
    role = places.seats[2].role
    assert places.welcome({7: "hanne"})
    assert [(seat.name, seat.phone) for seat in places.seats] == [
        ("Ane", None),
        ("", None),
        ("hanne", 7),
    ]
    assert places.seats[2].role == role
    assert places.welcome({7: "hanne", 8: "Hanne", 9: "Lone"}), "another Hanne is somebody else"
    assert [seat.phone for seat in places.seats] == [None, 8, 7, 9]
    assert places.welcome({}), "and they are gone again"
    assert [seat.name for seat in places.seats] == ["Ane", "", "Hanne ", ""]


# ------------------------------------------------------------------ named on the command line
def back_from_announcement(case: Case, folder: Path, seats: tuple[Seat, ...]) -> SeatPlaces:
    driver = Driver(Cloth())
    Flow(driver.app, folder).before.announce(case, seats)
    driver.app.draw()
    driver.click("back")
    screen = driver.app.top
    assert isinstance(screen, SeatsScreen)
    return screen.places


def test_back_from_the_announcement_keeps_the_seats_that_were_named(case, tmp_path):
    named = (Seat("Ane", ("union", "citizen")), Seat("Bo", ()), Seat("Cia", ("controller",)))
    places = back_from_announcement(case, tmp_path, named)
    kept = places.as_seats(words("en"))
    assert [seat.name for seat in kept] == ["Ane", "Bo", "Cia"]
    assert (kept[0], kept[2]) == (named[0], named[2])
    assert deal_roles(case.setup, kept) == deal_roles(case.setup, named)


def test_a_role_that_somebody_has_besides_goes_to_who_takes_it(case, tmp_path):
    roles = tuple(role.id for role in case.setup.roles)
    places = back_from_announcement(case, tmp_path, (Seat("Ane", roles[:-1]), Seat("Bo", ())))
    places.give(places.seats[1], roles[1])
    places.resize(places.max_seats)
    held = [role for seat in places.as_seats(words("en")) for role in seat.roles]
    assert sorted(held) == sorted(set(held))
    assert places.seats[0].role == roles[0]
    assert places.seats[1].role == roles[1]
