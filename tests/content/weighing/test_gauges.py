"""Gauges: the balance of a case in numbers, in step with what is warned of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import tomli

from game.content.weighing.gauges import Gauge, gauges
from game.engine.setup import TRACKS
from game.i18n import LANGS, Lang, words
from game.resources import SCENARIOS
from tests.content.weighing.damage import Data, damaged, each, halved, put, text_of, told
from tests.rows import each_row

CASES = sorted(path.stem for path in SCENARIOS.glob("*.toml"))
CASE = "koebenhavn-pas"


def of(text: str, lang: Lang = "en") -> dict[str, Gauge]:
    return {gauge.code: gauge for gauge in gauges(tomli.loads(text), words(lang))}


@each_row("lang", LANGS)
@each_row("id", [*CASES, "da", "en"])
def test_every_gauge_of_a_shipped_case_is_fine(id: str, lang: Lang) -> None:
    found = of(text_of(id), lang)
    assert {gauge.state for gauge in found.values()} == {"fine"}
    assert not any(gauge.advice for gauge in found.values())
    for gauge in found.values():
        assert gauge.name
        assert "{" not in gauge.sentence
        assert gauge.least <= gauge.low <= gauge.high <= gauge.most, gauge
        assert gauge.value is not None
        assert gauge.least <= gauge.value <= gauge.most, gauge


def test_what_a_gauge_says_is_counted() -> None:
    found = of(text_of(CASE))
    assert found["gain:employee"].value == pytest.approx(4.0)
    assert found["gain:employee"].sentence == (
        "All ideas together give 28 points on average and 38 at their best; the goal is 7."
    )
    assert found["likelihood"].sentence.endswith("1 × 2, 13 × 3, 8 × 4.")
    assert found["cards:ideas"].path == ("ideas",)


@pytest.mark.parametrize("deck", ["roles", "ideas", "benefits", "risks", "events"])
def test_a_card_without_its_texts_is_measured(deck: str) -> None:
    """An author who begins with the figures, or has just added a card, still sees the balance."""
    data = tomli.loads(text_of(CASE))
    for text in ("name", "text"):
        data[deck][0].pop(text, None)
    data[deck][0].get("measure", {}).pop("indicator", None)
    told = {gauge.code: (gauge.value, gauge.state) for gauge in gauges(data, words("en"))}
    whole = {code: (gauge.value, gauge.state) for code, gauge in of(text_of(CASE)).items()}
    assert {**told, "languages": None} == {**whole, "languages": None}


def test_an_own_project_has_gauges_of_what_can_be_changed_in_it() -> None:
    assert list(of(text_of("eget-projekt"))) == [
        *("goals", "aims", "different_aims", "actions", "minutes", "languages")
    ]


@pytest.mark.parametrize(
    ("gauge", "state", "code", "do"),
    [
        ("maturity", "high", "high_maturity", each("ideas", "maturity", 5)),
        ("cost", "high", "high_cost", each("ideas", "cost", 5)),
        ("delay", "low", "short_delay", each("ideas", "delay", 0)),
        ("likelihood", "high", "high_likelihood", each("risks", "likelihood", 5)),
        ("severity", "low", "low_severity", each("risks", "severity", 1)),
        ("true_risks", "low", "few_true_risks", each("ideas", "risks", [])),
        ("true_pairs", "low", "few_true_pairs", each("ideas", "risks", [])),
        ("gain:citizen", "low", "thin_track", halved("citizen")),
        ("richest", "high", "rich_idea", put("ideas", 0, "effects", to=dict.fromkeys(TRACKS, 5))),
        ("goals", "high", "high_goal", put("tracks", "economy", "goal", to=12)),
        ("aims", "high", "hard_aim", put("roles", 1, "aim", "value", to=18)),
        ("aims", "low", "easy_aim", put("roles", 1, "aim", "value", to=3)),
        ("actions", "high", "far_rule", put("rules", "actions", to=20)),
        ("minutes", "low", "minutes_far", put("minutes", to=20)),
        ("languages", "low", "one_language", put("ideas", 0, "text", to={"da": "Alle har tid."})),
        ("cards:events", "low", "few_events", put("events", to=[])),
    ],
)
def test_a_gauge_is_off_where_the_check_warns(
    gauge: str, state: str, code: str, do: Callable[[Data], Any]
) -> None:
    text = damaged(CASE, do)
    found = of(text)[gauge]
    assert found.state == state
    assert found.advice
    codes = {problem.code for problem in told(text)}
    assert codes & {code, "missing_english"}
    hints = {problem.hint for problem in told(text)}
    assert found.advice in hints or code == "one_language"


def test_a_case_with_errors_has_gauges_that_say_why_they_cannot_be_told() -> None:
    text = damaged(CASE, put("ideas", 0, "cost", to="much"))
    found = of(text)
    assert found["cost"].state == "unknown"
    assert found["cost"].value is None
    assert "“ideas”" in found["cost"].sentence
    assert found["different_aims"].state == "fine"
    assert of(text, "da")["cost"].sentence == "Kan ikke siges endnu: Noget er galt under »ideas«."
    two = of(damaged(CASE, each("ideas", "kind", "idea")))["worth"]
    assert "18 places" in two.sentence


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"ideas": 5, "tracks": [], "roles": None, "title": 7, "rules": "x"},
        {"ideas": [[], {"id": 1}], "economy": {"saving": "x"}, "minutes": True},
        {"own_project": True, "tracks": {"citizen": 1}},
    ],
)
def test_anything_may_be_measured(data: Data) -> None:
    found = gauges(data, words("en"))
    assert found
    assert any(gauge.state == "unknown" for gauge in found)
