"""A scenario file that is being edited: read again whenever it was saved."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from game.content import Case, Problem, check_file
from game.i18n import Lang
from game.table.cards.fitting import unfitting

EVERY = 0.4
"""Seconds between two looks at the file."""


class WatchedFile:
    """The file's last case that could be played, and what is wrong with it now."""

    def __init__(self, path: Path, lang: Lang) -> None:
        self.path = path
        self.case: Case | None = None
        self.problems: list[Problem] = []
        self._lang = lang
        self._seen: tuple[int, int] | None = None
        self._rested = 0.0
        self.read(lang)

    def look(self, dt: float, lang: Lang) -> bool:
        """Let ``dt`` seconds pass; whether there is anything new to show."""
        self._rested += dt
        if lang != self._lang:
            self.read(lang)
            return True
        if self._rested < EVERY:
            return False
        self._rested = 0.0
        if self._stamp() == self._seen:
            return False
        self.read(lang)
        return True

    def read(self, lang: Lang) -> None:
        """Read and check it; a file with errors leaves the last case that had none."""
        self._lang, self._seen = lang, self._stamp()
        case, self.problems = check_file(self.path, lang=lang, extra_checks=(unfitting,))
        self.case = case or self.case

    def _stamp(self) -> tuple[int, int] | None:
        with suppress(OSError):
            stat = self.path.stat()
            return stat.st_mtime_ns, stat.st_size
        return None
