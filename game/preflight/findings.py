"""What a check finds, and the verdict on all of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

from game.frozen import frozen
from game.i18n import mark
from game.i18n.message import Message

Level = Literal["good", "note", "bad"]
"""``note``: a game can be played nevertheless; ``bad``: it cannot, or it would be lost."""
LEVELS: Final[tuple[Level, ...]] = ("good", "note", "bad")

SIGNS: Final[dict[Level, str]] = {
    "good": mark("OK"),
    "note": mark("Notice"),
    "bad": mark("To do"),
}
"""Each level in a word, as a marked message."""
_VERDICTS: Final[dict[Level, str]] = {
    "good": mark("Everything is ready for the workshop."),
    "note": mark("The game can be played here. Read what is marked."),
    "bad": mark("Not ready for the workshop yet. Do what is marked, and check again."),
}


@frozen
class Finding:
    """What was found, and unless it is good, what to do; ``about`` says which check it was."""

    text: Message
    level: Level = "good"
    remedy: Message | None = None
    about: str = ""


def worst(findings: Iterable[Finding]) -> Level:
    """The level that decides: the worst one."""
    return max((f.level for f in findings), key=LEVELS.index, default="good")


def verdict(findings: Iterable[Finding]) -> str:
    """The verdict in one line, as a marked message."""
    return _VERDICTS[worst(findings)]


def is_playable(findings: Iterable[Finding]) -> bool:
    """Whether a game can be played here."""
    return worst(findings) != "bad"
