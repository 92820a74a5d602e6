"""The reality check, step by step: forwards, back, skipped, and nothing told too early."""

from __future__ import annotations

import random
from itertools import chain, pairwise

import pygame
import pytest

from game.engine import TRACKS
from game.engine import events as ev
from game.table.play.check.narration import narrate
from game.table.play.check.screen import CheckScreen
from game.table.play.check.steps import steps_of
from tests.staging import Decided, whole_game
from tests.table.driver import SIZES, Calls, Driver, squeezed
from tests.table.sitting import table

LANGS = ("da", "en")


@pytest.fixture(scope="module")
def games(tmp_path_factory):
    """Three games in which everything happens that a check can tell."""
    folder = tmp_path_factory.mktemp("games")
    return [
        whole_game(folder, "rush", 3),
        whole_game(folder, "method", 2, 6),
        whole_game(folder, "random", 4),
    ]


def checks(game) -> list[Decided]:
    return [decided for decided in game[1] if decided.has(ev.CheckBegan)]


def rich(games) -> tuple[object, Decided]:
    """The check with most steps, and its session."""
    found = [(session, check) for session, decided in games for check in checks((session, decided))]
    return max(found, key=lambda pair: len(steps_of(pair[1].before, pair[1].moments)))


def shown(games, size=(1280, 720), lang="en") -> tuple[Driver, CheckScreen, Calls]:
    session, check = rich(games)
    driver, game = table(session, size, lang)
    done = Calls()
    screen = CheckScreen(game, check.before, check.moments, done)
    driver.app.push(screen)
    return driver, screen, done


def on_screen(driver: Driver) -> str:
    """Everything written, as it is now, however it is wrapped."""
    driver.app.draw()
    return squeezed(" ".join(drawn.text for drawn in driver.log))


def settled(driver: Driver) -> str:
    """Everything written when all that moves has come to rest."""
    while driver.app.animator.busy:
        driver.app.advance(0.1)
    return on_screen(driver)


def test_the_games_hold_every_kind_of_step(games):
    steps = chain.from_iterable(steps_of(c.before, c.moments) for g in games for c in checks(g))
    kinds = {step.kind for step in steps}
    assert kinds >= {"due", "risk", "alarm", "stumble", "harvest", "word", "combination"}
    assert kinds >= {"balance", "below_zero", "pause", "stop", "summary"}


def test_steps_hold_every_event_of_the_check_once_and_in_order(games):
    for check in chain.from_iterable(map(checks, games)):
        steps = steps_of(check.before, check.moments)
        told = [event for step in steps for event in step.events]
        first = next(i for i, m in enumerate(check.moments) if isinstance(m.event, ev.CheckBegan))
        assert told == [moment.event for moment in check.moments[first:]]
        for earlier, later in pairwise(steps[:-1]):
            assert earlier.after is later.before
        assert steps[-1].before is check.before
        assert steps[-1].after is check.moments[-1].state


def test_a_whole_check_walks_forwards_and_ends_once(games):
    driver, screen, done = shown(games)
    for at in range(len(screen.steps)):
        assert screen.at == at
        assert done.count == 0
        driver.key(pygame.K_SPACE)
        driver.look()
    assert done.count == 1
    assert screen not in driver.app.screens


@pytest.mark.parametrize("key", [pygame.K_RIGHT, pygame.K_RETURN, pygame.K_SPACE])
def test_each_key_for_next_steps_on(games, key):
    driver, screen, _ = shown(games)
    driver.key(key)
    assert screen.at == 1


def test_back_shows_the_step_before_as_it_ended(games):
    driver, screen, _ = shown(games)
    seen = []
    for _ in screen.steps:
        settled(driver)
        seen.append({drawn.text for drawn in driver.log})
        if screen.at + 1 < len(screen.steps):
            driver.key(pygame.K_RIGHT)
    for texts in reversed(seen[:-1]):
        driver.key(pygame.K_LEFT)
        settled(driver)
        assert {drawn.text for drawn in driver.log} == texts
    driver.key(pygame.K_LEFT)
    assert screen.at == 0


def test_end_and_escape_skip_to_the_summary(games):
    for key in (pygame.K_END, pygame.K_ESCAPE):
        driver, screen, done = shown(games)
        driver.key(key)
        assert screen.step.kind == "summary"
        assert done.count == 0
    driver.key(pygame.K_ESCAPE)
    assert done.count == 1


def test_the_mouse_alone_walks_it(games):
    driver, screen, done = shown(games)
    driver.click("next")
    driver.click("next")
    driver.click("back")
    assert screen.at == 1
    driver.click("skip")
    assert screen.step.kind == "summary"
    driver.click("next")
    assert done.count == 1


