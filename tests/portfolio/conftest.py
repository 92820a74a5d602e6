"""Sessions that were played once and are counted by many tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.portfolio.many import BEGUN, PLAYED, another, play


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a case and an own project that was followed up, each in a folder of its own."""
    folder = tmp_path_factory.mktemp("sessions")
    for game, place in ((PLAYED[3], "Team Ydelse"), (PLAYED[6], "Byggesag")):
        play(game, folder / place)
    return folder


@pytest.fixture
def sessions(played: Path, tmp_path: Path) -> Path:
    """A folder of copies, to be spoilt."""
    folder = tmp_path / "sessions"
    for path in played.rglob("*.jsonl"):
        place = folder / path.parent.name
        place.mkdir(parents=True)
        another(path, place / path.name, BEGUN)
    return folder
