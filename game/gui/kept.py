"""Parts of a screen that are taken over from the last build, while what they follow from is equal.

A screen is laid out from the beginning whenever anything changed, and most of it follows from what
has not. What a part painted and declared is a slice of each of some lists: taken over, the slices
are appended again, which costs nothing beside drawing them.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from game.gui.paint.canvas import Canvas
from game.gui.paint.strokes import Strokes


@dataclass(frozen=True, slots=True)
class _Part:
    inputs: object
    gave: Sequence[list[Any]]


class KeptParts:
    """What each part gave in the last build; what the next does not ask for is let go of."""

    def __init__(self) -> None:
        self._before: dict[Hashable, _Part] = {}
        self._now: dict[Hashable, _Part] = {}

    def begin(self) -> None:
        """Another build begins."""
        self._before, self._now = self._now, {}

    def forget(self) -> None:
        """Let go of all of them."""
        self._before, self._now = {}, {}

    def add(
        self,
        key: Hashable,
        inputs: object,
        c: Canvas,
        declare: Callable[[], object],
        grows: Sequence[list[Any]] = (),
    ) -> Sequence[list[Any]]:
        """Append what a part paints on a canvas, and what it adds to lists that it ``grows``.

        It follows from ``inputs`` alone. Returns what was taken over of the lists; nothing where
        the part was declared now.
        """
        if not isinstance(c.surface, Strokes) or c.touched is not None:
            declare()
            return ()
        lists = (*grows, c.surface.made, c.occupied)
        follows = (inputs, c.type, c.type.setting, tuple(c.surface.get_clip()))
        kept = self._before.get(key)
        if kept is not None and kept.inputs == follows:
            for whole, part in zip(lists, kept.gave, strict=True):
                whole += part
            self._now[key] = kept
            return kept.gave[: len(grows)]
        starts = [len(whole) for whole in lists]
        declare()
        gave = [whole[start:] for whole, start in zip(lists, starts, strict=True)]
        self._now[key] = _Part(follows, gave)
        return ()
