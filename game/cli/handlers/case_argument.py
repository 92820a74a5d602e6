"""Reads the case that an argument names."""

from __future__ import annotations

from pathlib import Path

from game.cli.errors import ProblemsError
from game.content import Case, ScenarioError, load
from game.engine import Level
from game.i18n import Words


def load_case(t: Words, path: Path, level: Level | None = None) -> Case:
    """The case in a file; without a level on its usual one."""
    try:
        case = load(path, lang=t.lang)
    except ScenarioError as error:
        raise ProblemsError(error.problems) from None
    return case.as_usual if level is None else case.at(level)
