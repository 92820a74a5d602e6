"""Reading or playing much at once: meanwhile nobody looks for garbage."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """While much is made that stays: the collector would look all through it again and again.

    So the time that it takes grows with what is made, and no faster.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
