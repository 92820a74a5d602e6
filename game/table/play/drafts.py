"""A half-written card outlives the window: it lies beside the session until it is played.

Everything decided is in the session. What was only typed is kept here, so that closing the window
need not ask.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from game.content.case import PromptKind
from game.engine import Kind, Track
from game.session.codec import decode
from game.session.errors import CodecError

_MOST_BYTES = 20_000


@dataclass(slots=True)
class CardDraft:
    """What has been written so far; it is kept when the dialog is closed and opened again."""

    card: PromptKind = "idea"
    name: str = ""
    text: str = ""
    track: Track = "citizen"
    kind: Kind = "service"
    idea: str = ""
    estimate: int = 2
    severity: int = 3
    likelihood: int = 3


class DraftHolder:
    """The card that is being written in a game, if any: kept while its dialog is closed."""

    def __init__(self, draft: CardDraft | None = None) -> None:
        self.draft = draft

    def begun(self) -> CardDraft:
        """The draft that was begun, or a new one."""
        if self.draft is None:
            self.draft = CardDraft()
        return self.draft

    def clear(self) -> None:
        """The card was played."""
        self.draft = None


def save_draft(draft: CardDraft | None, session: Path) -> None:
    """Write a draft beside a session; an empty one, or none, leaves no file there."""
    file = _beside(session)
    with suppress(OSError):  # a draft is not worth a question while the window closes
        if draft is None or not (draft.name.strip() or draft.text.strip()):
            file.unlink(missing_ok=True)
        else:
            file.write_text(json.dumps(asdict(draft)), encoding="utf-8")


def load_draft(session: Path) -> CardDraft | None:
    """What was written when a session was left; ``None`` when nothing was, or it is damaged."""
    known = (OSError, ValueError, CodecError, RecursionError)
    with suppress(*known), _beside(session).open("rb") as file:
        return decode(CardDraft, json.loads(file.read(_MOST_BYTES)), "draft")
    return None


def _beside(session: Path) -> Path:
    return session.with_suffix(".draft")
