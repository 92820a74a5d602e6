"""The list of cases: versions and days, twins of one id, and the first problem of a broken one."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from game.content.case import About, Prose
from game.content.package import Package, packed
from game.content.since import CasesNow, change_since
from game.content.summaries import CHECKED, Summary, compared, fingerprint_of, summaries, told_apart
from game.i18n import words
from game.wording.about import about_line, version_and_day
from game.wording.changed import changed_line
from tests.content.scenario_text import MINIMAL, minimal


def text(version: str = "", day: str = "", more: str = "") -> str:
    about = f'version = "{version}"\n' * bool(version) + f"date = {day}\n" * bool(day)
    return f'id = "koe"\n{MINIMAL}\n# {more}\n[about]\n{about}'


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GEVINST_HOME", str(tmp_path))
    folder = tmp_path / "cases"
    (folder / "sent").mkdir(parents=True)
    return folder


def test_a_list_has_what_lies_in_folders_and_is_packed(shelf: Path) -> None:
    (shelf / "a.toml").write_text(text("2", "2027-01-31"), "utf-8")
    (shelf / "sent" / "b.gevinst").write_bytes(packed(Package(text("1").encode())))
    first, second = summaries(shelf)
    assert version_and_day(words("en"), first.about) == "version 2, 31 January 2027"
    assert version_and_day(words("da"), first.about) == "version 2, 31. januar 2027"
    assert about_line(words("en"), second.about) == "version 1"
    assert about_line(words("en"), About()) == ""


@pytest.mark.parametrize(
    ("one", "other", "age"),
    [
        (text("1.10"), text("1.9"), "newer"),
        (text("1"), text("2", "2020-01-01"), "older"),
        (text("2", "2027-01-02"), text("2", "2027-01-01"), "newer"),
        (text("", "2027-01-02"), text("3", "2027-01-03"), "older"),
        (text("1"), text("1"), "same"),
    ],
)
def test_which_of_two_files_is_newer(shelf: Path, one: str, other: str, age: str) -> None:
    for name, content in (("a", one), ("b", other)):
        (shelf / f"{name}.toml").write_text(content, "utf-8")
    first, second = told_apart(summaries(shelf))
    assert first.twin is not None
    assert second.twin is not None
    assert (first.twin.age, first.twin.file) == (age, "b.toml")
    assert second.twin.age == {"newer": "older", "older": "newer", "same": "same"}[age]


def test_without_version_and_day_the_file_tells_which_is_newer(shelf: Path) -> None:
    for name, at in (("a", 1_700_000_000), ("b", 1_800_000_000)):
        path = shelf / f"{name}.toml"
        path.write_text(text(more=name), "utf-8")
        os.utime(path, (at, at))
    ages = [one.twin.age for one in told_apart(summaries(shelf)) if one.twin]
    assert ages == ["older", "newer"]


def test_cases_of_their_own_ids_are_no_twins(shelf: Path) -> None:
    (shelf / "a.toml").write_text(MINIMAL, "utf-8")
    (shelf / "b.toml").write_text(MINIMAL, "utf-8")
    assert [one.twin for one in told_apart(summaries(shelf))] == [None, None]


def test_a_broken_file_is_named_with_its_first_problem_where_it_is_checked(shelf: Path) -> None:
    (shelf / "a.toml").write_text(minimal(("goal = 4", "goal = 400")), "utf-8")
    (shelf / "b.toml").write_text("title = ", "utf-8")
    (shelf / "c.gevinst").write_bytes(b"PK\x03\x04 and no more")
    quick, broken, packed_ = summaries(shelf)
    assert quick.problem is None
    assert broken.problem is not None
    assert packed_.problem is not None
    assert "damaged" in packed_.problem.message
    whole, *_ = summaries(shelf, checked=True)
    assert whole.problem is not None
    assert whole.problem.line
    (shelf / "a.toml").write_text(MINIMAL, "utf-8")
    assert summaries(shelf, checked=True)[0].problem is None


def test_only_so_many_are_checked(shelf: Path) -> None:
    for n in range(CHECKED + 2):
        (shelf / f"{n:03}.toml").write_text("format = 1\ntitle = 1", "utf-8")
    found = summaries(shelf, checked=True)
    assert [one.problem is not None for one in found].count(True) == CHECKED


# ------------------------------------------------------------------ since it was played
def test_a_game_tells_that_its_case_has_changed_since(shelf: Path) -> None:
    path = shelf / "koe.toml"
    path.write_text(text("1"), "utf-8")
    assert change_since(text("1"), "koe.toml") is None
    assert change_since(MINIMAL, "another.toml") is None
    path.write_text(text("2"), "utf-8")
    change = change_since(text("1"), "koe.toml")
    assert change is not None
    told = changed_line(words("en"), change)
    assert told == "Played with version 1 of the case; koe.toml is version 2 now."
    (shelf / "sent" / "old.gevinst").write_bytes(packed(Package(text("1").encode())))
    assert change_since(text("1"), "koe.toml") is None, "the one that was played is still there"


def test_without_versions_the_day_of_the_file_is_told(shelf: Path) -> None:
    (shelf / "koe.toml").write_text(text("", "2027-01-31"), "utf-8")
    change = change_since(text(more="before"), "koe.toml")
    assert change is not None
    assert changed_line(words("da"), change).endswith("koe.toml er fra 31. januar 2027.")


def test_the_newest_of_several_is_the_one_that_is_there_now() -> None:
    def at(n: int) -> Summary:
        about = About(version=Prose.of(str(n)))
        return Summary(Path(f"{n}.toml"), "koe", Prose.of("Kø"), about=about, fingerprint=str(n))

    change = CasesNow([at(2), at(11), at(3)]).change("koe", "1", fingerprint_of("x"))
    assert change is not None
    assert change.now.path.name == "11.toml"
    assert compared(replace(at(1), saved=9), at(1)) == "same"
