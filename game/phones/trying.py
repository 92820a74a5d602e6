"""The room's door, tried before a workshop: opened for a moment, and read as a phone would."""

from __future__ import annotations

import socket
from typing import Final, Literal

from game.phones.files import PhoneFiles
from game.phones.mailbox import Mailbox
from game.phones.server import CannotListenError, Place
from game.phones.service import listen

_WITHIN: Final = 1.0
"""Seconds in which this computer has to answer itself."""
_FOUND: Final = b"HTTP/1.1 200"

Trouble = Literal["", "gone", "used", "silent"]
"""What went wrong, as :class:`CannotListenError` says it; ``silent``: nothing was answered."""


def try_the_door(ip: str) -> Trouble:
    """Open the page at an address of this computer, read it, and close it again."""
    try:
        server = listen(ip, 0, PhoneFiles(), Mailbox())
    except CannotListenError as error:
        return error.code
    try:
        return "" if _answers(server.place) else "silent"
    finally:
        server.stop()


def _answers(place: Place) -> bool:
    """Whether the page is sent to whoever asks for it."""
    asked = f"GET / HTTP/1.1\r\nHost: {place.host}\r\nConnection: close\r\n\r\n"
    try:
        with socket.create_connection((place.ip, place.port), timeout=_WITHIN) as line:
            line.sendall(asked.encode())
            return line.recv(len(_FOUND)) == _FOUND
    except OSError:
        return False
