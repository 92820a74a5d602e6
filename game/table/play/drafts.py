"""The draft of a half-written card: stored beside the session file until it is played.

Decisions are stored in the session; text that was only typed is stored here, so that closing the
window needs no confirmation.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from textwrap import shorten
from typing import Literal

from game.engine import Kind, Track
from game.engine.limits import MAX_NAME
from game.session.codec import decode
from game.session.errors import CodecError
from game.session.group_rounds import WrittenSheet

_MOST_BYTES = 20_000
CardKind = Literal["idea", "benefit", "downside", "risk"]
"""What may be written."""


@dataclass(slots=True)
class CardDraft:
    """The fields written so far; they survive closing and reopening the dialog.

    Nothing is there before somebody has said it: what stands there already is a hint.
    """

    card: CardKind = "idea"
    name: str = ""
    text: str = ""
    track: Track | None = None
    kind: Kind | None = None
    idea: str = ""
    estimate: int | None = None
    size: int | None = None
    bearer: str = ""
    severity: int | None = None
    likelihood: int | None = None
    sheet: int | None = None
    """The sheet of silent writing that it is written from."""

    @property
    def has_words(self) -> bool:
        """Whether anything was written."""
        return any(text.strip() for text in (self.name, self.text, self.bearer))


def of_sheet(card: CardKind, sheet: WrittenSheet) -> CardDraft:
    """The draft of a card that says what stands on a sheet.

    What is too long for a name goes on in the card's text.
    """
    name = shorten(sheet.text, MAX_NAME, placeholder="…")
    text = sheet.text if name != sheet.text else ""
    return CardDraft(card, name, text, sheet=sheet.number)


class DraftHolder:
    """The card being written in a game, if any; it survives closing the dialog."""

    def __init__(self, draft: CardDraft | None = None) -> None:
        self.draft = draft

    def begun(self) -> CardDraft:
        """The current draft, or a new one."""
        if self.draft is None:
            self.draft = CardDraft()
        return self.draft

    def clear(self) -> None:
        """Forget the draft: the card was played."""
        self.draft = None


def save_draft(draft: CardDraft | None, session: Path) -> None:
    """Write a draft beside a session; an empty one or ``None`` removes the file."""
    file = _draft_path(session)
    with suppress(OSError):  # a lost draft is not worth a dialog while the window closes
        if draft is None or not draft.has_words:
            file.unlink(missing_ok=True)
        else:
            file.write_text(json.dumps(asdict(draft)), encoding="utf-8")


def load_draft(session: Path) -> CardDraft | None:
    """The draft of a session; ``None`` when there is none or it is damaged."""
    known = (OSError, ValueError, CodecError, RecursionError)
    with suppress(*known), _draft_path(session).open("rb") as file:
        return decode(CardDraft, json.loads(file.read(_MOST_BYTES)), "draft")
    return None


def _draft_path(session: Path) -> Path:
    return session.with_suffix(".draft")
