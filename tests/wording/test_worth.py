"""What points are worth: a benefit's own measure keeps its unit, and the track's is called so."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from game.content import Case, load
from game.content.unit_words import one_of
from game.engine import TRACKS, Measure
from game.engine.limits import ESTIMATES
from game.engine.setup import INDEX
from game.engine.state import Benefit
from game.i18n import LANGS, Lang, words
from game.resources import SCENARIOS
from game.wording import figures, worth
from tests.rows import each_row

CASES = sorted(SCENARIOS.glob("*.toml"))
each_case = each_row("file", CASES)
each_lang = each_row("lang", LANGS)


def claimed(case: Case) -> list[tuple[str, Benefit]]:
    return [(b.track, Benefit(3, 0, b.id)) for b in case.setup.benefits]


@each_lang
@each_case
def test_a_benefit_card_is_asked_for_in_its_own_unit(file: Path, lang: Lang) -> None:
    case, t = load(file), words(lang)
    for track, b in claimed(case):
        text = case.benefits[b.card or ""].measure
        own = worth.own_measure(t, case, track, b)
        assert own is not None
        asked = worth.asked_by(t, own)
        assert asked.startswith(text.indicator.read(lang))
        assert figures.span(t, text.baseline, text.target, text.unit.read(lang)) in asked


def _words(text: str) -> set[str]:
    """The words of a text, what is joined to a number by itself: DKK 2.4m, 62%."""
    return set(re.sub(r"(?<=\d)(?=[mk]\b|%)", " ", text).split())


@each_lang
@each_case
def test_what_other_points_come_to_is_in_its_unit_and_reaches_its_target(
    file: Path, lang: Lang
) -> None:
    case, t = load(file), words(lang)
    for track, b in claimed(case):
        own = worth.own_measure(t, case, track, b)
        assert own is not None
        assert own.target is not None
        reached = [worth.reached(t, own, points, b.estimate) for points in (0, *ESTIMATES)]
        units = [set(unit.split()) for unit in (own.unit, one_of(own.unit))]
        assert all(any(unit <= _words(text) for unit in units) for text in reached)
        assert reached[b.estimate].endswith(figures.quantity(t, own.target, own.unit))
        assert reached[0] != reached[b.estimate]


@each_lang
@each_case
def test_what_has_no_measure_of_its_own_is_said_to_go_by_the_track(file: Path, lang: Lang) -> None:
    case, t = load(file), words(lang)
    named = {"da": "Sporets måling", "en": "The track's measure"}[lang]
    for track in TRACKS:
        assert worth.own_measure(t, case, track, Benefit(3, 0)) is None
        scale = worth.track_scale(t, case, track)
        assert scale.startswith(f"{named}: {case.tracks[track].indicator.read(lang)}")
        assert str(case.setup.goals[INDEX[track]]) in scale
        told = worth.on_the_track(t, case, track, 2)
        assert told.endswith(named[1:])
        assert told.startswith(worth.by_track(t, case, track, 2))


def test_a_measure_that_was_written_counts_before_the_card_s() -> None:
    case, t = load(CASES[0]), words("en")
    card = case.setup.benefits[0]
    written = Measure("Guests sent on", "a day", 30, 12, 3)
    b = Benefit(3, 0, card.id, measure=written)
    assert worth.own_measure(t, case, card.track, b) == written
    assert worth.asked_by(t, written) == (
        "Guests sent on: 30 → 12 a day, after 3 months. "
        "If the card's goal is reached, what does the track gain?"
    )
    assert worth.reached(t, written, 0, 3) == "Guests sent on: 30 a day"
    assert worth.reached(t, Measure("Calls", "", None, 3, None), 0, 3) == ""


def test_without_a_benefit_there_is_nothing_of_its_own() -> None:
    case = load(CASES[0])
    assert worth.own_measure(words("en"), case, "citizen", None) is None


@each_lang
@each_case
def test_no_two_numbers_are_said_to_be_worth_the_same(file: Path, lang: Lang) -> None:
    """What a measure cannot show any more is not told as if it were a figure."""
    case, t = load(file), words(lang)
    for track in TRACKS:
        told = [worth.by_track(t, case, track, n) for n in ESTIMATES]
        beyond = [figures.is_beyond(t, case, track, n) for n in ESTIMATES]
        figures_told = [text for text, far in zip(told, beyond, strict=True) if not far]
        assert len(set(figures_told)) == len(figures_told) >= 2


def test_of_numbers_beyond_a_measure_only_the_first_is_told_by_it() -> None:
    """Where what is found at once goes from 50 to 80 % in three points, five is beyond it."""
    case, t = load(SCENARIOS / "foerste-spil.toml"), words("en")
    case = replace(case, setup=replace(case.setup, goals=(3, 3, 3, 3)))
    assert [worth.on_a_scale(t, case, "process", n) for n in ESTIMATES][3:] == [
        "40 percentage points more",
        "over 40 percentage points more",
        "even more",
    ]


def test_a_number_that_a_measure_has_room_for_only_in_part_is_told_to_be_more() -> None:
    """From 45 to 12.5 minutes in three points, a fourth would leave less than two of them."""
    case, t = load(SCENARIOS / "foerste-spil.toml"), words("en")
    shown = replace(case.tracks["citizen"], baseline=45.0, target=12.5)
    case = replace(case, tracks={**case.tracks, "citizen": shown})
    case = replace(case, setup=replace(case.setup, goals=(3, 3, 3, 3)))
    told = [worth.by_track(t, case, "citizen", n).split(" minut")[0] for n in (2, 3, 4)]
    assert [text.split()[0] for text in told] == ["21.7", "32.5", "over"], told
    measure = Measure("Waiting", "min", 45.0, 12.5)
    assert worth.reached(t, measure, 3, 3) == "Waiting: 12.5 min"
    assert worth.reached(t, measure, 4, 3) == "Waiting: less than 10.8 min"


@each_lang
@each_case
def test_what_the_measure_can_show_is_told_beside_other_numbers_as_it_is_alone(
    file: Path, lang: Lang
) -> None:
    case, t = load(file), words(lang)
    for track in TRACKS:
        for n in (sign * n for sign in (1, -1) for n in ESTIMATES):
            if not figures.is_beyond(t, case, track, n):
                told = worth.on_a_scale(t, case, track, n)
                assert told == worth.by_track(t, case, track, n)
