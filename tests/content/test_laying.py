"""A case is laid in the bin with its pictures, and of copies beside it there are not too many."""

from __future__ import annotations

import errno
import os
from datetime import datetime
from pathlib import Path

import pytest

from game.content.laying import throw_away
from game.content.packing import pack
from game.content.rewriting import MOST_COPIES, rewrite
from tests.content.pictures import PNG
from tests.content.scenario_text import MINIMAL
from tests.folders import contents

NOW = datetime(2026, 12, 1, 14, 30)
CASE = (MINIMAL + '\n[about]\nlogo = "logo.png"\n').encode()


@pytest.fixture(params=[False, True], ids=["one disk", "another disk"])
def bin_folder(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """The bin, on the disk of the cases or on another."""
    folder, replace = tmp_path / "bin", os.replace

    def between_disks(path: Path, to: Path) -> None:
        if folder in Path(to).parents:
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        replace(path, to)

    if request.param:
        monkeypatch.setattr(os, "replace", between_disks)
    return folder


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case with a logo, in a folder of its own."""
    path = tmp_path / "cases" / "kø.toml"
    path.parent.mkdir()
    path.write_bytes(CASE)
    (path.parent / "logo.png").write_bytes(PNG)
    return path


def test_a_case_is_laid_in_the_bin_with_its_pictures(case: Path, bin_folder: Path) -> None:
    kept = throw_away(case, bin_folder, NOW)
    assert kept == bin_folder / "2026-12-01-1430-kø" / "kø.toml"
    assert contents(kept.parent) == {"kø.toml": CASE, "logo.png": PNG}
    assert not contents(case.parent)


def test_a_picture_that_another_case_may_name_stays(case: Path, bin_folder: Path) -> None:
    (case.parent / "other.toml").write_bytes(CASE)
    kept = throw_away(case, bin_folder, NOW)
    assert contents(kept.parent) == {"kø.toml": CASE, "logo.png": PNG}
    assert contents(case.parent) == {"other.toml": CASE, "logo.png": PNG}


@pytest.mark.parametrize("data", [MINIMAL.encode(), b"no case at all"])
def test_a_file_without_pictures_takes_nobody_s_place(
    case: Path, bin_folder: Path, data: bytes
) -> None:
    kept = []
    for _ in range(2):
        case.write_bytes(data)
        kept.append(throw_away(case, bin_folder, NOW).name)
    assert kept == ["2026-12-01-1430-kø.toml", "2026-12-01-1430-kø-2.toml"]
    assert contents(case.parent) == {"logo.png": PNG}


def test_a_case_with_the_longest_name_is_thrown_away_and_mended(
    tmp_path: Path, bin_folder: Path
) -> None:
    case = tmp_path / f"{'æ' * 120}.toml"
    case.write_bytes(CASE)
    for _ in range(3):
        rewrite(case, case.read_bytes(), case.read_bytes() + b"\n")
    assert len(list(tmp_path.glob("*.bak*"))) == 3
    for n in range(2):
        case.write_bytes(b"%d" % n)
        assert throw_away(case, bin_folder, NOW).read_bytes() == b"%d" % n


def test_a_package_has_its_pictures_in_it(case: Path, bin_folder: Path) -> None:
    packed = case.with_suffix(".gevinst")
    packed.write_bytes(pack(case))
    kept = throw_away(packed, bin_folder, NOW)
    assert kept == bin_folder / "2026-12-01-1430-kø.gevinst"
    assert contents(case.parent).keys() == {"kø.toml", "logo.png"}


def test_a_case_that_cannot_be_taken_away_lies_where_it_was(
    case: Path, bin_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, remove = os.replace, os.unlink

    def shut(path: Path, *to: Path, **ways: int) -> None:
        if Path(path) == case:
            raise PermissionError(errno.EACCES, "Permission denied")
        (replace if to else remove)(path, *to, **ways)

    monkeypatch.setattr(os, "unlink", shut)
    if os.replace.__name__ == "replace":  # on one disk
        monkeypatch.setattr(os, "replace", shut)
    with pytest.raises(PermissionError):
        throw_away(case, bin_folder, NOW)
    assert contents(case.parent) == {"kø.toml": CASE, "logo.png": PNG}
    assert not list(bin_folder.iterdir())


# ------------------------------------------------------------------ copies beside a case
def test_of_copies_beside_a_case_the_oldest_makes_room_and_the_first_stays(tmp_path: Path) -> None:
    case = tmp_path / "case.toml"
    case.write_bytes(b"0")
    kept = []
    for n in range(1, MOST_COPIES + 3):
        copy = rewrite(case, case.read_bytes(), b"%d" % n)
        os.utime(copy, (n, n))
        kept.append(copy.name)
    assert len(set(kept)) == MOST_COPIES == len(contents(tmp_path)) - 1
    assert kept[0] == "case.toml.bak"
    assert kept[-2:] == ["case.toml.bak2", "case.toml.bak3"]
    assert (tmp_path / "case.toml.bak").read_bytes() == b"0"
    assert case.read_bytes() == b"%d" % (MOST_COPIES + 2)


def test_what_a_copy_has_already_is_not_kept_twice(tmp_path: Path) -> None:
    case = tmp_path / "case.toml"
    for _ in range(3):
        case.write_bytes(b"old")
        assert rewrite(case, b"old", b"new").name == "case.toml.bak"
    assert contents(tmp_path) == {"case.toml": b"new", "case.toml.bak": b"old"}
