"""``gevinst sessions``: the list of saved games, their numbers, and how one of them is named."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from game.resources import cache_folder, copies_folder
from game.session import read
from game.session.index import FILE
from tests import staging
from tests.cli.conftest import Screen
from tests.cli.programs import LEFT
from tests.session.freezing import FOLDER


def test_the_list_says_what_was_played_when_by_whom_and_how_it_ended(
    screen: Screen, run: Any
) -> None:
    assert run() == 0
    damaged, left, whole = re.split(r"\n(?= +\d+  )", screen.out)
    assert whole.startswith("  3  Ticket 84: passports in Copenhagen – Benefit realised together")
    assert "63 minutes, 119 decisions, 4 seats (Ane, Bo Østergård, Çağla and Dorthe)" in whole
    assert "\n     2026-10-29-koebenhavn-pas-1300\n" in f"{whole}\n"
    assert "not finished, round 3" in left
    assert "damaged: Line 31: The line is damaged" in damaged


def test_the_list_says_of_an_own_project_that_its_verdict_is_one_on_play(
    screen: Screen, tmp_path: Path
) -> None:
    shutil.copy(FOLDER / "format-2-own-project.jsonl", tmp_path)
    assert screen.run("sessions", "--in", tmp_path, "--lang", "en") == 0
    assert " – In play: " in screen.out


def test_the_list_for_other_programs(screen: Screen, run: Any, folder: Path) -> None:
    assert run("--json") == 0
    damaged, left, whole = json.loads(screen.out)
    assert whole["level"] == "normal"
    assert (whole["number"], whole["verdict"], whole["over"]) == (3, "together", True)
    assert whole["seats"][1]["name"] == "Bo Østergård"
    assert whole["seats"][0]["roles"] == ["citizen"]
    assert Path(whole["file"]) == folder / "2026-10-29-koebenhavn-pas-1300.jsonl"
    assert (left["verdict"], left["over"], left["round"]) == (None, False, 3)
    assert left["damaged"] is None
    assert "Line 31" in damaged["damaged"]


def test_the_list_forgets_a_game_that_was_deleted(run: Any, folder: Path) -> None:
    assert run() == 0
    assert str(folder).encode() in (cache_folder() / FILE).read_bytes()
    for path in folder.glob("*.jsonl"):
        path.unlink()
    assert run() == 0
    assert str(folder).encode() not in (cache_folder() / FILE).read_bytes()


def test_it_speaks_danish(screen: Screen, run: Any) -> None:
    assert run("--lang", "da") == 0
    assert "Kølap 84: pas i København – Gevinsten realiseret i fællesskab" in screen.out
    assert "29-10-2026" in screen.out


def test_only_the_last_ten_are_listed_and_the_rest_is_counted(
    screen: Screen, run: Any, folder: Path
) -> None:
    for n in range(12):
        shutil.copy(LEFT, folder / f"copy-{n}.jsonl")
    assert run() == 0
    assert " 10  " in screen.out
    assert " 11  " not in screen.out
    assert "… and 5 more: --all" in screen.out
    assert run("--all") == 0
    assert " 15  " in screen.out


def test_an_empty_folder_says_what_to_do(screen: Screen, tmp_path: Path) -> None:
    assert screen.run("sessions", "--in", tmp_path) == 0
    assert "No games are saved" in screen.out
    assert "“gevinst” begins one" in screen.out


def test_the_folder_is_that_of_the_program_unless_another_is_named(
    screen: Screen, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert screen.run("--to", folder, "sessions") == 0
    assert "Copenhagen" in screen.out
    monkeypatch.setenv("GEVINST_HOME", str(folder))
    monkeypatch.setattr("tempfile.tempdir", str(folder))  # where another one may have saved
    assert screen.run("sessions") == 0
    assert "No games are saved" in screen.out


@pytest.mark.parametrize(
    "named",
    [
        "3",
        "0000003",
        "2026-10",
        "2026-10-29-koebenhavn-pas-1300.jsonl",
        str(FOLDER / "format-1-whole-game.jsonl"),
    ],
)
def test_a_session_is_named_by_number_by_the_beginning_of_its_name_or_by_file(
    screen: Screen, run: Any, named: str
) -> None:
    assert run("show", named) == 0
    assert screen.out.startswith("Ticket 84: passports in Copenhagen\n")
    assert "Bo Østergård  Counter clerk" in screen.out
    assert "Her var vi uenige om, hvem køen rammer" in screen.out


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("2026", "Several sessions begin with 2026"),
        ("9", "There is no session called 9"),
        ("0", "There is no session called 0"),
        ("0000012", "There is no session called 0000012"),
        ("9" * 200, "There is no session called 999"),
        ("2026-10-29-koebenhavn-pas-1301", "Did you mean 2026-10-29-koebenhavn-pas-1300?"),
        ("../../etc/nothing", "There is no file ../../etc/nothing"),
    ],
)
def test_who_is_not_found_is_told_what_there_is(
    screen: Screen, run: Any, named: str, said: str
) -> None:
    assert run("show", named) == 1
    assert said in screen.err
    assert screen.out == ""


def test_of_many_that_begin_alike_the_rest_is_counted(
    screen: Screen, run: Any, folder: Path
) -> None:
    for n in range(12):
        shutil.copy(LEFT, folder / f"workshop-{n}.jsonl")
    assert run("show", "workshop") == 1
    assert screen.err.count("\n  workshop-") == 10
    assert "\n  … and 2 more\n" in screen.err


def test_a_game_of_another_folder_is_listed_where_it_is_written_to(
    screen: Screen, tmp_path: Path
) -> None:
    games, session = tmp_path / "games", staging.begin(tmp_path / "mail", 2, 1)
    session.close()
    games.mkdir()
    path, args = session.path, ("sessions", "--in", games)
    assert screen.run(*args, "note", path, "from the mail") == 0
    assert screen.run(*args) == 0
    assert f"It is in {path.parent}" in screen.out
    assert "It is a copy" not in screen.out
    assert screen.run(*args, "note", "1", "from the list") == 0
    assert [note.text for note in read(path).notes] == ["from the mail", "from the list"]
    path.unlink()
    assert screen.run(*args) == 0
    assert f"It is in {copies_folder(games)}" in screen.out
    assert "It is a copy: the game's own file is gone" in screen.out
    assert screen.run(*args, "note", "1", "after it was lost") == 0
    assert "is a copy and stays as it is" in screen.out
    (saved,) = games.glob("*.jsonl")
    assert [note.text for note in read(saved).notes][1:] == ["from the list", "after it was lost"]
    assert screen.run(*args) == 0
    assert "It is in" not in screen.out


def test_a_number_stays_with_the_game_that_was_listed_under_it(
    screen: Screen, tmp_path: Path
) -> None:
    paths = []
    for n in range(3):
        with staging.begin(tmp_path, 2, n) as session:
            paths.append(session.path)
        os.utime(session.path, (1_700_000_000 + n, 1_700_000_000 + n))
    args = ("sessions", "--in", tmp_path)
    assert screen.run(*args) == 0
    for number, path in zip("321", paths, strict=True):
        for text in ("one", "two"):
            assert screen.run(*args, "note", number, text) == 0
            assert str(path) in screen.out
        assert [note.text for note in read(path).notes] == ["one", "two"]
    with staging.begin(tmp_path, 2, 7) as session:
        newest = session.path
    assert screen.run(*args, "show", "1") == 1
    assert "so that 1 may mean another one" in screen.err
    assert screen.run(*args) == 0
    assert screen.run(*args, "show", "1") == 0
    assert newest.stem in screen.out
    newest.unlink()
    assert screen.run(*args, "show", "1") == 1
    assert "Look at “gevinst sessions” again" in screen.err


def test_two_copies_in_one_folder_that_went_on_differently_are_said_to_be_that(
    screen: Screen, tmp_path: Path
) -> None:
    with staging.begin(tmp_path, 2, 1) as session:
        path = session.path
    copy = Path(shutil.copy(path, tmp_path / "copy.jsonl"))
    args = ("sessions", "--in", tmp_path)
    assert screen.run(*args) == 0
    assert "went on differently" not in screen.out
    assert screen.run(*args, "note", path, "here") == 0
    assert screen.run(*args) == 0
    assert "went on differently" not in screen.out, "one is the beginning of the other"
    assert screen.run(*args, "note", copy, "there") == 0
    assert screen.run(*args) == 0
    assert screen.out.count("went on differently") == 2


def test_a_game_that_went_on_in_another_file_is_found_by_its_own_name(
    screen: Screen, tmp_path: Path
) -> None:
    games, mail = tmp_path / "games", tmp_path / "mail"
    for n in range(2):
        with staging.begin(games, 2, n) as session:
            path = session.path.rename(games / f"2026-0{n + 1}-house.jsonl")
    mail.mkdir()
    other = Path(shutil.copy(path, mail / "s.jsonl"))
    args = ("sessions", "--in", games)
    assert screen.run(*args, "note", other, "from the mail") == 0
    for name in (path.stem, path.name, "2026-02"):
        assert screen.run(*args, "show", name) == 0
        assert "from the mail" in screen.out
        assert f"The game goes on in {other}" in screen.err
    assert screen.run(*args, "show", "2026") == 1
    assert f"  {path.stem} → {other}\n" in screen.err
    apart = Path(shutil.copy(path, mail / "t.jsonl"))
    assert screen.run(*args, "note", apart, "from another mail") == 0
    assert screen.run(*args, "show", path.stem) == 1
    assert f"→ {other}\n" in screen.err
    assert f"→ {apart}\n" in screen.err


def test_a_folder_that_is_not_there_is_told(screen: Screen, tmp_path: Path) -> None:
    assert screen.run("sessions", "--in", tmp_path / "gone") == 1
    assert "There is no folder" in screen.err
    file = tmp_path / "file"
    file.write_text("")
    assert screen.run("sessions", "--in", file) == 1
    assert "is not a folder" in screen.err


@pytest.mark.parametrize(
    ("args", "numbers"),
    [
        (("--search", "københavn bo"), ["3"]),
        (("--search", "2026-10"), ["3"]),
        (("--search", "gentofte-inklusion-1300"), ["2"]),
        (("--only", "under_way"), ["2"]),
        (("--only", "over"), ["1", "3"]),
        (("--month", "2026-10"), ["3"]),
        (("--case", "KOEBENHAVN-PAS"), ["3"]),
        (("--verdict", "stopped"), []),
        (("--only", "own"), ["1"]),
        (("--tag", "forår"), ["2"]),
        (("--tag", "forår", "--only", "over"), []),
    ],
)
def test_a_list_is_narrowed_down_and_keeps_its_numbers(
    screen: Screen, run: Any, folder: Path, args: tuple[str, ...], numbers: list[str]
) -> None:
    left = folder / "2026-11-09-gentofte-inklusion-1300.jsonl"
    when = left.stat().st_mtime
    assert run("tag", "2", "Forår") == 0
    new = next(path for path in folder.glob("*-2.jsonl"))
    new.replace(left)
    os.utime(left, (when, when))
    assert run(*args) == 0
    assert re.findall(r"(?m)^ +(\d+)  \S", screen.out) == numbers
    if not numbers:
        assert screen.out == "No game matches that.\n"
