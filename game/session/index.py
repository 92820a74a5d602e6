"""An index of saved sessions: what a list shows of each, so that a long list is there at once.

It is kept in a file of its own and may be thrown away: everything in it comes from the sessions
and is read again where a file has changed. Nothing is only there; tags stand in the sessions.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, get_type_hints

from game.engine.events import Seat, Verdict
from game.paths import as_text
from game.session.codec import decode, to_json
from game.session.errors import CodecError
from game.session.joining import joined, scanned
from game.session.locations import SavedFile
from game.session.summaries import SessionSummary, read_summary

Describe = Callable[[str, str], tuple[str, str, bool]]
"""Reads a scenario's text and file name: its title in Danish and in English, and whether it is a
group's own project."""

FILE: Final = "sessions.sqlite"
"""What the file of the index is usually called."""

VERSION: Final = 2
"""Raised when an index of before cannot be read any longer; it is then made anew."""

_KEPT_AT_ONCE: Final = 200
_PATIENCE: Final = 0.2
"""Seconds to wait for another program that is writing; then nothing is kept."""

_TABLE: Final = """
    CREATE TABLE IF NOT EXISTS sessions (
        folder TEXT, name TEXT, size INTEGER, written INTEGER, data TEXT,
        PRIMARY KEY (folder, name)
    )
"""


@dataclass(frozen=True, slots=True)
class ListedSession:
    """A session as a list shows it: its summary, without the text of its scenario.

    ``saved`` is when it was last written to, in seconds since 1970, ``played`` the seconds at the
    table. ``origin`` is the fingerprint of the game that it branched off; "": it is not known.
    ``apart``: the list has another file of this session, and both went on differently.
    """

    path: Path
    title_da: str
    title_en: str
    own_project: bool
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
    origin: str | None
    apart: bool = False

    @classmethod
    def of(cls, summary: SessionSummary, describe: Describe) -> ListedSession:
        """What a list shows of a session."""
        header = summary.header
        title_da, title_en, own_project = describe(header.scenario, header.scenario_file)
        return cls(
            path=summary.path,
            title_da=title_da,
            title_en=title_en,
            own_project=own_project,
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
            origin=None if header.origin is None else header.origin.header,
        )


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
        new = list[tuple[SavedFile, ListedSession | None]]()
        try:
            for file in joined(found):
                listed = known[file.path.parent].get(file, file)
                if isinstance(listed, SavedFile):
                    listed = self._read(file)
                    new.append((file, listed))
                    if len(new) >= _KEPT_AT_ONCE:
                        self._keep(new)
                yield file.path if listed is None else replace(listed, apart=file.apart)
            for folder, files in found.items():
                self._forget(folder, [file.path.name for file in files])
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
                "SELECT name, size, written, data FROM sessions WHERE folder = ?", (_key(folder),)
            )
            return _KnownFiles({name: (size, written, data) for name, size, written, data in rows})
        return _KnownFiles({})

    def _keep(self, new: list[tuple[SavedFile, ListedSession | None]]) -> None:
        """Write down what was read, and empty the list of it."""
        rows = [
            (
                _key(file.path.parent),
                as_text(file.path.name),
                file.size,
                file.written,
                _encoded(listed),
            )
            for file, listed in new
        ]
        new.clear()
        with suppress(sqlite3.Error), self._database:
            self._database.executemany(
                "INSERT OR REPLACE INTO sessions VALUES (?, ?, ?, ?, ?)", rows
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


@dataclass(frozen=True, slots=True)
class _KnownFiles:
    """The rows of a folder by the name of the file: its size, when it was written, and the data."""

    rows: dict[str, tuple[int, int, str]]

    def get(self, file: SavedFile, otherwise: SavedFile) -> ListedSession | SavedFile | None:
        """What is known of a file; ``otherwise`` when nothing is, or it has changed."""
        size, written, data = self.rows.get(as_text(file.path.name), (-1, -1, ""))
        if (size, written) != (file.size, file.written):
            return otherwise
        with suppress(CodecError, ValueError, TypeError, AttributeError):
            return _decoded(file.path, json.loads(data))
        return otherwise


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
    values = {name: decode(kind, raw.pop(name), name) for name, kind in _KINDS.items()}
    return ListedSession(path=path, **values)


_KINDS: Final = {
    name: kind
    for name, kind in get_type_hints(ListedSession).items()
    if name not in ("path", "apart")
}
"""The type of each field that is kept: not where the file lies, nor what lies beside it."""


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


def _prepared(file: Path | None) -> sqlite3.Connection:
    database = sqlite3.connect(file or ":memory:", timeout=_PATIENCE)
    try:
        (version,) = database.execute("PRAGMA user_version").fetchone()
        if version not in (0, VERSION):
            database.execute("DROP TABLE IF EXISTS sessions")
        database.execute(_TABLE)
        database.execute(f"PRAGMA user_version = {VERSION}")
        database.commit()
    except sqlite3.Error:
        database.close()
        raise
    return database
