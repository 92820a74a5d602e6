"""A desktop of its own for one test: a screen that nobody sees, a mouse and a Danish keyboard."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from pathlib import Path
from typing import TypeVar

import pytest

from game.gui.input.guard import PAUSE

MISSING = [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]
needs_desktop = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")

SIZE = (1280, 800)
PATIENCE = 120.0
"""Seconds after which what is waited for will not come."""
LOOKS = 0.05
"""Seconds from one look at the screen or a file to the next."""
STILL = PAUSE + 0.2
"""Seconds without a change after which the picture is finished, and input is taken again."""
NO_HINTS = {"guide": False, "walked": True}
"""The preferences of somebody who knows the game."""
T = TypeVar("T")


def wait_for(find: Callable[[], T | None], what: str) -> T:
    """What ``find`` finds, as soon as it finds something."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if found := find():
            return found
        time.sleep(LOOKS)
    raise AssertionError(f"{what}: waited {PATIENCE} seconds in vain")


class Desktop:
    """A running X server; what it shows lies in a file that can be looked at.

    Its user has a home of their own and knows the game: hints come by the clock, and what moves to
    make room for them cannot be pressed for a moment.
    """

    def __init__(self, display: str, folder: Path) -> None:
        self.home = folder / "home"
        self.home.mkdir()
        (self.home / "preferences.json").write_text(json.dumps(NO_HINTS), "utf-8")
        self.env = os.environ | {
            "DISPLAY": display,
            "GEVINST_HOME": str(self.home),
            "LC_ALL": "C.UTF-8",
            "SDL_VIDEODRIVER": "x11",
        }
        self.picture = folder / "Xvfb_screen0"
        self.started: list[subprocess.Popen[bytes]] = []

    def tool(self, *words: object) -> str:
        """Run a desktop tool, and give what it says."""
        command = [str(word) for word in words]
        done = subprocess.run(
            command, env=self.env, capture_output=True, text=True, timeout=PATIENCE, check=True
        )
        return done.stdout

    def seen(self) -> bytes:
        """What is on the screen, as the server has it."""
        return self.picture.read_bytes()

    def settle(self, before: bytes | None = None) -> None:
        """Wait until the picture stands still, and is another than ``before``."""
        last, since = b"", time.monotonic()

        def still() -> bool:
            nonlocal last, since
            now = self.seen()
            if now != last or now == before:
                last, since = now, time.monotonic()
            return time.monotonic() - since >= STILL

        wait_for(still, "a picture that stands still")


@contextmanager
def desktop(
    folder: Path, more: Sequence[str] = (), size: tuple[int, int] = SIZE
) -> Iterator[Desktop]:
    """A desktop on a free display, with a Danish keyboard; ``more`` is told the server."""
    said, say = os.pipe()
    command = f"Xvfb -displayfd {say} -screen 0 {size[0]}x{size[1]}x24 -noreset -r -nolisten tcp"
    server = subprocess.Popen(
        [*command.split(), *more, "-fbdir", str(folder)], pass_fds=[say], stderr=subprocess.DEVNULL
    )
    os.close(say)
    with os.fdopen(said) as answer:
        display = answer.readline().strip()
    made = Desktop(f":{display}", folder)
    try:
        assert display, "Xvfb did not start"
        if shutil.which("setxkbmap"):
            made.tool("setxkbmap", "dk")
        yield made
    finally:
        for process in (*made.started, server):
            process.kill()
            process.wait()


