"""News is read first: what was pointed at when it came is told only once something else was."""

from __future__ import annotations


class Hush:
    """Whether to tell nothing of what is pointed at just now."""

    def __init__(self) -> None:
        self._begins = False
        self._over: tuple[str | None] | None = None
        """The key of what is not told of; no tuple: everything is."""

    def begin(self) -> None:
        """There is news to read."""
        self._begins = True

    def holds(self, pointed: str | None) -> bool:
        """Whether what is pointed at, by its key, is still what was when there was news."""
        if self._begins:
            self._begins, self._over = False, (pointed,)
        if self._over != (pointed,):
            self._over = None
        return self._over is not None