def test_after_a_click_beside_the_buttons_the_keys_still_set_the_pace(games):
    driver, screen, _ = shown(games)
    driver.click((200, 300))
    driver.key(pygame.K_RIGHT)
    assert screen.at == 1
    driver.click("back")
    driver.key(pygame.K_SPACE)
    assert screen.at == 1


def test_each_step_says_its_sentence_and_none_that_comes_later(games):
    driver, screen, _ = shown(games)
    said = [squeezed(narrate(screen.game, step)) for step in screen.steps]
    for at in range(len(screen.steps)):
        text = settled(driver)
        assert said[at] in text
        for later in set(said[at + 1 :]) - set(said[: at + 1]):
            assert later not in text
        driver.key(pygame.K_RIGHT)


def test_what_a_die_decides_is_told_when_it_has_fallen(games):
    driver, screen, _ = shown(games)
    dice = 0
    while screen.step.kind != "summary":
        driver.key(pygame.K_RIGHT)
        event = screen.step.events[0] if screen.step.events else None
        if isinstance(event, ev.RiskThrown | ev.StumbleThrown):
            sentence = squeezed(narrate(screen.game, screen.step))
            assert sentence not in on_screen(driver)
            assert sentence in settled(driver)
            if isinstance(event, ev.StumbleThrown) or 0 < event.limit < 6:
                assert str(event.die) in sentence
            dice += 1
        driver.look()
    assert dice > 3


def test_the_meters_show_the_points_of_the_step(games):
    driver, screen, _ = shown(games)
    for step in screen.steps:
        settled(driver)
        box = screen._meter_box
        for n, _track in enumerate(TRACKS):
            low, high = box.y + n * box.h / 4, box.y + (n + 1) * box.h / 4
            u = driver.app.u
            head = [
                drawn.text
                for drawn in driver.log
                if drawn.rect.x > box.x * u and low * u < drawn.rect.centery < high * u
            ]
            points = step.after.points[n]
            assert screen.game.t.number(points) in head
        driver.key(pygame.K_RIGHT)


def test_what_is_told_of_grows_slides_and_counts_before_it_rests(games):
    """Every kind that moves on the stage: other pictures on the way, the sentence at the end."""
    driver, screen, _ = shown(games)
    settled(driver)
    moved = set()
    for at in range(1, len(screen.steps)):
        screen.next()
        while driver.app.animator.busy and not screen._thrown:
            driver.app.advance(0.05)
        driver.app.draw()
        on_the_way = pygame.image.tobytes(driver.look(0.05), "RGB")
        settled(driver)
        if pygame.image.tobytes(driver.look(0), "RGB") != on_the_way:
            moved.add(screen.steps[at].kind)
        driver.assert_readable()
    assert moved >= {"harvest", "word", "balance"}


def test_with_reduced_motion_nothing_moves(games):
    driver, screen, _ = shown(games)
    driver.app.animator.reduced = True
    while screen.step.kind != "summary":
        driver.key(pygame.K_RIGHT)
        assert not driver.app.animator.busy
        assert squeezed(narrate(screen.game, screen.step)) in on_screen(driver)


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGS)
def test_every_step_of_every_check_can_be_read(games, lang):
    for session, decided in games:
        driver, game = table(session, lang=lang)
        for check in checks((session, decided)):
            driver.app.push(CheckScreen(game, check.before, check.moments, Calls()))
            while driver.app.top.step.kind != "summary":
                driver.assert_readable()
                driver.key(pygame.K_RIGHT)
            driver.assert_readable()
            driver.key(pygame.K_RIGHT)


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("size", SIZES[1:])
def test_each_kind_of_step_can_be_read_on_larger_screens(games, size, lang):
    session, _ = games[0]
    driver, game = table(session, size, lang)
    seen = set()
    for check in chain.from_iterable(map(checks, games)):
        screen = CheckScreen(game, check.before, check.moments, Calls())
        driver.app.push(screen)
        for at, step in enumerate(screen.steps):
            if step.kind not in seen:
                seen.add(step.kind)
                screen.at = at
                screen.refresh()
                driver.assert_readable()
        driver.app.pop(screen)
    assert len(seen) == 12


def test_a_random_walk_of_keys_never_fails(games):
    chance = random.Random(7)
    keys = [pygame.K_RIGHT, pygame.K_LEFT, pygame.K_SPACE, pygame.K_TAB, pygame.K_END]
    driver, screen, done = shown(games)
    for _ in range(150):
        driver.key(chance.choice(keys))
        driver.app.advance(chance.choice((0.01, 0.2, 0.5)))
        driver.app.draw()
        if done.count:
            break
    assert done.count <= 1
    assert (screen in driver.app.screens) == (done.count == 0)
