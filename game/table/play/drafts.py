"""A half-written card outlives the window: it lies beside the session until it is played.

Everything decided is in the session. What was only typed is kept here, so that closing the window
need not ask.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from game.session.codec import decode
from game.session.troubles import CodecError
from game.table.play.dialogs.write import Draft

_MOST_BYTES = 20_000


def keep(draft: Draft | None, session: Path) -> None:
    """Keep what is written so far beside a session; when there is nothing, nothing lies there."""
    file = _beside(session)
    with suppress(OSError):  # a draft is not worth a question while the window closes
        if draft is None or not (draft.name.strip() or draft.text.strip()):
            file.unlink(missing_ok=True)
        else:
            file.write_text(json.dumps(asdict(draft)), encoding="utf-8")


def kept(session: Path) -> Draft | None:
    """What was written when a session was left; ``None`` when nothing was, or it is damaged."""
    known = (OSError, ValueError, CodecError, RecursionError)
    with suppress(*known), _beside(session).open("rb") as file:
        return decode(Draft, json.loads(file.read(_MOST_BYTES)), "draft")
    return None


def _beside(session: Path) -> Path:
    return session.with_suffix(".draft")
