"""A case as one file: what is in it comes back, and what has no place in it is refused in words."""

from __future__ import annotations

import stat
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content import ScenarioError, check_file, images, load, package, parse
from game.content.package import CASE, LICENCE, Package, open_package, packed
from game.content.packing import pack, unpack
from game.content.reader import read_bytes
from game.resources import SCENARIOS
from game.session.containers import is_session
from tests.content.pictures import JPEG, PNG, picture
from tests.content.scenario_text import MINIMAL
from tests.rows import each_row

ABOUT = MINIMAL + '\n[about]\nversion = "2"\nlogo = "Logo.png"\ncover = "cover.jpg"\n'


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case with a logo, a cover and a licence, in a folder of its own."""
    path = tmp_path / "mine" / "vores-kø.toml"
    path.parent.mkdir()
    path.write_bytes(ABOUT.encode())
    (path.parent / "Logo.png").write_bytes(PNG)
    (path.parent / "cover.jpg").write_bytes(JPEG)
    (path.parent / "LICENS.txt").write_text("CC BY 4.0", "utf-8")
    return path


def zipped(*members: tuple[str | ZipInfo, bytes], method: int = ZIP_DEFLATED) -> bytes:
    to = BytesIO()
    with ZipFile(to, "w", method) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return to.getvalue()


def code(raw: bytes) -> str:
    """The reason why these bytes are no package."""
    opened = open_package(raw)
    assert not isinstance(opened, Package)
    return opened.code


# ------------------------------------------------------------------ there and back
def test_a_packed_case_is_the_same_case_with_its_pictures(case: Path, tmp_path: Path) -> None:
    plain = load(case)
    assert dict(plain.images) == {"logo": PNG, "cover": JPEG}
    file = tmp_path / "vores-kø.gevinst"
    file.write_bytes(pack(case))
    again = load(file)
    assert (again.source, again.setup, again.about) == (plain.source, plain.setup, plain.about)
    assert dict(again.images) == dict(plain.images)
    assert parse(again.source, again.file).setup == plain.setup
    assert package.is_package(file)
    assert not package.is_package(case)


def test_unpacked_it_is_the_same_files_in_a_folder_of_its_own(case: Path, tmp_path: Path) -> None:
    file = tmp_path / "vores-kø.gevinst"
    file.write_bytes(pack(case))
    shelf = tmp_path / "shelf"
    for n, folder in enumerate(("vores-kø", "vores-kø-2")):
        first, *rest = unpack(file, None, shelf)
        assert first == shelf / folder / "vores-kø.toml", n
        assert first.read_bytes() == ABOUT.encode()
        assert {path.name: path.read_bytes() for path in rest} == {
            "Logo.png": PNG,
            "cover.jpg": JPEG,
            LICENCE: b"CC BY 4.0",
        }
        assert pack(first) == file.read_bytes()


def test_unpacking_overwrites_nothing_and_leaves_nothing_half(case: Path, tmp_path: Path) -> None:
    file = tmp_path / "x.gevinst"
    file.write_bytes(pack(case))
    to = tmp_path / "to"
    to.mkdir()
    (to / "cover.jpg").write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        unpack(file, to, tmp_path)
    assert [path.name for path in to.iterdir()] == ["cover.jpg"]
    with pytest.raises(ScenarioError, match="not a packed case"):
        unpack(case, None, tmp_path)


@given(st.dictionaries(st.sampled_from(["a.txt", "Æ.txt", "b c.txt"]), st.binary(max_size=99)))
def test_the_same_content_is_the_same_file(files: dict[str, bytes]) -> None:
    raw = packed(Package(b"case", files))
    assert raw == packed(Package(b"case", dict(reversed(files.items()))))
    assert open_package(raw) == Package(b"case", files)


def test_packed_again_it_is_the_same_file(case: Path, tmp_path: Path) -> None:
    file = tmp_path / "once.gevinst"
    file.write_bytes(pack(case))
    assert pack(file) == file.read_bytes()


def test_a_licence_is_only_taken_from_a_folder_of_the_cases_own(case: Path) -> None:
    (case.parent / "another.toml").write_text(MINIMAL, "utf-8")
    files = open_package(pack(case))
    assert isinstance(files, Package)
    assert LICENCE not in files.files
    files = open_package(pack(case, case.parent / "LICENS.txt"))
    assert isinstance(files, Package)
    assert files.files[LICENCE] == b"CC BY 4.0"


def test_a_case_that_cannot_be_played_or_lacks_a_picture_is_not_packed(case: Path) -> None:
    (case.parent / "cover.jpg").unlink()
    with pytest.raises(ScenarioError, match=r"no picture “cover\.jpg”"):
        pack(case)
    case.write_text("title = 1", "utf-8")
    with pytest.raises(ScenarioError):
        pack(case)


@pytest.mark.parametrize("name", ["koe.toml", "case.toml"])
def test_a_case_that_somebody_zipped_is_opened_as_well(tmp_path: Path, name: str) -> None:
    file = tmp_path / "koe.zip"
    file.write_bytes(zipped((name, MINIMAL.encode())))
    assert load(file).source == MINIMAL
    assert package.is_package(file)
    assert is_session(file), "by its beginning alone it may be one, so packages are asked first"


def test_every_shipped_case_can_be_packed(tmp_path: Path) -> None:
    for path in SCENARIOS.glob("*.toml"):
        file = tmp_path / f"{path.stem}.gevinst"
        file.write_bytes(pack(path))
        assert read_bytes(file) == path.read_bytes()


# ------------------------------------------------------------------ what is refused
def link(name: str) -> ZipInfo:
    member = ZipInfo(name)
    member.create_system = 3
    member.external_attr = (stat.S_IFLNK | 0o777) << 16
    return member


CASE_ALONE = (CASE, MINIMAL.encode())


@each_row(
    "raw, expected",
    [
        (zipped(CASE_ALONE, ("../evil.png", PNG)), "package_bad_name"),
        (zipped(CASE_ALONE, ("/etc/evil.png", PNG)), "package_bad_name"),
        (zipped(CASE_ALONE, ("C:evil.png", PNG)), "package_bad_name"),
        (zipped(CASE_ALONE, ("a\\b.png", PNG)), "package_bad_name"),
        (zipped(CASE_ALONE, ("folder/a.png", PNG)), "package_bad_name"),
        (zipped(CASE_ALONE, ("folder/", b"")), "package_bad_name"),
        (zipped(CASE_ALONE, ("CON.png", PNG)), "package_bad_name"),
        (zipped(CASE_ALONE, ("a.png ", PNG)), "package_bad_name"),
        (zipped(CASE_ALONE, (link("logo.png"), b"/etc/passwd")), "package_bad_name"),
        (zipped(CASE_ALONE, ("logo.png", PNG), ("LOGO.png", PNG)), "package_twice"),
        (zipped(CASE_ALONE, ("a\u030a.png", PNG), ("\xe5.png", PNG)), "package_twice"),
        (zipped(CASE_ALONE, ("run.exe", b"MZ")), "package_stranger"),
        (zipped(CASE_ALONE, ("logo.svg", b"<svg/>")), "package_stranger"),
        (zipped(CASE_ALONE, ("other.toml", b"")), "package_stranger"),
        (zipped(CASE_ALONE, ("logo.png", b"<svg onload=alert()>")), "package_image_broken"),
        (zipped(CASE_ALONE, ("logo.png", PNG[:20])), "package_image_broken"),
        (zipped(CASE_ALONE, ("logo.jpg", JPEG[:9])), "package_image_broken"),
        (zipped(CASE_ALONE, ("logo.png", picture(size=(4001, 1)))), "package_image_too_large"),
        (zipped(CASE_ALONE, ("x.txt", bytes(1_000_001))), "package_text_too_large"),
        (zipped(CASE_ALONE, ("x.txt", bytes(9_000_000))), "package_too_large"),
        (zipped(*((f"{n}.txt", b"") for n in range(30)), CASE_ALONE), "package_too_many"),
        (zipped(CASE_ALONE, method=ZIP_BZIP2), "package_broken"),
        (zipped(("readme.txt", b"")), "package_without_case"),
        (zipped(("a.toml", b""), ("b.toml", b"")), "package_without_case"),
        (zipped(CASE_ALONE)[:-30], "package_broken"),
        (b"PK\x03\x04" + bytes(8_000_000), "package_too_large"),
    ],
)
def test_what_has_no_place_in_a_package(raw: bytes, expected: str) -> None:
    assert code(raw) == expected


def test_a_locked_package_is_refused_before_it_is_read() -> None:
    raw = bytearray(zipped(CASE_ALONE))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(mark) + at] |= 1
    assert code(bytes(raw)) == "package_locked"


def test_what_the_directory_says_of_sizes_is_not_believed() -> None:
    raw = zipped((CASE, bytes(9_000_000)))
    small = raw.replace((9_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert small != raw
    assert code(small) in ("package_broken", "package_text_too_large", "package_too_large")


@given(st.binary(max_size=60), st.integers(0, 300), st.integers(0, 60))
def test_damage_is_told_and_never_raised(noise: bytes, at: int, cut: int) -> None:
    raw = packed(Package(b"format = 1", {"logo.png": PNG}))
    spoilt = raw[:at] + noise + raw[at + cut :]
    opened = open_package(spoilt)
    assert isinstance(opened, Package) or opened.code.startswith("package_")


def test_a_damaged_package_is_told_where_a_case_is_opened(tmp_path: Path) -> None:
    file = tmp_path / "x.gevinst"
    file.write_bytes(zipped(CASE_ALONE)[:-30])
    case, (problem,) = check_file(file)
    assert case is None
    assert "damaged" in problem.message
    assert package.is_package(file)


# ------------------------------------------------------------------ pictures
@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (lambda folder: None, "image_missing"),
        (lambda folder: (folder / "logo.png").write_bytes(b"GIF89a"), "image_broken"),
        (lambda folder: (folder / "logo.png").write_bytes(bytes(2_000_001)), "image_too_large"),
        (lambda folder: (folder / "logo.png").mkdir(), "image_missing"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_warned_of(
    tmp_path: Path, make: Callable[[Path], object], expected: str
) -> None:
    path = tmp_path / "x.toml"
    path.write_text(MINIMAL + '\n[about]\nlogo = "logo.png"\n', "utf-8")
    make(tmp_path)
    case, problems = check_file(path)
    assert case is not None
    assert not case.images
    assert [p.code for p in problems if p.path == "about.logo"] == [expected]


@pytest.mark.parametrize("name", ["../a.png", "/a.png", "a/b.png", "a.svg", "a.gif", "", ".png"])
def test_a_picture_is_named_by_its_file_alone(tmp_path: Path, name: str) -> None:
    path = tmp_path / "x.toml"
    path.write_text(MINIMAL + f'\n[about]\nlogo = "{name}"\n', "utf-8")
    case, problems = check_file(path)
    assert case is None
    assert "bad_image_name" in [p.code for p in problems]


@pytest.mark.parametrize("day", ["2027-13-01", "31-02-2027", "soon"])
def test_a_day_is_one(tmp_path: Path, day: str) -> None:
    path = tmp_path / "x.toml"
    path.write_text(MINIMAL + f'\n[about]\ndate = "{day}"\n', "utf-8")
    assert "bad_day" in [p.code for p in check_file(path)[1]]


@pytest.mark.parametrize("written", ["2027-01-31", '"2027-01-31"'])
def test_a_day_is_written_with_quotes_or_without(written: str) -> None:
    case = parse(MINIMAL + f"\n[about]\ndate = {written}\n", "x.toml")
    assert case.about.date == "2027-01-31"


def test_the_size_of_a_picture_is_read_from_its_head() -> None:
    for kind in ("PNG", "JPEG"):
        assert images.size_of(picture(kind, (37, 21))) == (37, 21)
    assert images.fault(picture("JPEG", (4001, 3))) == "image_too_large"
    assert images.fault(picture("GIF")) == "image_broken"
