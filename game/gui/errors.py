"""Errors that end the application."""

from __future__ import annotations

from pathlib import Path


class GivingUpError(Exception):
    """The program failed again at once, or so badly that no window can be shown.

    ``log`` is where it is written down.
    """

    def __init__(self, log: Path | None) -> None:
        super().__init__("the table failed again at once")
        self.log = log
