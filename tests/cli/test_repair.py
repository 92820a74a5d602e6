"""``gevinst repair``: what is whole in a damaged session, in a new file; and what else is told."""

from __future__ import annotations

import gzip
from pathlib import Path
from zipfile import ZipFile

import pytest

from game.resources import sessions_folder
from game.session import read
from tests.cli.conftest import Screen
from tests.session.lines import in_file
from tests.table.watching import recorded


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A game that has lost two lines, and a letter of a third."""
    path = recorded(tmp_path)
    lines = path.read_bytes().splitlines(keepends=True)
    for number in (20, 30):
        lines[in_file(number) - 1] = b"junk\n"
    lines[in_file(9) - 1] = lines[in_file(9) - 1].replace(b"seat", b"sdat", 1)
    path.write_bytes(b"".join(lines))
    return path


def test_it_is_built_anew_and_told_what_is_missing(screen: Screen, damaged: Path) -> None:
    before = damaged.read_bytes()
    assert screen.run("repair", damaged) == 0
    assert damaged.read_bytes() == before
    new = damaged.with_name(f"{damaged.stem}-repaired.jsonl")
    assert f"Saved in {new}" in screen.out
    assert "Line 24: The line is damaged." in screen.out
    assert f"{len(read(new).records) - 1} entries are saved." in screen.out
    assert screen.run("verify", new) == 0
    assert f"Repaired from {damaged.name}." in screen.out + screen.err
    assert screen.run("repair", damaged, "--to", damaged.with_name("mine.jsonl")) == 0
    assert read(damaged.with_name("mine.jsonl")).intact


def test_a_repaired_game_is_listed_and_reported_as_that(screen: Screen, damaged: Path) -> None:
    screen.run("repair", damaged)
    new = damaged.with_name(f"{damaged.stem}-repaired.jsonl")
    damaged.unlink()
    assert screen.run("sessions", "--in", new.parent) == 0
    assert f"repaired from {damaged.stem}" in screen.out
    assert "from entry" not in screen.out
    assert screen.run("sessions", "show", new) == 0
    assert f"repaired from {damaged.stem}" in screen.out
    assert screen.run("report", new, "--to", new.with_suffix("")) == 0
    page = (new.with_suffix("") / "report.html").read_text("utf-8")
    assert f"Repaired from {damaged.name}." in page


def test_nothing_is_written_where_nothing_is_damaged(screen: Screen, tmp_path: Path) -> None:
    path = recorded(tmp_path)
    assert screen.run("repair", path) == 0
    assert "Nothing is damaged" in screen.out
    assert [*tmp_path.glob("*.jsonl")] == [path]
    packed = path.with_suffix(".jsonl.gz")
    packed.write_bytes(gzip.compress(path.read_bytes()))
    assert screen.run("verify", packed) == 0
    assert "whole." in screen.out


def test_to_verify_one_of_an_archive_leaves_nothing_among_the_games(
    screen: Screen, tmp_path: Path
) -> None:
    path, archive = recorded(tmp_path), tmp_path / "november.zip"
    with ZipFile(archive, "w") as packed:
        for name in ("first.jsonl", "second.jsonl"):
            packed.write(path, name)
    assert screen.run("verify", archive / "second.jsonl") == 0
    assert "second.jsonl: whole." in screen.out
    assert not [*sessions_folder().glob("second*")]
    assert screen.run("sessions", "show", archive / "second.jsonl") == 0
    assert [file.name for file in sessions_folder().glob("second*")] == ["second.jsonl"]


def test_what_is_no_session_is_told(screen: Screen, tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(b"{}\n")
    assert screen.run("repair", path) == 1
    assert "is not a session" in screen.err


def test_a_step_beyond_the_damage_is_said_to_be_that(screen: Screen, damaged: Path) -> None:
    assert screen.run("replay", damaged, "--at", "60") == 1
    assert "The line is damaged" in screen.err
    assert "Give a step from 0 to " in screen.err


def test_one_letter_costs_nothing_and_is_told(screen: Screen, tmp_path: Path) -> None:
    path = recorded(tmp_path)
    path.write_bytes(path.read_bytes().replace(b"seat", b"sdat", 1))
    assert screen.run("verify", path) == 0
    assert "where nothing is missing" in screen.out
    assert screen.run("sessions", "--in", tmp_path) == 0
    assert "damaged" not in screen.out
