"""Silent writing by phone: what is asked, a sheet to write on, and what one has written oneself."""

from __future__ import annotations

from typing import Any

from game.engine.limits import MAX_NAME
from game.phones.pages.looking import Looking
from game.wording.group_work import QUESTIONS


def content(looking: Looking) -> dict[str, Any] | None:
    """The question and one's own sheets, while everybody writes; ``None`` while nobody does."""
    writing = looking.log.writing
    if writing is None or not writing.open:
        return None
    t, count = looking.t, len(writing.sheets)
    own = [writing.sheets[n] for n in looking.member.sheets if n in writing.sheets]
    return {
        "asks": writing.asks,
        "question": t(QUESTIONS[writing.asks]),
        "limit": MAX_NAME,
        "sheets": [(sheet.number, sheet.text) for sheet in reversed(own)],
        "count": t.plural("{n} sheet lies on the table.", "{n} sheets lie on the table.", count),
        "seconds": looking.seconds_left,
    }
