"""What tests of several screens are about."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.session import Session
from tests import staging


@pytest.fixture
def method(tmp_path: Path) -> Session:
    """A whole game of four that did as the method says."""
    return staging.whole_game(tmp_path, "method", 4, 4)[0]


@pytest.fixture
def played(tmp_path: Path) -> Session:
    """Such a game that ended with a benefit at a measure of its own, and a trial: to follow up."""
    return staging.whole_game(tmp_path, "method", 3, 4)[0]


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """A whole game of eight seats with as much as can lie on a table."""
    return staging.play(
        staging.fullest(tmp_path_factory.mktemp("full")), staging.trusting, lambda s: False
    )
