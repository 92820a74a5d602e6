"""The shelf: a case is found by what somebody would call it, wherever below the folder it lies."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from game.content.package import Package, packed
from game.content.reader import read_bytes
from game.content.shelf import DEEP, MOST_CASES, called, case_files, case_texts, near, shipped_files
from game.paths import files_below
from game.resources import SCENARIOS
from game.session.cases import find_case, look_for_cases_in
from tests.content.scenario_text import MINIMAL

SHIPPED = SCENARIOS / "koebenhavn-pas.toml"


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """This user's folder of cases, with two, one of them packed and in a folder."""
    monkeypatch.setenv("GEVINST_HOME", str(tmp_path))
    folder = tmp_path / "cases"
    (folder / "fra Ane").mkdir(parents=True)
    (folder / "vores-koe.toml").write_text(MINIMAL, "utf-8")
    (folder / "fra Ane" / "Ny kø.gevinst").write_bytes(packed(Package(MINIMAL.encode())))
    return folder


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("vores-koe", "vores-koe.toml"),
        ("vores-koe.toml", "vores-koe.toml"),
        ("Vores-Koe", "vores-koe.toml"),
        ("Vores kø", "vores-koe.toml"),
        ("Ny kø", "fra Ane/Ny kø.gevinst"),
        ("ny-koe", "fra Ane/Ny kø.gevinst"),
        ("fra Ane/Ny kø", "fra Ane/Ny kø.gevinst"),
        ("fra Ane/Ny kø.gevinst", "fra Ane/Ny kø.gevinst"),
    ],
)
def test_a_case_of_ones_own_is_called_by_its_name(shelf: Path, name: str, file: str) -> None:
    assert called(name) == [shelf / file]


@pytest.mark.parametrize("name", ["koebenhavn-pas", "koebenhavn-pas.toml", "Koebenhavn PAS"])
def test_a_shipped_case_is_called_by_its_name(shelf: Path, name: str) -> None:
    assert called(name) == [SHIPPED]


@pytest.mark.parametrize("name", ["", ".toml", "vores", "ny kø.toml", "../vores-koe", "x" * 300])
def test_another_name_is_no_case(shelf: Path, name: str) -> None:
    assert called(name) == []


def test_ones_own_case_comes_before_a_shipped_one_of_the_same_name(shelf: Path) -> None:
    own = shelf / SHIPPED.name
    own.write_text(MINIMAL, "utf-8")
    assert called(SHIPPED.stem) == [own]


def test_two_of_the_same_name_are_both_named(shelf: Path) -> None:
    (shelf / "vores-koe.gevinst").write_bytes(packed(Package(MINIMAL.encode())))
    assert {path.suffix for path in called("vores-koe")} == {".toml", ".gevinst"}
    assert called("vores-koe.gevinst") == [shelf / "vores-koe.gevinst"]


def test_a_name_that_is_nearly_one_is_known(shelf: Path) -> None:
    assert near("vores-køø") == "vores-koe"
    assert near("koebenhavn-pos") == "koebenhavn-pas"
    assert near("noget helt andet") is None


def test_folders_are_looked_through_a_few_deep_and_not_behind_links(shelf: Path) -> None:
    deep = shelf.joinpath(*map(str, range(DEEP + 1)))
    deep.mkdir(parents=True)
    (deep / "too-deep.toml").touch()
    (deep.parent / "deep-enough.toml").touch()
    (shelf / ".hidden").mkdir()
    (shelf / ".hidden" / "x.toml").touch()
    (shelf / "round").symlink_to(shelf)
    (shelf / "gone.toml").symlink_to(shelf / "nowhere")
    names = [path.name for path in case_files(shelf)]
    assert names == ["vores-koe.toml", "Ny kø.gevinst", "deep-enough.toml"]


def test_a_folder_of_very_many_files_is_not_read_without_end(tmp_path: Path) -> None:
    for n in range(40):
        (tmp_path / f"{n:02}.toml").touch()
    assert len(files_below(tmp_path, (".toml",), deep=0, most=7)) == 7
    assert MOST_CASES < 1_000


def test_a_case_that_a_session_lost_is_found_also_where_it_is_packed(shelf: Path) -> None:
    look_for_cases_in(case_texts)
    (shelf / "vores-koe.toml").unlink()
    assert find_case(sha256(MINIMAL.encode()).hexdigest()) == MINIMAL
    shipped = {read_bytes(path) for path in shipped_files()}
    assert {text.encode() for text in case_texts()} == {*shipped, MINIMAL.encode()}
