"""The draft of a half-written card: kept for this user until it is played.

Decisions are stored in the session; text that was only typed is stored here, so that closing the
window needs no confirmation. It is found by the session's fingerprint, whatever its file is called.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from textwrap import shorten
from typing import Literal

from game.engine import Kind, Track
from game.engine.limits import MAX_NAME
from game.paths import beginning
from game.session.codec import decode
from game.session.errors import CodecError
from game.session.group_rounds import WrittenSheet
from game.writing import forget_older, move, write

_MOST_BYTES = 20_000
_FOR = 365 * 86_400.0
"""Seconds after which a draft is forgotten: a game that is gone on with, is so within a year."""
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


def save_draft(draft: CardDraft | None, folder: Path, session: str) -> None:
    """Keep the draft of a session, by its fingerprint; an empty one or ``None`` is forgotten."""
    file = _file(folder, session)
    with suppress(OSError):  # a lost draft is not worth a dialog while the window closes
        if draft is None or not draft.has_words:
            file.unlink(missing_ok=True)
        else:
            folder.mkdir(parents=True, exist_ok=True)
            write(file, json.dumps(asdict(draft)).encode(), private=True)


def load_draft(folder: Path, session: str) -> CardDraft | None:
    """The draft of a session; ``None`` when there is none or it is damaged."""
    forget_older(folder, ".json", _FOR)
    known = (OSError, ValueError, CodecError, RecursionError)
    with suppress(*known):
        kept = beginning(_file(folder, session), _MOST_BYTES)
        return decode(CardDraft, json.loads(kept), "draft")
    return None


def hand_on_draft(folder: Path, session: str, to: str) -> None:
    """What was being written in a session is written in the one that it goes on in."""
    with suppress(OSError):
        move(_file(folder, session), _file(folder, to))


def _file(folder: Path, session: str) -> Path:
    return folder / f"{sha256(session.encode()).hexdigest()}.json"
