"""How many requests come from where: nobody keeps the others out by asking much, or very slowly."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, ClassVar

from uvicorn.protocols.http.h11_impl import H11Protocol

from game.phones import limits
from game.phones.rate import Bucket, who_gives_way


class RateLimiter:
    """Knows how much each address asked for lately; ``now`` is a clock that only goes forward."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._buckets: dict[str, Bucket] = {}

    def allows(self, address: str) -> bool:
        """Whether an address may ask for something; it is counted."""
        now = self._now()
        bucket = self._buckets.pop(address, None) or Bucket(
            limits.REQUESTS_A_SECOND, limits.REQUESTS_AT_ONCE, now
        )
        self._buckets[address] = bucket  # the ones longest unheard of are forgotten first
        if len(self._buckets) > limits.ADDRESSES:
            del self._buckets[next(iter(self._buckets))]
        return bucket.take(now)


class Guarded(H11Protocol):
    """A connection that is dropped when its address asks too much, or when nothing is asked.

    Of too many at once, one that has not become a phone's gives way.
    """

    limiter: ClassVar[RateLimiter]

    def connection_made(self, transport: Any) -> None:
        """Somebody connected."""
        super().connection_made(transport)
        self._answered = 0
        self._expect()
        if len(self.connections) > limits.MAX_OPEN:
            self._make_room()

    def data_received(self, data: bytes) -> None:
        """Somebody asks for something."""
        if self.limiter.allows(self.address):
            super().data_received(data)
        else:
            self.transport.abort()

    def on_response_complete(self) -> None:
        """Somebody got what they asked for."""
        super().on_response_complete()
        self._expect()

    @property
    def address(self) -> str:
        """Where it comes from."""
        return self.client[0] if self.client else ""

    def _make_room(self) -> None:
        """Drop the connection that has waited longest, of the address that has most."""
        requests = (c for c in self.connections if isinstance(c, Guarded))
        waiting = [c for c in requests if not c.transport.is_closing()]
        who_gives_way(sorted(waiting, key=lambda c: c.waits_since)).transport.abort()

    def _expect(self) -> None:
        """Wait for a request as long as a new phone may take to say who it is."""
        self._answered += 1
        self.waits_since = self.loop.time()
        self.loop.call_later(limits.GREETING_WITHIN, self._give_up, self._answered, self.cycle)

    def _give_up(self, answered: int, cycle: object) -> None:
        idle = answered == self._answered and cycle is self.cycle
        if idle and self.transport.get_protocol() is self:
            self.transport.abort()


def guarded(limiter: RateLimiter) -> type[Guarded]:
    """Connections that are counted by one limiter."""
    return type("Limited", (Guarded,), {"limiter": limiter})
