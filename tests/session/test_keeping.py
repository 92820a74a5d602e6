"""Second copies, the places where games went on, and lists that know them as the games they are."""

from __future__ import annotations

import gzip
import os
import shutil
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from game.engine import actions as act
from game.resources import has_games
from game.session import (
    SavedSession,
    SaveError,
    Session,
    read,
    unfinished_sessions,
    verify,
)
from game.session.index import ListedSession, SessionIndex
from game.session.joining import is_cut, saved_files, whole_copy
from game.session.keeping import Keeping, Places
from game.session.locations import SavedFile, given_name
from game.session.repairing import repair
from game.table.flow.before_play import SetupExits, SetupFlow
from game.table.flow.phones import PhoneFlow
from tests.session.playing import SEATS, Clock, TinyCase, accept, parse, play
from tests.table.driver import Driver


@pytest.fixture
def keeping(tmp_path: Path) -> Keeping:
    places = Places((tmp_path / "data" / "places.jsonl", tmp_path / "config" / "places.jsonl"))
    return Keeping(tmp_path / "copies", places)


def begin(folder: Path, keeping: Keeping, fallbacks: tuple[Path, ...] = ()) -> Session[TinyCase]:
    return Session.create(
        TinyCase(), SEATS, 7, folder, clock=Clock(), fallbacks=fallbacks, keeping=keeping
    )


def listed(folder: Path, keeping: Keeping) -> list[SavedFile]:
    return saved_files(keeping.looked_in(folder))


def only_copy(keeping: Keeping) -> Path:
    assert keeping.copies is not None
    (copy,) = keeping.copies.glob("*.jsonl")
    return copy


# ------------------------------------------------------------------ the second copy
def test_a_second_copy_is_written_as_it_is_played(tmp_path: Path, keeping: Keeping) -> None:
    session = begin(tmp_path / "games", keeping)
    for _ in range(3):
        accept(session, act.Rally(session.state.turn))
        assert only_copy(keeping).read_bytes() == session.path.read_bytes()
    session.close()
    again = Session.resume(session.path, parse, keeping=keeping)
    accept(again, act.Rally(again.state.turn))
    again.close()
    assert only_copy(keeping).read_bytes() == session.path.read_bytes()
    assert [file.path for file in listed(tmp_path / "games", keeping)] == [session.path]


def test_a_copy_that_fails_is_told_once_and_stops_nothing(
    tmp_path: Path, keeping: Keeping, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "copies").write_text("a file where a folder should be")
    session = begin(tmp_path / "games", keeping)
    trouble = session.take_trouble()
    assert trouble is not None
    assert (trouble.code, trouble.harmless) == ("no_copy", True)
    play(session, 3)
    assert session.take_trouble() is None
    assert len(read(session.path).records) == 3


def test_an_older_copy_of_another_game_is_left_alone(tmp_path: Path, keeping: Keeping) -> None:
    first = begin(tmp_path / "games", keeping)
    play(first, 5)
    first.close()
    before = only_copy(keeping).read_bytes()
    shutil.rmtree(tmp_path / "games")
    second = begin(tmp_path / "games", keeping)
    accept(second, act.Rally(second.state.turn))
    second.close()
    assert (tmp_path / "copies" / first.path.name).read_bytes() == before
    assert len([*(tmp_path / "copies").iterdir()]) == 2


def test_what_is_added_after_the_game_goes_to_the_copy_too(
    tmp_path: Path, keeping: Keeping
) -> None:
    session = begin(tmp_path / "games", keeping)
    play(session, 3)
    session.close()
    later = SavedSession(session.path, keeping=keeping)
    later.note(0, "Looked at again")
    later.check_in(1, "relieved", 4)
    assert only_copy(keeping).read_bytes() == session.path.read_bytes()
    only_copy(keeping).unlink()
    SavedSession(session.path, keeping=keeping).tag(["spring"])
    assert only_copy(keeping).read_bytes() == session.path.read_bytes()
    assert read(only_copy(keeping)).tags == ("spring",)


