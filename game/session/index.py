"""An index of saved sessions: what a list shows of each, so that a long list is there at once.

It is kept in a file of its own and may be thrown away: everything in it comes from the sessions
and is read again where a file has changed, as its size and its time say. Nothing is only there;
tags stand in the sessions.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final, NamedTuple, get_type_hints

from game.engine import RULES_VERSION
from game.engine.events import Seat, Verdict
from game.engine.setup import Level
from game.frozen import frozen
from game.i18n import Lang
from game.paths import as_text
from game.session.codec import fields_reader, to_json
from game.session.errors import MESSAGES, CodecError, Trouble
from game.session.folder import FolderEntry, inspect_file
from game.session.joining import joined, scanned
from game.session.locations import SavedFile
from game.session.records import Origin
from game.session.summaries import SessionSummary, read_summary
from game.session.upcasts import FORMAT

Describe = Callable[[str, str], tuple[str, str, bool, str, str]]
"""Reads a scenario's text and file name: its title in Danish and in English, whether it is a
group's own project, the id of the case, and which version it says it is."""

FILE: Final = "sessions.sqlite"
"""What the file of the index is usually called."""

VERSION: Final = 4
"""Raised when an index of before cannot be read any longer; it is then made anew."""

_EACH: Final = 1_000
"""Above every version that there will be."""
_KEPT_AT_ONCE: Final = 200
_NO_TROUBLE: Final = "null"
"""What is kept of a file that was inspected and is whole."""
_PATIENCE: Final = 0.2
"""Seconds to wait for another program that is writing; then nothing is kept."""

_TABLE: Final = """
    CREATE TABLE IF NOT EXISTS sessions (
        folder TEXT, name TEXT, size INTEGER, written INTEGER, data TEXT, trouble TEXT,
        PRIMARY KEY (folder, name)
    )
"""
"""``trouble`` is empty in a row of a file that was read without being inspected."""


@frozen
class ListedSession:
    """A session as a list shows it: its summary, without the text of its scenario.

    ``saved`` is when it was last written to, in seconds since 1970, ``played`` the seconds at the
    table. ``apart``: the list has another file of this session, and both went on differently.
    """

    path: Path
    title_da: str
    title_en: str
    own_project: bool
    case_id: str
    case_version: str
    created: str
    saved: float
    seats: tuple[Seat, ...]
    round: int
    over: bool
    verdict: Verdict | None
    decisions: int
    played: float
    tags: tuple[str, ...]
    scenario_hash: str
    scenario_file: str
    fingerprint: str
    origin: Origin | None
    lang: Lang
    rules: int
    level: Level | None
    anonymised: bool
    apart: bool = False

    @classmethod
    def of(cls, summary: SessionSummary, describe: Describe) -> ListedSession:
        """What a list shows of a session."""
        header = summary.header
        title_da, title_en, own_project, case_id, version = describe(
            header.scenario, header.scenario_file
        )
        return cls(
            path=summary.path,
            title_da=title_da,
            title_en=title_en,
            own_project=own_project,
            case_id=case_id,
            case_version=version,
            created=header.created,
            saved=summary.saved,
            seats=summary.seats,
            round=summary.round,
            over=summary.over,
            verdict=summary.verdict,
            decisions=summary.decisions,
            played=summary.played,
            tags=summary.tags,
            scenario_hash=header.scenario_hash,
            scenario_file=header.scenario_file,
            fingerprint=summary.fingerprint,
            origin=header.origin,
            lang=header.lang,
            rules=header.rules,
            level=header.level,
            anonymised=header.anonymised,
        )

    def title(self, lang: Lang) -> str:
        """The title of the case."""
        return self.title_da if lang == "da" else self.title_en

    @property
    def begun_at(self) -> datetime:
        """When the game was begun, by the clock of where this program runs."""
        return datetime.fromisoformat(self.created).astimezone()


