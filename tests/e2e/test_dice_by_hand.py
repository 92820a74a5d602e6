"""Dice in a real window: taken in the hand with the mouse, let go, and read off the screen."""

from __future__ import annotations

import shutil
from pathlib import Path
from struct import unpack

import pygame
import pytest

from game.content import parse
from game.engine import State
from game.session import Session
from game.table.parts.folded_events import fold_events
from game.table.play.check.screen import CheckScreen
from game.table.play.check.throwers import dice_of
from game.table.play.game import Game
from tests import staging
from tests.e2e.desktop import Desktop, Window, needs_desktop, wait_for
from tests.table.driver import Cloth, Driver
from tests.table.sitting import nothing

pytestmark = [needs_desktop, pytest.mark.slow]

_PAPER = 200
"""How bright each part of a colour is on a die; the felt is darker."""


def _due(state: State) -> bool:
    """Whether a reality check is next, with an idea that is not proven: a die is thrown for it."""
    return state.step == "check" and any(
        idea.status == "implemented" and not idea.was_proven for idea in state.ideas
    )


def _shadow(file: Path, folder: Path, size: tuple[int, int]) -> tuple[Driver, CheckScreen]:
    """The same check unseen, from what the window has written: at its first throw."""
    folder.mkdir()
    session = Session.resume(Path(shutil.copy(file, folder)), parse)
    before, decision = session.states[len(session.history) - 1], session.history[-1]
    driver = Driver(Cloth(), size, "da")
    game = Game(driver.app, session.case, session)
    check = CheckScreen(game, before, fold_events(before, decision.events), nothing)
    driver.app.push(check)
    return driver, check


def _eyes(desktop: Desktop, part: pygame.Rect) -> int:
    """How many eyes the only die in a part of the screen shows: the dark spots within it."""
    raw = desktop.picture.read_bytes()
    head = unpack(">25I", raw[:100])  # as in X11/XWDFile.h
    wide, high, line = head[4], head[5], head[12]
    pixels = raw[head[0] + 12 * head[19] :]
    shown = pygame.Surface((wide, high))
    for y in range(part.top, part.bottom):
        for x in range(part.left, part.right):
            blue, green, red = pixels[y * line + 4 * x :][:3]
            shown.set_at((x, y), (red, green, blue))
    bright = pygame.mask.from_threshold(shown, (255, 255, 255), (255 - _PAPER,) * 3)
    die = max(bright.connected_components(), key=pygame.Mask.count)
    (around,) = die.get_bounding_rects()
    inside = pygame.Mask(around.size)
    inside.draw(die, (-around.x, -around.y))
    inside.invert()
    spots = [spot.get_bounding_rects()[0] for spot in inside.connected_components(9)]
    return sum(inside.get_rect().inflate(-6, -6).contains(spot) for spot in spots)


def test_a_die_is_taken_in_the_hand_let_go_and_shows_what_the_log_holds(
    screen: Desktop, tmp_path: Path
) -> None:
    session = staging.play(staging.begin(tmp_path / "games", 2, 5), staging.by("rush"), _due)
    file = session.path
    session.close()
    window = Window(screen, "play", "--resume", file, "--lang", "da")
    window.press("Return")
    driver, check = _shadow(file, tmp_path / "shadow", window.size)
    while not driver.asked_to_throw:
        driver.key(pygame.K_RIGHT)
        driver.look()
        window.press("Right")
    (eyes,) = dice_of(check.step)
    hand = driver.app.top.ui.find("next:place")
    assert hand is not None
    u = driver.app.u
    part = pygame.Rect([side * u for side in (hand.box.x, hand.box.y, hand.box.w, hand.box.h)])
    screen.tool("xdotool", "mousemove", "--window", window.id, *driver.at("next:place"))
    screen.settle()
    waiting = screen.seen()
    screen.tool("xdotool", "mousedown", 1)
    wait_for(lambda: screen.seen() != waiting, "dice that are shaken")
    shaken = screen.seen()
    wait_for(lambda: screen.seen() != shaken, "dice that go on being shaken")
    screen.tool("xdotool", "mouseup", 1)
    screen.settle(waiting)
    assert _eyes(screen, part) == eyes
    assert window.close() == 0
