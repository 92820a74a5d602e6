"""Facts are kept by file: what has not changed is not read again, and nothing depends on it."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import duckdb
import pytest

from game.i18n import words
from game.portfolio import PortfolioError, store
from game.portfolio.batches import read_batches
from game.portfolio.store import FactStore
from game.portfolio.walking import session_files


def read_all(kept: FactStore, folder: Path) -> int:
    """Read what is new; returns how many files that were."""
    unread = kept.find(session_files([folder]))
    for batch in read_batches(unread, 1):
        kept.add(batch)
    kept.forget_missing([folder])
    return len(unread)


def rows(kept: FactStore, table: str = "sessions") -> int:
    return len(kept.connection.execute(f"SELECT * FROM {table}").fetchall())


@pytest.fixture
def fresh_version() -> Iterator[None]:
    """The version is found out anew, and afterwards again."""
    store.version.cache_clear()
    yield
    store.version.cache_clear()


# ------------------------------------------------------------------ which files
def test_files_are_found_below_folders_once_in_order(tmp_path: Path) -> None:
    for name in ("b/two.jsonl", "a/one.jsonl", "a/notes.txt", "three.jsonl"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    (tmp_path / "a" / "round").symlink_to(tmp_path, target_is_directory=True)
    found = session_files([tmp_path, tmp_path / "a"])
    names = [str(Path(file.path).relative_to(tmp_path)) for file in found]
    assert names == [os.path.join("a", "one.jsonl"), os.path.join("b", "two.jsonl"), "three.jsonl"]
    assert all(file.size == 1 for file in found)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(PortfolioError, match="There is no folder"):
        session_files([tmp_path / "nowhere"])


# ------------------------------------------------------------------ what is kept
def test_only_what_is_new_or_has_changed_is_read_again(sessions: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache" / "facts.duckdb"
    kept = FactStore(cache)
    assert read_all(kept, sessions) == 2
    kept.close()
    kept = FactStore(cache)
    assert read_all(kept, sessions) == 0
    changed, gone = sorted(sessions.rglob("*.jsonl"))
    changed.write_bytes(changed.read_bytes() + b"\n")
    gone.unlink()
    assert read_all(kept, sessions) == 1
    assert rows(kept) == 1 - len(kept.troubles())
    assert rows(kept, "files") == 1
    kept.close()


def test_what_is_wrong_with_a_file_is_kept_too(sessions: Path, tmp_path: Path) -> None:
    (sessions / "junk.jsonl").write_bytes(b"junk")
    cache = tmp_path / "facts.duckdb"
    for read in (3, 0):
        kept = FactStore(cache)
        assert read_all(kept, sessions) == read
        ((path, message),) = kept.troubles()
        assert path == sessions / "junk.jsonl"
        told = message.translate(words("en"))
        assert told.startswith("junk.jsonl is not a session of Gevinstbordet.")
        kept.close()


def test_a_file_that_is_no_store_is_replaced(sessions: Path, tmp_path: Path) -> None:
    cache = tmp_path / "facts.duckdb"
    cache.write_bytes(b"not a database" * 1000)
    kept = FactStore(cache)
    assert read_all(kept, sessions) == 2
    kept.close()
    kept = FactStore(cache)
    assert read_all(kept, sessions) == 0
    kept.close()


def test_a_file_that_another_run_uses_is_left_to_it(
    sessions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever version of the program that is; a second run reads all by itself."""
    cache = tmp_path / "facts.duckdb"
    first = FactStore(cache)
    for version in (store.version(), "another"):
        monkeypatch.setattr(store, "version", partial(str, version))
        second = FactStore(cache)
        assert read_all(second, sessions) == 2
        assert rows(second) == 2
        second.close()
    assert read_all(first, sessions) == 2
    first.close()
    monkeypatch.undo()
    kept = FactStore(cache)
    assert read_all(kept, sessions) == 0
    kept.close()


def test_what_another_program_read_is_not_used(
    sessions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "facts.duckdb"
    kept = FactStore(cache)
    assert read_all(kept, sessions) == 2
    kept.close()
    monkeypatch.setattr(store, "version", lambda: "another")
    kept = FactStore(cache)
    assert read_all(kept, sessions) == 2
    kept.close()


def test_without_a_place_to_keep_it_everything_is_read(sessions: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    kept = FactStore(tmp_path / "file" / "facts.duckdb")
    assert read_all(kept, sessions) == 2
    kept.close()


def test_nothing_is_fetched_and_memory_is_bounded() -> None:
    kept = FactStore()
    settings = dict(kept.connection.execute("SELECT name, value FROM duckdb_settings()").fetchall())
    assert settings["autoinstall_known_extensions"] == settings["autoload_known_extensions"]
    assert settings["autoinstall_known_extensions"] == "false"
    assert settings["memory_limit"].startswith("488")  # MiB: 512 MB
    with pytest.raises(duckdb.Error):
        kept.connection.execute("SELECT * FROM read_xlsx('x.xlsx')")


def test_a_file_that_could_not_be_opened_is_read_the_next_time(
    sessions: Path, tmp_path: Path, locked: list[Path]
) -> None:
    busy, _ = sorted(sessions.rglob("*.jsonl"))
    locked.append(busy)
    kept = FactStore(tmp_path / "facts.duckdb")
    assert read_all(kept, sessions) == 2
    ((path, message),) = kept.troubles()
    assert (path, rows(kept)) == (busy, 1)
    assert "cannot be opened" in message.translate(words("en"))
    locked.clear()
    assert read_all(kept, sessions) == 1
    assert (kept.troubles(), rows(kept)) == ([], 2)
    assert read_all(kept, sessions) == 0
    kept.close()


def test_only_what_lies_below_a_folder_is_missed_there(sessions: Path, tmp_path: Path) -> None:
    """Not what lies in a folder beside it whose name begins like its own."""
    beside = sessions.with_name(f"{sessions.name}2")
    shutil.copytree(sessions, beside)
    kept = FactStore()
    assert read_all(kept, beside) == 2
    assert read_all(kept, sessions / ".." / sessions.name) == 2
    assert read_all(kept, beside) == 0
    shutil.rmtree(beside)
    beside.mkdir()
    read_all(kept, sessions / ".." / beside.name)
    assert rows(kept, "files") == 2
    kept.close()


def test_the_version_is_that_of_the_program_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh_version: None
) -> None:
    """One that was built has no modules beside it, and its text in its executable."""
    versions = [store.version()]
    program = tmp_path / "gevinst"
    for content in (b"one", b"another"):
        program.write_bytes(content)
        monkeypatch.setattr(sys, "frozen", True, raising=False)
        monkeypatch.setattr(sys, "executable", str(program))
        store.version.cache_clear()
        versions.append(store.version())
    assert len(set(versions)) == 3
    assert all(len(version) == 64 for version in versions)
