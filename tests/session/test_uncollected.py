"""While a session is read, nobody looks for garbage; afterwards it is as it was before."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.session import ReadError, read
from game.session.uncollected import uncollected
from tests import staging


@pytest.fixture(params=[True, False])
def collecting(request: pytest.FixtureRequest) -> Iterator[bool]:
    """Whether the collector was at work before."""
    was_on = gc.isenabled()
    (gc.enable if request.param else gc.disable)()
    yield request.param
    (gc.enable if was_on else gc.disable)()


def test_the_collector_is_left_as_it_was(collecting: bool, tmp_path: Path) -> None:
    session = staging.begin(tmp_path, 2, 1)
    session.close()
    read(session.path)
    assert gc.isenabled() is collecting


def test_also_when_nothing_can_be_read(collecting: bool, tmp_path: Path) -> None:
    file = tmp_path / "no-session.jsonl"
    file.write_bytes(b"no session\n")
    with pytest.raises(ReadError):
        read(file)
    assert gc.isenabled() is collecting


def test_meanwhile_it_waits(collecting: bool) -> None:
    with uncollected():
        assert not gc.isenabled()
