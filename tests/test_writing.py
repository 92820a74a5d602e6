"""Files are written whole, durably and patiently, everywhere in the game."""

from __future__ import annotations

import ast
import errno
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest

from game import writing
from game.cli.commands.schema import write_schema
from game.cli.files import replace_file
from game.content import own_project
from game.content.rewriting import rewrite
from game.gui.preferences import Preferences, PreferencesFile
from game.i18n import words
from game.i18n.message import MessageError
from game.phones.keeping import Keeper
from game.phones.room import Room
from tests.architecture import ROOT
from tests.folders import contents, visible
from tests.stopping import KilledError, stop_at

OLD, NEW = b"old", b"what is new"

WRITERS: dict[str, Callable[[Path], object]] = {
    "any file": lambda path: writing.write(path, NEW),
    "a case in the editor": lambda path: own_project.save("new", "", path.parent, path),
    "a case that is mended": lambda path: rewrite(path, OLD, NEW),
    "a file by --force": lambda path: replace_file(path, NEW, force=True),
    "a schema": lambda path: write_schema(words("en"), path, force=True),
    "settings": lambda path: PreferencesFile(path, Preferences).write(Preferences()),
    "a room of phones": lambda path: Keeper(Room(), path.parent, path.stem),
    "a set of files": lambda path: writing.exchange(path.parent, {path.name: NEW}),
}
each_writer = pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS.keys())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file that is there already, in a folder where nothing else is."""
    path = tmp_path / "it.json"
    path.write_bytes(OLD)
    return path


# ------------------------------------------------------------------ each that writes in place
@each_writer
def test_a_link_stays_a_link_and_what_it_leads_to_is_written(
    write: Callable[[Path], object], file: Path
) -> None:
    (file.parent / "deep").mkdir()
    link = file.parent / "deep" / "it.json"
    link.symlink_to("../it.json")
    write(link)
    assert link.is_symlink()
    assert file.read_bytes() not in (OLD, b"")


@each_writer
def test_it_is_on_the_disk_before_it_takes_a_place(
    write: Callable[[Path], object], file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced, replace = [], os.replace

    def seen(path: Path, to: Path) -> None:
        if to == file:
            assert os.stat(path).st_ino in synced
        replace(path, to)

    monkeypatch.setattr(os, "fsync", lambda fd: synced.append(os.fstat(fd).st_ino))
    monkeypatch.setattr(os, "replace", seen)
    write(file)
    assert os.stat(file).st_ino in synced


@each_writer
def test_a_full_disk_leaves_what_was_there_and_no_pieces(
    write: Callable[[Path], object], file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    neighbour = file.with_suffix(".part")
    neighbour.write_bytes(b"somebody's own")
    monkeypatch.setattr(os, "fsync", full)
    with suppress(OSError, MessageError):
        write(file)
    assert contents(file.parent) == {file.name: OLD, neighbour.name: b"somebody's own"}


@each_writer
@pytest.mark.parametrize("windows", [False, True])
def test_another_program_that_has_the_file_for_a_moment_is_waited_for(
    write: Callable[[Path], object],
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
    windows: bool,
) -> None:
    class BusyError(PermissionError):
        winerror = 5

    busy = [BusyError() if windows else OSError(errno.EBUSY, "busy")] * 2
    replace = os.replace

    def at_last(path: Path, to: Path) -> None:
        if busy:
            raise busy.pop()
        replace(path, to)

    monkeypatch.setattr(os, "replace", at_last)
    monkeypatch.setattr("time.sleep", lambda _: None)
    write(file)
    assert file.read_bytes() != OLD
    assert not busy


def test_no_other_module_writes_files() -> None:
    """But the log of a game, which is added to, a lock's empty file, and what developers run."""
    allowed = {
        "writing.py",
        "locking.py",
        "session/store.py",
        "session/keeping.py",
        "cli/streams.py",
        "gui/quiet.py",  # nowhere, for what libraries print
        "i18n/catalogue.py",
        "pictures/packing.py",
        "wording/rules_text.py",
    }
    found = {
        path.relative_to(ROOT / "game").as_posix(): lines
        for path in (ROOT / "game").rglob("*.py")
        if (lines := [*_writes(path)])
    }
    assert not {name: found[name] for name in found.keys() - allowed}
    assert found.keys() >= allowed, "what is allowed is done"


