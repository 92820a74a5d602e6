"""What goes between the table and the thread that keeps the connections; both sides may call it.

The table never waits for a phone, and a phone never for the table: what a phone says is laid into
a bounded mailbox, and of the pages for a phone only the newest one waits to be sent.
"""

from __future__ import annotations

import asyncio
import queue
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from game.phones.limits import WAITING_MESSAGES
from game.phones.messages import AnyMessage

_TOLD: Final = 8
"""How many short messages wait for a phone at most; the oldest are dropped first."""

Told = dict[str, str | bool]
"""Something told to a phone: one JSON object."""


class Line:
    """A connection to a phone, from the side of the table."""

    def __init__(self, number: int, address: str, loop: asyncio.AbstractEventLoop) -> None:
        self.number = number
        self.address = address
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
        if not self._loop.is_closed():
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


@dataclass(frozen=True, slots=True)
class Heard:
    """What came from a phone: a message, or ``None`` when its connection is gone."""

    line: Line
    message: AnyMessage | None


class Mailbox:
    """What phones said and the table has not yet read."""

    def __init__(self) -> None:
        self._letters: queue.Queue[Heard] = queue.Queue(WAITING_MESSAGES)
        self._gone: queue.SimpleQueue[Heard] = queue.SimpleQueue()

    def put(self, heard: Heard) -> bool:
        """Lay a message into the mailbox; ``False`` if it is full. News of the gone always fits."""
        if heard.message is None:
            self._gone.put(heard)
            return True
        try:
            self._letters.put_nowait(heard)
        except queue.Full:
            return False
        return True

    def take(self, most: int) -> Iterator[Heard]:
        """What has come, ``most`` messages; those of a connection that is gone come before that."""
        for box, count in ((self._letters, most), (self._gone, self._gone.qsize())):
            for _ in range(count):
                try:
                    yield box.get_nowait()
                except queue.Empty:
                    break
