"""Garbage is collected when nobody waits for a frame: what is young takes a millisecond or three to
look through, and all there is several frames."""

from __future__ import annotations

import gc
from contextlib import AbstractContextManager
from typing import Final

RESTED: Final = 1.0
"""Seconds without an event after which there is time for all of it."""
_YOUNG: Final = 700
"""New objects from which on they are looked through once a frame stands."""
_MIDDLING: Final = 10
"""So many such collections come before a middling one."""
_MOST: Final = 50_000
"""So many new objects are looked through at once: what makes them is no frame."""
_SELDOM: Final = 1_000
"""So many middling collections come before a whole one, if nobody ever rests."""


class Tidying(AbstractContextManager["Tidying"]):
    """While it lasts garbage is collected in a :meth:`rest`: what is young in each, what is old
    in a long one.

    What there was before is never looked through.
    """

    def __init__(self) -> None:
        self._thresholds = gc.get_threshold()
        self._untidy = False

    def __enter__(self) -> Tidying:
        gc.set_threshold(_MOST, _MIDDLING, _SELDOM)
        gc.freeze()
        return self

    def __exit__(self, *_: object) -> None:
        gc.unfreeze()
        gc.set_threshold(*self._thresholds)

    def rest(self, seconds: float) -> None:
        """No frame is due, and nobody has done anything for some seconds: once they are enough,
        collect all there is, once."""
        if seconds >= RESTED and self._untidy:
            self._untidy = False
            gc.collect()
            return
        self._untidy = self._untidy or seconds < RESTED
        young, middling, _ = gc.get_count()
        if young > _YOUNG:
            gc.collect(1 if middling > _MIDDLING else 0)
