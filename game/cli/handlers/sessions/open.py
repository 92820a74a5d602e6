"""The handler of ``gevinst sessions open``."""

from __future__ import annotations

from pathlib import Path

from game.session import read_summary


def opening_command(path: Path) -> tuple[str, ...]:
    """The command that opens a session: play, or replay.

    A session in which something is wrong can only be looked at.
    """
    found = read_summary(path)
    return ("replay",) if found is None or found.over else ("play", "--resume")