@frozen
class InspectedSession:
    """A file as a list shows it that checks every byte: the session, and what is wrong with it.

    Without a ``session`` the file cannot be opened; see :class:`game.session.FolderEntry`.
    """

    path: Path
    session: ListedSession | None
    trouble: Trouble | None

    @classmethod
    def of(cls, entry: FolderEntry, describe: Describe) -> InspectedSession:
        """What a list shows of a file that was inspected."""
        summary = entry.summary
        listed = None if summary is None else ListedSession.of(summary, describe)
        return cls(entry.path, listed, entry.trouble)


class SessionIndex:
    """An index of sessions, kept in a file; without one, or with one in use, in memory only."""

    def __init__(self, file: Path | None, describe: Describe) -> None:
        self._database = _opened(file)
        self._describe = describe

    def sessions(self, *folders: Path) -> Iterator[ListedSession | Path]:
        """The sessions in some folders, the most recently written first; else the files' paths.

        The first folder is their own, in the others are copies and games that went on there. They
        come one by one: those that are known at once, those that are new when they are read.
        """
        found = scanned(folders)
        known = {folder: self._known(folder) for folder in folders}
        new = list[_Row]()
        try:
            for file in joined(found):
                listed = known[file.folder].get(file, file)
                if isinstance(listed, SavedFile):
                    listed = self._read(file)
                    new.append(_Row.of(file, listed))
                    if len(new) >= _KEPT_AT_ONCE:
                        self._keep(new)
                if listed is not None and file.apart:
                    listed = replace(listed, apart=True)
                yield file.path if listed is None else listed
            for folder, files in found.items():
                self._forget(folder, [file.name for file in files])
        finally:
            self._keep(new)

    def inspected(self, files: Iterable[SavedFile]) -> Iterator[InspectedSession]:
        """These files, each inspected unless it was before and has not changed since."""
        known: dict[Path, _KnownFiles] = {}
        new = list[_Row]()
        try:
            for file in files:
                if file.folder not in known:
                    known[file.folder] = self._known(file.folder)
                found = known[file.folder].inspected(file)
                if found is None:
                    found = InspectedSession.of(inspect_file(file.path), self._describe)
                    new.append(_Row.of(file, found.session, _told(found.trouble)))
                    if len(new) >= _KEPT_AT_ONCE:
                        self._keep(new)
                yield found
        finally:
            self._keep(new)

    def _read(self, file: SavedFile) -> ListedSession | None:
        summary = read_summary(file.path)
        return None if summary is None else ListedSession.of(summary, self._describe)

    # ------------------------------------------------------------------ the file
    def _known(self, folder: Path) -> _KnownFiles:
        """What is kept of a folder's files; those that are no sessions are kept as that."""
        with suppress(sqlite3.Error):
            rows = self._database.execute(
                "SELECT * FROM sessions WHERE folder = ?", (_key(folder),)
            )
            return _KnownFiles({row.name: row for row in map(_Row._make, rows)})
        return _KnownFiles({})

    def _keep(self, new: list[_Row]) -> None:
        """Write down what was read, and empty the list of it."""
        rows = list(new)
        new.clear()
        with suppress(sqlite3.Error), self._database:
            self._database.executemany(
                "INSERT OR REPLACE INTO sessions VALUES (?, ?, ?, ?, ?, ?)", rows
            )

    def _forget(self, folder: Path, names: Sequence[str]) -> None:
        """Forget files of a folder that are no longer there."""
        there = json.dumps([as_text(name) for name in names])
        with suppress(sqlite3.Error), self._database:
            self._database.execute(
                "DELETE FROM sessions WHERE folder = ? AND name NOT IN"
                " (SELECT value FROM json_each(?))",
                (_key(folder), there),
            )

    def close(self) -> None:
        """Close the file."""
        self._database.close()


class _Row(NamedTuple):
    """A row of the table: which file, its size and when it was written, and what is known of it."""

    folder: str
    name: str
    size: int
    written: int
    data: str
    trouble: str | None

    @classmethod
    def of(cls, file: SavedFile, listed: ListedSession | None, trouble: str | None = None) -> _Row:
        """The row of a file."""
        place = _key(file.folder), as_text(file.name)
        return cls(*place, file.size, file.written, _encoded(listed), trouble)


