"""A phone without a browser: what it says and hears, word by word."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from tests.phones.hall import PATIENCE, Hall


class Wire:
    """A connection to the table as a phone has it; all that it ever heard stays in ``told``."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.told: list[dict[str, Any]] = []
        self.token = ""
        self.page = ""

    def say(self, say: str, **what: Any) -> None:
        """Say something."""
        self.socket.send(json.dumps({"say": say, **what}))

    def hear(self, within: float = PATIENCE) -> dict[str, Any]:
        """What the table tells next."""
        told = json.loads(self.socket.recv(timeout=within))
        self.told.append(told)
        self.token = told.get("token", self.token)
        self.page = told.get("page", self.page)
        return told

    def until(self, so: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
        """Hear until the table tells something that is so."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if so(told := self.hear()):
                return told
        raise AssertionError("that was never told")

    def until_page(self, has: str) -> str:
        """Hear until a page with a text comes."""
        if has not in self.page:
            self.until(lambda told: has in told.get("page", ""))
        return self.page

    def toast(self) -> str:
        """Hear until the table says why not, or what else there is to say."""
        return str(self.until(lambda told: "toast" in told)["toast"])

    def settle(self, for_seconds: float = 0.3) -> None:
        """Hear all that comes, until nothing has come for a while."""
        try:
            while True:
                self.hear(for_seconds)
        except TimeoutError:
            pass

    def closed(self) -> bool:
        """Whether the table ends the connection; all that was told before is heard."""
        try:
            while True:
                self.hear()
        except ConnectionClosed:
            return True
        except TimeoutError:
            return False

    # ------------------------------------------------------------------ coming in
    def join(self, name: str, at: Hall) -> Wire:
        """Say hello, and come in by the picture code."""
        self.say("hello")
        self.until_page('data-page="door"')
        self.say("join", name=name, secret=at.room.secret)
        self.until(lambda told: "token" in told)
        self.until(lambda told: 'data-page="door"' not in told.get("page", 'data-page="door"'))
        return self

    def sit(self, seat: int, at: Hall) -> Wire:
        """Ask for a seat, and be let sit."""
        me = at.room.members[self.token]
        self.say("sit", seat=seat)
        at.wait_for(lambda: me.wants == seat)
        assert at.at_table(lambda: at.phones.let_sit(me))
        self.until(lambda told: "page" in told)
        return self


@contextmanager
def wire(at: Hall, **how: Any) -> Iterator[Wire]:
    """A connection as the page makes it, unless ``how`` says otherwise."""
    place = at.phones.place
    assert place is not None
    how = {"origin": f"http://{place.host}", "close_timeout": 1, "proxy": None} | how
    with connect(f"ws://{place.host}/phone", **how) as socket:
        yield Wire(socket)


@contextmanager
def seated(at: Hall, count: int) -> Iterator[list[Wire]]:
    """Phones that sit at the first seats."""
    with ExitStack() as stack:
        yield [stack.enter_context(wire(at)).join(f"P{n}", at).sit(n, at) for n in range(count)]


def heading(page: str) -> str:
    """The heading of a page."""
    found = re.search(r"<h1[^>]*>(.*?)</h1>", page, re.S)
    return "" if found is None else found[1]
