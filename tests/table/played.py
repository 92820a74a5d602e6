"""Real games to show: a bot plays the passport case in a session, and every decision is kept."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from game.bots import bot
from game.content import Case, load
from game.engine import Action, Applied, Event, Seat, State, observe
from game.engine import actions as act
from game.resources import SCENARIOS
from game.session import Session
from game.table.canvas import Canvas
from game.table.play.game import Game, Moment, fold
from game.table.screen import Screen
from game.table.theme import FELT
from game.table.ui import Ui

from .driver import Driver

CASE = load(SCENARIOS / "koebenhavn-pas.toml")
PLAYERS = ("Ane", "Bo", "Christoffer", "Dorte", "Emil", "Frederikke", "Gitte", "Hans-Henrik")


@dataclass(frozen=True)
class Decided:
    """One decision: the state before it, and what came of it."""

    before: State
    moments: tuple[Moment, ...]

    def has(self, *kinds: type[Event]) -> bool:
        """Whether any of these events came of it."""
        return any(isinstance(moment.event, kinds) for moment in self.moments)


def sit_down(folder: Path, seed: int, seats: int = 4, roles: Sequence[str] = ()) -> Session[Case]:
    """A new game; ``roles`` are dealt to the first seats, the others get what is left."""
    dealt = [(role,) for role in roles] + [()] * seats
    people = [Seat(PLAYERS[n], dealt[n]) for n in range(seats)]
    return Session.create(CASE, people, seed, folder)


def decide(session: Session[Case], action: Action) -> Decided:
    """Do what must be allowed."""
    before = session.state
    done = session.do(action)
    assert isinstance(done, Applied), done
    return Decided(before, fold(before, done.events))


def play(folder: Path, name: str, seed: int, seats: int = 4) -> tuple[Session[Case], list[Decided]]:
    """A whole game by a bot."""
    session, chance, decided = sit_down(folder, seed, seats), random.Random(seed), []
    while session.state.step != "over":
        waits = session.state.step in ("check", "opening")
        action = act.Proceed() if waits else bot(name)(observe(session.state), chance)
        decided.append(decide(session, action))
    return session, decided


class Cloth(Screen):
    """The table below what is tested."""

    def build(self, ui: Ui) -> None:
        canvas: Canvas = ui.canvas
        canvas.fill(ui.area, FELT)


def table(
    session: Session[Case], size: tuple[int, int] = (1280, 720), lang: str = "en"
) -> tuple[Driver, Game]:
    """An empty table with a game on it."""
    driver = Driver(Cloth(), size, lang)  # type: ignore[arg-type]
    return driver, Game(driver.app, CASE, session)


def squeezed(text: str) -> str:
    """A text without what wrapping adds to it or takes from it."""
    return re.sub(r"[\s-]", "", text)


class Calls:
    """Counts how often it is called."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> None:
        self.count += 1
