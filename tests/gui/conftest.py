"""What the tests of the widgets share."""

from __future__ import annotations

import pytest

from tests.gui.bench import Bench
from tests.gui.driver import Driver


@pytest.fixture
def bench() -> Bench:
    """One of every widget."""
    return Bench()


@pytest.fixture
def driver(bench: Bench) -> Driver:
    """A driver at the bench."""
    return Driver(bench)
