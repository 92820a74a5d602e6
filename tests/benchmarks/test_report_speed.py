"""How fast a report is written, and how large its files are; run by hand (``--benchmark-only``)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from game.i18n import words
from game.report import write_report
from game.report.checks import check_all
from game.report.registers import registers
from game.report.source import open_session
from tests import staging
from tests.report import sessions

pytest.importorskip("pytest_benchmark")


@pytest.fixture(scope="module")
def fullest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fullest table: eight seats, 16 ideas, more than 30 benefits."""
    session = staging.fullest(tmp_path_factory.mktemp("fullest"))
    session.close()
    return session.path


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sessions.finished(tmp_path_factory.mktemp("finished"))


def test_the_registers_of_a_whole_game(benchmark, finished: Path) -> None:
    t = words("da")

    def make() -> int:
        found = registers(open_session(finished, t))
        return len(check_all(t, found))

    assert benchmark(make) == 11


@pytest.mark.parametrize("kind", ["finished", "fullest"])
def test_a_whole_report(benchmark, kind: str, request, tmp_path: Path) -> None:
    session = request.getfixturevalue(kind)
    files = benchmark.pedantic(write_report, (session, tmp_path, "da"), rounds=5, warmup_rounds=1)
    benchmark.extra_info["kB"] = {f.name: round(f.stat().st_size / 1000) for f in files}
    print("\n", kind, benchmark.extra_info["kB"])


def test_a_report_from_the_command_line(benchmark, finished: Path, tmp_path: Path) -> None:
    """The whole process, with everything that is loaded for it."""
    command = [sys.executable, "-m", "game", "report", str(finished), "--to", str(tmp_path)]
    benchmark.pedantic(
        lambda: subprocess.run(command, check=True, capture_output=True), rounds=3, warmup_rounds=1
    )
