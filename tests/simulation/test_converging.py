"""Whoever makes the first change that a simulation advises comes to a balanced case."""

from __future__ import annotations

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from statistics import fmean
from typing import Final

import pytest

from game.bots import PEOPLE
from game.content import check, new_case, parse
from game.content.document import Document
from game.engine import TRACKS, Setup, Track
from game.i18n import Words
from game.simulation import Advice, Study, advise, levers, study
from game.simulation.diagnosis import diagnose
from tests.effort import sampled
from tests.simulation import made_up
from tests.simulation.foretold import Foretold

ROUNDS: Final = 3
"""So often an author simulates, and makes the first change, until nothing has to be changed."""
EXAMPLE: Final = new_case.example("Åbent længe", "da")
Spoil = Callable[[str], str]
Studied = Callable[[str], tuple[Study, list[Advice]]]


def _numbers(key: str, value: int) -> Spoil:
    return lambda text: re.sub(rf"\b{key} = \d+", f"{key} = {value}", text)


def _effects(by: int) -> Spoil:
    """All gains so much better, or worse, as far as they can be; arrows are left as they are."""

    def moved(found: re.Match[str]) -> str:
        low, high = int(found[1]) + by, min(int(found[2]) + by, 6)
        return f"= [{low}, {high}]" if int(found[1]) > 0 and 0 < low <= high else found[0]

    return lambda text: re.sub(r"= \[(-?\d+), (-?\d+)\]", moved, text)


UNBALANCED: Final[dict[str, Spoil]] = {
    "goals far too high": _numbers("goal", 5),
    "goals far too low": _numbers("goal", 1),
    "weak ideas": lambda text: _effects(-1)(_numbers("maturity", 2)(text)),
    "strong ideas": _effects(2),
    "dear ideas": _numbers("cost", 4),
    "few actions": _numbers("actions", 6),
    "many actions": _numbers("actions", 22),
    "grave risks": lambda text: _numbers("severity", 4)(_numbers("likelihood", 5)(text)),
}


def foretold(setup: Setup) -> float:
    """The share of games that people win, as a rule tells it: roughly what bots bring about."""

    def given(track: Track) -> float:
        return sum(max(0.0, levers.mean_effect(card, track)) for card in setup.ideas)

    scarce = min(given(track) / goal for track, goal in zip(TRACKS, setup.goals, strict=True))
    true = [setup.by_id.risks[id] for idea in setup.ideas for id in idea.risks]
    return (
        0.6
        + 0.3 * (min(scarce, 6) - 3)
        + 0.06 * (setup.rules.actions - 13)
        + 0.05 * (setup.rules.capacity - 4)
        - 0.25 * (fmean(card.cost for card in setup.ideas) - 1.6)
        + 0.15 * (fmean(card.maturity for card in setup.ideas) - 3.5)
        - 0.2 * (fmean(risk.severity for risk in true) - 2.4)
        - 0.1 * (fmean(risk.likelihood for risk in true) - 3.0)
    )


def told_by_a_rule(text: str) -> tuple[Study, list[Advice]]:
    case = parse(text, "x.toml")
    share = round(1000 * max(0.0, min(1.0, foretold(case.setup))))
    played = made_up.simulation(noisy_20=share, noisy_30=min(500, share))
    found = Study(played, diagnosis=diagnose(case, played, Foretold(foretold)))
    return found, advise(Words("da"), case, found)


def played_by_bots(text: str) -> tuple[Study, list[Advice]]:
    case = parse(text, "x.toml")
    with ThreadPoolExecutor(1) as threads:
        found = study(case, bots=(PEOPLE,), seats=(4,), games=30, executor=threads)
    return found, advise(Words("da"), case, found)


def with_edits(text: str, advice: Advice) -> str:
    document = Document(text)
    for edit in advice.edits:
        value = list(edit.value) if isinstance(edit.value, tuple) else edit.value
        document = document.set(edit.path, value)
    return document.text


def findings(text: str) -> set[tuple[str, str]]:
    return {(problem.code, problem.path) for problem in check(text, "x.toml")[1]}


def balanced(text: str, studied: Studied) -> int:
    """In how many rounds a text becomes balanced by what is advised first in each of them."""
    for round in range(ROUNDS + 1):
        found, advice = studied(text)
        assert found.diagnosis is not None
        if found.diagnosis.direction is None:
            assert advice[0].weight in ("good", "unsure"), "it says so, or that it cannot tell"
            return round
        before = findings(text)
        text = with_edits(text, next(one for one in advice if one.edits))
        assert findings(text) <= before, "what is advised makes no other finding"
    pytest.fail("still not balanced")


@pytest.mark.parametrize("name", sampled(list(UNBALANCED), 2))
def test_the_first_advice_leads_to_a_balanced_case(name: str) -> None:
    assert 0 < balanced(UNBALANCED[name](EXAMPLE), told_by_a_rule) <= ROUNDS


@pytest.mark.slow
def test_and_so_it_does_where_bots_play() -> None:
    assert 0 < balanced(UNBALANCED["dear ideas"](EXAMPLE), played_by_bots) <= ROUNDS
