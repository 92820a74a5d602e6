"""The walk through the rules on the screen: its pace, its ways in and out, by keys and by mouse."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.content import load
from game.engine.lookups import share_of
from game.i18n import LANGS, Lang, words
from game.resources import SCENARIOS
from game.table.flow.main import Flow
from game.table.parts.help_screen import HelpScreen
from game.table.parts.walk import scenes
from game.table.parts.walk.screen import SECONDS, WalkScreen
from game.table.play.moments.opening import OpeningScreen
from game.table.setup.announcement import AnnouncementScreen
from game.views.face_builder import initials
from game.views.walk import PLAYERS
from game.wording.walk import STOPS, stops
from tests import staging
from tests.table.driver import Cloth, Driver

FIRST = load(SCENARIOS / "foerste-spil.toml").as_usual

NAMES = ("Ane Bo", "Carl Dam", "Eva Fog", "Gro Holm")


def walk(lang: Lang = "en", *, runs: bool = False, reduced: bool = False) -> Driver:
    driver = Driver(Cloth(), lang=lang, reduced_motion=reduced)
    driver.app.push(WalkScreen(FIRST.setup, seats=NAMES, runs=runs))
    driver.app.draw()
    return driver


def shown(driver: Driver) -> int:
    screen = driver.app.top
    assert isinstance(screen, WalkScreen)
    return screen.at


def pass_time(driver: Driver, seconds: float) -> None:
    for _ in range(round(seconds * 10) + 1):
        driver.look(0.1)


def announced(folder: Path) -> tuple[Driver, Flow]:
    driver = Driver(Cloth())
    flow = Flow(driver.app, folder)
    flow.before.announce(FIRST, tuple(staging.seats(4)))
    driver.app.draw()
    return driver, flow


# ------------------------------------------------------------------ who plays
@pytest.mark.parametrize("seats", range(1, 9))
def test_everybody_at_the_table_is_on_the_picture_with_their_actions(
    seats: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    dots: list[int] = []
    monkeypatch.setattr(scenes, "_actions", lambda c, box, count: dots.append(count))
    driver = Driver(Cloth())
    names = [f"{letter}ne Bo" for letter in "ABCDEFGH"[:seats]]
    driver.app.push(WalkScreen(FIRST.setup, seats=names))
    for _ in range(STOPS.index("turn")):
        driver.key(pygame.K_RIGHT)
    driver.look()
    rules = FIRST.setup.rules
    assert dots[-seats:] == [share_of(rules, place, seats) for place in range(seats)]
    assert all(initials(name) in driver.texts for name in names)


# ------------------------------------------------------------------ the pace
@pytest.mark.parametrize("lang", LANGS)
def test_it_is_walked_by_keys(lang: Lang) -> None:
    driver = walk(lang)
    for stop in stops(words(lang), FIRST.setup, 4):
        assert stop.text in driver.texts.replace("\n", " ")
        driver.key(pygame.K_RIGHT)
    assert isinstance(driver.app.top, Cloth)


def test_it_is_walked_by_the_mouse_there_and_back() -> None:
    driver = walk()
    for at in range(1, len(STOPS)):
        driver.click("next")
        assert shown(driver) == at
    driver.click("previous")
    assert shown(driver) == len(STOPS) - 2
    driver.click("next")
    driver.click("next")
    assert isinstance(driver.app.top, Cloth)


def test_by_itself_it_takes_a_minute() -> None:
    driver = walk(runs=True)
    seen = [shown(driver)]
    for _ in STOPS[1:]:
        pass_time(driver, SECONDS)
        seen.append(shown(driver))
    assert seen == list(range(len(STOPS)))
    assert 55 <= SECONDS * len(STOPS) <= 65
    pass_time(driver, 2 * SECONDS)
    assert shown(driver) == len(STOPS) - 1  # the last picture stays


def test_it_waits_when_asked_to_and_whenever_somebody_turns_a_page() -> None:
    driver = walk(runs=True)
    driver.key(pygame.K_p)
    pass_time(driver, 2 * SECONDS)
    assert shown(driver) == 0
    driver.click("pace")
    pass_time(driver, SECONDS)
    assert shown(driver) == 1
    driver.key(pygame.K_LEFT)
    pass_time(driver, 2 * SECONDS)
    assert shown(driver) == 0


def test_a_picture_comes_bit_by_bit_and_all_at_once_where_nothing_is_to_move() -> None:
    driver, still = walk(), walk(reduced=True)
    beats = []
    for driven in (driver, still):
        screen = driven.app.top
        assert isinstance(screen, WalkScreen)
        beats.append([screen.beat])
        for _ in range(4):
            pass_time(driven, 1)
            beats[-1].append(screen.beat)
    assert beats == [[0, 0, 1, 2, 2], [2, 2, 2, 2, 2]]


def test_at_the_end_it_can_begin_anew() -> None:
    driver = walk()
    for _ in STOPS[1:]:
        driver.key(pygame.K_RIGHT)
    pass_time(driver, SECONDS)
    driver.click("pace")
    assert shown(driver) == 0


# ------------------------------------------------------------------ ways in and out
def test_whoever_plays_the_first_time_is_offered_it_once(tmp_path: Path) -> None:
    driver, flow = announced(tmp_path)
    driver.key(pygame.K_RETURN)
    pass_time(driver, 3 * SECONDS)
    assert shown(driver) == 0  # it waits for the room
    assert flow.game is None
    driver.click("skip")
    assert flow.game is not None
    assert isinstance(driver.app.top, OpeningScreen)
    flow.close()
    flow.before.announce(FIRST, tuple(staging.seats(4)))
    driver.key(pygame.K_RETURN)
    assert flow.game is not None
    flow.close()


def test_whoever_has_watched_it_before_the_game_is_not_shown_it_again(tmp_path: Path) -> None:
    driver, flow = announced(tmp_path)
    driver.click("walk")
    driver.click("skip")
    driver.click("onward")
    assert flow.game is not None
    flow.close()


def test_the_game_goes_on_after_the_last_picture(tmp_path: Path) -> None:
    driver, flow = announced(tmp_path)
    driver.key(pygame.K_RETURN, *[pygame.K_RIGHT] * len(STOPS))
    assert flow.game is not None
    flow.close()


def test_it_stands_beside_the_title_before_every_game(tmp_path: Path) -> None:
    driver, _ = announced(tmp_path)
    driver.click("walk")
    assert shown(driver) == 0
    driver.key(pygame.K_ESCAPE)
    assert isinstance(driver.app.top, AnnouncementScreen)


def test_it_shows_the_players_of_this_game(tmp_path: Path) -> None:
    driver, _ = announced(tmp_path)
    driver.click("walk")
    driver.click("next")
    shown_initials = set(driver.texts.split("\n"))
    assert {initials(seat.name) for seat in staging.seats(4)} <= shown_initials
    assert not set(PLAYERS) & shown_initials


@pytest.mark.parametrize("names", [(), ("Ane Bo",), NAMES, (*NAMES, "Ib Juul", "Kai Lund")])
def test_it_is_drawn_for_any_number_of_players(names: tuple[str, ...]) -> None:
    driver = Driver(Cloth(), reduced_motion=True)
    driver.app.push(WalkScreen(FIRST.setup, seats=names))
    seen = set()
    for _ in STOPS:
        driver.assert_readable()
        seen |= set(driver.texts.split("\n"))
        driver.key(pygame.K_RIGHT)
    expected = list(map(initials, names))[:4] or PLAYERS
    assert set(expected) <= seen


def test_help_shows_it_and_all_the_rules_are_a_key_away(tmp_path: Path) -> None:
    driver, _ = announced(tmp_path)
    driver.key(pygame.K_F1)
    driver.click("walk")
    assert shown(driver) == 0
    driver.key(pygame.K_F1)
    assert isinstance(driver.app.top, HelpScreen)
    driver.key(pygame.K_ESCAPE)
    driver.click("walk")
    driver.key(pygame.K_F1)
    assert isinstance(driver.app.top, HelpScreen)
    driver.key(pygame.K_ESCAPE)
    assert shown(driver) == 0


@pytest.mark.parametrize("lang", LANGS)
def test_it_can_be_read_while_it_moves(lang: Lang) -> None:
    driver = walk(lang)
    for _ in STOPS:
        for _ in range(3):
            driver.assert_readable()
            pass_time(driver, 1.5)
        driver.key(pygame.K_RIGHT)
