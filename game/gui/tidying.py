"""Garbage is collected while nobody does anything: to look through all takes several frames."""

from __future__ import annotations

import gc
from contextlib import AbstractContextManager
from typing import Final

RESTED: Final = 1.0
"""Seconds without an event after which there is time for it."""
_YOUNG: Final = 700, 10
"""New objects before what is young is looked through, and such collections before a middling one:
few enough for none to be felt in a frame, however seldom it was done while the program loaded."""
_SELDOM: Final = 1_000
"""So many middling collections come before a whole one, if nobody ever rests."""


class Tidying(AbstractContextManager["Tidying"]):
    """While it lasts what is old is looked through only in a :meth:`rest`.

    What there was before never is. What is young is still collected at once: that takes no time.
    """

    def __init__(self) -> None:
        self._thresholds = gc.get_threshold()
        self._untidy = False

    def __enter__(self) -> Tidying:
        gc.set_threshold(*_YOUNG, _SELDOM)
        gc.freeze()
        return self

    def __exit__(self, *_: object) -> None:
        gc.unfreeze()
        gc.set_threshold(*self._thresholds)

    def rest(self, seconds: float) -> None:
        """Nobody has done anything for some seconds: once they are enough, collect, once."""
        if seconds < RESTED:
            self._untidy = True
        elif self._untidy:
            self._untidy = False
            gc.collect()
