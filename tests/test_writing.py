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
from game.cli.errors import InputError
from game.cli.handlers.files import replace_file
from game.cli.handlers.schema import write_schema
from game.content import own_project
from game.content.rewriting import rewrite
from game.gui.preferences import Preferences, PreferencesFile
from game.i18n import words
from game.phones.keeping import Keeper
from game.phones.room import Room
from tests.architecture import ROOT
from tests.folders import contents

OLD, NEW = b"old", b"what is new"

WRITERS: dict[str, Callable[[Path], object]] = {
    "any file": lambda path: writing.write(path, NEW),
    "a case in the editor": lambda path: own_project.save("new", "", path.parent, path),
    "a case that is mended": lambda path: rewrite(path, OLD, NEW),
    "a file by --force": lambda path: replace_file(path, NEW, force=True),
    "a schema": lambda path: write_schema(words("en"), path, force=True),
    "settings": lambda path: PreferencesFile(path, Preferences).write(Preferences()),
    "a room of phones": lambda path: Keeper(Room(), path.parent, path.stem),
    "a set of files": lambda path: writing.exchange({path: NEW}),
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
    with suppress(OSError, InputError):
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


# ------------------------------------------------------------------ a set of files
SET = ("index", "page", "risks")


class KilledError(BaseException):
    """Nothing is done to the disk from here on."""


@pytest.mark.parametrize("killed", [True, False])
def test_an_old_set_and_a_new_one_never_lie_side_by_side(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, killed: bool
) -> None:
    """Whether the program is killed at any of its steps, or one of them fails."""
    for fatal in count(1):
        folder = tmp_path / str(fatal)
        folder.mkdir()
        for name in (*SET, "outdated"):
            (folder / name).write_bytes(OLD)
        with monkeypatch.context() as patch:
            steps = _stop(patch, fatal, killed)
            try:
                outdated = [folder / "outdated"]
                writing.exchange({folder / name: NEW for name in SET}, outdated)
            except (KilledError, OSError):
                pass
        there = {name: data for name, data in contents(folder).items() if name[0] != "."}
        if steps[0] < fatal:
            assert there == dict.fromkeys(SET, NEW)
            break
        assert len(set(there.values())) < 2
        assert "index" in there or not there, "the index is the last to go and the first to come"
        if not killed:
            whole = (dict.fromkeys((*SET, "outdated"), OLD), dict.fromkeys(SET, NEW))
            assert contents(folder) in whole
    assert fatal > 8, "each step has failed once"


def _stop(patch: pytest.MonkeyPatch, fatal: int, killed: bool) -> list[int]:
    """Have the step of a number fail, or all from there on; how many steps there were."""
    steps = [0]

    def counted(step: Callable[..., None]) -> Callable[..., None]:
        def act(*given: object, **named: object) -> None:
            steps[0] += 1
            if steps[0] == fatal or (killed and steps[0] > fatal):
                raise KilledError if killed else OSError(errno.EIO, "Input/output error")
            step(*given, **named)

        return act

    for name in ("replace", "fsync", *(["unlink"] if killed else [])):
        patch.setattr(os, name, counted(getattr(os, name)))
    return steps
