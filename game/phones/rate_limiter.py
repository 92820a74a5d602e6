"""How many requests come from where: nobody keeps the others out by asking much, or very slowly."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

from game.phones import limits
from game.phones.rate import Bucket


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


def guarded(limiter: RateLimiter) -> type[asyncio.Protocol]:
    """Connections that are dropped when their address asks too much, or when nothing is asked."""

    class Guarded(H11Protocol):
        def connection_made(self, transport: Any) -> None:
            super().connection_made(transport)
            self._answered = 0
            self._expect()

        def data_received(self, data: bytes) -> None:
            if limiter.allows(self.client[0] if self.client else ""):
                super().data_received(data)
            else:
                self.transport.abort()

        def on_response_complete(self) -> None:
            super().on_response_complete()
            self._expect()

        def _expect(self) -> None:
            """Wait for a request as long as a new phone may take to say who it is."""
            self._answered += 1
            self.loop.call_later(limits.GREETING_WITHIN, self._give_up, self._answered, self.cycle)

        def _give_up(self, answered: int, cycle: object) -> None:
            idle = answered == self._answered and cycle is self.cycle
            if idle and self.transport.get_protocol() is self:
                self.transport.abort()

    return Guarded
