"""When a saved game was begun, in the same words wherever it can be chosen."""

from __future__ import annotations

import time
from datetime import datetime

from game.i18n import Words
from game.i18n.when import when
from game.session.summaries import Branch


def begun_line(t: Words, created: str, branch: Branch | None) -> str:
    """When it was begun; of one that went on from another game, from which step of which."""
    if branch is None:
        return _when(t, created)
    return t(
        "{day}, from step {n} of the game begun {origin}",
        day=_when(t, branch.begun),
        n=branch.step,
        origin=_when(t, branch.origin_begun),
    )


def _when(t: Words, moment: str) -> str:
    return when(t, datetime.fromisoformat(moment).timestamp(), time.time())
