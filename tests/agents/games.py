"""Setups of shipped cases."""

from __future__ import annotations

from functools import cache

from game.content import load
from game.engine import (
    Setup,
)
from game.resources import SCENARIOS


@cache
def setup_of(case: str) -> Setup:
    return load(SCENARIOS / f"{case}.toml").setup
