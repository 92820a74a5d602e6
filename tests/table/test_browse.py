"""A file is chosen with mouse or keys; folders that are unreadable, endless or mute are told."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event

import pygame
import pytest

from game.table.parts.browse import listing as listing_module
from game.table.parts.browse import places as places_module
from game.table.parts.browse.chooser import FileChooser, Wanted
from game.table.parts.browse.listing import Listing, listing
from game.table.parts.browse.places import StartPlace, places
from game.table.parts.open_file import CASE, OpenFileDialog
from tests.table.driver import SIZES, Driver

ENDINGS = (".gevinst", ".toml")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three cases of different days, a folder with one more, and what is not to be shown."""
    folder = tmp_path / "cases"
    (folder / "Fra andre").mkdir(parents=True)
    (folder / ".hidden").mkdir()
    for n, name in enumerate(("old.toml", "new.gevinst", "Mid.TOML", "notes.docx", ".x.toml")):
        path = folder / name
        path.touch()
        os.utime(path, (1_700_000_000 + 1_000_000 * (0, 9, 5, 9, 9)[n],) * 2)
    (folder / "Fra andre" / "theirs.toml").touch()
    return folder


def chooser(folder: Path, chosen: list[str], **more: Callable[..., object]) -> FileChooser:
    return FileChooser(Wanted("Which?", ENDINGS, "Cases", folder), chosen.append, **more)


def shown(driver: Driver, ready: Callable[[FileChooser], object]) -> FileChooser:
    """The dialog once something of it is ready."""
    top = driver.app.top
    assert isinstance(top, FileChooser)
    until = time.monotonic() + 20
    while not ready(top) and time.monotonic() < until:
        time.sleep(0.01)
        driver.look(0.05)
    driver.look(0.5)
    return top


def opened(folder: Path, chosen: list[str], size=(1280, 720), lang="en") -> Driver:
    driver = Driver(OpenFileDialog(CASE, chosen.append, None), size, lang)
    driver.app.push(
        chooser(folder, chosen, find_places=lambda: [StartPlace(folder, "layers", "x")])
    )
    shown(driver, lambda top: top.found.entries and top.places)
    return driver


# ------------------------------------------------------------------ what lies in a folder
def test_folders_come_first_and_then_the_latest_files(folder: Path) -> None:
    names = [entry.name for entry in listing(folder, ENDINGS).entries]
    assert names == ["Fra andre", "new.gevinst", "Mid.TOML", "old.toml"]
    assert "notes.docx" in [entry.name for entry in listing(folder).entries]
    assert not [entry for entry in listing(folder).entries if entry.name.startswith(".")]


def test_very_many_files_are_not_read_to_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing_module, "MOST_ENTRIES", 5)
    for n in range(9):
        (tmp_path / f"{n}.toml").touch()
    found = listing(tmp_path, ENDINGS)
    assert (len(found.entries), found.more) == (5, True)


def test_a_folder_that_takes_too_long_shows_what_came(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing_module, "PATIENCE", -1.0)
    assert listing(folder, ENDINGS) == Listing(folder, (), True)


@pytest.mark.parametrize("name", ["gone", "old.toml", "a\0b"])
def test_what_cannot_be_looked_at_is_told(folder: Path, name: str) -> None:
    found = listing(folder / name, ENDINGS)
    assert found.trouble is not None
    assert found.entries == ()


def test_names_that_are_no_letters_and_links_to_nowhere_do_not_stop_it(folder: Path) -> None:
    Path(os.fsdecode(os.fsencode(folder) + b"/sk\xf8n.toml")).touch()
    (folder / "nowhere.toml").symlink_to(folder / "gone")
    names = [entry.name for entry in listing(folder, ENDINGS).entries]
    assert "sk?n.toml" in names
    assert "nowhere.toml" not in names


def test_the_usual_places_and_drives_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEVINST_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("cases", "Documents", "drives/STICK", "drives/.Trashes"):
        (tmp_path / name).mkdir(parents=True)
    monkeypatch.setattr(places_module, "_MOUNTS", (f"{tmp_path}/drives", "/no/such/place"))
    found = {place.folder: place for place in places()}
    assert {tmp_path / "cases", tmp_path, tmp_path / "drives" / "STICK"} <= set(found)
    assert found[tmp_path / "drives" / "STICK"].drive
    assert tmp_path / "drives" / ".Trashes" not in found


