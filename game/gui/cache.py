"""A least-recently-used cache of drawn surfaces."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Final, ParamSpec

from pygame import Surface

P = ParamSpec("P")


class SurfaceCache:
    """The most recently used surfaces, bounded by their total number of pixels (4 bytes each)."""

    def __init__(self, pixels: int) -> None:
        self.room = pixels
        self.used = 0
        self._pictures: OrderedDict[Hashable, Surface] = OrderedDict()

    def find(self, key: Hashable) -> Surface | None:
        """The cached surface of a key, if there is one."""
        found = self._pictures.get(key)
        if found is not None:
            self._pictures.move_to_end(key)
        return found

    def get(self, key: Hashable, draw: Callable[[], Surface]) -> Surface:
        """The cached surface of a key, or a newly drawn one."""
        found = self.find(key)
        return self.add(key, draw()) if found is None else found

    def add(self, key: Hashable, made: Surface) -> Surface:
        """Keep a surface, and return it."""
        self._pictures[key] = made
        self.used += _pixels(made)
        while self.used > self.room and len(self._pictures) > 1:
            self.used -= _pixels(self._pictures.popitem(last=False)[1])
        return made

    def clear(self) -> None:
        """Let go of all of them."""
        self._pictures.clear()
        self.used = 0


_STORES: Final[list[SurfaceCache]] = []


def shared_cache(pixels: int) -> SurfaceCache:
    """A cache of all windows, let go of with what the drawing functions remember."""
    store = SurfaceCache(pixels)
    _STORES.append(store)
    return store


def cached_surface(pixels: int) -> Callable[[Callable[P, Surface]], Callable[P, Surface]]:
    """Cache the surfaces that a drawing function returns, by its arguments."""

    def wrap(draw: Callable[P, Surface]) -> Callable[P, Surface]:
        store = shared_cache(pixels)

        def cached(*args: P.args, **kwargs: P.kwargs) -> Surface:
            key = (args, tuple(kwargs.items())) if kwargs else args
            found = store.find(key)
            return store.add(key, draw(*args, **kwargs)) if found is None else found

        cached.__doc__ = draw.__doc__
        return cached

    return wrap


def clear_surfaces() -> None:
    """Let go of what all drawing functions remember: another size of window wants other ones."""
    for store in _STORES:
        store.clear()


def _pixels(picture: Surface) -> int:
    return picture.get_width() * picture.get_height()
