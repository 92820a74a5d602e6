"""Where there is no screen and no sound: one message, and what goes without a window."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests import staging
from tests.cli.programs import RUN
from tests.content.scenario_text import MINIMAL

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs a system without a desktop")
OF_A_DESKTOP = {"DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "SDL_VIDEODRIVER"}


def run(commands: Sequence[Sequence[object]], home: Path) -> tuple[list[tuple[int, str]], str]:
    """What each command comes to without a desktop, and what reached the terminal besides."""
    kept = {k: v for k, v in os.environ.items() if k not in {*OF_A_DESKTOP, "SDL_AUDIODRIVER"}}
    asked = json.dumps([[str(word) for word in command] for command in commands])
    done = subprocess.run(
        [sys.executable, "-c", RUN, asked],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
        env={**kept, "GEVINST_HOME": str(home), "LC_ALL": "C.UTF-8", "LANGUAGE": "en"},
    )
    lines = done.stdout.splitlines()
    return [(code, " ".join(said.split())) for code, said in map(json.loads, lines)], done.stderr


def test_each_command_says_what_goes_without_a_screen(tmp_path: Path) -> None:
    case, game = tmp_path / "case.toml", tmp_path / "game.jsonl"
    case.write_text(MINIMAL, "utf-8")
    with staging.begin(tmp_path / "games", 3, 1) as session:
        session.path.rename(game)
    ways: dict[tuple[object, ...], str] = {
        (): "gevinst --help",
        ("play",): "gevinst play CASE --headless --bots method",
        ("play", "foerste-spil"): "gevinst play foerste-spil --headless --bots method",
        ("play", case): f"gevinst play {case} --headless --bots method",
        ("play", "--resume", game): f"gevinst sessions show {game}",
        ("preview", case): f"gevinst preview {case} --to FOLDER",
        ("edit",): "gevinst new NAME",
        ("edit", case): f"gevinst check {case}",
        ("replay", game): f"gevinst sessions show {game}",
        (case,): f"gevinst play {case} --headless --bots method",
        (game,): f"gevinst sessions show {game}",
    }
    done, beside = run(list(ways), tmp_path / "home")
    assert beside == ""
    for (command, way), (code, said) in zip(ways.items(), done, strict=True):
        assert code == 1, command
        assert said.endswith(f"Start it on a desktop, or without a window: {way}"), command


@pytest.mark.slow
def test_the_check_tells_of_sound_and_screens_in_its_own_words_alone(tmp_path: Path) -> None:
    ((code, said),), beside = run([("preflight",)], tmp_path / "home")
    assert code == 1
    assert "There is no screen here." in said
    assert "ALSA lib" not in beside
    assert "XDG_RUNTIME_DIR" not in beside
