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
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple, get_type_hints

from game.engine import RULES_VERSION
from game.engine.events import Ending, Seat, Verdict, ending_of
from game.engine.setup import Level
from game.frozen import frozen
from game.i18n import Lang
from game.paths import absolute_text, as_text, from_text, is_file
from game.session.codec import UnfitError, reader, to_json
from game.session.error_texts import MESSAGES
from game.session.errors import PASSING, Trouble
from game.session.folder import FolderEntry, inspect_file
from game.session.joining import Scanned, joined, scanned
from game.session.locations import SavedFile
from game.session.records import Origin
from game.session.summaries import Branch, SessionSummary, summary_to_keep
from game.session.upcasts import FORMAT

Describe = Callable[[str, str], tuple[str, str, bool, str, str]]
"""Reads a scenario's text and file name: its title in Danish and in English, whether it is a
group's own project, the id of the case, and which version it says it is."""

FILE: Final = "sessions.sqlite"
"""What the file of the index is usually called."""

VERSION: Final = 12
"""Raised when an index of before cannot be read any longer; it is then made anew."""

_EACH: Final = 1_000
"""Above every version that there will be."""
_KEPT_AT_ONCE: Final = 200
_MOST_SEATED: Final = 10_000
"""The most letters that the names and roles of a game have in the index."""
_NO_TROUBLE: Final = "null"
"""What is kept of a file that was inspected and is whole."""
_LARGEST: Final = 1 << 63
_PATIENCE: Final = 0.2
"""Seconds to wait for another program that is writing; then nothing is kept."""


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
    before: tuple[str, ...]
    round: int
    over: bool
    verdict: Verdict | None
    ended_early: bool
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
    branch: Branch | None
    repaired: bool
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
            before=summary.before,
            round=summary.round,
            over=summary.over,
            verdict=summary.verdict,
            ended_early=summary.ended_early,
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
            branch=summary.branch,
            repaired=summary.repaired,
        )

    def title(self, lang: Lang) -> str:
        """The title of the case."""
        return self.title_da if lang == "da" else self.title_en

    @property
    def ending(self) -> Ending | None:
        """How it ended; ``None`` while it goes on."""
        return None if self.verdict is None else ending_of(self.verdict, early=self.ended_early)

    @property
    def begun_at(self) -> datetime:
        """When the game in this file was begun, by the clock of where this program runs."""
        begun = self.created if self.branch is None else self.branch.begun
        return datetime.fromisoformat(begun).astimezone()


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

    def sessions(self, *places: Path) -> Iterator[ListedSession | Path]:
        """The sessions in some places, the most recently written first; else the files' paths.

        The first is their own folder; the others are folders of copies and of games that went on
        there, or files by themselves. They come one by one: those that are known at once, those
        that are new when they are read.
        """
        found = scanned(places)
        known = {folder: self._known(folder) for folder in found}
        new = list[_Row]()
        try:
            for file in joined(found):
                listed = known[file.folder].get(file, file)
                if isinstance(listed, SavedFile):
                    listed = self._read(file, new)
                if listed is not None and file.apart:
                    listed = replace(listed, apart=True)
                yield file.path if listed is None else listed
            self.forget_missing(found)
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
                    found = self._inspect(file, new)
                yield found
        finally:
            self._keep(new)

    def _read(self, file: SavedFile, new: list[_Row]) -> ListedSession | None:
        try:
            summary = summary_to_keep(file.path)
        except OSError:
            return None
        listed = None if summary is None else ListedSession.of(summary, self._describe)
        self._add(_Row.of(file, listed), new)
        return listed

    def _inspect(self, file: SavedFile, new: list[_Row]) -> InspectedSession:
        found = InspectedSession.of(inspect_file(file.path), self._describe)
        if found.trouble is None or found.trouble.code not in PASSING:
            self._add(_Row.of(file, found.session, _trouble_kept(found.trouble)), new)
        return found

    # ------------------------------------------------------------------ the file
    def _known(self, folder: Path) -> _KnownFiles:
        """What is kept of a folder's files; those that are no sessions are kept as that."""
        with suppress(sqlite3.Error):
            rows = map(_Row.read, self._database.execute(_SELECT, (absolute_text(folder),)))
            return _KnownFiles({row.name: row for row in rows})
        return _KnownFiles({})

    def _add(self, row: _Row, new: list[_Row]) -> None:
        new.append(row)
        if len(new) >= _KEPT_AT_ONCE:
            self._keep(new)

    def _keep(self, new: list[_Row]) -> None:
        """Write down what was read, and empty the list of it."""
        rows = [row for row in new if row.can_be_kept]
        new.clear()
        with suppress(sqlite3.Error), self._database:
            self._database.executemany(_INSERT, [(*row[:_FIRST], *row.kept) for row in rows])

    def forget_missing(self, found: Scanned) -> None:
        """Forget what is no longer there, where was looked through and elsewhere.

        A game that somebody deleted leaves no names of players behind.
        """
        there = {
            absolute_text(folder): [file.name for file in files] for folder, files in found.items()
        }
        for folder, names in [*there.items(), *self._elsewhere(there)]:
            self._forget(folder, names)

    def _elsewhere(self, known: Mapping[str, object]) -> Iterator[tuple[str, list[str]]]:
        """The other folders of which files are kept, and which of these are still there."""
        with suppress(sqlite3.Error, TypeError, AttributeError):
            kept = self._database.execute("SELECT folder, name FROM sessions").fetchall()
            for folder in {folder for folder, _ in kept if folder not in known}:
                names = [from_text(name).name for place, name in kept if place == folder]
                yield folder, [name for name in names if is_file(from_text(folder) / name)]

    def _forget(self, folder: str, names: Sequence[str]) -> None:
        """Forget files of a folder other than these."""
        there = json.dumps([as_text(name) for name in names])
        with suppress(sqlite3.Error), self._database:
            self._database.execute(
                "DELETE FROM sessions WHERE folder = ? AND name NOT IN"
                " (SELECT value FROM json_each(?))",
                (folder, there),
            )

    def close(self) -> None:
        """Close the file."""
        self._database.close()