# ------------------------------------------------------------------ choosing
def test_a_file_is_chosen_with_the_mouse(folder: Path) -> None:
    chosen: list[str] = []
    driver = opened(folder, chosen)
    assert "new.gevinst" in driver.texts
    assert "notes.docx" not in driver.texts
    driver.click("entry-1")
    assert chosen == [str(folder / "new.gevinst")]
    assert isinstance(driver.app.top, OpenFileDialog)


def test_a_file_in_a_folder_is_chosen_with_keys_alone(folder: Path) -> None:
    chosen: list[str] = []
    driver = opened(folder, chosen)
    driver.key(pygame.K_RETURN)
    shown(driver, lambda top: top.found.folder.name == "Fra andre" and top.found.entries)
    driver.key(pygame.K_RETURN)
    assert chosen == [str(folder / "Fra andre" / "theirs.toml")]


def test_what_a_slow_folder_holds_gets_the_focus_when_it_has_come(folder: Path) -> None:
    answers, drives, chosen = Event(), Event(), []

    def look(where: Path, suffixes: Sequence[str]) -> Listing:
        if where != folder:
            answers.wait(30)
        return listing(where, suffixes)

    def find() -> list[StartPlace]:
        drives.wait(30)
        return [StartPlace(folder, "layers", "x")]

    driver = Driver(OpenFileDialog(CASE, chosen.append, None))
    driver.app.push(chooser(folder, chosen, look=look, find_places=find))
    shown(driver, lambda top: top.found.entries)
    driver.key(pygame.K_RETURN)
    driver.look()
    assert "is being read" in driver.texts
    drives.set()
    shown(driver, lambda top: top.places)
    answers.set()
    shown(driver, lambda top: top.found.entries)
    driver.key(pygame.K_RETURN)
    assert chosen == [str(folder / "Fra andre" / "theirs.toml")]


def test_the_way_up_and_all_files(folder: Path) -> None:
    driver = opened(folder, [])
    driver.click("up")
    shown(driver, lambda top: top.found.entries)
    assert "cases" in driver.texts
    driver.click("place-0")
    shown(driver, lambda top: top.found.entries)
    driver.click("kinds")
    driver.key(pygame.K_RIGHT)
    shown(driver, lambda top: top.every and top.found.entries)
    assert "notes.docx" in driver.texts


def test_a_drive_that_never_answers_is_told_and_left(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing_module, "PATIENCE", -1.0)
    for_ever = Event()

    def look(where: Path, suffixes: object) -> Listing:
        for_ever.wait(30 if where == folder else 0)
        return Listing(where)

    driver = Driver(OpenFileDialog(CASE, [].append, None))
    asked = chooser(folder, [], look=look, find_places=list)
    driver.app.push(asked)
    shown(driver, lambda top: "does not answer" in driver.texts)
    assert "does not answer" in driver.texts
    driver.click("up")
    shown(driver, lambda top: "no files of this kind" in driver.texts)
    assert "no files of this kind" in driver.texts
    for_ever.set()


def test_an_unreadable_folder_says_so(folder: Path) -> None:
    driver = Driver(OpenFileDialog(CASE, [].append, None))
    driver.app.push(chooser(folder / "gone", [], find_places=list))
    shown(driver, lambda top: top.found.trouble)
    assert "cannot be looked at" in driver.texts


def test_a_file_that_is_dropped_is_taken(folder: Path) -> None:
    chosen: list[str] = []
    driver = opened(folder, chosen)
    driver.post(pygame.DROPFILE, file="/x/y.toml")
    assert chosen == ["/x/y.toml"]


@pytest.mark.parametrize("size", SIZES)
def test_it_can_be_read(folder: Path, size: tuple[int, int]) -> None:
    for lang in ("da", "en"):
        opened(folder, [], size, lang).assert_readable()


def test_browsing_from_the_dialog_opens_the_file(folder: Path) -> None:
    opened_files: list[str] = []
    driver = Driver(OpenFileDialog(CASE, opened_files.append, folder))
    driver.click("browse")
    shown(driver, lambda top: top.found.entries)
    driver.click("entry-1")
    assert opened_files == [str(folder / "new.gevinst")]
