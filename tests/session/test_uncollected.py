"""While a session is read or verified, nobody looks for garbage; then it is as it was before."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from game.content import Case
from game.session import ReadError, read, verify
from game.session.uncollected import uncollected
from tests import staging


def verified(path: Path) -> object:
    """A session that is verified, of a case that has to be seen while nobody collects."""

    def parse(text: str, file: str) -> Case:
        assert not gc.isenabled()
        return staging.case()

    return verify(path, parse)


takes = pytest.mark.parametrize("take", [read, verified])


@pytest.fixture(params=[True, False])
def collecting(request: pytest.FixtureRequest) -> Iterator[bool]:
    """Whether the collector was at work before."""
    was_on = gc.isenabled()
    (gc.enable if request.param else gc.disable)()
    yield request.param
    (gc.enable if was_on else gc.disable)()


@takes
def test_the_collector_is_left_as_it_was(
    take: Callable[[Path], object], collecting: bool, tmp_path: Path
) -> None:
    session = staging.begin(tmp_path, 2, 1)
    session.close()
    take(session.path)
    assert gc.isenabled() is collecting


@takes
def test_also_when_nothing_can_be_read(
    take: Callable[[Path], object], collecting: bool, tmp_path: Path
) -> None:
    file = tmp_path / "no-session.jsonl"
    file.write_bytes(b"no session\n")
    with pytest.raises(ReadError):
        take(file)
    assert gc.isenabled() is collecting


def test_meanwhile_it_waits(collecting: bool) -> None:
    with uncollected():
        assert not gc.isenabled()
