"""The examples of docs/engine.md run as they stand, one after the other."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import game.engine
from game.engine import Action, State, current_player
from game.engine.events import VERDICTS

PAGE = Path(__file__).parents[1] / "docs" / "engine.md"
TEXT = PAGE.read_text("utf-8")
EXAMPLE = re.compile(r"<!-- example( agents)? -->\n```python\n(.*?)```\n<!-- end -->", re.S)
BLOCKS: list[tuple[str, str]] = EXAMPLE.findall(TEXT)
"""Every example, and whether it needs the extra ``agents``."""


def run(code: str, scope: dict[str, Any]) -> None:
    exec(compile(code, str(PAGE), "exec"), scope)


def test_they_run_one_after_the_other(capsys: pytest.CaptureFixture[str]) -> None:
    scope: dict[str, Any] = {}
    for needs_agents, code in BLOCKS:
        if not needs_agents:
            run(code, scope)
    said = capsys.readouterr().out.splitlines()
    verdict, points = said[0].split(" ", 1)
    assert verdict in VERDICTS
    assert len(points.split(",")) == 4
    assert "80" in said[1]
    assert said[-1] == "True"
    assert isinstance(scope["state"], State)
    assert isinstance(scope["choice"], Action)
    assert scope["seat"] == current_player(scope["state"])


def test_an_agent_sits_at_the_table() -> None:
    pytest.importorskip("pettingzoo", reason="needs the extra: pip install gevinstbordet[agents]")
    scope: dict[str, Any] = {}
    run(BLOCKS[0][1], scope)
    run(next(code for needs_agents, code in BLOCKS if needs_agents), scope)
    assert scope["table"].agents == []


@pytest.mark.parametrize(
    ("heading", "most"), [("Play a game in ten lines", 10), ("Write a bot in twenty lines", 20)]
)
def test_they_are_as_short_as_they_say(heading: str, most: int) -> None:
    found = EXAMPLE.search(TEXT, TEXT.index(f"## {heading}"))
    assert found is not None
    assert 5 < len([line for line in found[2].splitlines() if line.strip()]) <= most


def test_what_an_agent_is_asked_for_is_told() -> None:
    named = set(re.findall(r"`(\w+)", TEXT))
    asked = "apply check cost legal templates observe visible news follow resample current_player"
    more = "is_terminal returns to_json from_json fold evolve digest"
    assert {*asked.split(), *more.split()} <= named & set(game.engine.__all__)
