"""Paths that cannot be one, for every command that takes one: a sentence and an exit code."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from game.cli import main
from game.cli.params import FilePath
from game.cli.root import build
from game.content.package import Package, packed
from game.i18n import words
from game.paths import PathError, check_new, fits_everywhere, fitting_stem, typed_path
from game.resources import SCENARIOS
from game.session import read
from tests.cli.conftest import Screen
from tests.cli.programs import Command, commands
from tests.content.scenario_text import MINIMAL
from tests.report import sessions
from tests.rows import each_row
from tests.session.playing import begin, play

CASE = "foerste-spil"
STANDS_FOR = {
    "session": "game.jsonl",
    "sessions": "game.jsonl",
    "repair session": "damaged.jsonl",
    "scenario": CASE,
    "case": CASE,
    "file": "case.toml",
    "files": "case.toml",
    "case import file": "case.xlsx",
    "case unpack file": "case.gevinst",
    "folders": ".",
    "name": "Case",
    "text": "text",
    "topic": "case",
    "tags": "text",
    "to": "out",
    "folder": "out",
    "entries": "1",
}
"""What a command is given for an argument or a required option while a path of it is tried.

A new command joins the sweep by itself; what it takes that is not known here breaks it.
"""
SUBJECTS = ("session", "sessions", "scenario", "case", "file", "files", "folders")
"""Those that may be a path even where their type does not say so."""
PASSED_ON = ("sessions report options",)
"""What goes to another command as it is."""
BESIDE = {
    "play": ("--headless",),
    "sessions export": ("--yes",),
    "sessions outcome": ("--track", "citizen", "--value", "3"),
    "simulate": ("--games", "1"),
}
"""What a command needs besides, to come as far as its paths without a window or a question."""
INSTEAD = {"play resume": "scenario", "case export target": "file"}
"""An option that is given instead of an argument."""
NO_PATHS = (
    "x" * 300,
    "y/" * 2_500,
    "a\0b",
    "~nosuchuser/x",
    "",
    "game.jsonl/below",
    os.fsdecode(b"sk\xf8n.jsonl"),
    "nowhere/at/all.jsonl",
)
DEVICES = (
    "CON",
    "nul.jsonl",
    "out/Com1.txt",
    "aux .x",
    "lpt²",
    "ends.",
    "PRN/below",
    "a:b",
)


def swept() -> Iterator[tuple[Command, bool]]:
    """Every command once for each path that it takes, an ``@`` in its place; whether it is new."""
    for name, command in commands(build(words("en"))):
        for param in command.params:
            if isinstance(param.type, click.Path) or _is_subject(param):
                new = isinstance(param.type, FilePath) and param.type.new
                yield tuple(_called(name, command, param)), new


def _is_subject(param: click.Parameter) -> bool:
    return param.name == "session" or (isinstance(param, click.Argument) and param.name in SUBJECTS)


def _called(name: Command, command: click.Command, tried: click.Parameter) -> Iterator[str]:
    called = " ".join(name)
    yield from name
    yield from BESIDE.get(called, ())
    for param in command.params:
        key = f"{called} {param.name}"
        argument = isinstance(param, click.Argument) and key not in PASSED_ON
        dropped = INSTEAD.get(f"{called} {tried.name}") == param.name
        if param is tried or ((argument or param.required) and not dropped):
            yield from () if isinstance(param, click.Argument) else param.opts[:1]
            yield "@" if param is tried else STANDS_FOR.get(key) or STANDS_FOR[param.name or ""]


SWEPT = tuple(swept())
READS = tuple(command for command, new in SWEPT if not new)
WRITES = tuple(command for command, new in SWEPT if new)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a game, a damaged one and a case, which the commands run in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GEVINST_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("click.launch", lambda *args, **more: 0)
    monkeypatch.setattr("game.table.flow.main.run_table", lambda *args, **more: None)
    monkeypatch.setattr("game.cli.commands.play.windowless.fallback_folders", list)
    session = begin(tmp_path)
    play(session, 2)
    session.close()
    session.path.rename(tmp_path / "game.jsonl")
    whole = (tmp_path / "game.jsonl").read_bytes()
    (tmp_path / "damaged.jsonl").write_bytes(whole[:-60] + b"damaged" + whole[-53:])
    for name in ("case.toml", "case.xlsx", "case.gevinst"):
        (tmp_path / name).write_text("no case")
    return tmp_path


def filled(command: tuple[str, ...], path: str) -> list[str]:
    return [path if part == "@" else part for part in command]


@pytest.mark.parametrize("command", READS, ids=" ".join)
@each_row("path", NO_PATHS)
def test_nothing_is_read_from_what_is_no_path(
    command: tuple[str, ...], path: str, place: Path, screen: Screen
) -> None:
    assert screen.run(*filled(command, path)) in (1, 2)
    assert screen.err or screen.out  # a check prints what is wrong with the case


@pytest.mark.parametrize("command", WRITES, ids=" ".join)
@each_row("path", [*NO_PATHS[:4], NO_PATHS[5], *DEVICES])
def test_nothing_is_written_to_what_is_no_path(
    command: tuple[str, ...], path: str, place: Path, screen: Screen
) -> None:
    before = sorted(place.rglob("*"))
    assert screen.run(*filled(command, path)) in (1, 2)
    assert screen.err
    made = [file for file in place.rglob("*") if file not in before and "home" not in file.parts]
    assert not made


SLOW = ("preview", "print")
AT_TABLE = ("--to", "open")
"""What opens a window, at which it is written later."""


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(line, marks=[pytest.mark.slow] * (line[0] in SLOW))
        for line in WRITES
        if line[0] not in AT_TABLE
    ],
    ids=" ".join,
)
def test_no_command_writes_over_what_is_not_its_own(
    command: tuple[str, ...], place: Path, screen: Screen
) -> None:
    if command[0] == "print":
        pytest.importorskip("typst")
    (place / "case.toml").write_text(MINIMAL, "utf-8")
    (place / "case.gevinst").write_bytes(packed(Package(MINIMAL.encode())))
    assert screen.run("case", "export", "case.toml", "--to", "case.xlsx", "--force") == 0
    if command[0] in ("report", "portfolio"):
        assert screen.run("play", CASE, "--headless", "--to", "played") == 0
        next((place / "played").iterdir()).replace(place / "game.jsonl")
    before = set(place.rglob("*"))
    line = filled(command, "out")
    screen.run(*line)
    written = {p for p in place.rglob("*") if "home" not in p.parts and p.is_file()} - before
    assert written, screen.err
    for file in written:
        file.write_bytes(b"somebody's own")
    screen.run(*line)
    assert {file.read_bytes() for file in written} == {b"somebody's own"}
    assert screen.err or "Saved in" in screen.out  # refused, or under another name that is told


@each_row("name", ["schema", "guide", "preflight"])
def test_a_file_that_is_there_is_written_over_by_force_alone(
    name: str, place: Path, screen: Screen
) -> None:
    mine = place / f"{name}.txt"
    mine.write_text("mine")
    assert screen.run(name, "--to", mine) == 1
    assert f"{mine.name} is already there. Give another name, or --force" in oneline(screen.err)
    screen.run(name, "--to", mine, "--force")
    assert mine.read_text("utf-8") != "mine"


def oneline(text: str) -> str:
    return " ".join(text.split())


# ------------------------------------------------------------------ folders and names
def test_a_data_folder_that_cannot_be_looked_at_is_an_empty_one(
    place: Path,
    screen: Screen,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = os.scandir

    def refused(folder: str | Path = ".") -> object:
        if "home" in str(folder):
            raise PermissionError(13, "Permission denied", str(folder))
        return real(folder)

    monkeypatch.setattr(os, "scandir", refused)
    assert screen.run("sessions") == 0
    assert screen.run("replay", "1") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes are a matter of Linux")
def test_a_name_of_any_bytes_breaks_no_list(place: Path, screen: Screen) -> None:
    (place / "damaged.jsonl").unlink()  # so that the game is the first of the list
    os.rename(place / "game.jsonl", os.fsencode(place) + b"/k\xf8ben.jsonl")
    assert screen.run("sessions", "--in", place) == 0
    assert "k\N{REPLACEMENT CHARACTER}ben" in screen.out
    for command in (("--search", "a"), ("--json",), ("tag", "1", "a"), ("export", "1", "--yes")):
        assert screen.run("sessions", "--in", place, *command) == 0, screen.err


@pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes are a matter of Linux")
def test_a_case_in_a_file_of_any_name_is_played(place: Path, screen: Screen) -> None:
    case = place / os.fsdecode(b"k\xf8ben.toml")
    shutil.copy(SCENARIOS / f"{CASE}.toml", case)
    assert screen.run("play", case, "--headless", "--bots", "method", "--to", place / "out") == 0
    (saved,) = (place / "out").iterdir()
    assert read(saved).header.scenario_file == "k?ben.toml"


@pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes are a matter of Linux")
def test_a_portfolio_counts_a_file_of_any_name(place: Path, screen: Screen) -> None:
    shutil.copy(place / "game.jsonl", os.fsencode(place) + b"/k\xf8ben.jsonl")
    assert screen.run("portfolio", place, "--to", place / "out") in (0, 1)
    assert "UTF-8" not in screen.err


def test_a_device_is_no_name(place: Path, screen: Screen) -> None:
    for name in ("con", "NUL.x", "com9", "a.", ".a", "x" * 121):
        assert screen.run("sessions", "rename", place / "game.jsonl", name) == 1
    assert screen.run("new", "Con") == 0
    assert (place / "con-.toml").is_file()


def test_names_that_every_system_takes() -> None:
    assert all(map(fits_everywhere, ("a", "console", "com10", "nul-1", "Ældre på vej", "x.y.z")))
    assert fitting_stem("prn") == "prn-"
    assert fitting_stem("print") == "print"


def test_a_path_is_taken_for_what_is_meant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert typed_path(f' "{tmp_path / "a b"}" ') == tmp_path / "a b"
    assert typed_path("~/x") == tmp_path / "x"
    monkeypatch.chdir(tmp_path)
    Path("~x").write_text("")
    assert typed_path("~x") == Path("~x")
    Path("aux").write_text("")  # what is there already is not made
    assert check_new(Path("aux")) == Path("aux")
    with pytest.raises(PathError, match="nosuchuser"):
        typed_path("~nosuchuser/x")


# ------------------------------------------------------------------ standard streams
def run(command: str, home: Path) -> subprocess.CompletedProcess[str]:
    """Run a line of a shell, with streams that are buffered as they usually are."""
    python = f"{sys.executable} -m game"
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", command.replace("gevinst", python)],
        capture_output=True,
        text=True,
        env={**kept, "GEVINST_HOME": str(home), "LC_ALL": "C.UTF-8", "LANGUAGE": "en"},
        timeout=60,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
def test_what_is_asked_for_is_done_though_nobody_reads_on(tmp_path: Path) -> None:
    session, to = sessions.own_project(tmp_path), tmp_path / "out"
    export = f"gevinst sessions export {session} --yes --to {tmp_path / 'copy.jsonl'}"
    for command in (f"gevinst report {session} --anonymous --yes --to {to}", export):
        done = run(f"{command} | true", tmp_path)
        assert (done.returncode, done.stderr) == (0, "")
    assert (to / "session.json").exists()
    assert (tmp_path / "copy.jsonl").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/full and a shell")
@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        ("gevinst schema | head -1", 0, ""),
        ("gevinst sessions --all | true", 0, ""),
        ("gevinst sessions | true; gevinst sessions >&-", 0, ""),
        ("gevinst check none.toml | true", 1, ""),
        ("gevinst schema >/dev/full", 1, "No space left on device"),
        ("gevinst sessions >/dev/full", 1, "No space left on device"),
        ("gevinst sessions >&-", 0, ""),
        ("gevinst sessions 2>&- >&- <&-", 0, ""),
        ("gevinst check - <&-", 1, ""),
        ("gevinst verify none 2>/dev/full", 1, ""),
    ],
)
def test_streams_that_are_closed_or_full_give_no_traceback(
    command: str, code: int, said: str, tmp_path: Path
) -> None:
    done = run(command, tmp_path)
    assert done.returncode == code, done
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    assert said in done.stderr
    assert bool(done.stderr) == bool(said)


def test_no_file_gets_the_number_of_a_closed_stream(tmp_path: Path) -> None:
    game = tmp_path / "games"
    done = run(f"gevinst play {CASE} --headless --seats 2 --to {game} >&- 2>&-", tmp_path)
    assert done.returncode == 0
    (file,) = game.glob("*.jsonl")
    assert main(["verify", str(file)]) == 0
