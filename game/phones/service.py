"""Phones at one game: the room, the desk and, while it is open, the server."""

from __future__ import annotations

from typing import Final

from game.phones.desk import Desk
from game.phones.files import PhoneFiles
from game.phones.mailbox import Mailbox
from game.phones.pages import warm_up
from game.phones.room import Member, Room
from game.phones.server import CannotListenError, Place, Server
from game.phones.tables import Table

PORTS: Final = (80, 8080, 8765, 8000, 0)
"""The ports that are tried in turn: the first needs no number in the address; 0 is any free one."""


class Phones:
    """The phones of a game. :meth:`poll` is called between two frames."""

    def __init__(self, room: Room, table: Table) -> None:
        self.room = room
        self._table = table
        self._mailbox = Mailbox()
        self._desk = Desk(room, table, self._mailbox)
        self._server: Server | None = None

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
        kept = [self.room.port] if self.room.port else []
        for port in (*kept, *PORTS):
            server = Server(Place(ip, port), PhoneFiles(), self._mailbox)
            try:
                server.start()
            except CannotListenError as error:
                if error.code == "gone" or port == PORTS[-1]:
                    raise
                continue
            self._server = server
            self.room.opened_at(ip, server.place.port)
            return

    def close(self) -> None:
        """Close every connection. Who is in the room may come back when it is open again."""
        if self._server is not None:
            self._server.stop()
            self._server = None
            self._desk.forget_connections()

    def poll(self) -> bool:
        """Hear phones, and send them pages. Whether the game or who is here has changed."""
        return self._server is not None and self._desk.poll()

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

    def send_out(self, member: Member) -> None:
        """Take somebody out of the room."""
        self._desk.send_out(member)
