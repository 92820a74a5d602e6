"""What the tests of the widgets share."""

from __future__ import annotations

import pytest

from tests.table.bench import Bench
from tests.table.driver import Driver


@pytest.fixture
def bench() -> Bench:
    """One of every widget."""
    return Bench()


@pytest.fixture
def driver(bench: Bench) -> Driver:
    """A driver at the bench."""
    return Driver(bench)
