"""Phones at one game: the room, the desk and, while it is open, the server."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final, Literal

from game.phones.desk import Desk
from game.phones.files import PhoneFiles
from game.phones.mailbox import Mailbox
from game.phones.network import is_ours
from game.phones.pages import warm_up
from game.phones.room import Member, Room
from game.phones.server import CannotListenError, Place, Server
from game.phones.tables import Table

PORTS: Final = (80, 8080, 8765, 8000, 0)
"""The ports that are tried in turn: the first needs no number in the address; 0 is any free one."""
_LOOKS_EVERY: Final = 2.0
"""Seconds between two looks at whether phones can still connect."""

Fault = Literal["", "gone", "ended"]
"""Why no phone can connect although the room is open: the network is gone, or what keeps it."""


class Phones:
    """The phones of a game. :meth:`poll` is called between two frames.

    ``write_down`` is given what nobody foresaw, and cost a phone its connection or all of them.
    """

    def __init__(self, room: Room, table: Table, write_down: Callable[[Exception], object]) -> None:
        self.room = room
        self._table = table
        self._write_down = write_down
        self._mailbox = Mailbox()
        self._desk = Desk(room, table, self._mailbox, write_down)
        self._server: Server | None = None
        self.fault: Fault = ""
        self._looked = 0.0

    def sit_at(self, table: Table) -> None:
        """From now on phones are at this table."""
        self._table = table
        self._desk.sit_at(table)

    # ------------------------------------------------------------------ open and closed
    def open(self, ip: str) -> None:
        """Let phones connect by an address of this computer. Raises :class:`CannotListenError`.

        The port is the one it was open on last, so that phones find their way back.
        """
        self.close()
        warm_up(self._table.lang)
        self._server = listen(ip, self.room.port, PhoneFiles(), self._mailbox)
        self.fault, self._looked = "", time.monotonic()
        self.room.opened_at(ip, self._server.place.port)

    def close(self) -> None:
        """Close every connection. Who is in the room may come back when it is open again."""
        if self._server is not None:
            self._server.stop()
            self._server = None
            self._desk.forget_connections()
        self.fault = ""

    def poll(self) -> bool:
        """Hear phones, and send them pages. Whether the game or who is here has changed.

        What fails with all of them costs the room, and not the table: it is closed.
        """
        try:
            self._look()
            return self._server is not None and self._desk.poll()
        except Exception as fault:
            self._write_down(fault)
            self.close()
            self.fault = "ended"
            return True

    def _look(self) -> None:
        """See now and then whether phones can still connect: a laptop may change its network."""
        now = time.monotonic()
        if self._server is None or now < self._looked + _LOOKS_EVERY:
            return
        self._looked = now
        if not self._server.is_alive:
            self.fault = "ended"
        else:
            self.fault = "" if is_ours(self._server.place.ip) else "gone"

    def refresh(self) -> None:
        """Send every phone its page anew: something about the room has changed."""
        self._desk.refresh()

    # ------------------------------------------------------------------ what the table shows
    @property
    def place(self) -> Place | None:
        """Where phones connect; ``None`` while the room is closed."""
        return None if self._server is None else self._server.place

    @property
    def connections(self) -> int:
        """How many phones are connected."""
        return 0 if self._server is None else self._server.connections

    @property
    def link(self) -> str:
        """What the picture code says: the address, and the secret behind it."""
        return "" if self.place is None else f"http://{self.place.host}/#{self.room.secret}"

    # ------------------------------------------------------------------ what the table does
    def let_sit(self, member: Member) -> bool:
        """Give somebody the seat that they asked for; ``False`` if it is taken."""
        return self._desk.let_sit(member)

    def decline(self, member: Member) -> None:
        """Say no to the seat that somebody asked for."""
        self._desk.decline(member)

    def send_out(self, member: Member) -> None:
        """Take somebody out of the room."""
        self._desk.send_out(member)


def listen(ip: str, kept: int, files: PhoneFiles, mailbox: Mailbox) -> Server:
    """A server at an address, by its ``kept`` port if it has one that is still free.

    Raises :class:`CannotListenError`.
    """
    for port in (*([kept] if kept else []), *PORTS):
        server = Server(Place(ip, port), files, mailbox)
        try:
            server.start()
        except CannotListenError as error:
            if error.code == "gone":
                raise
        else:
            return server
    raise CannotListenError("used")
