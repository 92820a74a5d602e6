"""What people feel, frame by frame: each scene gives the milliseconds of many frames.

They are those of the processor, so that whatever else a machine does is not measured. All of it
happens on the fullest table, without a window; waiting for the disk, and what a system adds to show
a frame, are not in it. A scene does between two frames whatever must be done so that the next is
like the first.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path
from time import process_time
from typing import Final

import pygame

from game.content import mend, parse
from game.engine import actions as act
from game.engine import events as ev
from game.engine import legal
from game.gui.app import App
from game.gui.tidying import Tidying
from game.session import open_recording
from game.table.after.replay.exits import ReplayExits
from game.table.after.replay.screen import ReplayScreen
from game.table.flow.application import TABLE
from game.table.parts.help_screen import HelpScreen
from game.table.play.check.screen import CheckScreen
from game.table.play.game import Game
from game.table.play.moments import aftermath
from game.table.play.table import TableScreen
from tests import staging
from tests.table.sitting import lay

SIZES: Final = {"1080p": (1920, 1080), "4K": (3840, 2160)}
RESTED: Final = 0.3
"""Seconds for which a person at least looks before going on."""
FRAME: Final = 1 / 60


@dataclass
class Watch:
    """Collects how long frames took; garbage is collected once one stands, as in the window."""

    tidying: Tidying
    took: list[float] = field(default_factory=list)
    """Milliseconds."""

    @contextmanager
    def frame(self) -> Iterator[None]:
        """One frame, from what was done to the pixels."""
        began = process_time()
        yield
        self.took.append(1000 * (process_time() - began))
        self.tidying.rest(0)


class Stage:
    """The fullest table in a window of a size."""

    def __init__(self, folder: Path, size: tuple[int, int], *, reduced: bool = True) -> None:
        self.folder, self.size = folder, size
        self.session = staging.fullest(folder)
        self.app = App(size, TABLE, lang="da", reduced_motion=reduced)
        self.game = Game(self.app, staging.case(), self.session)
        self.app.push(TableScreen(lay(self.game)))
        self.app.draw()

    def at(self, start: str) -> Iterator[tuple[float, float]]:
        """The middles of the widgets of a kind, in pixels, over and over."""
        found = [w.box.centre for w in self.app.top.ui.widgets if w.key.startswith(start)]
        return cycle([(x * self.app.u, y * self.app.u) for x, y in found])

    def mouse(self, kind: int, at: tuple[float, float]) -> None:
        """What a mouse does at a pixel."""
        pos = (round(at[0]), round(at[1]))
        if kind == pygame.MOUSEMOTION:
            event = pygame.Event(kind, pos=pos, rel=(1, 1), buttons=(0, 0, 0))
        else:
            event = pygame.Event(kind, pos=pos, button=1)
        self.app.dispatch(event)


def rest(app: App) -> None:
    """Nobody does anything for a moment, as between two presses: the program looks ahead."""
    app.idle = 0.0
    pygame.event.clear()  # the windows of all stages are new
    for _ in range(round(RESTED / FRAME)):
        app.advance(FRAME)
        app.draw()
        app.loop.look_ahead(process_time)


Scene = Callable[[Stage, Watch, int], None]


def decision(stage: Stage, watch: Watch, frames: int) -> None:
    """A decision, saved, until its first frame stands; it is undone in between."""
    wanted = (act.PlaceRisk, act.PlaceBenefit, act.Rally, act.Anchor)
    ways = [next((a for a in legal(stage.game.state) if isinstance(a, k)), None) for k in wanted]
    possible = [way for way in ways if way is not None]
    for action in islice(cycle(possible), frames):
        with watch.frame():
            stage.game.do(action)
            stage.app.top.refresh()
            stage.app.draw()
        _back(stage)


def undo(stage: Stage, watch: Watch, frames: int) -> None:
    """An undo, until its first frame stands."""
    stage.game.do(next(a for a in legal(stage.game.state) if isinstance(a, act.PlaceRisk)))
    for _ in range(frames):
        stage.app.top.refresh()
        _front(stage)
        with watch.frame():
            assert stage.game.undo("measuring")
            stage.app.top.refresh()
            stage.app.draw()
        stage.game.redo()


def _front(stage: Stage) -> None:
    while len(stage.app.screens) > 1:
        stage.app.pop(stage.app.top)
    stage.app.draw()


def _back(stage: Stage) -> None:
    _front(stage)
    assert stage.game.undo("measuring")
    stage.app.top.refresh()
    _front(stage)


def laid_out(stage: Stage, watch: Watch, frames: int) -> None:
    """The whole table laid out anew, with nothing changed."""
    for _ in range(frames):
        with watch.frame():
            stage.app.top.refresh()
            stage.app.draw()


def drag(stage: Stage, watch: Watch, frames: int) -> None:
    """The first frame of a card that is picked up."""
    for x, y in islice(stage.at("hand:"), frames):
        stage.mouse(pygame.MOUSEMOTION, (x, y))
        stage.mouse(pygame.MOUSEBUTTONDOWN, (x, y))
        with watch.frame():
            stage.mouse(pygame.MOUSEMOTION, (x - 40, y - 40))
            stage.app.draw()
        stage.mouse(pygame.MOUSEMOTION, (x, y))
        stage.mouse(pygame.MOUSEBUTTONUP, (x, y))
        stage.app.advance(1)
        _front(stage)


def pointing(stage: Stage, watch: Watch, frames: int) -> None:
    """A frame in which another idea is pointed at."""
    for place in islice(stage.at("idea:"), frames):
        rest(stage.app)
        with watch.frame():
            stage.mouse(pygame.MOUSEMOTION, place)
            stage.app.advance(FRAME)
            stage.app.draw()


def check(stage: Stage, watch: Watch, frames: int) -> None:
    """Every frame of a reality check, from its first step to its last."""
    session, decided = staging.whole_game(stage.folder / "check", "method", 3)
    app = App(stage.size, TABLE, lang="da")
    game = Game(app, staging.case(), session)
    done = next(d for d in decided if d.has(ev.Harvested))
    while len(watch.took) < frames:
        app.push(screen := CheckScreen(game, done.before, done.moments, lambda: None))
        for _ in screen.steps:
            for _ in range(12):
                with watch.frame():
                    app.advance(1 / 12)
                    app.draw()
            app.animator.skip()
            rest(app)
            screen.next()
        if screen in app.screens:
            app.pop(screen)
    session.close()


def replay(stage: Stage, watch: Watch, frames: int) -> None:
    """A step ahead or back from any place of the fullest game, which was looked at before."""
    app, screen = _replayed(stage)
    chance = random.Random(1)
    for _ in range(frames):
        screen.scrub(chance.randrange(1, screen.player.last))
        app.draw()
        rest(app)
        step = screen.player.at + chance.choice((-1, 1))
        with watch.frame():
            screen.scrub(step)
            app.draw()


def leafing(stage: Stage, watch: Watch, frames: int) -> None:
    """The replay with an arrow held down: step after step, without a rest."""
    app, screen = _replayed(stage)
    screen.scrub(max(0, screen.player.last - frames))
    app.draw()
    for _ in range(frames):
        with watch.frame():
            screen.scrub(screen.player.at + 1)
            app.draw()


def jumping(stage: Stage, watch: Watch, frames: int) -> None:
    """The replay, taken at once to any place of the fullest game."""
    app, screen = _replayed(stage)
    chance = random.Random(1)
    for _ in range(frames):
        step = chance.randrange(screen.player.last)
        with watch.frame():
            screen.scrub(step)
            app.draw()


def _replayed(stage: Stage) -> tuple[App, ReplayScreen]:
    exits = ReplayExits(lambda: None, lambda *_: None, aftermath)
    recording = open_recording(stage.session.path, parse, mend)
    app = App(stage.size, TABLE, lang="da", reduced_motion=True)
    app.push(screen := ReplayScreen(recording, exits))
    for _ in range(2):
        app.advance(0.1)
        app.draw()
    return app, screen


def rules(stage: Stage, watch: Watch, frames: int) -> None:
    """The rules, opened for the first time in a window of their own."""
    for _ in range(max(2, frames // 20)):
        app = App(stage.size, TABLE, lang="da", reduced_motion=True)
        app.push(TableScreen(lay(Game(app, staging.case(), stage.session))))
        app.draw()
        for _ in range(5):  # a table is looked at before its rules are opened
            rest(app)
        with watch.frame():
            app.push(HelpScreen(stage.game))
            app.draw()


SCENES: Final[dict[str, Scene]] = {
    "a decision to its first frame": decision,
    "an undo to its first frame": undo,
    "the table laid out anew": laid_out,
    "first frame of a drag": drag,
    "a step of the replay": replay,
    "the replay, an arrow held down": leafing,
    "the replay, to any other place": jumping,
    "pointing at another idea": pointing,
    "any frame of a reality check": check,
    "the rules, first opening": rules,
}
"""Those on the table change it for the next: each is given a stage of its own."""


def watched(scene: Scene, folder: Path, size: tuple[int, int], frames: int) -> list[float]:
    """The milliseconds of each frame of a scene; the first two are left out but for openings."""
    stage = Stage(folder, size)
    try:
        with Tidying() as tidying:
            scene(stage, watch := Watch(tidying), frames)
    finally:
        stage.session.close()
    return watch.took if scene is rules else watch.took[2:]
