"""A follow-up meeting on the screen, and a hand that tells what came of a game."""

from __future__ import annotations

from datetime import date

import pygame

from game.table.after.follow_up.screen import FollowUpScreen
from tests import staging
from tests.table.driver import Calls, Driver

TODAY = date(2027, 3, 14)
ENTER, NEXT, ESCAPE = pygame.K_RETURN, pygame.K_PAGEDOWN, pygame.K_ESCAPE


class Room(Driver):
    """A group at its follow-up meeting."""

    def __init__(self, session, size=(1280, 720), lang="en", *, named=True) -> None:
        self.left = Calls()
        case = staging.case()
        self.screen = FollowUpScreen(case, session, self.left, named=named, today=TODAY)
        super().__init__(self.screen, size, lang)

    def part(self, name: str) -> None:
        """Go to a part of the meeting."""
        self.click(f"phase:{name}")

    def fill(self, key: str, text: str) -> None:
        """Click into a field and write over what stands there."""
        self.click(key)
        self.key(pygame.K_a, mod=pygame.KMOD_CTRL)
        self.key(pygame.K_DELETE)
        self.type(text)

    def first(self) -> str:
        """The first row of the page."""
        self.look()
        keys = [w.key for w in self.app.top.ui.widgets]
        return next(key for key in keys if key.startswith("tell:"))
