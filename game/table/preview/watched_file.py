"""A scenario file that is being edited: read again whenever it is saved."""

from __future__ import annotations

from pathlib import Path

from game.content import Case, Problem, check_file
from game.content.copies import copy_check
from game.i18n import Lang
from game.paths import Stamp, stamp
from game.table.cards.fitting import unfitting

CHECK_INTERVAL = 0.4
"""Seconds between two checks of the file."""


class WatchedFile:
    """The file's last playable case, and its current problems."""

    def __init__(self, path: Path, lang: Lang) -> None:
        self.path = path
        self.case: Case | None = None
        self.problems: list[Problem] = []
        self._checks = (unfitting, copy_check(path))
        self._lang = lang
        self._last_stamp: Stamp = None
        self._since_check = 0.0
        self.read(lang)

    def poll(self, dt: float, lang: Lang) -> bool:
        """Let ``dt`` seconds pass; returns whether there is anything new to show."""
        self._since_check += dt
        if lang != self._lang:
            self.read(lang)
            return True
        if self._since_check < CHECK_INTERVAL:
            return False
        self._since_check = 0.0
        if stamp(self.path) == self._last_stamp:
            return False
        self.read(lang)
        return True

    def read(self, lang: Lang) -> None:
        """Read and check the file; one with errors keeps the last case without any."""
        self._lang, self._last_stamp = lang, stamp(self.path)
        case, self.problems = check_file(self.path, lang=lang, extra_checks=self._checks)
        self.case = case or self.case
        if any(problem.code == "cannot_open" for problem in self.problems):
            self._last_stamp = None  # it may be let go of without being changed
