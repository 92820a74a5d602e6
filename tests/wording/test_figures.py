"""Points on an indicator, values with units, measures in one line."""

import pytest

from game.content.case import Prose, TrackText
from game.engine import Benefit, Measure
from game.wording import figures
from tests.wording.cases import CASE, DA, EN


def track(baseline: float, target: float) -> TrackText:
    return TrackText(Prose("", ""), Prose("min", "min"), baseline, target)


@pytest.mark.parametrize(
    ("text", "points", "value"),
    [
        (track(45, 20), 0, 45),
        (track(45, 20), 8, 20),
        (track(45, 20), 4, 33),
        (track(45, 20), -2, 51),
        (track(0, 3), 4, 1.5),
        (track(0, 3), 1, 0.4),
        (track(0, 60), 1, 8),
        (track(0, 60), 3, 23),
        (track(0, 60), -3, -23),
        (track(60, 0), 3, 38),
        (track(0.1, 0.2), 4, 0.15),
    ],
)
def test_points_lie_on_the_line_from_baseline_to_target(
    text: TrackText, points: int, value: float
) -> None:
    assert figures.indicator_value(text, points, 8) == value


def test_an_indicator_is_said_with_its_unit() -> None:
    assert figures.indicator(EN, CASE, "citizen", 4) == "33 min"
    assert figures.track_span(DA, CASE, "economy") == "45 → 20 min"


def test_percent_stands_as_each_language_writes_it() -> None:
    assert figures.quantity(EN, 62, "%") == "62%"
    assert figures.quantity(DA, 6.5, "%") == "6,5 %"
    assert figures.quantity(DA, 6.5, "") == "6,5"


@pytest.mark.parametrize(
    ("measure", "said"),
    [
        (Measure("Calls", "a week", 160, 60, 6), "Calls: 160 → 60 a week, after 6 months"),
        (Measure("Calls", "a week", None, 60, 1), "Calls: to 60 a week, after 1 month"),
        (Measure("Calls", "a week", 160), "Calls: from 160 a week"),
        (Measure("Calls", "a week"), "Calls: a week"),
        (Measure("Calls"), "Calls"),
    ],
)
def test_a_measure_leaves_out_what_nobody_filled_in(measure: Measure, said: str) -> None:
    assert figures.measure_text(EN, measure) == said


def test_a_benefit_is_measured_in_the_groups_words_by_its_card_or_by_its_track() -> None:
    own = Benefit(3, 0, "benefit-0", measure=Measure("Smiles"))
    card = Benefit(3, 0, "benefit-0")
    bare = Benefit(3, 0)
    assert figures.benefit_measure_text(EN, CASE, "citizen", own) == "Smiles"
    said = figures.benefit_measure_text(EN, CASE, "citizen", card)
    assert said == "Waiting time: 45 → 20 min, after 6 months"
    assert figures.benefit_measure_text(EN, CASE, "citizen", bare) == "citizen: 45 → 20 min"
