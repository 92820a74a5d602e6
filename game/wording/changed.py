"""Says that a saved game was played with another text of its case than there is now."""

from __future__ import annotations

from datetime import datetime

from game import __version__
from game.content.since import CaseChange
from game.i18n import Words
from game.i18n.days import in_words
from game.i18n.when import local
from game.paths import name_of


def changed_line(t: Words, change: CaseChange) -> str:
    """One line: which version was played, and which one is there now."""
    now, file = change.now, name_of(change.now.path)
    version = now.about.version.read(t.lang)
    if change.played and version and change.played != version:
        return t(
            "Played with version {played} of the case; {file} is version {version} now.",
            played=change.played,
            file=file,
            version=version,
        )
    if change.shipped:
        return t(
            "The case is no longer the one that was played: {file} is that of Gevinstbordet "
            "{version}.",
            file=file,
            version=__version__,
        )
    written = now.about.date
    day = in_words(t, datetime.fromisoformat(written) if written else local(now.saved))
    return t(
        "The case is no longer the one that was played: {file} is from {day}.", file=file, day=day
    )
