"""Reports that were written once and are looked at by many tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.i18n import Lang, words
from game.report import write_report
from game.report.registers import Registers, registers
from game.report.source import ReportSource, open_session
from tests.report import sessions

MAKERS: dict[str, Callable[[Path], Path]] = {
    "finished": sessions.finished,
    "stopped_early": sessions.stopped_early,
    "own_project": sessions.own_project,
}


@pytest.fixture(scope="session")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Saved sessions by their kind."""
    folder = tmp_path_factory.mktemp("sessions")
    return {name: make(folder) for name, make in MAKERS.items()}


@pytest.fixture(scope="session")
def written(
    saved: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., Path]:
    """The folder of a report on one of them, in a language, with or without names."""
    made: dict[tuple[str, str, bool], Path] = {}

    def write(name: str, lang: Lang = "da", anonymous: bool = False) -> Path:
        key = (name, lang, anonymous)
        if key not in made:
            made[key] = tmp_path_factory.mktemp(f"{name}-{lang}")
            write_report(saved[name], made[key], lang, anonymous)
        return made[key]

    return write


@pytest.fixture(scope="session")
def opened(saved: dict[str, Path]) -> Callable[..., tuple[ReportSource, Registers]]:
    """A session with its registers."""
    made: dict[tuple[str, str, bool], tuple[ReportSource, Registers]] = {}

    def open_(
        name: str, lang: Lang = "en", anonymous: bool = False
    ) -> tuple[ReportSource, Registers]:
        key = (name, lang, anonymous)
        if key not in made:
            source = open_session(saved[name], words(lang), anonymous=anonymous)
            made[key] = source, registers(source)
        return made[key]

    return open_
