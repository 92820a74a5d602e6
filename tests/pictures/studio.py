"""Where the pictures are taken: a table without a window, and real games on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pygame

from game.content import Case
from game.engine import State
from game.gui.screen import Screen
from game.i18n import Lang
from game.session import Session
from game.table.play.game import Game
from game.table.play.table import TableScreen
from tests import staging
from tests.table.driver import Driver
from tests.table.sitting import lay

Look = Callable[["Studio"], object]


@dataclass(frozen=True, slots=True)
class Picture:
    """How a picture is made, and the kind of screen that it shows."""

    screen: type[Screen]
    make: Look

    def __call__(self, studio: Studio) -> None:
        """Put up what is to be seen."""
        self.make(studio)
        shown = [type(screen) for screen in studio.app.screens]
        if self.screen not in shown:
            raise LookupError(f"{self.screen.__name__} is not among {shown}")


LOOKS: dict[str, Picture] = {}
"""Every picture by its name. What is entered here is taken, and read for what cannot be read: in
any window and language, and in large print."""


def enter(name: str, screen: type[Screen], make: Look) -> None:
    """Enter a picture of a screen under a name; they are taken in the order of their names."""
    LOOKS[name] = Picture(screen, make)


def look(name: str, screen: type[Screen]) -> Callable[[Look], Look]:
    """Enter the function below as a picture of a screen."""

    def decorate(make: Look) -> Look:
        enter(name, screen, make)
        return make

    return decorate


def nothing(*what: object) -> None:
    """For screens that lead nowhere here."""


def turn(round_: int) -> Callable[[State], bool]:
    """Somebody's turn in a round, or after it."""
    return lambda s: s.round >= round_ and s.step == "turn"


class Studio(Driver):
    """A table that nothing moves on, and the ``folder`` for the sessions shown on it."""

    def __init__(self, folder: Path, size: tuple[int, int], lang: Lang) -> None:
        super().__init__(size=size, lang=lang, reduced_motion=True)
        self.folder = folder

    def show(self, screen: Screen) -> None:
        """This screen and nothing else; nobody is writing in the one before any more."""
        if self.app.screens:
            self.app.top.ui.give_focus(None)
        self.app.reset(screen)

    # ------------------------------------------------------------------ games
    def sit_down(self, session: Session[Case]) -> Game:
        """The table with a game."""
        game = Game(self.app, session.case, session)
        self.services = lay(game)
        self.show(TableScreen(self.services))
        return game

    def play(self, count: int, until: Callable[[State], bool], of: str = "") -> Game:
        """The table with a game of the methodical group, at a wanted state."""
        case = staging.case(of) if of else None
        session = staging.begin(self.folder, count, 3, of=case)
        return self.sit_down(staging.play(session, staging.by("method"), until))

    def early(self) -> Game:
        """One idea lies on the table."""
        return self.play(4, lambda s: s.step == "turn" and len(s.ideas) == 1)

    def middle(self) -> Game:
        """Concretisation."""
        return self.play(4, turn(4))

    def late(self) -> Game:
        """The last round."""
        return self.play(6, turn(7))

    def fullest(self) -> Game:
        """As much as can lie on the table."""
        return self.sit_down(staging.fullest(self.folder))

    # ------------------------------------------------------------------ hands
    def point(self, key: str) -> None:
        """Rest the mouse on something."""
        self.move(key)
        self.app.advance(1)

    def sort(self, kind: str) -> None:
        """Have the cards of a kind before you; in a wide window all lie side by side."""
        self.app.draw()
        if self.app.top.ui.find(f"kind:{kind}"):
            self.click(f"kind:{kind}")

    def pick_up(self, key: str, over: str) -> None:
        """Carry something over a place."""
        self.point(key)
        place = self.at(key)
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            self.post(kind, pos=place, button=1)
        self.point(over)
