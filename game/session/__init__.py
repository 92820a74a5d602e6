"""Sessions: recording a game line by line, reading, verifying and continuing it.

>>> import tempfile
>>> from pathlib import Path
>>> from game.engine import Seat, legal
>>> from game.engine.examples import tiny
>>> from game.session import Session, read, verify
>>> class Case:
...     source, file, setup = "", "tiny.toml", tiny()
...     def at(self, level):
...         return self
>>> folder = Path(tempfile.mkdtemp())
>>> with Session.create(Case(), [Seat("Ane", ()), Seat("Bo", ())], 1, folder) as session:
...     _ = session.do(legal(session.state)[0])
...     session.can_undo.needs_reason
False
>>> read(session.path).history[0].action
Rally(seat=0)
>>> verify(session.path, lambda source, file: Case()).ok
True

What is exported is loaded when it is first asked for: games are listed, and the start screen shown,
without what plays and verifies them.
"""

from typing import TYPE_CHECKING

from game.exports import loading

if TYPE_CHECKING:
    from game.session.annotating import Clock, ItemDraft, SavedSession
    from game.session.annotations import (
        ActionItem,
        Annotation,
        CheckIn,
        ItemStatus,
        Note,
        Outcome,
        Tags,
        TalkedMoment,
        TalkedOf,
        Withdrawable,
        Withdrawn,
    )
    from game.session.errors import (
        CannotAddError,
        CannotContinueError,
        CannotExportError,
        EntryError,
        InUseError,
        ReadError,
        SaveError,
        SessionError,
        Trouble,
    )
    from game.session.folder import FolderEntry, inspect_file, rename_file
    from game.session.line_format import session_of
    from game.session.live import REVEALING, Session, Undoable
    from game.session.log import Log, read
    from game.session.recording import (
        RecordedStep,
        Recording,
        RoundSpan,
        open_recording,
        round_spans,
    )
    from game.session.records import (
        Bookmark,
        Decision,
        Header,
        Language,
        Origin,
        Progress,
        Record,
        Redo,
        Resumed,
        Sender,
        Timer,
        Undo,
    )
    from game.session.register_entries import (
        REGISTER_FIELDS,
        FilledBy,
        RegisterColumn,
        RegisterEntry,
        RegisterField,
        RegisterKind,
        RegisterSubject,
    )
    from game.session.summaries import (
        SessionSummary,
        read_summary,
        session_summaries,
        unfinished_sessions,
    )
    from game.session.upcasts import FORMAT
    from game.session.verification import (
        Parse,
        Playable,
        Verification,
        as_played,
        read_sound,
        verify,
    )

__all__ = [
    "FORMAT",
    "REGISTER_FIELDS",
    "REVEALING",
    "ActionItem",
    "Annotation",
    "Bookmark",
    "CannotAddError",
    "CannotContinueError",
    "CannotExportError",
    "CheckIn",
    "Clock",
    "Decision",
    "EntryError",
    "FilledBy",
    "FolderEntry",
    "Header",
    "InUseError",
    "ItemDraft",
    "ItemStatus",
    "Language",
    "Log",
    "Note",
    "Origin",
    "Outcome",
    "Parse",
    "Playable",
    "Progress",
    "ReadError",
    "Record",
    "RecordedStep",
    "Recording",
    "Redo",
    "RegisterColumn",
    "RegisterEntry",
    "RegisterField",
    "RegisterKind",
    "RegisterSubject",
    "Resumed",
    "RoundSpan",
    "SaveError",
    "SavedSession",
    "Sender",
    "Session",
    "SessionError",
    "SessionSummary",
    "Tags",
    "TalkedMoment",
    "TalkedOf",
    "Timer",
    "Trouble",
    "Undo",
    "Undoable",
    "Verification",
    "Withdrawable",
    "Withdrawn",
    "as_played",
    "inspect_file",
    "open_recording",
    "read",
    "read_sound",
    "read_summary",
    "rename_file",
    "round_spans",
    "session_of",
    "session_summaries",
    "unfinished_sessions",
    "verify",
]

_EXPORTS = {
    "annotating": "Clock ItemDraft SavedSession",
    "annotations": (
        "ActionItem Annotation CheckIn ItemStatus Note Outcome Tags TalkedMoment TalkedOf "
        "Withdrawable Withdrawn"
    ),
    "errors": (
        "CannotAddError CannotContinueError CannotExportError EntryError InUseError ReadError "
        "SaveError SessionError Trouble"
    ),
    "folder": "FolderEntry inspect_file rename_file",
    "line_format": "session_of",
    "live": "REVEALING Session Undoable",
    "log": "Log read",
    "recording": "RecordedStep Recording RoundSpan open_recording round_spans",
    "records": (
        "Bookmark Decision Header Language Origin Progress Record Redo Resumed Sender Timer Undo"
    ),
    "register_entries": (
        "REGISTER_FIELDS FilledBy RegisterColumn RegisterEntry RegisterField RegisterKind "
        "RegisterSubject"
    ),
    "summaries": "SessionSummary read_summary session_summaries unfinished_sessions",
    "upcasts": "FORMAT",
    "verification": "Parse Playable Verification as_played read_sound verify",
}
"""The modules and what of each is exported."""

if not TYPE_CHECKING:  # the checker knows the names from above, and no others
    __getattr__ = loading(__name__, _EXPORTS)


def __dir__() -> list[str]:
    return __all__
