"""The game in a real window: started, played by mouse and keyboard, killed, and gone on with."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from game.content import load, parse
from game.resources import SCENARIOS
from game.session import Session, read, verify
from game.table.play.check.screen import CheckScreen
from game.table.play.game import Game
from game.table.play.result import ResultScreen
from game.table.play.table import TableScreen
from tests import staging
from tests.e2e.desktop import Desktop, Window, needs_desktop, wait_for
from tests.e2e.mirrored import MirroredPlayer
from tests.effort import NIGHTLY
from tests.table.driver import Cloth, Driver
from tests.table.sitting import lay

pytestmark = [needs_desktop, pytest.mark.slow]

SEATS = ("--seat", "Åse Ærø:citizen", "--seat", "Jørgen:counter")
WRITTEN = "Færre køer på Ørestad, så længe det går"


def saved(folder: Path) -> Path | None:
    """The session file, once there is one."""
    return next(iter(folder.glob("*.jsonl")), None)


def actions(file: Path) -> list[dict[str, Any]]:
    """What is on disk: every decision of a whole line."""
    lines = file.read_text("utf-8").split("\n")[1:-1]
    return [record["do"] for record in map(json.loads, lines) if "do" in record]


def wait_until_saved(file: Path, kind: str) -> dict[str, Any]:
    """The last decision, once it is one of this kind."""

    def last() -> dict[str, Any] | None:
        done = actions(file)
        return done[-1] if done and done[-1]["type"] == kind else None

    return wait_for(last, f"{kind} on disk")


def shadow(file: Path, folder: Path, size: tuple[int, int]) -> tuple[Driver, Game]:
    """The same table unseen, from a copy of the file: it knows where everything lies."""
    folder.mkdir()
    session = Session.resume(Path(shutil.copy(file, folder)), parse)
    driver = Driver(Cloth(), size, "da")
    game = Game(driver.app, session.case, session)
    driver.app.reset(TableScreen(lay(game)))
    return driver, game


def test_a_double_click_ends_one_turn(screen: Desktop, tmp_path: Path) -> None:
    games = tmp_path / "games"
    window = Window(
        screen, "play", "koebenhavn-pas", *SEATS, "--seed", 5, "--to", games, "--lang", "da"
    )
    window.press("Return")
    file = wait_for(lambda: saved(games), "a session file")
    window.press("Return")
    driver, _ = shadow(file, tmp_path / "shadow", window.size)
    window.click(driver.at("pass"), times=2)
    wait_until_saved(file, "Pass")
    window.click(driver.at("rally"), times=2)
    wait_until_saved(file, "Rally")
    assert [action["type"] for action in actions(file)] == ["Pass", "Rally"]


def test_a_game_is_played_killed_and_gone_on_with(screen: Desktop, tmp_path: Path) -> None:
    games = tmp_path / "games"
    window = Window(
        screen, "play", "koebenhavn-pas", *SEATS, "--seed", 5, "--to", games, "--lang", "da"
    )
    window.press("Return")  # the announced saving has been read
    file = wait_for(lambda: saved(games), "a session file")
    window.press("Return")  # and what round 1 brings

    driver, game = shadow(file, tmp_path / "shadow", window.size)
    assert [seat.name for seat in game.state.seats] == ["Åse Ærø", "Jørgen"]
    card = game.state.idea_hands[0][0]
    track = game.state.setup.by_id.ideas[card].track
    window.drag(driver.at(f"hand:ideas:{card}"), driver.at(f"lane:{track}"))
    window.press("4")
    placed = {"type": "PlaceIdea", "seat": 0, "card": card, "estimate": 4}
    assert wait_until_saved(file, "PlaceIdea") == placed

    window.press("s")
    window.write(WRITTEN)
    window.press("Tab", "Tab", "Right", "Tab", "Right", "Tab", "3", "Return")
    assert wait_until_saved(file, "WriteIdea")["name"] == WRITTEN

    window.kill()
    before = file.read_bytes()
    assert before.endswith(b"\n")

    window = Window(screen, "play", "--resume", file, "--lang", "da")
    window.press("r")
    wait_until_saved(file, "Rally")
    window.press("u")
    wait_until_saved(file, "Pass")
    window.kill()
    assert file.read_bytes().startswith(before)
    assert [action["type"] for action in actions(file)] == [
        "PlaceIdea",
        "WriteIdea",
        "Rally",
        "Pass",
    ]
    verified = subprocess.run([sys.executable, "-m", "game", "verify", str(file)], check=False)
    assert verified.returncode == 0


@pytest.mark.timeout(900)  # it waits for every picture to stand still
def test_a_whole_game_from_the_announcement_on(screen: Desktop, tmp_path: Path) -> None:
    """By day to the first reality check, before which nearly all is done; at night to the end."""
    games = tmp_path / "games"
    names = [f"{seat.name}" for seat in staging.seats(2)]
    seats = [word for name in names for word in ("--seat", name)]
    window = Window(
        screen, "play", "foerste-spil", *seats, "--seed", 5, "--to", games, "--lang", "da"
    )
    window.press("Return")  # the announced saving has been read
    file = wait_for(lambda: saved(games), "a session file")
    case = load(SCENARIOS / "foerste-spil.toml").as_usual
    player = MirroredPlayer(window, file, tmp_path / "mirror", case, seed=5)
    player.play("random", seed=72, until=ResultScreen if NIGHTLY else CheckScreen)
    done = read(file)
    assert [d.action for d in done.history] == [d.action for d in player.game.session.history]
    assert verify(file, parse).ok
    player.flow.close()
    window.kill()
