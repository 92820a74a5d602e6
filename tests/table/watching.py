"""A recorded game on the table, and a hand that replays it."""

from __future__ import annotations

import random
from pathlib import Path

from game.content import mend, parse
from game.i18n import Lang
from game.session import SavedSession, Session, open_recording
from game.table.after.replay.exits import ReplayExits
from game.table.after.replay.screen import ReplayScreen
from game.table.flow.main import Flow
from game.table.play.moments import aftermath
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