def test_a_copy_that_fails_after_the_game_is_told_once_and_stops_nothing(
    tmp_path: Path, keeping: Keeping
) -> None:
    session = begin(tmp_path / "games", keeping)
    session.close()
    shutil.rmtree(tmp_path / "copies")
    (tmp_path / "copies").write_text("a file where a folder should be")
    later = SavedSession(session.path, keeping=keeping)
    later.note(0, "one")
    trouble = later.take_trouble()
    assert trouble is not None
    assert trouble.code == "no_copy"
    later.note(0, "two")
    assert later.take_trouble() is None
    assert [note.text for note in read(session.path).notes] == ["one", "two"]


# ------------------------------------------------------------------ places
def test_a_game_that_was_begun_elsewhere_is_listed(tmp_path: Path, keeping: Keeping) -> None:
    games = tmp_path / "games"
    games.write_text("a file where a folder should be")
    session = begin(games, keeping, (tmp_path / "fallback",))
    assert session.warning is not None
    session.close()
    games.unlink()
    assert [file.path for file in listed(games, keeping)] == [session.path]


def test_the_longest_is_offered_after_save_somewhere_else(tmp_path: Path, keeping: Keeping) -> None:
    games = tmp_path / "games"
    session = begin(games, keeping)
    play(session, 5)
    stale = session.path
    session.move_to(tmp_path / "elsewhere")
    play(session, 7)
    session.move_to(tmp_path / "and further")
    play(session, 2)
    session.close()
    os.utime(stale)  # touched by somebody: still the shorter one
    assert [file.path for file in listed(games, keeping)] == [session.path]
    (found,) = unfinished_sessions(*keeping.looked_in(games))
    assert (found.path, found.decisions) == (session.path, 14)
    index = SessionIndex(None, lambda *_: ("a", "b", False, "c", ""))
    (row,) = index.sessions(*keeping.looked_in(games))
    assert isinstance(row, ListedSession)
    assert row.path == session.path


def test_the_copy_is_offered_where_the_file_is_lost_or_cut(
    tmp_path: Path, keeping: Keeping
) -> None:
    games = tmp_path / "games"
    session = begin(games, keeping)
    play(session, 6)
    session.close()
    os.truncate(session.path, session.path.stat().st_size - 700)
    assert [file.path for file in listed(games, keeping)] == [only_copy(keeping)]
    session.path.unlink()
    assert [file.path for file in listed(games, keeping)] == [only_copy(keeping)]


def test_of_several_copies_the_longest_that_is_whole_stands_for_a_damaged_game(
    tmp_path: Path, keeping: Keeping
) -> None:
    games = tmp_path / "games"
    session = begin(games, keeping)
    play(session, 6)
    session.close()
    whole = session.path.read_bytes()
    lines = whole.splitlines(keepends=True)
    session.path.write_bytes(b"".join(lines[:4]) + lines[4][:-20])
    assert is_cut(session.path)
    for name, kept in (("longest", lines), ("newest", lines[:-3]), ("cut", [whole[:-30]])):
        (tmp_path / f"{name}.jsonl").write_bytes(b"".join(kept))
        assert is_cut(tmp_path / f"{name}.jsonl") == (name == "cut")
    only_copy(keeping).unlink()
    assert whole_copy(session.path, [tmp_path]) == tmp_path / "longest.jsonl"


def test_what_went_apart_is_listed_twice_and_said(tmp_path: Path, keeping: Keeping) -> None:
    games = tmp_path / "games"
    session = begin(games, keeping)
    play(session, 6)
    session.close()
    copy = only_copy(keeping)
    for path in (copy, session.path):
        with Session.resume(path, parse) as again:
            accept(again, act.Rally(again.state.turn))
            if path == copy:
                again.bookmark("her gik det anderledes")
    found = listed(games, keeping)
    assert {file.path for file in found} == {copy, session.path}
    assert all(file.apart for file in found)
    index = SessionIndex(tmp_path / "index.sqlite", lambda *_: ("a", "b", False, "c", ""))
    for _ in range(2):  # read, and then known
        rows = [*index.sessions(*keeping.looked_in(games))]
        assert [row.apart for row in rows if isinstance(row, ListedSession)] == [True, True]
    index.close()


def test_a_renamed_file_is_the_same_game(tmp_path: Path, keeping: Keeping) -> None:
    games = tmp_path / "games"
    session = begin(games, keeping)
    play(session, 6)
    session.close()
    named = session.path.rename(games / "Kickoff på Ærø.jsonl")
    assert [file.path for file in listed(games, keeping)] == [named]


