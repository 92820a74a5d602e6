"""Folders and files that may really not be looked at, whoever runs the tests: told, and no more."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests import staging
from tests.cli.programs import RUN

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs the rights of Unix")
ROOT = Path(__file__).parents[2]
CAPABILITIES = "-dac_override,-dac_read_search"


def run(commands: Sequence[Sequence[object]], home: Path) -> list[tuple[int, str]]:
    """What each command says to somebody who may not look everywhere, as root may."""
    asked = json.dumps([[str(part) for part in command] for command in commands])
    temporary = home.parent / "temporary"
    temporary.mkdir(exist_ok=True)
    own = {"GEVINST_HOME": str(home), "TMPDIR": str(temporary)}
    done = subprocess.run(
        [*_without_rights(), sys.executable, "-c", RUN, asked],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, **own, "LC_ALL": "C.UTF-8", "LANGUAGE": "en"},
    )
    assert done.returncode == 0, done.stderr
    return [
        (code, " ".join(told.split()))
        for code, told in map(json.loads, done.stdout.split("\n")[:-1])
    ]


def _without_rights() -> list[str]:
    if os.geteuid() != 0:
        return []
    if not (setpriv := shutil.which("setpriv")):
        pytest.skip("root may look everywhere, and there is no setpriv")
    return [setpriv, f"--bounding-set={CAPABILITIES}", f"--inh-caps={CAPABILITIES}"]


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """A home with a game in it, and beside it a folder with one that nobody may look into."""
    shut = tmp_path / "shut"
    for folder in (tmp_path / "home" / "sessions", shut):
        staging.begin(folder, 2, 1).close()
    shut.chmod(0)
    yield tmp_path / "home"
    for path in (shut, tmp_path / "home", tmp_path / "home" / "sessions"):
        path.chmod(0o755)


def test_what_lies_in_a_shut_folder_is_not_said_to_be_missing(home: Path) -> None:
    shut = home.parent / "shut"
    file = shut / "x.jsonl"
    commands = [
        ("sessions", "--in", shut),
        ("sessions", "show", file),
        ("sessions", "note", file, "x"),
        ("verify", file),
        ("repair", file),
        ("report", file),
        ("replay", file),
        ("check", shut / "case.toml"),
        ("play", shut / "case.toml", "--headless"),
        ("portfolio", shut, "--to", home / "out"),
        ("preview", shut / "case.toml"),
        ("simulate", shut / "case.toml"),
    ]
    for command, (code, told) in zip(commands, run(commands, home), strict=True):
        assert code == 1, command
        assert "cannot be looked at: Permission denied." in told, command


def test_what_may_not_be_written_is_told(home: Path) -> None:
    shut, file = home.parent / "shut", next((home / "sessions").iterdir())
    commands = [
        ("report", file, "--to", shut / "out"),
        ("sessions", "export", file, "--to", shut / "x.jsonl"),
        ("print", "foerste-spil", "--to", shut / "kit"),
        ("portfolio", home / "sessions", "--to", shut / "out"),
        ("schema", "--to", shut / "schema.json"),
    ]
    for command, (code, told) in zip(commands, run(commands, home), strict=True):
        assert code == 1, command
        assert "Permission denied" in told, command


def test_what_may_not_be_added_is_said_to_be_so_and_not_to_be_kept(home: Path) -> None:
    (file,) = (home / "sessions").iterdir()
    before = file.read_bytes()
    file.chmod(0o444)
    result = ("--track", "citizen", "--value", "3", "--confirm")
    commands = [
        ("sessions", "note", file, "a note"),
        ("sessions", "tag", file, "ours"),
        ("sessions", "outcome", file, *result),
    ]
    for command, (code, told) in zip(commands, run(commands, home), strict=True):
        assert code == 1, command
        assert "What you wrote is not added, and the game is as it was. Add it to a copy" in told
        assert "Nothing is lost" not in told
    assert file.read_bytes() == before
    copy = home / "copy.jsonl"
    copy.write_bytes(before)
    ((code, _),) = run([("sessions", "note", copy, "a note")], home)
    assert code == 0


def test_games_that_may_not_be_looked_at_are_not_said_to_be_none(home: Path) -> None:
    (home / "sessions").chmod(0)
    ((code, told), (shown, told_of_one)) = run([("sessions",), ("sessions", "show", "1")], home)
    assert (code, shown) == (1, 1)
    assert "sessions cannot be looked at: Permission denied." in told
    assert "cannot be looked at" in told_of_one
    (home / "sessions").chmod(0o755)
    home.chmod(0)
    ((code, told),) = run([("sessions",)], home)
    assert code == 1
    assert "cannot be looked at" in told


def test_a_game_that_may_not_be_read_keeps_no_other_from_being_listed(home: Path) -> None:
    (file,) = (home / "sessions").iterdir()
    with staging.begin(home / "sessions", 3, 2) as other:
        other.bookmark("another game")
    file.chmod(0)
    name = file.stem
    listed, shown, renamed = run(
        [("sessions",), ("sessions", "show", name), ("sessions", "rename", name, "New")], home
    )
    assert listed[0] == 0
    assert other.path.stem in listed[1]
    assert shown[0] == 1
    assert f"Error: {file.name} cannot be opened: Permission denied. See that" in shown[1]
    why = f"Error: {file.name} cannot get another name: Permission denied."
    assert renamed == (1, f"{why} If another program has it open, close it there, and try again.")
