"""Sessions: a game written down line by line, read again, verified, continued.

>>> import tempfile
>>> from pathlib import Path
>>> from game.engine import Seat, legal
>>> from game.engine.examples import tiny
>>> from game.session import Session, read, verify
>>> class Case:
...     source, file, setup = "", "tiny.toml", tiny()
>>> folder = Path(tempfile.mkdtemp())
>>> with Session.create(Case(), [Seat("Ane", ()), Seat("Bo", ())], 1, folder) as session:
...     _ = session.do(legal(session.state)[0])
...     session.can_undo.needs_reason
False
>>> read(session.path).history[0].action
Rally(seat=0)
>>> verify(session.path, lambda source, file: Case()).ok
True
"""

from game.session.annotating import Afterwards, Clock
from game.session.annotations import Added, CheckIn, Note, Outcome
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
from game.session.folder import Shelved, rename, shelf, shelved
from game.session.live import REVEALING, Session, Undoable
from game.session.log import Log, fold, read
from game.session.recording import Segment, Step, Viewing, segments, view
from game.session.records import (
    Bookmark,
    Decision,
    Header,
    Language,
    Origin,
    Record,
    Redo,
    Resumed,
    Standing,
    Timer,
    Undo,
)
from game.session.summaries import Glance, glance, sessions, unfinished
from game.session.upcasts import FORMAT
from game.session.verification import Parse, Playable, Verification, verify

__all__ = [
    "FORMAT",
    "REVEALING",
    "Added",
    "Afterwards",
    "Bookmark",
    "CannotAddError",
    "CannotContinueError",
    "CannotExportError",
    "CheckIn",
    "Clock",
    "Decision",
    "EntryError",
    "Glance",
    "Header",
    "InUseError",
    "Language",
    "Log",
    "Note",
    "Origin",
    "Outcome",
    "Parse",
    "Playable",
    "ReadError",
    "Record",
    "Redo",
    "Resumed",
    "SaveError",
    "Segment",
    "Session",
    "SessionError",
    "Shelved",
    "Standing",
    "Step",
    "Timer",
    "Trouble",
    "Undo",
    "Undoable",
    "Verification",
    "Viewing",
    "fold",
    "glance",
    "read",
    "rename",
    "segments",
    "sessions",
    "shelf",
    "shelved",
    "unfinished",
    "verify",
    "view",
]
