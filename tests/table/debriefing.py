"""The debrief of a game on the screen, and a hand that turns its pages."""

from __future__ import annotations

import pygame

from game.table.after.debrief.screen import DebriefScreen
from game.table.parts.discussion.discussion import DiscussionExits
from game.table.parts.discussion.screen import DiscussionScreen
from tests import staging
from tests.table.driver import Calls, Driver

NEXT, BACK = pygame.K_PAGEDOWN, pygame.K_PAGEUP


class Told:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.entries: list[int] = []

    def __call__(self, entry: int) -> None:
        self.entries.append(entry)


def shown(session, size=(1280, 720), lang="en", **flow) -> tuple[Driver, DebriefScreen]:
    ways = {"leave": Calls(), "go_to": Told(), "branch": Told(), **flow}
    screen = DebriefScreen(staging.case(), session, DiscussionExits(**ways))
    return Driver(screen, size, lang), screen


def to(driver: Driver, screen: DebriefScreen, kind: type | str) -> None:
    """Turn pages until one of a kind is shown; a kind of moment is opened by its mark."""
    if isinstance(kind, str):
        found = (n for n, moment in enumerate(screen.discussion.to_choose) if moment.kind == kind)
        driver.key(pygame.K_2)
        driver.click(f"moment:{next(found) + 1}")
        return
    for _ in range(len(screen.pages)):
        page = screen.pages[screen.at]
        if isinstance(page, kind):
            return
        driver.key(NEXT)
    raise AssertionError(f"no page of {kind}")


def assert_told_in_the_lane(driver: Driver, screen: DiscussionScreen) -> None:
    """What is told of the boxes of the parts covers nothing, on any page."""
    for at in range(len(screen.pages)):
        screen.turn(at)
        driver.look()
        ui, u = screen.ui, driver.app.u
        assert ui.lane is not None
        lane = ui.lane.px(u)
        assert not [one.text for one in driver.read() if one.rect.colliderect(lane)]
        assert not [w.key for w in ui.widgets if w.box.px(u).colliderect(lane)]
    for part in screen.parts(screen.app.t):
        driver.move(f"phase:{part.key}")
        driver.look()
        (told,) = (one for one in driver.read() if one.text.endswith(f". {part.name}"))
        assert lane.contains(told.ink)
        driver.assert_readable()


def of_a_turn(screen: DebriefScreen) -> str:
    """The kind of the first moment that somebody's turn brought."""
    return next(m.kind for m in screen.discussion.moments if m.step == "turn")
