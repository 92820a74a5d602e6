"""Parts of a screen that are taken over from the last build, while what they follow from is equal.

A screen is laid out from the beginning whenever anything changed, and most of it follows from what
has not. What a part painted and declared is a slice of each of some lists: taken over, the slices
are appended again, which costs nothing beside drawing them.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from game.frozen import frozen
from game.gui.paint.canvas import Canvas
from game.gui.paint.strokes import Strokes


@frozen
class Part:
    """What a part followed from, and its slice of each list."""

    inputs: object
    gave: Sequence[list[Any]]


class KeptParts:
    """What each part gave in the last build; what the next does not ask for is let go of."""

    def __init__(self) -> None:
        self._around: object = None
        self._before: dict[Hashable, Part] = {}
        self._now: dict[Hashable, Part] = {}
        self._grows: Sequence[list[Any]] = ()

    def begin(self, c: Canvas, around: object, grows: Sequence[list[Any]] = ()) -> None:
        """Another build begins on a canvas: parts paint on it, and add to lists that they ``grow``.

        If it or what is ``around`` all parts differs, none is taken over.
        """
        keeps = isinstance(c.surface, Strokes) and c.touched is None
        around = (around, c.type, c.type.setting, tuple(c.surface.get_clip()), c.layer, keeps)
        same = around == self._around
        self._around, self._grows = around, ()
        self._before, self._now = self._now if same else {}, {}
        if isinstance(c.surface, Strokes) and keeps:
            self._grows = (*grows, c.surface.made, c.occupied, *([] if c.log is None else [c.log]))

    def forget(self) -> None:
        """Let go of all of them."""
        self._before, self._now = {}, {}

    def add(self, key: Hashable, inputs: object, declare: Callable[[], object]) -> Part | None:
        """Have a part declared that follows from its ``inputs``, or taken over, and returned."""
        kept = self._before.get(key)
        if kept is not None and kept.inputs == inputs:
            for whole, part in zip(self._grows, kept.gave, strict=True):
                whole += part
            self._now[key] = kept
            return kept
        starts = [len(whole) for whole in self._grows]
        declare()
        if starts:  # a canvas that paints at once keeps nothing
            gave = [whole[start:] for whole, start in zip(self._grows, starts, strict=True)]
            self._now[key] = Part(inputs, gave)
        return None
