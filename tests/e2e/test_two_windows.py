"""The board and the facilitator's window side by side, worked by mouse and keyboard."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game.content import parse
from game.session import Session, read, verify
from game.table.play.facilitator_screen import FacilitatorScreen
from game.table.play.game import Game
from tests.e2e.desktop import Desktop, Window, desktop, needs_desktop, wait_for
from tests.table.driver import Cloth, Driver
from tests.table.sitting import lay

pytestmark = [needs_desktop, pytest.mark.slow]

SEATS = ("--seat", "Åse:citizen", "--seat", "Jørgen:counter")
EACH = (1280, 720)
WIDE = (2600, 740)
"""A desktop with room for both windows side by side."""


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Desktop]:
    folder = tmp_path / "screen"
    folder.mkdir()
    with desktop(folder, size=WIDE) as made:
        yield made


def play(screen: Desktop, folder: Path, *more: object) -> tuple[Window, Path]:
    """The board with a game whose announced saving has been read, and the game's file."""
    words = ("play", "koebenhavn-pas", *SEATS, "--seed", 5, "--to", folder, "--lang", "da", *more)
    window = Window(screen, *words)
    window.press("Return")
    return window, wait_for(lambda: next(iter(folder.glob("*.jsonl")), None), "a session file")


def entries(file: Path) -> list[dict[str, Any]]:
    """What is on disk, line by line, without the header."""
    return [json.loads(line) for line in file.read_text("utf-8").split("\n")[1:-1]]


def wait_for_entry(file: Path, key: str, count: int = 1) -> dict[str, Any]:
    """The last entry of a kind, once there are so many."""

    def last() -> dict[str, Any] | None:
        found = [entry for entry in entries(file) if key in entry]
        return found[-1] if len(found) >= count else None

    return wait_for(last, f"{count} times {key} on disk")


def mirror(file: Path, folder: Path) -> Driver:
    """The facilitator's window unseen, from a copy of the file: it knows where everything lies."""
    folder.mkdir()
    session = Session.resume(Path(shutil.copy(file, folder)), parse)
    driver = Driver(Cloth(), EACH, "da")
    driver.app.reset(FacilitatorScreen(lay(Game(driver.app, session.case, session))))
    return driver


def test_a_game_with_both_windows_and_on_with_one(screen: Desktop, tmp_path: Path) -> None:
    board, file = play(screen, tmp_path / "games", "--facilitator")
    beside = board.second()
    board.put((0, 0), EACH)
    beside.put((1300, 0), EACH)
    where = mirror(file, tmp_path / "mirror")

    board.take_keyboard()
    board.press("Return", "r")  # what the round brings has been read
    assert wait_for_entry(file, "do")["do"]["type"] == "Rally"

    beside.take_keyboard()
    beside.click(where.at("turn:go"))
    assert wait_for_entry(file, "timer")["move"] == "start"
    beside.click(where.at("undo"))
    assert wait_for_entry(file, "undo")["undo"] == 1
    beside.click(where.at("note"))
    beside.write("Alle er enige på Ærø, r p")
    beside.click(where.at("write"))
    assert wait_for_entry(file, "note")["text"] == "Alle er enige på Ærø, r p"
    assert len([entry for entry in entries(file) if "do" in entry]) == 1, "r and p were letters"

    board.take_keyboard()
    board.press("u")
    assert wait_for_entry(file, "do", 2)["do"] == {"type": "Pass", "seat": 0}

    beside.wish_closed()
    wait_for(lambda: board.alone, "the second window closed")
    assert board.process.poll() is None, "the game goes on"
    board.take_keyboard()
    board.press("r")
    assert wait_for_entry(file, "do", 3)["do"] == {"type": "Rally", "seat": 1}
    board.press("F10")
    board.press("v")
    again = board.second()
    again.put((1300, 0), EACH)
    assert board.close() == 0
    assert verify(file, parse).ok
    assert [note.text for note in read(file).notes] == ["Alle er enige på Ærø, r p"]


def test_two_monitors_are_asked_about_once(tmp_path: Path) -> None:
    """Two screens of X are two monitors; without a window manager all lies on the first."""
    folder = tmp_path / "screen"
    folder.mkdir()
    with desktop(folder, more=("-screen", "1", "1400x900x24")) as screen:
        board, file = play(screen, tmp_path / "games")
        board.press("Return")  # use both
        beside = board.second()
        kept = json.loads((screen.home / "preferences.json").read_text("utf-8"))
        assert kept["facilitator_window"]
        assert (kept["display"], kept["fullscreen"]) == (1, True)
        beside.wish_closed()
        assert file.exists()
        board.kill()
