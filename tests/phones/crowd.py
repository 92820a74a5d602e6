"""Many phones at once, without browsers: each writes sheets, and turns pages all the while.

``python -m tests.phones.crowd LINK COUNT SECONDS A_SECOND`` runs them in a process of their own, as
phones do not compute on the laptop; it prints what they wrote and were told to have arrived.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import itertools
import json
import time
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Origin

HUMAN = 0.5
"""Messages a second of somebody who presses, reads and writes without a pause."""


@dataclass
class Told:
    """What a crowd sent, how many pages came, what it wrote and saw lying on the table."""

    sent: int = 0
    pages: int = 0
    written: list[str] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)


async def crowd(link: str, count: int, seconds: float, a_second: float, sheets: int) -> Told:
    """So many phones for so long; each writes some sheets, and says so much a second."""
    told = Told()
    phones = [_phone(link, n, seconds, a_second, sheets, told) for n in range(count)]
    await asyncio.gather(*phones)
    return told


async def _phone(
    link: str, n: int, seconds: float, a_second: float, sheets: int, told: Told
) -> None:
    address = urlsplit(link)
    await asyncio.sleep(n * 0.02)
    ours = Origin(f"http://{address.netloc}")
    async with connect(f"ws://{address.netloc}/phone", origin=ours, proxy=None) as socket:
        await _say(socket, say="hello")
        await _say(socket, say="join", name=f"N{n}", secret=address.fragment)
        mine = [f"Seddel {n}.{k}." for k in range(sheets)]
        hearing = asyncio.create_task(_hear(socket, mine, told))
        await _talk(socket, mine, seconds, a_second, told)
        hearing.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await hearing


async def _say(socket: ClientConnection, **what: object) -> None:
    await socket.send(json.dumps(what))


async def _talk(
    socket: ClientConnection, mine: list[str], seconds: float, a_second: float, told: Told
) -> None:
    until, pages = time.monotonic() + seconds, itertools.cycle(("table", "cards", "role", "now"))
    waiting = iter(mine)
    for n in itertools.count():
        if time.monotonic() > until:
            break
        await asyncio.sleep(1 / a_second)
        text = next(waiting, None) if n % 3 == 2 else None
        if text is None:
            await _say(socket, say="look", page=next(pages))
        else:
            told.written.append(text)
            await _say(socket, say="write", text=text)
        told.sent += 1
    await _say(socket, say="look", page="now")
    await asyncio.sleep(3)


async def _hear(socket: ClientConnection, mine: list[str], told: Told) -> None:
    page = ""
    with contextlib.suppress(ConnectionClosed):
        try:
            async for message in socket:
                page = json.loads(message).get("page", page)
                told.pages += 1
        finally:
            told.seen += [text for text in mine if text in page]


def main() -> None:
    """Be a crowd, and print what it was told."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("link")
    parser.add_argument("count", type=int)
    parser.add_argument("seconds", type=float)
    parser.add_argument("a_second", type=float)
    wanted = parser.parse_args()
    told = asyncio.run(crowd(wanted.link, wanted.count, wanted.seconds, wanted.a_second, 4))
    print(json.dumps(vars(told)))


if __name__ == "__main__":
    main()