@frozen
class _KnownFiles:
    """The rows of a folder by the names of the files."""

    rows: Mapping[str, _Row]

    def get(self, file: SavedFile, otherwise: SavedFile) -> ListedSession | SavedFile | None:
        """What is known of a file; ``otherwise`` when nothing is, or it has changed."""
        row = self._row(file)
        with suppress(*_SPOILT):
            return otherwise if row is None else _decoded(file.path, json.loads(row.data))
        return otherwise

    def inspected(self, file: SavedFile) -> InspectedSession | None:
        """What is known of a file that was inspected; ``None`` when it was not, or has changed."""
        row = self._row(file)
        if row is None or row.trouble is None:
            return None
        with suppress(*_SPOILT):
            path = file.path
            listed = _decoded(path, json.loads(row.data))
            return InspectedSession(path, listed, _trouble(row.trouble))
        return None

    def _row(self, file: SavedFile) -> _Row | None:
        row = self.rows.get(as_text(file.name))
        same = row is not None and (row.size, row.written) == (file.size, file.written)
        return row if same else None


def _key(folder: Path) -> str:
    return as_text(str(folder.absolute()))


def _encoded(listed: ListedSession | None) -> str:
    if listed is None:
        return "null"
    kept = {name: value for name, value in to_json(listed).items() if name in _KINDS}
    return json.dumps(kept, ensure_ascii=False)


def _decoded(path: Path, raw: Any) -> ListedSession | None:
    """A row again; strictly, since whoever can write the file could have put anything there."""
    if raw is None:
        return None
    return ListedSession(path=path, **_read_fields(raw))


def _told(trouble: Trouble | None) -> str | None:
    """What is wrong with a file, as it is kept; ``None`` for what cannot be."""
    if trouble is None:
        return _NO_TROUBLE
    with suppress(TypeError, ValueError):
        return json.dumps([trouble.code, trouble.line, dict(trouble.params)], ensure_ascii=False)
    return None


def _trouble(kept: str) -> Trouble | None:
    """The same again; strictly, as rows are."""
    if kept == _NO_TROUBLE:
        return None
    code, line, params = json.loads(kept)
    if code not in MESSAGES or type(line) is not int or type(params) is not dict:
        raise ValueError(code)
    return Trouble(code, line, params)


_SPOILT: Final = (CodecError, ValueError, TypeError, AttributeError)
"""What may come of a row that somebody else has written."""
_KINDS: Final = {
    name: kind
    for name, kind in get_type_hints(ListedSession).items()
    if name not in ("path", "apart")
}
"""The type of each field that is kept: not where the file lies, nor what lies beside it."""
_read_fields: Final = fields_reader(_KINDS)


def _opened(file: Path | None) -> sqlite3.Connection:
    """The database; made anew where it is not usable, in memory where that fails, too."""
    if file is not None:
        for _ in range(2):
            with suppress(sqlite3.Error, OSError):
                file.parent.mkdir(parents=True, exist_ok=True)
                return _prepared(file)
            with suppress(OSError):
                file.unlink(missing_ok=True)
    return _prepared(None)


def made_by() -> int:
    """What an index was made by, as one number.

    What is too new for a program is not for the next one: the formats and rules that it knows count
    as much as what the table looks like.
    """
    return (VERSION * _EACH + FORMAT) * _EACH + RULES_VERSION


def _prepared(file: Path | None) -> sqlite3.Connection:
    database = sqlite3.connect(file or ":memory:", timeout=_PATIENCE)
    try:
        (maker,) = database.execute("PRAGMA user_version").fetchone()
        if maker not in (0, made_by()):
            database.execute("DROP TABLE IF EXISTS sessions")
        database.execute(_TABLE)
        database.execute(f"PRAGMA user_version = {made_by()}")
        database.commit()
    except sqlite3.Error:
        database.close()
        raise
    return database
