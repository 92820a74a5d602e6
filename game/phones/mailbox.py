"""What goes between the table and the thread that keeps the connections; both sides may call it.

The table never waits for a phone, and a phone never for the table: what a phone says is laid into
a bounded mailbox, and of the pages for a phone only the newest one waits to be sent. All phones are
heard in turn, so that none is kept waiting by one that says much.
"""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from contextlib import suppress
from typing import Final

from game.frozen import frozen
from game.phones.limits import WAITING_MESSAGES
from game.phones.messages import AnyMessage

_TOLD: Final = 8
"""How many short messages wait for a phone at most; the oldest are dropped first."""

Told = dict[str, str | bool]
"""Something told to a phone: one JSON object."""


class Connection:
    """A connection to a phone, from the side of the table; ``known``: whoever it is has come in."""

    def __init__(self, number: int, address: str, loop: asyncio.AbstractEventLoop) -> None:
        self.number = number
        self.address = address
        self.known = False
        self._loop = loop
        self._waiting = asyncio.Event()
        self._told: deque[Told] = deque(maxlen=_TOLD)
        self._page: Told | None = None
        self._closing = False

    # ------------------------------------------------------------------ the table's side
    def tell(self, **what: str | bool) -> None:
        """Tell a phone something short."""
        self._told.append(what)
        self._wake()

    def show(self, **page: str | bool) -> None:
        """Show a page, instead of any that is still waiting."""
        self._page = page
        self._wake()

    def hang_up(self) -> None:
        """Close the connection once what waits was sent."""
        self._closing = True
        self._wake()

    def _wake(self) -> None:
        with suppress(RuntimeError):  # the room was closed
            self._loop.call_soon_threadsafe(self._waiting.set)

    # ------------------------------------------------------------------ the connections' side
    async def next(self) -> list[Told]:
        """What is to be sent, in order, as soon as there is something; nothing: hang up."""
        await self._waiting.wait()
        self._waiting.clear()
        out: list[Told] = []
        while self._told:
            out.append(self._told.popleft())
        page, self._page = self._page, None
        return out if page is None else [*out, page]

    @property
    def closing(self) -> bool:
        """Whether the connection is to be closed."""
        return self._closing

    @property
    def ended(self) -> bool:
        """Whether it is to be closed, and all that waited was sent."""
        return self._closing and not self._told and self._page is None


@frozen
class Received:
    """What came from a phone: a message, or ``None`` when its connection is gone."""

    connection: Connection
    message: AnyMessage | None


class Mailbox:
    """What phones said and the table has not yet read, from each phone in the order of saying."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._letters: dict[Connection, deque[AnyMessage | None]] = {}
        """By whose turn it is to be heard; only connections of which something waits."""

    def put(self, received: Received) -> bool:
        """Lay a message in; ``False`` if too many of it wait. News of the gone always fits."""
        with self._lock:
            waiting = self._letters.get(received.connection, deque())
            if received.message is not None and len(waiting) >= WAITING_MESSAGES:
                return False
            waiting.append(received.message)
            self._letters[received.connection] = waiting
        return True

    def take(self) -> Received | None:
        """The oldest message of the phone whose turn it is; ``None`` if nothing waits."""
        with self._lock:
            connection = next(iter(self._letters), None)
            if connection is None:
                return None
            waiting = self._letters.pop(connection)
            message = waiting.popleft()
            if waiting:
                self._letters[connection] = waiting  # behind the others
        return Received(connection, message)

    def clear(self) -> None:
        """Forget all that was said."""
        with self._lock:
            self._letters.clear()
