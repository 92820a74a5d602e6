"""Sessions that were played once and are counted by many tests."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from game.i18n import Lang
from game.portfolio import write_portfolio
from game.report.file_names import file_name
from tests.portfolio.many import BEGUN, PLAYED, another, play, today
from tests.report.reading import MapPage


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


@dataclass(frozen=True)
class Written:
    lang: Lang
    folder: Path

    def file(self, name: str) -> Path:
        """A file by its English name."""
        return self.folder / file_name(self.lang, name)

    def page(self) -> MapPage:
        return MapPage(self.file("portfolio.html").read_text("utf-8"))

    def data(self) -> dict[str, object]:
        found: dict[str, object] = json.loads((self.folder / "portfolio.json").read_bytes())
        return found


@pytest.fixture(scope="session", params=["da", "en"])
def written(
    request: pytest.FixtureRequest, played: Path, tmp_path_factory: pytest.TempPathFactory
) -> Written:
    """The portfolio of several sessions, among them a broken one and a copy."""
    folder = tmp_path_factory.mktemp("many")
    for n, path in enumerate(sorted(played.rglob("*.jsonl"))):
        for m in range(3):
            begun = BEGUN.replace(day=10 + m)
            another(path, folder / f"Team Ydelse {n}-{m}.jsonl", begun)
    (folder / "Karens gruppe.jsonl").write_bytes(b"junk")
    copy = folder / "afskrift.jsonl"
    copy.write_bytes((folder / "Team Ydelse 0-0.jsonl").read_bytes())
    to = tmp_path_factory.mktemp("portfolio")
    write_portfolio([folder], to, request.param, today=today())
    return Written(request.param, to)
