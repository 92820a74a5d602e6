"""Which cases may leave as a workbook and come from one though they cannot be played yet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from game.content.problems import Problem

_LACKS: Final = frozenset(
    ("missing_key", "card_lacks", "empty_sheet", "missing_sheet", "missing_row")
)
"""Errors of a case that is not finished: something is still to be written."""


def is_unfinished(problem: Problem) -> bool:
    """Whether an error only says that something is still to be written."""
    return problem.severity == "error" and problem.code in _LACKS


def only_unfinished(problems: Iterable[Problem]) -> bool:
    """Whether nothing is wrong but that something is still to be written."""
    return all(is_unfinished(problem) for problem in problems if problem.severity == "error")
