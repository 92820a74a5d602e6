"""What a sentence about a game rests on: entries of its log, and where nothing was found.

A sentence that says that something was is proved by the entries that show it. One that says that
something was not is proved by a search: what it denies stands nowhere in a stretch of the log.
"""

from __future__ import annotations

from collections.abc import Iterable

from game.debrief.history import Position
from game.frozen import frozen

Stretch = tuple[Position, Position]
"""From one entry to another, both included."""


@frozen
class Evidence:
    """The entries that a sentence rests on, in order of time, each once.

    ``searched`` is where the log was looked through for what the sentence denies; ``None`` where it
    denies nothing.
    """

    entries: tuple[Position, ...] = ()
    searched: Stretch | None = None


def evidence(entries: Iterable[Position | None] = (), searched: Stretch | None = None) -> Evidence:
    """Evidence of these entries; ``None`` stands for what did not happen."""
    by_entry = {position.entry: position for position in entries if position is not None}
    return Evidence(tuple(by_entry[n] for n in sorted(by_entry)), searched)
