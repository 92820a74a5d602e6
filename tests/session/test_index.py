"""The index of saved sessions: quick, never wrong, and never needed."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from game.session import FolderEntry, SavedSession, inspect_file, read_summary
from game.session import index as index_module
from game.session.finding import Facet, SessionFilter, facet_options, keys_of
from game.session.index import InspectedSession, ListedSession, SessionIndex
from game.session.joining import saved_files
from game.session.locations import SavedFile, files_newest_first
from game.session.summaries import summary_to_keep
from tests.session.lines import raws, rewrite
from tests.session.playing import Clock, begin, play


def describe(text: str, file: str) -> tuple[str, str, bool, str, str]:
    return "Pas i København", "Passports", "own" in file, "pas", ""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A game that is over, one under way, and something else."""
    folder = tmp_path / "games"
    for n, decisions in enumerate((2_000, 9)):
        session = begin(folder, seed=n)
        play(session, decisions)
        session.close()
        os.utime(session.path, (1_700_000_000 + n, 1_700_000_000 + n))
    (folder / "junk.jsonl").write_bytes(b"junk")
    return folder


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that were read."""
    found: list[Path] = []

    def reading(path: Path) -> object:
        found.append(path)
        return summary_to_keep(path)

    monkeypatch.setattr(index_module, "summary_to_keep", reading)
    return found


def listed(file: Path | None, folder: Path) -> list[ListedSession]:
    index = SessionIndex(file, describe)
    found = list(index.sessions(folder))
    index.close()
    assert [each.name for each in found if isinstance(each, Path)] == ["junk.jsonl"]
    return [each for each in found if isinstance(each, ListedSession)]


def test_a_list_says_what_the_summary_says(folder: Path, tmp_path: Path) -> None:
    for _ in range(2):  # read, and remembered
        newer, older = listed(tmp_path / "index.sqlite", folder)
        for found, over in ((newer, False), (older, True)):
            summary = read_summary(found.path)
            assert summary is not None
            assert found == ListedSession.of(summary, describe)
            assert (found.over, found.title_en) == (over, "Passports")
            assert found.seats == summary.seats


def test_what_has_not_changed_is_not_read_again(
    folder: Path, tmp_path: Path, reads: list[Path]
) -> None:
    file = tmp_path / "index.sqlite"
    listed(file, folder)
    assert len(reads) == 3
    reads.clear()
    first, second = listed(file, folder)
    assert reads == []
    SavedSession(first.path, clock=Clock(1_796_000_000.0)).tag(("Forår",))
    assert [found.tags for found in listed(file, folder)] == [("Forår",), ()]
    assert reads == [first.path]
    first.path.unlink()
    assert [found.path for found in listed(file, folder)] == [second.path]
    kept = sqlite3.connect(file).execute("SELECT count(*) FROM sessions").fetchone()
    assert kept == (2,)  # that one, and what is no session


def test_a_list_that_is_left_early_keeps_what_was_read(
    folder: Path, tmp_path: Path, reads: list[Path]
) -> None:
    index = SessionIndex(tmp_path / "index.sqlite", describe)
    sessions = index.sessions(folder)
    assert isinstance(sessions, Iterator)
    next(sessions)
    sessions.close()
    index.close()
    before = len(reads)
    listed(tmp_path / "index.sqlite", folder)
    assert len(reads) == 3
    assert before < 3


@pytest.mark.parametrize(
    "spoil",
    [
        lambda file: file.write_bytes(b"no database" * 500),
        lambda file: _execute(file, "UPDATE sessions SET title_da = 3"),
        lambda file: _execute(file, "UPDATE sessions SET title_da = NULL"),
        lambda file: _execute(file, "UPDATE sessions SET over = 2"),
        lambda file: _execute(file, "UPDATE sessions SET seats = 'no json'"),
        lambda file: _execute(file, "UPDATE sessions SET seats = '[3]'"),
        lambda file: _execute(file, "UPDATE sessions SET seats = '[[]]'"),
        lambda file: _execute(file, "UPDATE sessions SET seats = '[[3]]'"),
        lambda file: _execute(file, """UPDATE sessions SET seats = '[{"name": "Ane"}]'"""),
        lambda file: _execute(file, """UPDATE sessions SET seats = '[["\\ud800"]]'"""),
        lambda file: _execute(file, "UPDATE sessions SET seats = 3"),
        lambda file: _execute(file, f"UPDATE sessions SET seats = '{'[' * 9_000}'"),
        lambda file: _execute(file, f"UPDATE sessions SET tags = '{'[' * 200_000}'"),
        lambda file: _execute(file, "UPDATE sessions SET seats = '3'"),
        lambda file: _execute(file, "UPDATE sessions SET seats = NULL"),
        lambda file: _execute(file, "UPDATE sessions SET tags = x'00'"),
        lambda file: _execute(file, "UPDATE sessions SET lang = CAST(x'ff' AS TEXT)"),
        lambda file: _execute(file, "UPDATE sessions SET saved = 9e999"),
        lambda file: _execute(file, "PRAGMA user_version = 99"),
        lambda file: _execute(file, "DROP TABLE sessions"),
        lambda file: (file.unlink(), file.mkdir()),
    ],
)
def test_an_index_that_is_spoilt_costs_time_only(folder: Path, tmp_path: Path, spoil) -> None:
    file = tmp_path / "index.sqlite"
    before = listed(file, folder)
    spoil(file)
    assert listed(file, folder) == before
    assert listed(file, folder) == before


@pytest.mark.parametrize("known", ["FORMAT", "RULES_VERSION"])
def test_a_newer_program_looks_again_at_what_was_too_new(
    folder: Path, tmp_path: Path, reads: list[Path], known: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "index.sqlite"
    listed(file, folder)
    reads.clear()
    monkeypatch.setattr(index_module, known, getattr(index_module, known) + 1)
    listed(file, folder)
    assert len(reads) == 3


def _execute(file: Path, statement: str) -> None:
    with sqlite3.connect(file) as database:
        database.execute(statement)
    database.close()


def test_another_program_that_writes_is_not_waited_for(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "index.sqlite"
    listed(file, folder)
    busy = sqlite3.connect(file)
    busy.execute("BEGIN EXCLUSIVE")
    busy.execute("UPDATE sessions SET round = 7")
    assert len(listed(file, folder)) == 2
    busy.commit()
    assert busy.execute("SELECT max(round) FROM sessions").fetchone() == (7,)
    busy.close()
    with sqlite3.connect(file) as kept:
        assert kept.execute("SELECT max(round) FROM sessions").fetchone() == (7,)
    kept.close()


@pytest.mark.parametrize("number", [1 << 63, (1 << 64) - 1])
def test_a_file_with_a_number_beyond_all_bounds_is_listed_with_the_others(
    folder: Path, tmp_path: Path, number: int
) -> None:
    file, path = tmp_path / "index.sqlite", listed(None, folder)[0].path
    rewrite(path, len(raws(path)), lambda raw: raw.update(round=number, decisions=number))
    for _ in range(2):
        assert max(one.round for one in listed(file, folder)) == number
    assert path.name in inspected(file, folder)


def test_a_file_of_an_impossible_time_is_listed_with_the_others(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def found(places: Iterable[Path]) -> dict[Path, list[SavedFile]]:
        files = {place: files_newest_first(place) for place in places}
        return {place: [f._replace(written=1 << 63) for f in files[place]] for place in files}

    monkeypatch.setattr(index_module, "scanned", found)
    for _ in range(2):
        assert len(listed(tmp_path / "index.sqlite", folder)) == 2


def test_nothing_is_kept_of_a_game_that_was_deleted(folder: Path, tmp_path: Path) -> None:
    file, other, name = tmp_path / "index.sqlite", tmp_path / "other", "Çağla".encode()
    shutil.copytree(folder, other)
    assert len(listed(file, folder)) == len(listed(file, other)) == 2
    assert name in file.read_bytes()
    shutil.rmtree(other)
    for path in folder.iterdir():
        if path.name != "junk.jsonl":
            path.unlink()
    assert listed(file, folder) == []
    assert name not in file.read_bytes()


# ------------------------------------------------------------------ inspected
def inspected(file: Path | None, folder: Path) -> dict[str, InspectedSession]:
    """What a list that checks every byte shows, by the names of the files."""
    index = SessionIndex(file, describe)
    found = list(index.inspected(saved_files((folder,))))
    index.close()
    return {each.path.name: each for each in found}


@pytest.fixture
def damaged(folder: Path) -> Path:
    """A game with some letters in the middle that are others."""
    path = listed(None, folder)[0].path
    data = path.read_bytes()
    path.write_bytes(data[:-3_000] + b"??????" + data[-2_994:])
    return path


def test_what_is_wrong_with_a_file_is_remembered_until_it_changes(
    folder: Path, tmp_path: Path, damaged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "index.sqlite"
    listed(file, folder)  # which inspects nothing
    before = inspected(file, folder)
    for path in folder.iterdir():
        assert before[path.name] == InspectedSession.of(inspect_file(path), describe)
    assert before[damaged.name].trouble is not None
    looked_at: list[Path] = []

    def inspecting(path: Path) -> FolderEntry:
        looked_at.append(path)
        return inspect_file(path)

    monkeypatch.setattr(index_module, "inspect_file", inspecting)
    after = inspected(file, folder)
    assert looked_at == []
    assert after == before
    assert [str(one.trouble) for one in after.values()] == [str(b.trouble) for b in before.values()]
    damaged.write_bytes(damaged.read_bytes()[:-100])
    inspected(file, folder)
    assert looked_at == [damaged]


@pytest.mark.parametrize("looked", ["listed", "inspected"])
def test_a_file_that_could_not_be_opened_is_looked_at_the_next_time(
    folder: Path, tmp_path: Path, locked: list[Path], looked: str
) -> None:
    file, index = tmp_path / "index.sqlite", partial(SessionIndex, describe=describe)
    path = next(path for path in folder.iterdir() if path.name != "junk.jsonl")
    locked.append(path)
    if looked == "listed":
        assert path in list(index(file).sessions(folder))
    else:
        (trouble,) = [one.trouble for one in inspected(file, folder).values() if one.path == path]
        assert trouble is not None
        assert trouble.code == "cannot_open"
    locked.clear()
    assert path in [found.path for found in listed(file, folder)]
    assert inspected(file, folder)[path.name].trouble is None


@pytest.mark.parametrize("trouble", ["'no json'", "'[1]'", "'[\"x\", 0, {}]'", "'{}'", "NULL"])
def test_what_was_noted_wrongly_of_a_file_is_found_again(
    folder: Path, tmp_path: Path, damaged: Path, trouble: str
) -> None:
    file = tmp_path / "index.sqlite"
    before = inspected(file, folder)
    _execute(file, f"UPDATE sessions SET trouble = {trouble}")
    assert inspected(file, folder) == before


# ------------------------------------------------------------------ tags and words
def test_the_tags_of_a_list_are_those_of_the_last_entry_that_is_whole(folder: Path) -> None:
    path = listed(None, folder)[1].path
    saved = SavedSession(path, clock=Clock(1_796_000_000.0))
    saved.tag(("one",))
    saved.note(0, 'Her står ,"tags":["falsk"] i en tekst')
    saved.tag(("two", "three"))
    saved.note(0, "x")
    summary = read_summary(path)
    assert summary is not None
    assert summary.tags == saved.log.tags == ("two", "three")
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:-2], lines[-2].replace(b"three", b"thrxx"), lines[-1]]))
    summary = read_summary(path)
    assert summary is not None
    assert summary.tags == ("one",)


def test_tags_beyond_their_bounds_are_none(folder: Path) -> None:
    path = listed(None, folder)[1].path
    SavedSession(path, clock=Clock(1_796_000_000.0)).tag(("one",))
    lines = len(raws(path))
    rewrite(path, lines, lambda raw: raw.update(tags=["x" * 41]))
    summary = read_summary(path)
    assert summary is not None
    assert summary.tags == ()


@pytest.fixture
def found(folder: Path) -> ListedSession:
    (_, over) = listed(None, folder)
    return replace(over, tags=("Forår 2027", "byggesag"))


@pytest.mark.parametrize(
    ("filter", "shown"),
    [
        (SessionFilter(), True),
        (SessionFilter("københavn ane"), True),
        (SessionFilter("PASSPORTS  byggesag"), True),
        (SessionFilter("københavn erik"), False),
        (SessionFilter("2026-11"), True),
        (SessionFilter("-11-2026"), True),
        (SessionFilter("2019"), False),
        (SessionFilter(standing="over"), True),
        (SessionFilter(standing="under_way"), False),
        (SessionFilter(standing="own"), False),
        (SessionFilter(chosen={"tag": "forår 2027"}), True),
        (SessionFilter(chosen={"tag": "forår"}), False),
        (SessionFilter(chosen={"case": "passports"}), True),
        (SessionFilter(chosen={"case": "pas i københavn"}), True),
        (SessionFilter(chosen={"case": "pas"}), False),
        (SessionFilter(chosen={"month": "2026-11"}), True),
        (SessionFilter(chosen={"month": "2026-10"}), False),
        (SessionFilter(chosen={"ending": "stopped"}), False),
        (SessionFilter(chosen={"month": "2026-11", "case": "x"}), False),
    ],
)
def test_a_filter_narrows_a_list_down(
    found: ListedSession, filter: SessionFilter, shown: bool
) -> None:
    assert filter.shows(found, keys_of(found)) == shown
    assert filter.shows_all == (filter == SessionFilter())


def test_a_game_that_was_named_is_found_by_its_name(found: ListedSession) -> None:
    named = replace(found, path=Path("Opstart.jsonl"))
    assert SessionFilter("opstart").shows(named, keys_of(named))
    assert not SessionFilter("opstart").shows(found, keys_of(found))


def test_what_can_be_chosen_is_what_there_is_with_how_many_have_it(found: ListedSession) -> None:
    more = replace(
        found, tags=("BYGGESAG", "a"), created="2027-01-05T09:00:00+00:00", verdict="stopped"
    )
    games = [(each, keys_of(each)) for each in (found, more)]

    def options(facet: Facet) -> list[tuple[str, int]]:
        return [(option.value, option.count) for option in facet_options(games, facet, "en")]

    assert options("tag") == [("byggesag", 2), ("a", 1), ("Forår 2027", 1)]
    assert options("case") == [("Passports", 2)]
    assert options("month") == [("2027-01", 1), ("2026-11", 1)]
    assert [value for value, _ in options("ending")] == ["stopped", found.verdict]
    more = replace(more, verdict="nearly", ended_early=True)
    games.append((more, keys_of(more)))
    assert [value for value, _ in options("ending")] == ["stopped", found.verdict, "ended_early"]


def test_what_is_chosen_as_often_is_in_the_order_of_the_alphabet(found: ListedSession) -> None:
    more = replace(found, tags=("Øst", "Åben", "zoo", "Ældre"))
    games = [(more, keys_of(more))]
    assert [o.value for o in facet_options(games, "tag", "da")] == ["zoo", "Ældre", "Øst", "Åben"]
    assert [o.value for o in facet_options(games, "tag", "en")] == ["Åben", "Ældre", "Øst", "zoo"]


def test_a_choice_is_taken_back_by_nothing() -> None:
    filter = SessionFilter()
    filter.choose("tag", "Forår")
    assert filter == SessionFilter(chosen={"tag": "forår"})
    filter.choose("tag", "")
    assert filter.shows_all
