"""A desk without a server: phones that only a test hears, at a game that nobody looks at."""

from __future__ import annotations

import asyncio
from pathlib import Path

from game.phones.desk import Desk
from game.phones.mailbox import Heard, Line, Mailbox
from game.phones.messages import AnyMessage, Hello, Join, read
from game.phones.room import Member, Room
from game.table.flow.phones import PhoneTable
from tests.table.sitting import Sitting

_NO_LOOP = asyncio.new_event_loop()
_NO_LOOP.close()


class Phones:
    """A desk, and lines to it; ``sitting`` is the table."""

    def __init__(self, folder: Path, seats: int = 4) -> None:
        self.sitting = Sitting(folder, seats=seats)
        self.room = Room()
        self.mailbox = Mailbox()
        self.table = PhoneTable(self.sitting.game)
        self.desk = Desk(self.room, self.table, self.mailbox)
        self._numbers = iter(range(1, 1_000_000))

    def line(self) -> Line:
        """A new connection."""
        return Line(next(self._numbers), "127.0.0.1", _NO_LOOP)

    def hear(self, line: Line, *said: AnyMessage | str | bytes | None) -> None:
        """A phone says something, or hangs up (``None``); what is no message is dropped."""
        for one in said:
            message = read(one) if isinstance(one, str | bytes) else one
            if message is not None or one is None:
                self.mailbox.put(Heard(line, message))
            self.desk.poll()

    def member(self, name: str, seat: int | None = None) -> tuple[Line, Member]:
        """Somebody who came in, and sits down."""
        line = self.line()
        self.hear(line, Hello(say="hello"), Join(say="join", name=name, secret=self.room.secret))
        member = next(m for m in self.room.members.values() if m.name == name)
        if seat is not None:
            self.room.seat(member, seat)
        return line, member


def told(line: Line) -> list[dict[str, str | bool]]:
    """What waits to be sent, the newest page last; it is taken."""
    out = list(line._told)
    line._told.clear()
    if line._page is not None:
        out.append(line._page)
        line._page = None
    return out


def pages_told(line: Line) -> str:
    """The page that waits to be sent."""
    return str(told(line)[-1]["page"])
