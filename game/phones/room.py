"""The room that phones are in: who has come, who sits where, and who may come in.

A phone is known by a token that it alone was given, so that it comes back to its seat after it
slept, or after the laptop was started anew. Seats are asked for by phones and given by the table.
"""

from __future__ import annotations

import hmac
import secrets
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from game.i18n import Lang
from game.letters import cleaned, shown
from game.phones.limits import (
    ENTRIES_A_SECOND,
    ENTRIES_AT_ONCE,
    MAX_MEMBERS,
    MAX_NAME,
    WRONG_CODES,
    WRONG_CODES_OF_ALL,
    WRONG_FOR,
)
from game.phones.messages import Page
from game.phones.rate import Bucket, Tries, who_gives_way

_LETTERS: Final = "ABCDEFHJKLMNPRSTUVXYZ"
"""Letters that nobody mistakes for others across a room: no G, I, O, Q, W."""
CODE_LENGTH: Final = 4


@dataclass
class Member:
    """Somebody in the room. ``seat`` is theirs; ``wants`` one that the table has not yet given.

    ``sits_as`` is who sits on the seat, as the table calls them; empty until it has been asked.
    ``lang`` is ``None`` for the language of the table. ``page`` and ``card`` are what is looked at,
    ``draft`` what has been chosen of an action; ``sheets`` are those that this phone wrote, which
    is known here alone, as is that it said how it ``felt``; ``pace`` is how much it may still have
    written into the session. ``address`` is where it connected last; empty before it has.
    """

    number: int
    token: str
    name: str
    seat: int | None = None
    sits_as: str = ""
    wants: int | None = None
    lang: Lang | None = None
    page: Page = "now"
    card: str = ""
    draft: tuple[str, ...] = ()
    sheets: list[int] = field(default_factory=list)
    felt: bool = False
    here: bool = False
    address: str = ""
    pace: Bucket = field(default_factory=lambda: Bucket(ENTRIES_A_SECOND, ENTRIES_AT_ONCE, 0.0))

    def ballot_number(self, vote: int) -> int:
        """The number of this phone's ballot in a vote: the same each time, and in no other vote.

        It is made of the token, so that whoever has the session alone cannot tell whose it is.
        """
        made = hmac.digest(self.token.encode(), b"vote %d" % vote, "sha256")
        return 1 + int.from_bytes(made[:6], "big")

    def begin_anew(self) -> None:
        """Look at what there is to do now; what was chosen of an action is done, or left."""
        self.page, self.card, self.draft = "now", "", ()


