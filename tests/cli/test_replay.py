"""``gevinst replay``: what it opens, and what it says when it cannot."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from game.cli import main
from game.gui.app import App
from game.table.after.replay.screen import ReplayScreen
from tests.session.lines import altered
from tests.table.watching import copied, recorded


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return recorded(tmp_path_factory.mktemp("recorded"))


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[ReplayScreen]:
    """The replays that were opened: the window is closed as soon as it stands."""
    opened = []

    def run(self: App) -> None:
        self.draw()
        assert isinstance(self.top, ReplayScreen)
        opened.append(self.top)

    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setattr(App, "run", run)
    return opened


def test_it_opens_a_file_at_a_step(recording: Path, seen: list[ReplayScreen]) -> None:
    before = recording.read_bytes()
    assert main(["replay", str(recording), "--at", "40", "--lang", "en"]) == 0
    (screen,) = seen
    assert screen.player.at == 40
    assert not screen.view.nameless
    assert recording.read_bytes() == before


def test_a_session_is_found_by_the_beginning_of_its_name(
    recording: Path, tmp_path: Path, seen: list[ReplayScreen]
) -> None:
    copied(recording, tmp_path)
    assert main(["--to", str(tmp_path), "replay", recording.stem[:-2], "--hide-names"]) == 0
    assert seen[0].view.nameless


@pytest.mark.parametrize("lang", ["da", "en"])
def test_one_that_is_not_there_is_told_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    assert main(["--to", str(tmp_path), "replay", "nowhere", "--lang", lang]) == 1
    said = capsys.readouterr().err
    assert "nowhere" in said
    assert said.count("\n") == 1


def test_what_is_no_session_is_told_before_a_window_opens(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], seen: list[ReplayScreen]
) -> None:
    file = tmp_path / "shopping.jsonl"
    file.write_text("milk\n")
    assert main(["replay", str(file), "--lang", "en"]) == 1
    assert "not a session" in capsys.readouterr().err
    assert not seen


def test_a_step_that_is_not_there_is_told(
    recording: Path, capsys: pytest.CaptureFixture[str], seen: list[ReplayScreen]
) -> None:
    assert main(["replay", str(recording), "--at", "5000", "--lang", "en"]) == 1
    assert "no step 5000" in capsys.readouterr().err
    assert main(["replay", str(recording), "--at", "-1", "--lang", "en"]) == 2
    assert main(["replay", str(recording), "--at", "soon"]) == 2
    assert main(["replay"]) == 2
    assert not seen


def test_other_rules_and_a_broken_case_open_all_the_same(
    recording: Path, tmp_path: Path, seen: list[ReplayScreen]
) -> None:
    path = altered(copied(recording, tmp_path), 1, rules=99, scenario="title = 3")
    assert main(["replay", str(path), "--at", "100"]) == 0
    (screen,) = seen
    assert [t.code for t in screen.recording.troubles] == ["newer_rules", "scenario_mended"]
    assert screen.view.state.ideas


@pytest.mark.slow
def test_the_process_ends_well(recording: Path) -> None:
    """Nothing but the command itself: it opens, the window is closed, the code is 0."""
    close = f"import pygame; pygame.event.post(pygame.Event({pygame.QUIT}))"
    code = (
        "import sys; from game.cli import main; from game.gui.app import App\n"
        "run = App.run\n"
        f"def closed(self):\n    {close}\n    run(self)\n"
        "App.run = closed\n"
        f"sys.exit(main(['replay', {str(recording)!r}]))"
    )
    env = {**os.environ, "SDL_VIDEODRIVER": "dummy"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=env, capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")
