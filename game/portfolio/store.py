"""The store of facts: a DuckDB database among the program's own files, which may be thrown away.

Each file's facts stay in it for as long as the file is the same, so that a second run reads only
what is new. DuckDB does the sums as well: in a bounded amount of memory, and beyond that on disk.
Whatever stands in a session reaches it as a value, never as a part of a statement.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import duckdb

import game
from game.i18n.message import Message
from game.locking import claim
from game.paths import as_text, from_text
from game.portfolio.batches import Batch, NumberedFile, message_json, message_of
from game.portfolio.facts import TABLES, column_types
from game.portfolio.walking import FoundFile

MEMORY: Final = "512MB"
"""How much memory the sums may take; what needs more goes to disk."""

_SETTINGS: Final[dict[str, str | bool | int | float | list[str]]] = {
    "memory_limit": MEMORY,
    "autoinstall_known_extensions": False,  # nothing is ever fetched from the network
    "autoload_known_extensions": False,
}
_FOUND: Final = {"path": "VARCHAR", "size": "BIGINT", "written": "BIGINT", "inode": "UBIGINT"}
_PROGRAM: Final = (
    *("anonymity", "content", "debrief", "engine", "i18n"),
    *("portfolio", "report", "session", "wording"),
)
"""The packages by which facts are made: with other ones, facts that were kept are no good."""


class FactStore:
    """Facts of sessions by file. Without a ``path`` they are kept in memory only.

    A file that is damaged or another program's is replaced: it holds nothing that cannot be read
    again. One that another run uses is left to it, and done without.
    """

    def __init__(self, path: Path | None = None) -> None:
        # DuckDB says no other of a file in use than of a damaged one, so this is asked before.
        self._claim = None if path is None else claim(path)
        self.connection = _opened(None if self._claim is None else path)

    def close(self) -> None:
        """Close the database, and leave its file to others."""
        self.connection.close()
        if self._claim is not None:
            os.close(self._claim)
            self._claim = None

    # ------------------------------------------------------------------ files
    def find(self, files: Sequence[FoundFile]) -> list[NumberedFile]:
        """Take these files for those that are there; returns the ones that are still to be read.

        Facts of files that have changed are forgotten.
        """
        c = self.connection
        c.execute("CREATE OR REPLACE TEMP TABLE found AS " + _unnested(_FOUND), [_json(files)])
        c.execute(
            "CREATE OR REPLACE TEMP TABLE changed AS SELECT file FROM files JOIN found USING (path)"
            " WHERE (files.size, files.written, files.inode)"
            " IS DISTINCT FROM (found.size, found.written, found.inode)"
        )
        self._forget("SELECT file FROM changed")
        c.execute(
            "INSERT INTO files SELECT (SELECT coalesce(max(file), 0) FROM files)"
            " + row_number() OVER (ORDER BY path), path, size, written, inode, false, NULL"
            " FROM found WHERE path NOT IN (SELECT path FROM files)"
        )
        unread = "SELECT file, path FROM files JOIN found USING (path) WHERE NOT read ORDER BY path"
        return c.execute(unread).fetchall()

    def _forget(self, files: str) -> None:
        for table in (*TABLES, "files"):
            self.connection.execute(f"DELETE FROM {table} WHERE file IN ({files})")

    def forget_missing(self, folders: Sequence[Path]) -> None:
        """Forget files below these folders that are no longer there."""
        for folder in folders:
            below = [as_text(os.path.join(os.path.abspath(folder), ""))]  # not a folder beside it
            self.connection.execute(
                "CREATE OR REPLACE TEMP TABLE gone AS SELECT file FROM files"
                " WHERE starts_with(path, ?) AND path NOT IN (SELECT path FROM found)",
                below,
            )
            self._forget("SELECT file FROM gone")

    def add(self, batch: Batch) -> None:
        """Keep what was read of some files."""
        c = self.connection
        c.begin()
        for name, rows in batch.rows.items():
            c.execute(f"INSERT INTO {name} " + _unnested(_columns(name)), [rows])
        read = "UPDATE files SET read = true, trouble = NULL WHERE list_contains(?::BIGINT[], file)"
        c.execute(read, [batch.files])
        for file, message in batch.troubles:
            told = message_json(message)
            c.execute("UPDATE files SET trouble = ? WHERE file = ?", [told, file])
        c.commit()

    def troubles(self) -> list[tuple[Path, Message]]:
        """The files that cannot be counted, and why, in order of their paths."""
        rows = self.connection.execute(
            "SELECT path, trouble FROM files JOIN found USING (path)"
            " WHERE trouble IS NOT NULL ORDER BY path"
        ).fetchall()
        return [(from_text(path), message_of(told)) for path, told in rows]


# ------------------------------------------------------------------ the database
def _opened(path: Path | None) -> duckdb.DuckDBPyConnection:
    """The database in a file that nobody else uses, anew where it is not usable; or in memory."""
    if path is None:
        return _prepared(duckdb.connect(config=_SETTINGS))
    with suppress(duckdb.Error, OSError):
        connection = duckdb.connect(path, config=_SETTINGS)
        if _version_in(connection) in (None, version()):
            return _prepared(connection)
        connection.close()
    with suppress(duckdb.Error, OSError):
        path.unlink(missing_ok=True)
        return _prepared(duckdb.connect(path, config=_SETTINGS))
    return _prepared(duckdb.connect(config=_SETTINGS))


def _version_in(connection: duckdb.DuckDBPyConnection) -> str | None:
    """The version of the program that wrote a database; ``None`` for a new one."""
    known = connection.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = 'program'")
    if known.fetchone() is None:
        return None
    row = connection.execute("SELECT version FROM program").fetchone()
    return "" if row is None else str(row[0])


@cache
def version() -> str:
    """What identifies the program that makes facts: its own text."""
    hashed = sha256(duckdb.__version__.encode())
    for source in _program_files():
        hashed.update(source.read_bytes())
    return hashed.hexdigest()


def _program_files() -> Iterator[Path]:
    """The files in which the program stands; one that was built has it in its executable."""
    if getattr(sys, "frozen", False):
        yield Path(sys.executable)
        return
    for package in _PROGRAM:
        yield from sorted(Path(game.__path__[0], package).rglob("*.py"))


def _prepared(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """A database with all tables."""
    connection.execute("CREATE TABLE IF NOT EXISTS program (version VARCHAR)")
    if connection.execute("SELECT 1 FROM program").fetchone() is None:
        connection.execute("INSERT INTO program VALUES (?)", [version()])
    _create(connection, "files", {"file": "BIGINT", **_FOUND, "read": "BOOLEAN", "trouble": "JSON"})
    for name in TABLES:
        _create(connection, name, _columns(name))
    return connection


def _create(connection: duckdb.DuckDBPyConnection, name: str, columns: dict[str, str]) -> None:
    spelt = ", ".join(f"{column} {type_}" for column, type_ in columns.items())
    connection.execute(f"CREATE TABLE IF NOT EXISTS {name} ({spelt})")


def _columns(table: str) -> dict[str, str]:
    return {"file": "BIGINT", **column_types(TABLES[table])}


def _unnested(columns: dict[str, str]) -> str:
    """A query of the rows in a parameter, a JSON list of objects."""
    structure = json.dumps([{name: _json_type(type_) for name, type_ in columns.items()}])
    return f"SELECT unnest(from_json(?::JSON, '{structure}'), max_depth := 2)"


def _json_type(type_: str) -> Any:
    return [type_.removesuffix("[]")] if type_.endswith("[]") else type_


def _json(files: Sequence[FoundFile]) -> str:
    return json.dumps([{name: getattr(file, name) for name in _FOUND} for file in files])
