"""A recorded game on the table, and a hand that replays it."""

from __future__ import annotations

import random
from pathlib import Path

import pygame

from game.content import mend, parse
from game.gui.app import App
from game.i18n import Lang
from game.session import SavedSession, Session, open_recording
from game.table.after.replay.exits import ReplayExits
from game.table.after.replay.screen import ReplayScreen
from game.table.flow.main import Flow
from game.table.play.moments import aftermath
from game.table.play.table import TableScreen
from tests import staging
from tests.table.driver import Cloth, Driver


def recorded(folder: Path, *, seed: int = 5, count: int = 4, name: str = "method") -> Path:
    """A whole game with something undone, and a bookmark in the middle."""
    session = staging.begin(folder, count, seed)
    wish, chance = staging.by(name), random.Random(seed)
    while not session.state.over:
        session.do(wish(session.state, chance))
        if len(session.history) == 30:
            session.bookmark("Here Ane saw it")
            session.undo("a slip")
            session.do(wish(session.state, chance))
    session.close()
    return session.path


def copied(file: Path, folder: Path) -> Path:
    """The same session in another folder."""
    folder.mkdir(exist_ok=True)
    path = folder / file.name
    path.write_bytes(file.read_bytes())
    return path


def started(folder: Path) -> tuple[Driver, Flow]:
    """The start screen over a folder of games."""
    driver = Driver(Cloth(), lang="en", reduced_motion=True)
    flow = Flow(driver.app, folder)
    flow.start()
    driver.look()
    return driver, flow


class Watching(Driver):
    """A driver at the replay of a session; ``left`` and ``branched`` count what it leads to."""

    def __init__(
        self,
        path: Path,
        *,
        size: tuple[int, int] = (1280, 720),
        lang: Lang = "en",
        playing: Session | None = None,
        reduced_motion: bool = True,
    ) -> None:
        super().__init__(size=size, lang=lang, reduced_motion=reduced_motion)
        self.path = path
        self.left = 0
        self.branched: list[int] = []
        exits = ReplayExits(
            self._leave,
            lambda recording, n: self.branched.append(n),
            aftermath,
            additions=SavedSession if playing is None else lambda _: playing,
        )
        self.screen = ReplayScreen(open_recording(path, parse, mend), exits)
        self.app.push(self.screen)
        self.look()
        self.look()

    def _leave(self) -> None:
        self.left += 1

    @property
    def step(self) -> int:
        """The step that is shown."""
        return self.screen.player.at

    @property
    def last(self) -> int:
        """The last step."""
        return self.screen.player.last


LEFT = {"turn": 754, "round": 1555, "phase": 3599}

SHOWN = {"turn": "12:34", "round": "25:55", "phase": "59:59"}


def hidden(driver: Driver, table: TableScreen) -> str:
    """The timer that runs out next, where it is not to be seen."""
    drawn = {text.text for text in driver.read()}
    what = min(table.services.timers.seen, key=lambda what: LEFT[what])
    return "" if SHOWN[what] in drawn else what


def start(table: TableScreen) -> None:
    for what in table.services.timers.timers.on.copy():
        table.services.timers.timers.move(what, "stop")
    for what in ("turn", "round", "phase"):
        table.services.timers.timers.move(what, "start", LEFT[what])
    for screen in table.app.screens:
        screen.refresh()


Seen = tuple[bytes, list[tuple[object, ...]]]
"""The pixels of a window, and for each widget what it is and what it tells."""


def seen(app: App, *, told: bool) -> Seen:
    """What is seen, and if wanted what is ``told``, when all is at rest and laid out again."""
    for _ in range(2):
        app.top.refresh()
        app.draw()
        app.animator.skip()
    widgets = [(w.key, w.box, w.identity, told and w.told) for w in app.top.ui.widgets]
    return pygame.image.tobytes(app.draw(), "RGB"), widgets
