"""Every command says of a session that another version saved it, and what to do."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Screen
from tests.session import newer
from tests.session.freezing import FOLDER, unfinished
from tests.session.newer import LINES

SAID = "newer version of Gevinstbordet"
SAID_IN_DANISH = "nyere version af Gevinstbordet"
NUMBERS = {
    "format": newer.newer_format,
    "rules": newer.newer_rules,
    "resumed": newer.resumed,
}
"""By policy a newer version has a higher number, which a list can tell without decoding."""
ALL = {name: LINES[name] for name in ("FromTheFuture", "CameFromTheFuture", "photo")} | NUMBERS
ANY = pytest.mark.parametrize("write", ALL.values(), ids=ALL)


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return unfinished(tmp_path_factory.mktemp("left"))


@pytest.fixture
def file(left: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(left, tmp_path / "left.jsonl"))


@ANY
def test_verify(screen: Screen, file: Path, write: Callable[[Path], None]) -> None:
    write(file)
    assert screen.run("verify", file) == 1
    assert SAID in screen.err
    assert "altered" not in screen.err
    assert "damaged" not in screen.err
    assert screen.run("verify", "--lang", "da", file) == 1
    assert SAID_IN_DANISH in screen.err


@ANY
def test_going_on(screen: Screen, file: Path, write: Callable[[Path], None]) -> None:
    write(file)
    before = file.read_bytes()
    assert screen.run("play", "--headless", "--resume", file) == 1
    assert SAID in screen.err
    assert file.read_bytes() == before


@pytest.mark.parametrize("write", NUMBERS.values(), ids=NUMBERS)
def test_the_list(
    screen: Screen, file: Path, write: Callable[[Path], None], tmp_path: Path
) -> None:
    write(file)
    assert screen.run("sessions", "--in", tmp_path) == 0
    assert "saved by a newer version" in screen.out.lower()
    assert "damaged" not in screen.out
    assert screen.run("sessions", "--in", tmp_path, "--lang", "da") == 0
    assert "gemt med en nyere version" in screen.out.lower()
    assert screen.run("sessions", "--in", tmp_path, "--json") == 0
    (one,) = json.loads(screen.out)
    assert (one["damaged"], one["newer"]) == (None, True)


def test_what_can_be_read_of_it_is_shown(screen: Screen, file: Path, tmp_path: Path) -> None:
    newer.from_the_future(file)
    assert screen.run("sessions", "--in", tmp_path, "show", "left") == 1
    assert SAID in screen.out
    assert "Signe" in screen.out
    assert screen.run("report", file, "--to", tmp_path / "report") == 1
    assert SAID in screen.err
    assert "damaged" not in screen.err
    assert SAID in (tmp_path / "report" / "report.html").read_text("utf-8")


def test_what_cannot_be_opened_is_told_by_every_command(screen: Screen, file: Path) -> None:
    newer.newer_format(file)
    for command in (("replay",), ("report",), ("sessions", "show"), ("play", "--resume")):
        assert screen.run(*command, file) == 1
        assert SAID in screen.err


def test_a_game_of_older_rules_is_said_to_be_one_and_whole(screen: Screen) -> None:
    assert screen.run("verify", FOLDER / "format-2-whole-game.jsonl") == 0
    assert "played by version 1 of the rules. 121 decisions, all in accord" in screen.out
    assert "altered" not in screen.out + screen.err
    assert not screen.err


def test_a_game_of_older_rules_says_that_it_only_can_be_looked_at(
    screen: Screen, tmp_path: Path
) -> None:
    file = Path(shutil.copy(FOLDER / "format-2-unfinished.jsonl", tmp_path))
    assert screen.run("play", "--headless", "--resume", file) == 1
    assert "was played by an older version of the rules" in screen.err