def _writes(path: Path) -> list[int]:
    """The lines of a module that write a file, or give it a name."""
    calls = [n for n in ast.walk(ast.parse(path.read_bytes())) if isinstance(n, ast.Call)]
    return [call.lineno for call in calls if _is_writing(call)]


def _is_writing(call: ast.Call) -> bool:
    match call.func:
        case ast.Attribute(attr="write_text" | "write_bytes" | "rename"):
            return True
        case ast.Attribute(ast.Name("os"), "open" | "replace" | "rename" | "renames" | "link"):
            return True
        case ast.Attribute(ast.Name("shutil"), "move" | "copy" | "copyfile" | "copy2"):
            return True
        case ast.Attribute(attr="open") | ast.Name("open"):
            modes = [*call.args, *(word.value for word in call.keywords)]
            texts = [m.value for m in modes if isinstance(m, ast.Constant)]
            return any(isinstance(t, str) and len(t) < 4 and set(t) & set("wax+") for t in texts)
    return False


# ------------------------------------------------------------------ the ways of writing
def test_who_may_read_a_file_may_still_read_it(file: Path) -> None:
    file.chmod(0o664)
    writing.write(file, NEW)
    assert stat.S_IMODE(file.stat().st_mode) == 0o664
    secret = file.with_name("secret")
    writing.write(secret, NEW, private=True)
    assert stat.S_IMODE(secret.stat().st_mode) == 0o600


