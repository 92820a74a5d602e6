"""What a desktop program does: resized, hidden, closed, on another monitor, and after a failure."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.content import parse
from game.session import read, verify
from tests.e2e.desktop import PATIENCE, SIZE, Desktop, Window, desktop, needs_desktop, wait_for

pytestmark = [needs_desktop, pytest.mark.slow]

SEATS = ("--seat", "Åse:citizen", "--seat", "Jørgen:counter")
BROKEN = '''
"""The game, with a mistake of ours in one of its screens."""
import sys
from game.cli import main
from game.table.parts import economy_screen

def build(self, ui, build=economy_screen.EconomyScreen.build):
    raise KeyError("a mistake")

economy_screen.EconomyScreen.build = build
sys.exit(main(sys.argv[1:]))
'''


def play(screen: Desktop, folder: Path, *more: object, **how: object) -> tuple[Window, Path]:
    """A window with a game in its first turn, and the game's file."""
    words = ("play", "koebenhavn-pas", *SEATS, "--seed", 5, "--to", folder, "--lang", "da", *more)
    window = Window(screen, *words, **how)
    window.press("Return")
    file = wait_for(lambda: next(iter(folder.glob("*.jsonl")), None), "a session file")
    window.press("Return")
    return window, file


def kinds(file: Path) -> list[str]:
    lines = file.read_text("utf-8").split("\n")[1:-1]
    return [record["do"]["type"] for record in map(json.loads, lines) if "do" in record]


def test_it_is_called_what_is_played_and_is_laid_out_anew_at_any_size_that_is_not_too_small(
    screen: Desktop, tmp_path: Path
) -> None:
    window, file = play(screen, tmp_path / "games")
    assert screen.tool("xdotool", "getwindowname", window.id).startswith("Kølap 84")
    for size in ((1000, 600), (500, 300), (1280, 760), (820, 460)):
        window.resize(size)
    screen.settle()  # on a busy machine the server has cut the window before the game drew it
    window.press("r")
    wait_for(lambda: kinds(file) == ["Rally"], "a decision")
    window.resize((640, 360))
    window.desktop.tool("xdotool", "key", "r")
    window.resize((1280, 720))
    assert kinds(file) == ["Rally"], "nobody decides what nobody can read"
    _hidden_it_rests_and_comes_back_as_it_was(window)
    assert window.close() == 0


def _hidden_it_rests_and_comes_back_as_it_was(window: Window) -> None:
    screen = window.desktop
    before = screen.seen()
    screen.tool("xdotool", "windowunmap", window.id)
    screen.settle(before)
    screen.tool("xdotool", "windowmap", window.id)
    wait_for(lambda: screen.seen() == before, "the same picture")


def test_closing_asks_nothing_and_loses_nothing(screen: Desktop, tmp_path: Path) -> None:
    window, file = play(screen, tmp_path / "games")
    window.press("t", "1", "Escape", "r", "w")
    window.write("Halvskrevet idé på Ærø")
    assert window.close() == 0
    log = read(file)
    assert log.intact
    assert verify(file, parse).ok
    assert kinds(file) == ["Rally"]
    assert '"pause"' in file.read_text("utf-8")[-900:], "the timers rest"

    window = Window(screen, "play", "--resume", file, "--lang", "da")
    window.press("r")
    wait_for(lambda: kinds(file) == ["Rally", "Rally"], "the game goes on")
    window.kill()


def test_f11_fills_the_screen_and_goes_back_and_that_is_remembered(screen: Desktop) -> None:
    window = Window(screen, "--lang", "da")
    small = window.size
    for size, what in ((SIZE, "the whole screen"), (small, "its own size"), (SIZE, "and again")):
        window.press("F11")
        wait_for(lambda size=size: window.size == size, what)
    assert window.close() == 0
    window = Window(screen, "--lang", "da")
    assert window.size == SIZE
    window.kill()


def test_after_a_failure_the_game_goes_on_from_the_last_decision(
    screen: Desktop, tmp_path: Path
) -> None:
    program = tmp_path / "broken.py"
    program.write_text(BROKEN, "utf-8")
    window, file = play(screen, tmp_path / "games", program=[program])
    window.press("r", "F2")  # the economy overview fails
    log = wait_for(
        lambda: next(iter(screen.home.glob("*.log")), None), "what went wrong written down"
    )
    assert "a mistake" in log.read_text("utf-8")
    window.press("Return", "r")
    wait_for(lambda: kinds(file) == ["Rally", "Rally"], "the game goes on")
    assert window.close() == 0


def test_what_fails_again_at_once_ends_with_1(screen: Desktop, tmp_path: Path) -> None:
    program = tmp_path / "broken.py"
    broken = BROKEN.replace("economy_screen.EconomyScreen", "table.TableScreen")
    program.write_text(broken.replace("parts import economy_screen", "play import table"), "utf-8")
    words = ("play", "koebenhavn-pas", *SEATS, "--to", tmp_path / "games", "--lang", "da")
    window = Window(screen, *words, program=[program])
    window.press("Return")  # to the table, which fails: the calm screen
    screen.tool("xdotool", "key", "Return")
    assert window.process.wait(PATIENCE) == 1


def test_the_second_monitor_is_found(tmp_path: Path) -> None:
    """By its size; without a window manager X shows the window on the first one all the same."""
    folder = tmp_path / "screen"
    folder.mkdir()
    with desktop(folder, more=("-screen", "1", "1400x900x24")) as screen:
        window = Window(screen, "--display", 2, "--fullscreen", "--lang", "da")
        assert window.size == (1400, 900)
        window.kill()
