"""Who is to own a benefit: somebody at home on its track who does not own too much already."""

from __future__ import annotations

from game.engine import State, Track
from game.engine.lookups import is_at_home, owned, present

FALLS_SHORT = 1.0
"""The points that a benefit gives less when its owner is not at home on its track."""


class Owners:
    """The best owner for each track in a state, where nobody is to own more than ``most`` benefits.

    It is worked out when first asked for.
    """

    __slots__ = ("_best", "_loads", "_most", "_s")

    def __init__(self, s: State, most: int) -> None:
        self._s, self._most = s, most
        self._loads: list[int] = []
        self._best: dict[Track, tuple[int | None, float]] = {}

    def best(self, track: Track) -> tuple[int | None, float]:
        """The seat that answers best for one more benefit, and the points that it falls short.

        ``None`` when every seat owns so much that all of its benefits would give less.
        """
        found = self._best.get(track)
        if found is None:
            found = self._best[track] = self._find(track)
        return found

    def _find(self, track: Track) -> tuple[int | None, float]:
        s = self._s
        if not self._loads:
            self._loads = owned(s)
        free = [n for n in present(s) if self._loads[n] < self._most]
        if not free:
            return None, 0.0
        home = [n for n in free if is_at_home(s, n, track)]
        seat = min(home or free, key=self._loads.__getitem__)
        return seat, 0.0 if home else FALLS_SHORT