def test_two_files_in_one_folder_stay_two(tmp_path: Path, keeping: Keeping) -> None:
    games = tmp_path / "games"
    session = begin(games, keeping)
    session.close()
    shutil.copy(session.path, games / "kopi.jsonl")
    assert len(listed(games, keeping)) == 2


def test_the_memory_of_places_is_robust(tmp_path: Path, keeping: Keeping) -> None:
    games, places = tmp_path / "games", keeping.places
    places.add(games, tmp_path / "a")
    places.add(games, tmp_path / "a")
    places.add(tmp_path / "a", tmp_path / "b")
    places.add(games, games)
    assert places.of(games) == [tmp_path / "a", tmp_path / "b"]
    first, second = places.files
    first.write_bytes(b"\xff\x00junk" + first.read_bytes()[:50])
    assert places.of(games) == [tmp_path / "a", tmp_path / "b"]
    places.add(games, tmp_path / "c")
    second.unlink()
    assert places.of(games) == [tmp_path / "c"]
    first.unlink()
    first.mkdir()
    assert places.of(games) == []
    places.add(games, tmp_path / "d")
    assert places.of(games) == [tmp_path / "d"]


def test_a_game_that_cannot_be_saved_anywhere_leaves_no_copy(
    tmp_path: Path, keeping: Keeping
) -> None:
    file = tmp_path / "file"
    file.write_text("")
    with pytest.raises(SaveError):
        begin(file / "x", keeping)
    assert not (tmp_path / "copies").exists()


def test_names_and_folders_of_others_break_no_list(
    tmp_path: Path, keeping: Keeping, monkeypatch: pytest.MonkeyPatch
) -> None:
    games = tmp_path / "games"
    session = begin(games, keeping)
    session.close()
    strange = session.path.rename(games / os.fsdecode(b"Workshop \xe6\xf8.jsonl"))
    (games / os.fsdecode(b"\xff.jsonl")).write_bytes(b"no session")
    index = SessionIndex(tmp_path / "index.sqlite", lambda *_: ("a", "b", False, "c", ""))
    for _ in range(2):
        rows = [*index.sessions(*keeping.looked_in(games))]
        assert [row.path for row in rows if isinstance(row, ListedSession)] == [strange]
    index.close()
    assert given_name(strange) == "Workshop ??"
    monkeypatch.setenv("GEVINST_HOME", str(tmp_path / ("x" * 300)))
    for folder in (tmp_path / ("x" * 300), tmp_path / "gone", strange, Path("\0")):
        assert not has_games(folder)
    assert has_games(games)


FOREIGN = os.fsdecode(b"sk\xf8n")
"""A name with a byte that is no letter, as from a drive of another system."""


def test_a_folder_of_any_name_is_remembered(tmp_path: Path) -> None:
    places = Places((tmp_path / "places.jsonl",))
    places.add(tmp_path / FOREIGN, tmp_path / "b")
    places.add(tmp_path / "b", tmp_path / (FOREIGN + "2"))
    assert places.of(tmp_path / FOREIGN) == [tmp_path / "b", tmp_path / (FOREIGN + "2")]


@pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes are a matter of Linux")
def test_a_game_from_a_file_of_any_name_goes_on_in_another(tmp_path: Path) -> None:
    session = Session.create(TinyCase(), SEATS, 7, tmp_path, clock=Clock())
    accept(session, act.Rally(session.state.turn))
    session.close()
    file = session.path.rename(tmp_path / f"{FOREIGN}.jsonl")
    packed = tmp_path / f"{FOREIGN}.jsonl.gz"
    packed.write_bytes(gzip.compress(file.read_bytes()))
    Session.branch(file, 1, parse, tmp_path / "new", clock=Clock()).close()
    (branch,) = (tmp_path / "new").iterdir()
    Session.resume(packed, parse).close()
    noted = SavedSession(packed)
    noted.note(0, "Set igen")
    mended = repair(file, parse, tmp_path / "mended.jsonl", 1_796_000_000.0).path
    for path in (branch, noted.path, mended):
        origin = read(path).origin
        assert origin is not None
        assert origin.file.startswith("sk?n.jsonl")
        assert verify(path, parse).ok