class _Row(NamedTuple):
    """A row of the table: which file, its size and when it was written, and what is known of it.

    ``kept`` are the fields of a session, each in a column; none of a file that is no session.
    """

    folder: str
    name: str
    size: int
    written: int
    trouble: str | None
    kept: tuple[Any, ...]

    @classmethod
    def of(cls, file: SavedFile, listed: ListedSession | None, trouble: str | None = None) -> _Row:
        """The row of a file."""
        place = absolute_text(file.folder), as_text(file.name)
        return cls(*place, file.size, file.written, trouble, _encoded(listed))

    @property
    def can_be_kept(self) -> bool:
        """Whether a table can hold its numbers: a file may say any, and be of any time."""
        numbers = (self.size, self.written, *self.kept)
        return all(-_LARGEST <= n < _LARGEST for n in numbers if isinstance(n, int))

    @classmethod
    def read(cls, row: tuple[Any, ...]) -> _Row:
        """The row that stands in the table."""
        folder, name, size, written, trouble = row[:_FIRST]
        return cls(folder, name, size, written, trouble, row[_FIRST:])


@frozen
class _KnownFiles:
    """The rows of a folder by the names of the files."""

    rows: Mapping[str, _Row]

    def get(self, file: SavedFile, otherwise: SavedFile) -> ListedSession | SavedFile | None:
        """What is known of a file; ``otherwise`` when nothing is, or it has changed."""
        row = self._row(file)
        with suppress(*_SPOILT):
            return otherwise if row is None else _decoded(file.path, row.kept)
        return otherwise

    def inspected(self, file: SavedFile) -> InspectedSession | None:
        """What is known of a file that was inspected; ``None`` when it was not, or has changed."""
        row = self._row(file)
        if row is None or row.trouble is None:
            return None
        with suppress(*_SPOILT):
            path = file.path
            return InspectedSession(path, _decoded(path, row.kept), _trouble(row.trouble))
        return None

    def _row(self, file: SavedFile) -> _Row | None:
        row = self.rows.get(as_text(file.name))
        same = row is not None and (row.size, row.written) == (file.size, file.written)
        return row if same else None


