"""Rate limits: a token bucket, a count of wrong tries, and who gives way where it is full."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Sequence
from typing import Protocol, TypeVar


class Bucket:
    """A token bucket: it holds ``size`` tokens at most, and gets ``rate`` a second."""

    def __init__(self, rate: float, size: float, now: float) -> None:
        self._rate = rate
        self._size = size
        self._tokens = size
        self._filled = now

    def take(self, now: float) -> bool:
        """Take one token, if there is one."""
        self._tokens = min(self._size, self._tokens + (now - self._filled) * self._rate)
        self._filled = now
        if self._tokens < 1:
            return False
        self._tokens -= 1
        return True


class Tries:
    """The wrong tries of the last ``seconds``, by whom; ``most`` of one, ``most_of_all`` of all."""

    def __init__(self, most: int, most_of_all: int, seconds: float) -> None:
        self._most = most
        self._most_of_all = most_of_all
        self._seconds = seconds
        self._wrong: deque[tuple[float, str]] = deque(maxlen=most_of_all)

    def may_try(self, who: str, now: float) -> bool:
        """Whether somebody may try again."""
        while self._wrong and self._wrong[0][0] <= now - self._seconds:
            self._wrong.popleft()
        own = sum(other == who for _, other in self._wrong)
        return own < self._most and len(self._wrong) < self._most_of_all

    def wrong(self, who: str, now: float) -> None:
        """Somebody tried, and was wrong."""
        self._wrong.append((now, who))


class _FromSomewhere(Protocol):
    @property
    def address(self) -> str:
        """Where it comes from."""


Comer = TypeVar("Comer", bound=_FromSomewhere)


def who_gives_way(waiting: Sequence[Comer]) -> Comer:
    """The first of the address that most of them come from, or of those that as many come from.

    No address has a bound of its own: a class behind one address is let in as long as there is
    room, and an address that takes all the room takes it from itself.
    """
    of = Counter(one.address for one in waiting)
    return max(waiting, key=lambda one: of[one.address])