@pytest.mark.parametrize("name", ["spil.jsonl.txt", "spil.jsonl.gz", "spil.zip", "spil.jsonl"])
def test_open_file_knows_a_session_by_what_is_in_it(tmp_path: Path, name: str) -> None:
    opened: list[tuple[str, Path]] = []
    app = Driver().app
    exits = SetupExits(*[lambda *_: None] * 6, PhoneFlow(app))
    exits = replace(exits, go_on=lambda path: opened.append(("session", path)))
    flow = SetupFlow(app, tmp_path, exits)
    flow.open_case = lambda path: opened.append(("case", path))
    session = begin(tmp_path / "games", Keeping())
    session.close()
    data = session.path.read_bytes()
    path = tmp_path / name
    if name.endswith(".zip"):
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("inde i.jsonl", data)
    else:
        path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    flow.open_file(f' "{path}" ')
    assert opened == [("session", path)]
    case = tmp_path / "sag.toml"
    case.write_text("title = 1")
    for typed in (str(case), "~nosuchuser/sag.toml", "a\0b", "x" * 5_000):
        flow.open_file(typed)  # what is no path is told in a sentence, and nothing is opened
    assert opened[1:] == [("case", case)]


# ------------------------------------------------------------------ a file from somebody else
@pytest.fixture
def given(tmp_path: Path, keeping: Keeping) -> tuple[Path, Keeping]:
    """A game that a colleague sent, and how the games of whoever opens it are kept."""
    session = begin(tmp_path / "mail", Keeping())
    play(session, 3)
    session.close()
    return session.path, replace(keeping, home=tmp_path / "games")


def test_a_game_that_was_given_is_listed_where_it_is_written_to(
    tmp_path: Path, given: tuple[Path, Keeping]
) -> None:
    path, keeping = given
    games = tmp_path / "games"
    (path.parent / "another.jsonl").write_bytes(path.read_bytes())
    assert listed(games, keeping) == []
    SavedSession(path, keeping=keeping).note(0, "from the debrief")
    assert [file.path for file in listed(games, keeping)] == [path]
    Session.resume(path, parse, keeping=keeping).close()
    assert [file.path for file in listed(games, keeping)] == [path]
    assert [found.path for found in unfinished_sessions(*keeping.looked_in(games))] == [path]
    index = SessionIndex(None, lambda *_: ("a", "b", False, "c", ""))
    (row,) = index.sessions(*keeping.looked_in(games))
    index.close()
    assert row.path == path  # and nothing else of a folder that was not asked for
    SavedSession(row.path, keeping=keeping).note(0, "from the list")
    assert [note.text for note in read(path).notes] == ["from the debrief", "from the list"]
    assert only_copy(keeping).read_bytes() == path.read_bytes()


def test_a_copy_stands_for_a_game_that_is_gone_and_stays_a_copy(
    tmp_path: Path, given: tuple[Path, Keeping]
) -> None:
    path, keeping = given
    games = tmp_path / "games"
    SavedSession(path, keeping=keeping).note(0, "one")
    path.rename(tmp_path / "moved")
    (file,) = listed(games, keeping)
    assert file.path == only_copy(keeping)
    assert keeping.is_copy(file.path)
    saved = SavedSession(file.path, keeping=keeping)
    assert not saved.in_place
    saved.note(0, "two")
    saved.note(0, "three")
    assert saved.path.parent == games
    assert [note.text for note in read(saved.path).notes] == ["one", "two", "three"]
    assert only_copy(keeping).read_bytes() == saved.path.read_bytes()
    (tmp_path / "moved").rename(path)  # the stick is back, with less of the same game on it
    assert [file.path for file in listed(games, keeping)] == [saved.path]


def test_files_that_are_remembered_have_a_bound(tmp_path: Path, keeping: Keeping) -> None:
    games, files = tmp_path / "games", [tmp_path / f"{n}.jsonl" for n in range(60)]
    for file in (*files, *files):
        keeping.places.add_file(games, file)
    remembered = keeping.places.files_of(games)
    assert remembered == files[:9:-1]
    assert keeping.places.of(games) == []
