"""A table with a game on it, far enough that every dialog has something to be about."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pygame

from game.content import Case
from game.engine import Action, Idea, Risk, Track, check, legal
from game.engine import actions as act
from game.gui.app import App
from game.gui.screen import Screen, ScreenHost
from game.i18n import Lang
from game.session import Decision, Session
from game.table.flow.facilitator_window import FacilitatorWindow
from game.table.parts.folded_events import fold_events
from game.table.play.game import Decided, Game
from game.table.play.moments.aftermath import show_aftermath
from game.table.play.services import TableExits, TableServices, create_services
from game.table.play.table import TableScreen
from game.table.setup.settings import SettingsScreen
from tests import staging
from tests.onward import onward
from tests.table.driver import Cloth, Driver

A = TypeVar("A")


def table(
    session: Session[Case], size: tuple[int, int] = (1280, 720), lang: Lang = "en"
) -> tuple[Driver, Game]:
    """An empty table, and a game that is shown on it."""
    driver = Driver(Cloth(), size, lang)
    return driver, Game(driver.app, staging.case(), session)


def no_phones() -> Screen:
    """Nobody asks for phones here."""
    raise AssertionError("phones were asked for")


def nothing() -> None:
    """For what leads nowhere here."""


def lay(game: Game, leave: Callable[[], object] = nothing) -> TableServices:
    """What a game is played with; it leads to the settings, and out by ``leave``."""

    def settings(host: ScreenHost) -> None:
        host.push(SettingsScreen(game.set_language))

    assert isinstance(game.app, App)
    window = FacilitatorWindow(game.app)
    services = create_services(game, TableExits(nothing, settings, leave), window, no_phones)
    window.sit_down(services)
    return services


def show_what_follows(game: Game) -> None:
    """From now on what comes of a decision is shown, as at the table."""

    def show(decided: Decided) -> None:
        show_aftermath(game, decided.before, fold_events(decided.before, decided.events))

    game.listeners.append(show)


class Sitting(Driver):
    """A driver at a table; with ``bare`` nothing lies below the dialogs."""

    def __init__(
        self,
        folder: Path,
        *,
        seats: int = 4,
        lang: Lang = "en",
        size: tuple[int, int] = (1280, 720),
        bare: bool = False,
        seed: int = 5,
    ) -> None:
        super().__init__(Cloth(), size, lang)
        self.game = Game(self.app, staging.case(), staging.begin(folder, seats, seed))
        self.left: list[bool] = []
        """Grows when the table is left."""
        self.services = lay(self.game, leave=lambda: self.left.append(True))
        if not bare:
            self.app.reset(TableScreen(self.services))

    # ------------------------------------------------------------------ playing on
    def do(self, action: Action) -> None:
        """Decide something that must be allowed, past all screens."""
        staging.decide(self.game.session, action)

    def cards(self, *kinds: type[Action]) -> Sitting:
        """Every seat places what it can of these kinds for a round, four ideas at most."""
        started = self.game.state.round
        while self.game.state.round == started and self.game.state.step == "turn":
            s = self.game.state
            wanted = [
                a for a in legal(s) if isinstance(a, kinds) and getattr(a, "estimate", 2) == 2
            ]
            fresh = [a for a in wanted if not isinstance(a, act.PlaceIdea) or s.open_ideas() < 4]
            self.do(fresh[0] if fresh else act.Pass(s.turn))
        return self

    def until(self, round: int) -> Sitting:
        """Everybody passes until a round's first turn."""
        while self.game.state.round < round or self.game.state.step != "turn":
            self.do(onward(self.game.state))
        return self

    def working(self) -> Sitting:
        """Concretisation, with ideas, benefits and risks on the table."""
        placing = (act.PlaceRisk, act.PlaceBenefit, act.PlaceIdea)
        return self.cards(act.PlaceIdea).until(2).cards(*placing).until(3)

    # ------------------------------------------------------------------ what lies there
    def claimed(self, *, by_card: bool = True) -> tuple[Idea, Track]:
        """A benefit that nobody owns; ``by_card`` says whether it came from a card."""
        for idea in self.game.state.ideas:
            for track, b in idea.claims():
                if b.owner is None and not b.downside and bool(b.card) == by_card:
                    return idea, track
        raise AssertionError("no such benefit on the table")

    def risky(self) -> tuple[Idea, Risk]:
        """A named risk that can still strike."""
        for idea in self.game.state.ideas:
            for risk in idea.risks:
                if check(self.game.state, act.Mitigate(self.game.state.turn, idea.id, risk.id)):
                    continue
                return idea, risk
        raise AssertionError("no risk on the table")

    # ------------------------------------------------------------------ looking
    def open(self, screen: Screen) -> Sitting:
        """Open a dialog over the table, which has seen whose turn it is by now."""
        self.app.advance(0.0)
        self.app.push(screen)
        self.look()
        return self

    @property
    def last(self) -> Decision:
        """The last decision that stands."""
        return self.game.session.history[-1]

    def decided(self, kind: type[A]) -> A:
        """The last decision's action, of this kind."""
        action = self.last.action
        assert isinstance(action, kind), action
        return action

    # ------------------------------------------------------------------ writing
    def enter(self, *, mod: int = 0) -> None:
        """Press Enter."""
        self.key(pygame.K_RETURN, mod=mod)

    def tab(self, times: int = 1) -> None:
        """Press Tab."""
        self.key(*[pygame.K_TAB] * times)

    def choose(self, **nth: int) -> None:
        """Tab to rows of options in which nothing is chosen, and choose the nth, from 1."""
        for key, n in nth.items():
            self.tab_to(key)
            self.key(*[pygame.K_RIGHT] * n)

    def fill(self, key: str, text: str) -> None:
        """Tab to a field, and write something else in it."""
        self.tab_to(key)
        self.key(pygame.K_a, mod=pygame.KMOD_CTRL)
        self.key(pygame.K_DELETE)
        self.type(text)
