"""Work in the background: a thread does what takes long, and the window goes on meanwhile.

A screen has a :class:`Background`, starts work in it, and looks in each ``update`` whether it is
over. Whatever is raised there comes out where the outcome is taken: a failure that is foreseen is
told by the screen, any other one is written down and shown like every fault of a frame.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from typing import Generic, TypeVar

T = TypeVar("T")


class Background(Generic[T]):
    """At most one piece of work, and what comes of it."""

    def __init__(self) -> None:
        self._work: Future[T] | None = None
        self._began = 0.0

    def start(self, work: Callable[[], T], *, daemon: bool = False) -> None:
        """Have a thread do something, in place of whatever was started before and is let go of.

        The program ends when the work is over, unless that is a ``daemon``, which may never be.
        """
        self._work, self._began = Future(), time.monotonic()
        Thread(target=_do, args=(work, self._work), daemon=daemon).start()

    @property
    def busy(self) -> bool:
        """Whether something was started whose outcome was not taken yet."""
        return self._work is not None

    @property
    def over(self) -> bool:
        """Whether there is an outcome to be taken."""
        return self._work is not None and self._work.done()

    @property
    def seconds(self) -> float:
        """How long ago the last work was started."""
        return time.monotonic() - self._began

    def take(self) -> T:
        """What came of the work, for which it waits; raises what was raised in it."""
        assert self._work is not None, "nothing was started"
        done, self._work = self._work, None
        return done.result()


def _do(work: Callable[[], T], done: Future[T]) -> None:
    try:
        done.set_result(work())
    except BaseException as error:  # it is raised again by whoever takes the outcome
        done.set_exception(error)