@dataclass
class Room:
    """Everybody in the room, and its door. ``allows_turns``: a seat may play its turn by phone.

    ``secret`` opens the door by the picture code, ``code`` by hand. ``changed`` is called after
    every change, so that it can be kept; ``ip`` and ``port`` are where it was last open, and
    ``is_open`` whether it is, or was when the program ended.
    """

    secret: str = field(default_factory=lambda: secrets.token_urlsafe(12))
    code: str = field(default_factory=lambda: new_code())
    locked: bool = False
    allows_turns: bool = False
    ip: str = ""
    port: int = 0
    is_open: bool = False
    members: dict[str, Member] = field(default_factory=dict)
    arrived: int = 0
    changed: Callable[[], object] = lambda: None
    _tries: Tries = field(default_factory=lambda: Tries(WRONG_CODES, WRONG_CODES_OF_ALL, WRONG_FOR))

    # ------------------------------------------------------------------ the door
    def opens(self, secret: str, code: str, address: str, now: float) -> bool | None:
        """Whether a secret or a code opens the door; ``None``: too many were wrong, wait.

        Nobody guesses a secret, so whoever has it need not wait for those who try.
        """
        if _same(secret, self.secret):
            return True
        if not self._tries.may_try(address, now):
            return None
        right = _same(_plain(code), self.code)
        if not right:
            self._tries.wrong(address, now)
        return right

    def come_in(self, name: str, address: str = "") -> Member | None:
        """A new member; ``None`` when the door is locked, or the room is full."""
        called = self._told_apart(as_shown(name))
        member = Member(self.arrived + 1, secrets.token_urlsafe(24), called, address=address)
        if self.locked or not self._has_room_for(member):
            return None
        self.arrived += 1
        self.members[member.token] = member
        self.changed()
        return member

    def _has_room_for(self, new: Member) -> bool:
        """Whether one more fits in.

        Whoever went without ever having a seat makes room, or else the last guest of the address
        that most come from, lest one machine fills the room.
        """
        if len(self.members) < MAX_MEMBERS:
            return True
        guests = [m for m in self.members.values() if m.seat is None]
        gone = (m for m in guests if not m.here and m.wants is None)
        leaving = next(gone, None) or who_gives_way([new, *reversed(guests)])
        if leaving is not new:
            del self.members[leaving.token]
        return leaving is not new

    @property
    def of_one_address(self) -> int:
        """How many of those who are here have the address that most of them have."""
        known = Counter(m.address for m in self.members.values() if m.here and m.address)
        return max(known.values(), default=0)

    def call(self, member: Member, name: str) -> None:
        """Call somebody what they want to be called, as far as that can be shown."""
        member.name = self._told_apart(as_shown(name), member)
        self.changed()

    def _told_apart(self, name: str, whose: Member | None = None) -> str:
        """A name with a number behind it, if somebody else in the room has it already."""
        taken = {m.name.casefold() for m in self.members.values() if m is not whose}
        found, n = name, 1
        while found.casefold() in taken:
            n += 1
            found = f"{name[: MAX_NAME - len(f' {n}')]} {n}"
        return found

    def member(self, token: str | None) -> Member | None:
        """Whoever was given this token."""
        return None if token is None else self.members.get(token)

    def send_out(self, member: Member) -> None:
        """Nobody knows this phone any more, its seat is free, and it finds another door."""
        self.members.pop(member.token, None)
        self.new_door()

    def lock(self, locked: bool) -> None:
        """Let nobody new in, or again. Who is in may always come back."""
        self.locked = locked
        self.changed()

    def opened_at(self, ip: str, port: int) -> None:
        """It is open at an address."""
        self.ip, self.port, self.is_open = ip, port, True
        self.changed()

    def closed(self) -> None:
        """Somebody closed it."""
        self.is_open = False
        self.changed()

    def allow_turns(self, allowed: bool) -> None:
        """Let seats play their turns by phone, or at the screen alone."""
        self.allows_turns = allowed
        self.changed()

    def new_door(self) -> None:
        """Another secret and another code: what was photographed opens nothing any more."""
        self.secret, self.code = secrets.token_urlsafe(12), new_code()
        self.changed()

    # ------------------------------------------------------------------ the seats
    def ask_for(self, member: Member, seat: int) -> None:
        """A phone asks for a seat; whether it is free is seen when it is given."""
        member.wants = seat
        self.changed()

    def give(self, member: Member) -> bool:
        """Give a phone the seat that it asked for; ``False`` if one that is here has it.

        A seat whose phone is away is given on: it may be the same one, by another address.
        """
        if member.wants is None or self.is_taken(member.wants, member):
            return False
        holder = self.at(member.wants)
        if holder is not None:
            holder.seat = None
        self.seat(member, member.wants)
        return True

    def turn_away(self, member: Member) -> None:
        """A phone does not get the seat that it asked for; it keeps one that it has."""
        member.wants = None
        self.changed()

    def seat(self, member: Member, seat: int) -> None:
        """A phone has this seat from now on."""
        member.seat, member.sits_as, member.wants = seat, "", None
        self.changed()

    def stand_up_from_others(self, names: Sequence[str]) -> list[Member]:
        """Whoever has the seat of somebody else by now has it no longer; returns who stood up.

        ``names`` are those of the seats. One that is not there, since an arrival was undone, is
        kept: it may come back, and whose it is then is known by the name.
        """
        gone = []
        for member in self.seated():
            name = dict(enumerate(names)).get(_seat(member), "")
            if name and not member.sits_as:
                member.sits_as = name
                self.changed()
            elif name and name != member.sits_as:
                self.stand_up(member)
                gone.append(member)
        return gone

    def stand_up(self, member: Member) -> None:
        """A phone has no seat any more, and asks for none."""
        member.seat = member.wants = None
        self.changed()

    def at(self, seat: int) -> Member | None:
        """Whose phone has a seat."""
        return next((m for m in self.members.values() if m.seat == seat), None)

    def is_taken(self, seat: int, asking: Member) -> bool:
        """Whether another phone, which is here, has a seat."""
        holder = self.at(seat)
        return holder is not None and holder is not asking and holder.here

    def asking(self) -> list[Member]:
        """The members that wait for a seat, in the order in which they came."""
        waiting = (m for m in self.members.values() if m.wants is not None)
        return sorted(waiting, key=lambda m: m.number)

    def undisputed(self) -> list[Member]:
        """Those of them who ask for a seat that nobody else asks for."""
        wanted = [member.wants for member in self.asking()]
        return [member for member in self.asking() if wanted.count(member.wants) == 1]

    def seated(self) -> Iterable[Member]:
        """The members with a seat, seat by seat."""
        return sorted((m for m in self.members.values() if m.seat is not None), key=_seat)


def as_shown(name: str) -> str:
    """A name as it can be shown everywhere; empty if nothing of it can."""
    return " ".join(shown(cleaned(name)).split())[:MAX_NAME]


def new_code() -> str:
    """The letters that open the room, to be read across it."""
    return "".join(secrets.choice(_LETTERS) for _ in range(CODE_LENGTH))


def _seat(member: Member) -> int:
    return -1 if member.seat is None else member.seat


def _plain(code: str) -> str:
    """A code as it is compared: capital letters alone."""
    return "".join(letter for letter in code.upper() if letter.isalpha())


def _same(given: str, known: str) -> bool:
    """Whether two secrets are the same; how long it takes does not tell how alike they are."""
    return secrets.compare_digest(given.encode(), known.encode())
