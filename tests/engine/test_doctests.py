"""The examples in the rules' own docstrings are true."""

from __future__ import annotations

import doctest

import game.engine


def test_the_package_example() -> None:
    done = doctest.testmod(game.engine)
    assert done.attempted >= 3
    assert done.failed == 0
