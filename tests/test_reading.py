"""Files that another program has for a moment are waited for, so that nothing is lost."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import pytest

from game.content import read_bytes
from game.content.case_pictures import picture_of
from game.content.package import is_package
from game.content.packing import pack
from game.gui.preferences import Preferences, PreferencesFile
from game.phones.keeping import Keeper, kept_room
from game.phones.room import Room
from game.report.writing import INDEX, MARK, holds_report
from game.session import session_of
from game.session.containers import read_content
from game.table.play.drafts import CardDraft, load_draft, save_draft
from tests import staging
from tests.content.scenario_text import MINIMAL


def a_case(folder: Path) -> Path:
    """The file of a case with a picture beside it."""
    path = folder / "case.toml"
    path.write_text(MINIMAL, "utf-8")
    (folder / "logo.png").write_bytes(b"a picture")
    return path


def a_package(folder: Path) -> Path:
    """A packed case."""
    packed = folder / "case.gevinst"
    packed.write_bytes(pack(a_case(folder)))
    return packed


def a_game(folder: Path) -> Path:
    """A saved game."""
    with staging.begin(folder, 2, 1) as session:
        return session.path


def a_report(folder: Path) -> Path:
    """A folder with a report."""
    (folder / INDEX).write_text(f'{{"gevinstbordet": "{MARK}"}}')
    return folder


def settings(folder: Path) -> Path:
    """Settings that are not the usual ones."""
    PreferencesFile(folder / "settings.json", Preferences).write(Preferences(text_size=150))
    return folder / "settings.json"


def a_draft(folder: Path) -> Path:
    """A card that is half written."""
    save_draft(CardDraft(name="En idé"), folder, "s")
    return folder


def a_room(folder: Path) -> Path:
    """A room of phones."""
    Keeper(Room(secret="s" * 20), folder, "s").write()
    return folder


READERS: dict[str, tuple[Callable[[Path], Path], Callable[[Path], object]]] = {
    "a case": (a_case, read_bytes),
    "a picture": (a_case, lambda path: picture_of(path, "logo.png")),
    "a package": (a_package, is_package),
    "a game": (a_game, read_content),
    "whose game it is": (a_game, session_of),
    "a report": (a_report, holds_report),
    "settings": (settings, lambda path: PreferencesFile(path, Preferences).read()),
    "a draft": (a_draft, lambda folder: load_draft(folder, "s")),
    "a room": (a_room, lambda folder: (kept_room(folder, "s") or Room()).secret),
}


@pytest.mark.parametrize(("make", "read"), READERS.values(), ids=READERS.keys())
def test_what_another_program_has_for_a_moment_is_read_after_that(
    make: Callable[[Path], Path],
    read: Callable[[Path], object],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = make(tmp_path)
    wanted, busy, opening = read(path), [1, 2], Path.open

    def at_last(self: Path, *how: Any) -> IO[Any]:
        if busy:
            busy.pop()
            raise OSError(errno.EBUSY, "Device or resource busy")
        return opening(self, *how)

    monkeypatch.setattr(Path, "open", at_last)
    monkeypatch.setattr("time.sleep", lambda _: None)
    assert read(path) == wanted
    assert not busy
