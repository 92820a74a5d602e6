"""Points on an indicator, values with units, measures in one line."""

import re
from pathlib import Path

import pytest

from game.content import load
from game.content.case import Prose, TrackText
from game.content.unit_words import one_of
from game.engine import Benefit, Measure
from game.i18n import LANGS, Lang, Words
from game.resources import SCENARIOS
from game.wording import figures
from tests.rows import each_row
from tests.wording.cases import CASE, DA, EN


def track(baseline: float, target: float) -> TrackText:
    return TrackText(Prose("", ""), Prose("min", "min"), baseline, target)


@each_row(
    "text, points, value",
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


@each_row(
    "baseline, target, unit, points, value",
    [
        (31, 50, "%", 32, 98),  # never above a hundred
        (90, 100, "pct.", 12, 100),  # but a target may be there
        (8, 2, "%", 20, 0.8),
        (4, 2, "hours", 40, 0.3),  # nobody waits no time at all, or less
        (60, 0, "min", 9, 0),
        (120, 140, "% of the norm", 16, 160),
        (0, 2, "mio. kr.", -4, -1),  # money is lost
        (0, 60, "hours moved", -4, -30),
    ],
)
def test_an_indicator_stays_where_it_can_be(
    baseline: float, target: float, unit: str, points: int, value: float
) -> None:
    assert figures.value_at(baseline, target, points, 8, unit) == value


@each_row(
    "baseline, target, points, value",
    [
        (0, 2000, 2, 600),  # hundreds show a point of 286, and both ends are hundreds
        (0, 3_000_000, 4, 1_700_000),
        (400, 150, 3, 290),
        (1234, 500, 1, 1129),  # the end bears the last digit
        (12.5, 30, 0, 12.5),
        (0.125, 0.25, 7, 0.25),
        (0, 2, 2, 0.6),
        (10, 10, 3, 10),
    ],
)
def test_a_value_is_told_no_finer_than_its_ends_bear(
    baseline: float, target: float, points: int, value: float
) -> None:
    assert figures.value_at(baseline, target, points, 7) == value


def test_an_indicator_is_said_with_its_unit() -> None:
    assert figures.indicator(EN, CASE, "citizen", 4) == "33 min"
    assert figures.track_span(DA, CASE, "economy") == "45 → 20 min"


@each_row(
    "t, value, unit, said",
    [
        (DA, 1, "hjælpere", "1 hjælper"),
        (DA, -1, "timer pr. uge", "−1 time pr. uge"),
        (DA, 1.5, "timer", "1,5 timer"),
        (DA, 1, "mio. kr.", "1 mio. kr."),
        (DA, 21, "dage", "21 dage"),
        (EN, 1, "people", "1 person"),
        (EN, 1, "hours a week", "1 hour a week"),
        (EN, 1, "DKK m", "DKK 1m"),
        (EN, 2600, "DKK", "DKK 2,600"),
        (EN, 400, "DKK k a year", "DKK 400k a year"),
    ],
)
def test_one_of_a_unit_and_sums_of_money_are_said_as_people_say_them(
    t: Words, value: float, unit: str, said: str
) -> None:
    assert figures.quantity(t, value, unit) == said


_SAME = re.compile(
    r"(?:%|min|dB|stk\.|indeks|index|besøg|pct\.|mio\.|t\.kr\.|kr\.|DKK|km|pr\.|an?|tusind|1,000)"
    r"(?: .*|point)?"
)
"""Units of shipped cases that are called the same of one and of many."""


@each_row("file", sorted(SCENARIOS.glob("*.toml")))
@each_row("lang", LANGS)
def test_each_unit_of_a_shipped_case_has_a_word_for_one(file: Path, lang: Lang) -> None:
    case = load(file)
    measures = [*case.tracks.values(), *(card.measure for card in case.benefits.values())]
    for unit in (m.unit.read(lang) for m in measures):
        assert one_of(unit) != unit or _SAME.fullmatch(unit), unit


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
    assert figures.benefit_measure_text(EN, CASE, "citizen", bare) == "citizen: 45 → 36 min"
    goal = Benefit(8, 0)
    assert figures.benefit_measure_text(EN, CASE, "citizen", goal) == "citizen: 45 → 20 min"


def test_beyond_what_an_indicator_shows_its_last_value_is_not_told_as_reached() -> None:
    goal = CASE.setup.goals[0]
    told = [figures.indicator(EN, CASE, "citizen", n) for n in range(4 * goal)]
    plain = [text for text in told if "than" not in text]
    assert len(set(plain)) == len(plain), "each point has a value of its own"
    assert (plain[-1], told[len(plain)], told[-1]) == (
        "4 min",
        "less than 3 min",
        "less than 3 min",
    )
    assert figures.indicator(DA, CASE, "citizen", 4 * goal).startswith("mindre end ")
