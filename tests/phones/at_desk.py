"""Phones at the desk of a table without a network: what they say, and what they see."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from typing import Any

from game.phones.desk import Desk
from game.phones.mailbox import Connection, Mailbox, Received
from game.phones.messages import read
from game.phones.room import Member, Room
from game.phones.tables import Table


class Phone(Connection):
    """A phone whose connection needs no network: keeps what it was told, and its page."""

    def __init__(self, number: int, desk: Desk, address: str = "") -> None:
        self.number = number
        self.address = address or f"10.0.0.{number}"
        self.desk = desk
        self.known = False
        self.page = ""
        self.pages: list[str] = []
        self.toasts: list[str] = []
        self.token = ""
        self.hung_up = False

    def tell(self, **what: str | bool) -> None:
        """Keep what is told."""
        self.token = str(what.get("token", self.token))
        if "toast" in what:
            self.toasts.append(str(what["toast"]))

    def show(self, **page: str | bool) -> None:
        """Keep the page."""
        self.page = str(page["page"])
        self.pages.append(self.page)

    def hang_up(self) -> None:
        """The table ends the connection."""
        self.hung_up = True

    def say(self, message: dict[str, Any]) -> None:
        """Say something, as the bytes that a browser sends; the table answers at once."""
        assert self.utter(json.dumps(message)), message

    def utter(self, text: str) -> bool:
        """Send some text, whatever it is; whether it was a message. The table answers at once."""
        heard = read(text)
        if heard is not None:
            self.desk.mailbox.put(Received(self, heard))
        look(self.desk)
        return heard is not None

    def go(self) -> None:
        """End the connection."""
        self.desk.mailbox.put(Received(self, None))
        look(self.desk)

    @property
    def member(self) -> Member:
        """Who this is in the room."""
        member = self.desk.room.member(self.token)
        assert member is not None
        return member

    @property
    def text(self) -> str:
        """The page as it is read."""
        plain = re.sub(r"<[^>]+>", " ", self.page)
        return " ".join(html.unescape(plain).split())

    @property
    def offers(self) -> list[dict[str, Any]]:
        """What the page can say when something is pressed, or a form is sent."""
        said = re.findall(r"data-say='([^']*)'", self.page)
        return [json.loads(html.unescape(one)) for one in said]


def reraise(fault: Exception) -> None:
    """No fault is got over unseen by a test."""
    raise fault


def desk_at(table: Table, write_down: Callable[[Exception], object] = reraise) -> Desk:
    """A desk in an empty room at a table."""
    return Desk(Room(allows_turns=True), table, Mailbox(), write_down)


def look(desk: Desk) -> None:
    """Let the table hear and answer until every phone has its page."""
    for _ in range(1 + len(desk.room.members) * 3):
        desk.poll()


def phone_of(desk: Desk, name: str, seat: int | None = None, *, address: str = "") -> Phone:
    """A phone that has come in, at a seat or as a guest."""
    phone = Phone(len(desk.room.members) + 1, desk, address)
    phone.say({"say": "join", "name": name, "code": desk.room.code})
    if seat is not None:
        desk.room.seat(phone.member, seat)
        desk.refresh()
        look(desk)
    return phone
