"""The editor shows a file whatever stands in it: whoever wrote it there comes to mend it here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import cycle
from random import Random
from typing import Any

import pytest
import tomli
import tomli_w

from game.table.editor.sections import SECTIONS
from tests.table.writing import CASE, Desk

VALUES: dict[str, Any] = {
    "a text": "x",
    "no range": "--3..4",
    "an empty text": "",
    "digits": "9" * 5000,
    "another script": "²",
    "texts": ["a", "a", "a"],
    "lists in a list": [[1], []],
    "a table": {"da": "", "xx": 1},
    "a flag": True,
    "a day": date(2026, 1, 1),
    "below zero": -1,
    "a fraction": 0.5,
    "no number": float("nan"),
    "without end": float("inf"),
    "beyond counting": 10**400,
}
"""What may stand where something else is meant."""


def replaced(part: Any, by: Callable[[Any], Any]) -> Any:
    """The same data with other values in it."""
    if isinstance(part, dict):
        return {key: replaced(inner, by) for key, inner in part.items()}
    if isinstance(part, list) and any(isinstance(inner, dict) for inner in part):
        return [replaced(inner, by) for inner in part]
    return by(part)


def look_at_everything(by: Callable[[Any], Any]) -> None:
    """Open a case with other values, turn to each section, and let it be judged."""
    data = tomli.loads(CASE.read_text(encoding="utf-8"))
    desk = Desk(tomli_w.dumps(replaced(data, by)))
    for section in SECTIONS:
        desk.screen.go(section.key, 0)
        desk.screen.refresh()
        desk.app.draw()
    desk.rest()


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_a_case_is_shown_whatever_stands_everywhere(value: Any) -> None:
    look_at_everything(lambda _: value)


@pytest.mark.parametrize("seed", range(3))
def test_a_case_is_shown_whatever_stands_here_and_there(seed: int) -> None:
    chance, values = Random(seed), cycle(VALUES.values())
    look_at_everything(lambda value: next(values) if chance.random() < 0.3 else value)
