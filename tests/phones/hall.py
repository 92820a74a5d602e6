"""A table with an open room of phones: the real flow in a thread of its own, as at a workshop.

What a test does at the screen is done in that thread (:meth:`Hall.at_table`), between two frames.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from game.engine import Seat
from game.gui.app import App
from game.i18n import Lang
from game.phones.room import Member, Room
from game.phones.server import Server
from game.phones.service import Phones
from game.resources import log_folder
from game.table.flow.application import TABLE
from game.table.flow.main import Flow
from game.table.play.game import Game
from tests import staging

T = TypeVar("T")
IP = "127.0.0.1"
_FRAME = 1 / 120
PATIENCE = 20.0
"""Seconds that something may take on a slow machine; nothing here measures speed."""


class Hall:
    """The table and its phones; ``frames`` are the seconds that each time round took."""

    def __init__(
        self, folder: Path, seats: int, lang: Lang = "da", resume: Path | None = None
    ) -> None:
        self.folder = folder
        self.frames: list[float] = []
        self._asked: queue.SimpleQueue[tuple[Callable[[], Any], Future[Any]]] = queue.SimpleQueue()
        self._ends = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(seats, lang), name="table")
        self._resume = resume
        self._killed = False
        self.error: BaseException | None = None
        self.flow: Flow

    # ------------------------------------------------------------------ the table's thread
    def _run(self, seats: int, lang: Lang) -> None:
        app = App((1280, 720), TABLE, lang=lang)
        self.flow = Flow(app, self.folder, 5)
        if self._resume:
            self.flow.playing.go_on(self._resume)
        elif seats:
            who = tuple(Seat(name, ()) for name in staging.NAMES[:seats])
            self.flow.playing.begin(staging.case(), who)
        else:
            self.flow.before.seats(staging.case())
        try:
            while not self._ends.is_set():
                began = time.perf_counter()
                self._do_what_is_asked()
                app.loop.step(_FRAME)
                self.frames.append(time.perf_counter() - began)
                time.sleep(_FRAME)
        except BaseException as error:
            self.error = error
            raise
        finally:
            if not self._killed:
                self.flow.close()

    def _do_what_is_asked(self) -> None:
        while not self._asked.empty():
            do, done = self._asked.get()
            try:
                done.set_result(do())
            except Exception as error:
                done.set_exception(error)

    # ------------------------------------------------------------------ from a test
    def start(self) -> None:
        """Lay the table, and open the room."""
        self._thread.start()
        if not self._resume:
            self.at_table(lambda: self.phones.open(IP))

    def end(self) -> None:
        """Close the window."""
        self._ends.set()
        self._thread.join(PATIENCE)

    def kill(self) -> None:
        """Take the laptop away: no window is closed, and no phone is told."""
        self._killed = True
        server = self.phones._server
        assert server is not None
        session = self.game.session
        self.end()
        session.close()  # as the operating system does with the files of whoever dies
        _cut(server)

    def at_table(self, do: Callable[[], T]) -> T:
        """Do something at the screen, between two frames."""
        done: Future[T] = Future()
        self._asked.put((do, done))
        return done.result(PATIENCE)

    def wait_for(self, what: Callable[[], object]) -> None:
        """Wait until something is so at the table."""
        until = time.monotonic() + PATIENCE
        while not self.at_table(what):
            assert time.monotonic() < until, "it has not come about"
            time.sleep(0.01)

    def clear_board(self) -> None:
        """Close whatever is open on the board."""

        def clear() -> None:
            while len(self.flow.app.screens) > 1:
                self.flow.app.pop(self.flow.app.top)

        self.at_table(clear)

    @property
    def phones(self) -> Phones:
        """The phones."""
        return self.flow.playing.phones.load()

    @property
    def room(self) -> Room:
        """Who is in the room."""
        return self.phones.room

    @property
    def game(self) -> Game:
        """The game on the table."""
        game = self.flow.game
        assert game is not None
        return game

    @property
    def link(self) -> str:
        """What the picture code says."""
        return self.phones.link

    def called(self, name: str) -> Member:
        """The member with a name."""
        (member,) = [m for m in self.room.members.values() if m.name == name]
        return member


def _cut(server: Server) -> None:
    """End every connection in the middle of a word, and listen no more."""
    running, lines = server._server, list(server._connections)

    def abort() -> None:
        for connection in running.server_state.connections:
            connection.transport.abort()

    if lines:
        lines[0]._loop.call_soon_threadsafe(abort)
    running.should_exit = True
    server._thread.join(PATIENCE)
    assert server._socket is not None
    server._socket.close()


@contextmanager
def hall(
    folder: Path,
    seats: int = 4,
    lang: Lang = "da",
    resume: Path | None = None,
    *,
    faults: int = 0,
) -> Iterator[Hall]:
    """A table with an open room; without seats it is still being laid.

    A game that is to ``resume`` opens its room by itself, if it was open. So many ``faults`` are in
    the log in the end.
    """
    before = _log().count("Traceback")
    opened = Hall(folder, seats, lang, resume)
    opened.start()
    try:
        yield opened
    finally:
        opened.end()
    assert opened.error is None, opened.error
    assert _log().count("Traceback") - before == faults, _log()


def _log() -> str:
    """What was written down of faults."""
    file = log_folder() / "gevinst.log"
    return file.read_text(encoding="utf-8") if file.exists() else ""