class Window:
    """The game in a window, started as a user starts it."""

    def __init__(
        self, desktop: Desktop, *words: object, program: Sequence[object] = ("-m", "game")
    ) -> None:
        self.desktop = desktop
        empty = desktop.seen()
        command = [
            sys.executable,
            "-X",
            "faulthandler",
            *(str(word) for word in (*program, *words)),
        ]
        self.process = subprocess.Popen(command, env=desktop.env)
        desktop.started.append(self.process)
        self.id = wait_for(self._find, "a window").split()[-1]
        self.take_keyboard()
        desktop.settle(empty)

    def second(self) -> Window:
        """The second window of the same program, once it is there."""

        def other() -> str:
            return next((id for id in self._find().split() if id != self.id), "")

        found = copy(self)
        found.id = wait_for(other, "a second window")
        return found

    @property
    def alone(self) -> bool:
        """Whether it is the only window of its program."""
        return self._find().split() == [self.id]

    def take_keyboard(self) -> None:
        """What is typed from now on is typed in this window."""
        wait_for(self._focus, "the focus")

    def put(self, at: tuple[int, int], size: tuple[int, int]) -> None:
        """Put it somewhere on the desktop."""
        self.resize(size)
        self.desktop.tool("xdotool", "windowmove", self.id, *at)
        self.desktop.settle()

    def _find(self) -> str:
        try:
            return self.desktop.tool("xdotool", "search", "--pid", self.process.pid)
        except subprocess.CalledProcessError:  # none yet
            assert self.process.poll() is None, "the game ended by itself"
            return ""

    def _focus(self) -> bool:
        """Without a window manager nobody gives a window the keyboard but we."""
        try:
            self.desktop.tool("xdotool", "windowfocus", self.id)
            return self.desktop.tool("xdotool", "getwindowfocus").strip() == self.id
        except subprocess.CalledProcessError:  # it is not shown yet
            return False

    @property
    def size(self) -> tuple[int, int]:
        """The window's size in pixels."""
        said = self.desktop.tool("xdotool", "getwindowgeometry", "--shell", self.id)
        values = dict(line.split("=") for line in said.split())
        return int(values["WIDTH"]), int(values["HEIGHT"])

    def press(self, *keys: str) -> None:
        """Press keys, each when the picture has taken in the one before."""
        for key in keys:
            before = self.desktop.seen()
            self.desktop.tool("xdotool", "key", key)
            self.desktop.settle(before)

    def write(self, text: str) -> None:
        """Type on the keyboard."""
        before = self.desktop.seen()
        self.desktop.tool("xdotool", "type", "--delay", 15, text)
        self.desktop.settle(before)

    def click(self, at: tuple[int, int], times: int = 1, *, settle: bool = True) -> None:
        """Click somewhere, as often as it takes for a double click."""
        clicks = ("click", "--repeat", times, "--delay", 110, 1)
        self.desktop.tool("xdotool", "mousemove", "--window", self.id, *at, *clicks)
        if settle:
            self.desktop.settle()

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Take something with the mouse, and let it go elsewhere."""
        half = ((start[0] + end[0]) // 2, (start[1] + end[1]) // 2)
        self._move(start)
        self.desktop.tool("xdotool", "mousedown", 1)
        self._move(half)
        self._move(end)
        before = self.desktop.seen()
        self.desktop.tool("xdotool", "mouseup", 1)
        self.desktop.settle(before)

    def resize(self, size: tuple[int, int]) -> None:
        """Drag the window to another size."""
        if self.size == size:
            return
        before = self.desktop.seen()
        self.desktop.tool("xdotool", "windowsize", self.id, *size)
        wait_for(lambda: self.size == size, f"a window of {size}")
        self.desktop.settle(before)

    def wish_closed(self) -> None:
        """Ask it to close, as its cross does."""
        from Xlib.display import Display
        from Xlib.protocol.event import ClientMessage

        server = Display(self.desktop.env["DISPLAY"])
        window = server.create_resource_object("window", int(self.id))
        kind, wish = map(server.intern_atom, ("WM_PROTOCOLS", "WM_DELETE_WINDOW"))
        wished = ClientMessage(window=window, client_type=kind, data=(32, [wish, 0, 0, 0, 0]))
        window.send_event(wished)
        server.sync()  # a connection that ends at once may take its last words with it
        server.close()

    def close(self) -> int:
        """Ask it to close, and the program with it; gives the exit code."""
        self.wish_closed()
        try:
            code = self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.send_signal(signal.SIGABRT)  # it tells where it stands
            self.process.wait()
            raise
        wait_for(self._gone, "a window that is gone")
        return code

    def _move(self, at: tuple[int, int]) -> None:
        self.desktop.tool("xdotool", "mousemove", "--window", self.id, *at)
        self.desktop.settle()

    def kill(self) -> None:
        """As when the power fails."""
        self.process.kill()
        self.process.wait()
        wait_for(self._gone, "a window that is gone")

    def _gone(self) -> bool:
        """Whether the screen shows it no longer: what is shown next is another window's picture.

        The server learns by itself, and later than we, that a program has ended.
        """
        try:
            self.desktop.tool("xdotool", "getwindowgeometry", self.id)
        except subprocess.CalledProcessError:
            return True
        return False
