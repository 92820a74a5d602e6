"""A cache of drawn surfaces: the least recently used make room for new ones."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import ParamSpec

from pygame import Surface

P = ParamSpec("P")


class SurfaceCache:
    """The surfaces used last, at most so many pixels of them together (4 bytes each)."""

    def __init__(self, pixels: int) -> None:
        self.room = pixels
        self.used = 0
        self._pictures: OrderedDict[Hashable, Surface] = OrderedDict()

    def get(self, key: Hashable, draw: Callable[[], Surface]) -> Surface:
        """The surface of a key, drawn now if it is not cached."""
        found = self._pictures.get(key)
        if found is not None:
            self._pictures.move_to_end(key)
            return found
        made = self._pictures[key] = draw()
        self.used += _pixels(made)
        while self.used > self.room and len(self._pictures) > 1:
            self.used -= _pixels(self._pictures.popitem(last=False)[1])
        return made


def cached_surface(pixels: int) -> Callable[[Callable[P, Surface]], Callable[P, Surface]]:
    """Cache the surfaces that a drawing function returns, by its arguments."""

    def wrap(draw: Callable[P, Surface]) -> Callable[P, Surface]:
        store = SurfaceCache(pixels)

        def cached(*args: P.args, **kwargs: P.kwargs) -> Surface:
            key = (args, tuple(kwargs.items())) if kwargs else args
            return store.get(key, lambda: draw(*args, **kwargs))

        cached.__doc__ = draw.__doc__
        return cached

    return wrap


def _pixels(picture: Surface) -> int:
    return picture.get_width() * picture.get_height()
