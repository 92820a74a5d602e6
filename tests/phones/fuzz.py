"""Wild messages for a while: ``python -m tests.phones.fuzz SECONDS``.

Half of the time they go straight to the desk of a game, half over the network: as texts and bytes
of a phone, and as bytes that are no HTTP. Fails with a traceback where anything goes wrong.
"""

from __future__ import annotations

import argparse
import itertools
import json
import logging
import os
import random
import socket
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from websockets.exceptions import ConnectionClosed

from game.engine import check
from game.phones.limits import MAX_MEMBERS
from game.table.flow.phone_tables import PhoneTable
from tests.phones.at_desk import Phone, desk_at, phone_of
from tests.phones.hall import Hall, hall
from tests.phones.wild import texts
from tests.phones.wire import wire
from tests.table.sitting import Sitting

_AT_A_TIME = 100


def as_json(said: object) -> str:
    """Anything as JSON, letters that no text can have as they are."""
    return json.dumps(said, ensure_ascii=False)


class WildPhones:
    """A seated phone that may play its turn, a guest, and one at the door, at a game."""

    def __init__(self, folder: Path) -> None:
        self.game = Sitting(folder).game
        self.desk = desk_at(PhoneTable(self.game, lambda: None))
        self.seated = phone_of(self.desk, "Ane", 0)
        self.member = self.seated.member
        stranger = Phone(3, self.desk)
        stranger.say({"say": "hello"})
        self.lines = (self.seated, phone_of(self.desk, "Bo"), stranger)

    def say(self, said: Sequence[tuple[int, str]]) -> None:
        """Each of the three phones (by number) says what it says; the game is looked at between."""
        for who, text in said:
            self._say_one(self.lines[who], text)

    def _say_one(self, phone: Phone, text: str) -> None:
        game, seat = self.game, self.member.seat
        before, count = game.state, len(game.session.history)
        phone.utter(text)
        if game.state is not before:
            (decision,) = game.session.history[count:]
            assert check(before, decision.action) is None
            assert getattr(decision.action, "seat", None) == seat
            assert decision.sender is not None
        assert len(self.desk.room.members) <= MAX_MEMBERS
        assert len(self.desk._visits) <= 3
        assert self.desk.mailbox.take() is None


# ------------------------------------------------------------------ over the network
class _Trouble(logging.Handler):
    """Keeps what the server complains of with a traceback."""

    def __init__(self) -> None:
        super().__init__()
        self.records: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.exc_info or record.levelno >= logging.ERROR:
            self.records.append(self.format(record))


@contextmanager
def _no_trouble() -> Iterator[None]:
    trouble, loggers = _Trouble(), [logging.getLogger(n) for n in ("uvicorn.error", "asyncio")]
    for logger in loggers:
        logger.addHandler(trouble)
    yield
    for logger in loggers:
        logger.removeHandler(trouble)
    assert trouble.records == []


def over_the_network(folder: Path, seconds: float, number: int = 0) -> int:
    """Wild texts and bytes for so long, while a good phone goes on; how many were sent."""
    sent, chance = 0, random.Random(number)
    looks = itertools.cycle(("cards", "table", "role"))
    wild = itertools.cycle([some(texts, chance) for _ in range(10)])
    with _no_trouble(), hall(folder, lang="en") as at, wire(at) as good:
        good.join("Good", at)
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            sent += _bad_phone(at, next(wild), chance) + _no_http(at, chance)
            time.sleep(0.2)  # no faster than may be said for long
            good.say("look", page=next(looks))
            good.until(lambda told: "page" in told)
    return sent


def some(what: st.SearchStrategy[str], chance: random.Random) -> list[str]:
    """Some examples of a strategy."""
    found: list[str] = []

    @seed(chance.randrange(1 << 30))
    @settings(
        max_examples=20, deadline=None, database=None, suppress_health_check=list(HealthCheck)
    )
    @given(what)
    def collect(one: str) -> None:
        found.append(one)

    collect()
    return found


def _bad_phone(at: Hall, said: Sequence[str], chance: random.Random) -> int:
    with wire(at) as bad:
        bad.say("hello")
        if chance.random() < 0.5:
            bad.say("join", name="Bad", secret=at.room.secret)
        with suppress(ConnectionClosed):
            for text in said:
                wild = text.encode(errors="surrogatepass")
                bad.socket.send(wild if chance.random() < 0.3 else wild.decode(errors="replace"))
    return len(said)


def _no_http(at: Hall, chance: random.Random) -> int:
    place = at.phones.place
    assert place is not None
    begins = (b"", b"GET / HTTP/1.1\r\n", b"GET /phone HTTP/1.1\r\nUpgrade: websocket\r\n")
    with socket.create_connection((place.ip, place.port), timeout=5) as broken, suppress(OSError):
        broken.sendall(chance.choice(begins) + chance.randbytes(chance.randrange(2000)))
    return 1


# ------------------------------------------------------------------ for a while
def straight(folder: Path, seconds: float, number: int) -> int:
    """Wild messages straight to the desk for so long; how many were said."""
    until, said = time.monotonic() + seconds, 0
    phones = WildPhones(folder)

    @settings(
        max_examples=_AT_A_TIME,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.lists(st.tuples(st.integers(0, 2), texts), max_size=8))
    def say(some: list[tuple[int, str]]) -> None:
        nonlocal said
        said += len(some)
        phones.say(some)

    while time.monotonic() < until:
        number += 1
        seed(number)(say)()
    return said


def main() -> None:
    """Say wild things for a while, and tell how many."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seconds", type=float)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["GEVINST_HOME"] = str(Path(folder, "home"))
        said = straight(Path(folder, "desk"), wanted.seconds / 2, wanted.seed)
        sent = over_the_network(Path(folder, "net"), wanted.seconds / 2, wanted.seed)
    print(f"{said} messages to the desk, {sent} over the network: nothing went wrong")


if __name__ == "__main__":
    main()