def test_a_pipe_is_written_to_as_it_is(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes here")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    writing.write(pipe, NEW)
    assert os.read(reading, 100) == NEW
    os.close(reading)


def test_what_is_new_takes_nobody_s_place(file: Path) -> None:
    with pytest.raises(FileExistsError):
        writing.write_new(file, NEW)
    with pytest.raises(FileExistsError):
        writing.write_all_new({file.with_name("a"): NEW, file: NEW})
    assert contents(file.parent) == {file.name: OLD}
    names = [writing.write_numbered(file.parent, "it", ".json", NEW).name for _ in range(2)]
    assert names == ["it-2.json", "it-3.json"]
    assert file.read_bytes() == OLD


def other_disk(path: Path, to: Path) -> None:
    """What the system says of moving a file to another disk."""
    raise OSError(errno.EXDEV, "Invalid cross-device link", path, None, to)


def test_a_file_is_moved_to_another_disk(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "replace", other_disk)
    writing.move(file, file.with_name("there"))
    assert contents(file.parent) == {"there": OLD}


def test_a_file_that_cannot_be_taken_away_lies_in_one_place_still(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remove = os.unlink

    def shut(path: Path, **ways: int) -> None:
        if Path(path) == file:
            raise PermissionError(errno.EACCES, "Permission denied")
        remove(path, **ways)

    monkeypatch.setattr(os, "replace", other_disk)
    monkeypatch.setattr(os, "unlink", shut)
    with pytest.raises(PermissionError):
        writing.move(file, file.with_name("there"))
    assert contents(file.parent) == {file.name: OLD}


# ------------------------------------------------------------------ what is on the disk
def test_on_a_mac_the_memory_of_the_disk_is_emptied_too(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fcntl = pytest.importorskip("fcntl")
    asked: list[int] = []
    monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", lambda _, request: asked.append(request))
    writing.write(file, NEW)
    assert asked == [51, 51], "the file and its folder"

    def refused(*_: int) -> None:
        raise OSError(errno.ENOTSUP, "Operation not supported")

    synced: list[int] = []
    monkeypatch.setattr(fcntl, "fcntl", refused)
    monkeypatch.setattr(os, "fsync", synced.append)
    writing.write(file, NEW)
    assert len(synced) == 2, "a network drive knows only this"


def test_one_function_waits_for_the_disk() -> None:
    modules = (ROOT / "game").rglob("*.py")
    assert [path.name for path in modules if "os.fsync(" in path.read_text()] == ["writing.py"]


# ------------------------------------------------------------------ a set of files
SET = ("index", "page", "risks")
WHOLE = (dict.fromkeys((*SET, "outdated"), OLD), dict.fromkeys(SET, NEW))


@pytest.mark.parametrize("killed", [True, False])
def test_an_old_set_and_a_new_one_never_lie_side_by_side(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, killed: bool
) -> None:
    """Whether the program is killed at any of its steps, or one of them fails.

    Of a program that was killed the next one finds all that is old, or completes what is new.
    """
    for fatal in count(1):
        folder = an_old_set(tmp_path / str(fatal))
        with monkeypatch.context() as patch:
            steps = stop_at(patch, fatal, killed=killed)
            with suppress(KilledError, OSError):
                writing.exchange(folder, dict.fromkeys(SET, NEW), ["outdated"])
        there = visible(folder)
        if steps[0] < fatal:
            assert there == WHOLE[1]
            break
        assert len(set(there.values())) < 2
        assert "index" in there or not there, "the index is the last to go and the first to come"
        if not killed:
            assert contents(folder) in WHOLE
        writing.complete_exchange(folder)
        assert visible(folder) in WHOLE
        let_a_day_pass(folder)
        writing.exchange(folder, dict.fromkeys(SET, b"newer"), ["outdated"])
        assert contents(folder) == dict.fromkeys(SET, b"newer"), "no piece is left"
    assert fatal > 12, "each step has failed once"


def test_who_is_killed_while_completing_is_completed_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for first in range(6, 15):
        for second in count(1):
            folder = an_old_set(tmp_path / f"{first}-{second}")
            with monkeypatch.context() as patch, suppress(KilledError):
                stop_at(patch, first, killed=True)
                writing.exchange(folder, dict.fromkeys(SET, NEW), ["outdated"])
            with monkeypatch.context() as patch, suppress(KilledError):
                steps = stop_at(patch, second, killed=True)
                writing.complete_exchange(folder)
            writing.complete_exchange(folder)
            assert visible(folder) in WHOLE
            if steps[0] < second:
                break


def test_an_exchange_that_is_under_way_is_left_to_the_program_that_does_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, replace = an_old_set(tmp_path / "set"), os.replace

    def looked_at(path: Path, to: Path) -> None:
        before = contents(folder)
        writing.complete_exchange(folder)
        assert contents(folder) == before
        replace(path, to)

    monkeypatch.setattr(os, "replace", looked_at)
    writing.exchange(folder, dict.fromkeys(SET, NEW), ["outdated"])
    assert contents(folder) == WHOLE[1]


@pytest.mark.parametrize(
    "journal",
    [b"", b"[]", b'{"going": {"index"', b'{"going": {"../secret": "x"}, "coming": {}}'],
)
def test_a_journal_that_is_cut_short_or_leads_out_of_the_folder_moves_nothing(
    tmp_path: Path, journal: bytes
) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(OLD)
    folder = an_old_set(tmp_path / "set")
    (folder / ".gevinst-exchange.json").write_bytes(journal)
    writing.complete_exchange(folder)
    assert contents(folder) == WHOLE[0]
    assert secret.read_bytes() == OLD


def an_old_set(folder: Path) -> Path:
    """A folder with a set of files that was written earlier."""
    folder.mkdir()
    for name in (*SET, "outdated"):
        (folder / name).write_bytes(OLD)
    return folder


def let_a_day_pass(folder: Path) -> None:
    """All in a folder was written two days ago."""
    for path in folder.iterdir():
        os.utime(path, times=(0, path.stat().st_mtime - 2 * 24 * 3600))
