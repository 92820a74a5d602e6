"""What each check finds where something is wrong, and that nothing of it is left."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from game.gui.sound import device_fault
from game.gui.text.typesetter import FONT_FILES
from game.gui.text.usable_fonts import unusable_fonts
from game.i18n import LANGS, words
from game.preflight import (
    CHECKS,
    Finding,
    Level,
    Machine,
    Place,
    is_playable,
    look,
    place_of,
    protocol,
    surroundings,
    verdict,
)
from tests import staging
from tests.machines import staged
from tests.rows import each_row

Change = Callable[[Machine], Machine]


def found(machine: Machine, about: str) -> Finding:
    """What one check finds; those after it are not carried out."""
    return next(finding for finding in look(machine) if finding.about == about)


def tree(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return staged(tmp_path)


@pytest.fixture
def no_folder(tmp_path: Path) -> Path:
    """A folder that cannot be made, whoever tries to."""
    (tmp_path / "file").write_text("no folder")
    return tmp_path / "file" / "games"


# ------------------------------------------------------------------ all is well
@pytest.mark.slow
def test_a_good_machine_is_ready_and_nothing_is_left(machine: Machine, tmp_path: Path) -> None:
    findings = list(look(machine))
    assert [f.level for f in findings] == ["good"] * len(CHECKS)
    assert [f.about for f in findings] == [check.about for check in CHECKS]
    assert verdict(findings) == "Everything is ready for the workshop."
    assert tree(tmp_path) == []


# ------------------------------------------------------------------ what may be wrong
CHANGES: dict[str, tuple[str, Change, Level, str]] = {
    "temporary": ("Keeping games", lambda m: replace(m, place=_in("temporary")), "bad", "empties"),
    "wiped": ("Keeping games", lambda m: replace(m, place=_in("wiped")), "note", "log off"),
    "stick": ("Keeping games", lambda m: replace(m, place=_in("removable")), "note", "stick"),
    "full": ("Room on the disk", lambda m: replace(m, free=lambda _: 4_000_000), "bad", "4 MB"),
    "scarce": ("Room on the disk", lambda m: replace(m, free=lambda _: 60_000_000), "note", "Only"),
    "past": ("Clock", lambda m: replace(m, now=lambda: 1e9), "note", "2001-09-0"),
    "behind": ("Clock", lambda m: replace(m, newest_game=lambda: m.now() + 900), "note", "later"),
    "fonts": ("Letters", lambda m: replace(m, fonts=lambda _: ["a.ttf", "b.ttf"]), "bad", "a.ttf"),
    "blind": ("Screens", lambda m: replace(m, screens=list), "bad", "no screen"),
    "small": ("Screens", lambda m: replace(m, screens=lambda: [(1024, 768)]), "bad", "1024 × 768"),
    "low": ("Screens", lambda m: replace(m, screens=lambda: [(1366, 700)]), "bad", "too small"),
    "one small": (
        "Screens",
        lambda m: replace(m, screens=lambda: [(800, 600), (1920, 1080)]),
        "note",
        "One screen",
    ),
    "silent": ("Sound", lambda m: replace(m, sound=lambda: "no device"), "note", "no device"),
    "no phones": ("Phones", lambda m: replace(m, lacking=lambda: ["segno"]), "note", "segno"),
    "no network": ("Phones", lambda m: replace(m, networks=list), "note", "not on a network"),
    "used ports": ("Phones", lambda m: replace(m, door=lambda _: "used"), "note", "192.168.1.23"),
    "mute": ("Phones", lambda m: replace(m, door=lambda _: "silent"), "note", "no answer"),
}


def _in(place: Place) -> Callable[[Path], Place]:
    return lambda folder: place


@each_row("name", CHANGES)
def test_what_is_wrong_is_said_with_what_to_do(machine: Machine, name: str) -> None:
    about, change, level, text = CHANGES[name]
    assert found(machine, about).level == "good"
    finding = found(change(machine), about)
    assert finding.level == level
    assert text in finding.text.translate(words("en"))
    assert finding.remedy is not None
    assert is_playable([finding]) == (level != "bad")
    for lang in LANGS:
        for message in (finding.text, finding.remedy):
            assert "{" not in message.translate(words(lang))


def test_a_clock_that_is_a_little_behind_is_no_matter(machine: Machine) -> None:
    near = replace(machine, newest_game=lambda: machine.now() + 60)
    assert found(near, "Clock").level == "good"


def test_a_second_screen_is_told_with_what_it_is_good_for(machine: Machine) -> None:
    two = replace(machine, screens=lambda: [(1920, 1080), (1280, 720)])
    finding = found(two, "Screens")
    assert finding.level == "good"
    assert "1920 × 1080, 1280 × 720: the board for the group" in str(finding.text)


def test_a_folder_that_cannot_be_written(machine: Machine, no_folder: Path) -> None:
    there = replace(machine, folder=no_folder)
    saving, game = found(there, "Saving games"), found(there, "A game, tried")
    assert (saving.level, game.level) == ("bad", "bad")
    assert f"Nothing can be written in {no_folder}: Not a directory." in str(saving.text)
    assert saving.remedy is not None
    assert "Not a directory" in str(game.text)


def test_without_a_copy_or_a_report_it_can_be_played(machine: Machine, no_folder: Path) -> None:
    copies = found(replace(machine, copies=no_folder), "Second copy")
    report = found(replace(machine, scratch=no_folder), "A report, tried")
    assert (copies.level, report.level) == ("note", "note")
    assert verdict([copies, report]) == "The game can be played here. Read what is marked."


def test_a_game_that_comes_back_altered_is_found(machine: Machine, tmp_path: Path) -> None:
    other = staging.case("foerste-spil")
    mixed = replace(machine, case=lambda: replace(staging.case(), source=other.source))
    finding = found(mixed, "A game, tried")
    assert finding.level == "bad"
    assert "came back altered" in str(finding.text)
    assert tree(tmp_path) == []


def test_a_check_that_fails_itself_hides_no_other(machine: Machine, no_folder: Path) -> None:
    def fail() -> str:
        raise RuntimeError("the driver {is} gone")

    broken = replace(machine, sound=fail, scratch=no_folder)
    findings = list(look(broken))
    assert len(findings) == len(CHECKS)
    (sound,) = (f for f in findings if f.about == "Sound")
    assert (sound.level, str(sound.text)) == (
        "note",
        "This does not work here: the driver {is} gone",
    )


# ------------------------------------------------------------------ nothing is left
def test_what_was_there_stays_and_nothing_else(machine: Machine, tmp_path: Path) -> None:
    machine.folder.mkdir()
    (machine.folder / "game.jsonl").write_text("a game")
    for about in ("Saving games", "Second copy", "A game, tried"):
        found(machine, about)
    assert tree(tmp_path) == ["games", "games/game.jsonl"]


def test_what_a_killed_check_left_is_removed_by_the_next(machine: Machine, tmp_path: Path) -> None:
    old, new = (machine.folder / f".gevinst-preflight-{name}" for name in ("old", "new"))
    for folder in (old, new):
        folder.mkdir(parents=True)
        (folder / "game.jsonl").write_text("a game")
    long_ago = time.time() - 3600
    os.utime(old, (long_ago, long_ago))
    found(machine, "Saving games")
    assert not old.exists()
    assert new.exists()


# ------------------------------------------------------------------ asking this machine
def test_the_deepest_folder_decides_what_kind_of_place_it_is(tmp_path: Path) -> None:
    around: dict[Path, Place] = {tmp_path: "wiped", tmp_path / "Temp": "temporary"}
    assert place_of(tmp_path / "games", around) == "wiped"
    assert place_of(tmp_path / "Temp" / "games", around) == "temporary"
    assert place_of(tmp_path.parent / "games", around) == "lasting"


def test_a_link_to_a_stick_is_a_stick(tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    (tmp_path / "documents").symlink_to(tmp_path / "stick")
    around: dict[Path, Place] = {tmp_path: "lasting", tmp_path / "stick": "removable"}
    assert place_of(tmp_path / "documents" / "games", around) == "removable"


def test_folders_for_a_while_are_known_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temp"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    around = surroundings()
    assert place_of(tmp_path / "temp" / "games", around) == "temporary"
    assert place_of(tmp_path / "local" / "games", around) == "wiped"


@pytest.mark.parametrize(
    ("mount", "kind"),
    [
        ("tmpfs {point} tmpfs rw 0 0", "temporary"),
        ("/dev/sdb1 {point} vfat rw 0 0", "removable"),
        ("/dev/nvme0n1p2 {point} ext4 rw 0 0", "lasting"),
    ],
)
def test_what_is_mounted_is_known_by_the_kernels_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mount: str, kind: Place
) -> None:
    point = tmp_path / "two words"
    table, devices = tmp_path / "mounts", tmp_path / "block"
    table.write_text(mount.format(point=str(point).replace(" ", "\\040")) + "\n")
    (devices / "sdb" / "sdb1").mkdir(parents=True)
    (devices / "sdb" / "removable").write_text("1\n")
    (devices / "sdb1").symlink_to(devices / "sdb" / "sdb1")
    monkeypatch.setattr("game.preflight.places._MOUNTS", table)
    monkeypatch.setattr("game.preflight.places._BLOCK_DEVICES", devices)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temp"))
    assert place_of(point / "games", surroundings()) == kind


def test_fonts_that_are_missing_damaged_or_lack_a_letter(tmp_path: Path) -> None:
    files = list(FONT_FILES.values())
    assert unusable_fonts("æøåÆØÅ") == []
    assert unusable_fonts("æ中") == files
    assert unusable_fonts("a", tmp_path) == files
    (tmp_path / files[0]).write_bytes(b"no font")
    assert unusable_fonts("a", tmp_path) == files


def test_a_sound_device_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    assert device_fault() == ""
    monkeypatch.setenv("SDL_AUDIODRIVER", "nonesuch")
    assert "nonesuch" in device_fault()


# ------------------------------------------------------------------ in words
def test_the_list_has_verdict_remedies_and_the_machine(machine: Machine) -> None:
    finding = found(replace(machine, screens=list), "Screens")
    for lang, sign in (("en", "To do"), ("da", "Ret")):
        t = words(lang)
        text = protocol(t, machine, [finding])
        assert finding.remedy is not None
        for part in (sign, finding.remedy.translate(t), t(verdict([finding])), "Python 3."):
            assert part in text
        assert str(machine.folder) in text