def _encoded(listed: ListedSession | None) -> tuple[Any, ...]:
    if listed is None:
        return _NO_SESSION
    values = {name: getattr(listed, name) for name in _KINDS}
    values["seats"] = [[seat.name, *seat.roles] for seat in listed.seats]
    return tuple(
        json.dumps(to_json(value), ensure_ascii=False) if name in _DEEP else value
        for name, value in values.items()
    )


def _decoded(path: Path, kept: tuple[Any, ...]) -> ListedSession | None:
    """A row again; strictly, since whoever can write the file could have put anything there."""
    if kept == _NO_SESSION:
        return None
    return ListedSession(
        path, *[read(value, "") for read, value in zip(_READERS, kept, strict=True)]
    )


def _trouble_kept(trouble: Trouble | None) -> str | None:
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


_SPOILT: Final = (UnfitError, ValueError, TypeError, AttributeError, RecursionError)
"""What may come of a row that somebody else has written."""
_KINDS: Final = {
    name: kind
    for name, kind in get_type_hints(ListedSession).items()
    if name not in ("path", "apart")
}
"""The type of each field that is kept: not where the file lies, nor what lies beside it."""
_DEEP: Final = ("seats", "before", "tags", "origin", "branch")
"""The fields that are kept as JSON; all others are values that a column can hold."""
_NO_SESSION: Final = (None,) * len(_KINDS)


def _reader(name: str, kind: Any) -> Callable[[Any, str], Any]:
    """What reads a field from its column."""
    read = reader(kind)
    if name == "seats":
        return _seats
    if kind is bool:  # which SQLite keeps as a number
        return lambda raw, where: read({0: False, 1: True}.get(raw, raw), where)
    if name not in _DEEP:
        return read

    @lru_cache(maxsize=1_000)  # most games have no tags and no origin
    def read_deep(raw: str, where: str) -> Any:
        return read(json.loads(raw), where)

    return read_deep


def _seats(raw: str, _where: str) -> tuple[Seat, ...]:
    """The seats of a game, each a list of its name and its roles: most of what a row has to say."""
    rows: list[list[str]] = json.loads(raw[:_MOST_SEATED])
    if not all(type(row) is list for row in rows):
        raise TypeError(raw)
    "".join([text for row in rows for text in row]).encode()  # nothing but texts that can be shown
    return tuple([Seat(name, tuple(roles)) for name, *roles in rows])


_READERS: Final = tuple(_reader(name, kind) for name, kind in _KINDS.items())
_IN_USE: Final = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_FIRST: Final = len(_Row._fields) - 1
"""The columns before those of a session's fields."""
_COLUMNS: Final = ", ".join((*_Row._fields[:_FIRST], *_KINDS))
"""``trouble`` is empty in a row of a file that was read without being inspected."""
_TABLE: Final = f"CREATE TABLE IF NOT EXISTS sessions ({_COLUMNS}, PRIMARY KEY (folder, name))"
_INSERT: Final = f"INSERT OR REPLACE INTO sessions VALUES (?{', ?' * _COLUMNS.count(',')})"
_SELECT: Final = f"SELECT {_COLUMNS} FROM sessions WHERE folder = ?"


def _opened(file: Path | None) -> sqlite3.Connection:
    """The database; made anew where it is spoilt, in memory where that fails, too, or it is in use.

    Another program that uses it goes on with it.
    """
    if file is not None:
        for _ in range(2):
            try:
                file.parent.mkdir(parents=True, exist_ok=True)
                return _prepared(file)
            except OSError:
                break
            except sqlite3.Error as error:
                if getattr(error, "sqlite_errorcode", 0) in _IN_USE:
                    break
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
        database.execute("PRAGMA secure_delete = ON")  # else names stay in what is free
        (maker,) = database.execute("PRAGMA user_version").fetchone()
        if maker != made_by():
            database.execute("DROP TABLE IF EXISTS sessions")
            database.execute("VACUUM")
            database.execute(f"PRAGMA user_version = {made_by()}")
        database.execute(_TABLE)
        database.commit()
    except sqlite3.Error:
        database.close()
        raise
    return database
