"""Which lessons hold, as far as the intervals tell, and which cards matter."""

from __future__ import annotations

import dataclasses
from collections import Counter
from dataclasses import replace

import pytest

from game.bots import PEOPLE, WITHOUT
from game.engine import LEVELS
from game.simulation import LESSONS, Interval, bands, lead_of_reference, lesson_findings
from game.simulation import lessons as judging
from game.simulation.cards import ideas, unused
from game.simulation.lessons import HABITS
from game.simulation.tally import Payoff, Sum
from tests.rows import each_row
from tests.simulation.made_up import GAMES, simulation, with_tally


def judged(**won: int) -> dict[tuple[str, int], str]:
    return {(f.lesson, f.seats): f.judgement for f in lesson_findings(simulation(**won))}


def test_all_hold_in_a_case_that_plays_well() -> None:
    held = judged()
    assert set(held) == {(lesson, seats) for lesson in LESSONS for seats in (4, 6)}
    assert set(held.values()) == {"holds"}


@each_row(
    "won, lesson, judgement",
    [
        ({"noisy_20": 450}, "noise_20", "too_low"),
        ({"noisy_20": 465}, "noise_20", "unsure"),
        ({"noisy_20": 510}, "noise_20", "unsure"),
        ({"noisy_20": 900}, "noise_20", "too_high"),
        ({"noisy_30": 300}, "noise_30", "too_low"),
        ({"noisy_30": 800}, "noise_30", "too_high"),
        ({"rush": 130}, "rush", "too_high"),
        ({"rush": 123}, "rush", "unsure"),
        ({"rush": 100}, "rush", "unsure"),
        ({"random": 60}, "random", "too_high"),
        ({"random": 30}, "random", "unsure"),
        ({"economist": 300}, "economy_alone", "too_high"),
        ({"noisy_20_without_risks": 630}, "risks", "too_low"),
        ({"noisy_20_without_risks": 50}, "risks", "too_high"),
        ({"noisy_20_without_trials": 570}, "trials", "unsure"),
        ({"noisy_20_without_anchoring": 650}, "anchoring", "too_low"),
        ({"noisy_20_without_abilities": 620}, "abilities", "too_low"),
        ({"noisy_20_without_downsides": 640}, "downsides", "too_low"),
        ({"noisy_20_without_tracks": 50}, "tracks", "too_high"),
    ],
)
def test_a_lesson_is_judged_by_its_whole_interval(
    won: dict[str, int], lesson: str, judgement: str
) -> None:
    held = judged(**won)
    assert held.pop((lesson, 4)) == held.pop((lesson, 6)) == judgement
    assert set(held.values()) == {"holds"}


@pytest.mark.parametrize(
    ("won", "withheld"),
    [
        ({"noisy_20": 190}, {*HABITS, "economy_found"}),
        ({"noisy_20": 210}, set()),
        ({"noisy_20": 940}, set()),
        ({"noisy_20": 960}, {*HABITS, "economy_alone", "rush", "random"}),
    ],
)
def test_what_cannot_be_seen_where_all_games_end_alike_is_withheld(
    won: dict[str, int], withheld: set[str]
) -> None:
    held = judged(**won)
    assert {lesson for (lesson, _), judgement in held.items() if judgement == "withheld"} == (
        withheld
    )
    assert held["noise_20", 4] in ("too_low", "too_high"), "it is said that it is"


@pytest.mark.parametrize("won", [0, 130, 1000])
def test_after_a_few_games_nothing_is_withheld_and_nothing_is_compared(won: int) -> None:
    """It may be a case in which people hardly ever win: what practices are worth is left open."""
    few = lesson_findings(simulation(games=16, noisy_20=won, noisy_20_without_risks=1000))
    assert "withheld" not in {f.judgement for f in few}
    assert {f.judgement for f in few if f.lesson in HABITS} == {"unsure"}


def test_each_level_asks_for_its_own_share() -> None:
    base = simulation()
    on = {level: replace(base, setup=base.setup.at(level)) for level in LEVELS}
    judged_on = {
        level: {f.lesson: f.judgement for f in lesson_findings(played)}["noise_20"]
        for level, played in on.items()
    }
    assert judged_on == {"gentle": "too_low", "normal": "holds", "demanding": "unsure"}


def test_the_saving_may_be_out_of_reach() -> None:
    poor = with_tally(simulation(), "economist", reached=Counter(economy=100))
    here = {f.lesson: f for f in lesson_findings(poor)}["economy_found"]
    assert here.judgement == "too_low"
    assert here.measured.value == 0.1


def test_few_games_tell_nothing_but_the_obvious() -> None:
    few = {f.lesson: f.judgement for f in lesson_findings(simulation(games=20))}
    assert few["noise_20"] == few["random"] == few["tracks"] == "unsure"
    assert few["economy_found"] == "holds"


def test_lessons_of_bots_that_did_not_play_are_left_out() -> None:
    without = simulation(seats=(4,))
    for cell in list(without.tallies):
        if cell[0] not in ("method", PEOPLE, WITHOUT["risks"], "rush"):
            del without.tallies[cell]
    assert [f.lesson for f in lesson_findings(without)] == ["noise_20", "rush", "risks"]


def test_a_habit_is_worth_nothing_known_where_its_reference_has_not_played() -> None:
    alone = simulation(seats=(4,))
    del alone.tallies["method", 4], alone.tallies[PEOPLE, 4]
    assert "risks" not in {f.lesson for f in lesson_findings(alone)}
    assert lead_of_reference(alone, "rush", 4) is None


def test_the_lead_of_the_method_is_counted_in_the_same_games() -> None:
    played = with_tally(simulation(seats=(4,)), "rush", gained=100, lost=300)
    lead = lead_of_reference(played, "rush", 4)
    assert lead is not None
    assert lead.value == 0.2
    assert 0.15 < lead.low < 0.2 < lead.high < 0.25


def test_the_ends_of_a_band_belong_to_it() -> None:
    least, most = bands("normal")["noise_20"]
    wide = Interval(0.6, 0.2, 1.0)
    assert judging.judge(Interval(0.6, least, most), wide, (least, most)) == "holds"
    assert judging.judge(Interval(0.6, least - 0.001, most), wide, (least, most)) == "unsure"


def test_a_lesson_fails_only_where_it_would_among_all_that_are_judged() -> None:
    """Of one group alone a number may be judged that is unsure among those of twelve groups."""
    played = simulation(rush=123)
    alone = replace(
        played, tallies={cell: t for cell, t in played.tallies.items() if cell == ("rush", 4)}
    )
    assert [f.judgement for f in lesson_findings(alone)] == ["too_high"]
    here = {(f.lesson, f.seats): f for f in lesson_findings(played)}["rush", 4]
    assert here.judgement == "unsure"
    assert here.measured.low > here.most, "its own interval is told, which would be enough alone"


# ------------------------------------------------------------------ cards
ONE, TWO, THREE = (card.id for card in simulation().setup.ideas[:3])


def test_ideas_that_pay_mostly_are_not_remarkable() -> None:
    assert {found.pay for found in ideas(simulation())} == {"mostly"}
    assert unused(simulation()) == type(unused(simulation()))((), (), ())


def test_ideas_that_never_or_always_pay() -> None:
    base = simulation(seats=(4,))
    tally = base.tally("method", 4)
    odd = with_tally(
        base,
        "method",
        implemented=tally.implemented - Counter({ONE: GAMES}) + Counter({THREE: GAMES // 2}),
        ideas={
            **tally.ideas,
            TWO: Payoff(Sum(500, 500, 1000), 1500, 0),
            THREE: Payoff(Sum(1000, 6000, 37000), 2000, 1000),
        },
    )
    found = {f.idea: f for f in ideas(odd)}
    assert [found[id].pay for id in (ONE, TWO, THREE)] == ["never_implemented", "never", "always"]
    assert found[TWO].cost == 3
    assert found[TWO].points is not None
    assert found[TWO].points.value == 1


def test_a_tempting_saving_need_not_pay() -> None:
    base = simulation(seats=(4,))
    saving = dataclasses.replace(
        base.setup.ideas[0], effects={"economy": (4, 6), "citizen": (-4, -2), "employee": (-2, -1)}
    )
    setup = dataclasses.replace(base.setup, ideas=(saving, *base.setup.ideas[1:]))
    idle = base.tally("method", 4).implemented - Counter({saving.id: GAMES})
    left = with_tally(dataclasses.replace(base, setup=setup), "method", implemented=idle)
    assert ideas(left)[0].pay == "tempting"


def test_cards_that_never_matter() -> None:
    base = simulation(seats=(4,))
    tally, setup = base.tally("method", 4), base.setup
    benefit, risk = setup.benefits[5].id, setup.risks[3].id
    left = with_tally(
        base,
        "method",
        placed=tally.placed - Counter({ONE: GAMES - 5}),
        claimed=tally.claimed - Counter({benefit: GAMES}),
        met=tally.met - Counter({risk: GAMES}),
    )
    found = unused(left)
    assert (found.ideas, found.benefits, found.risks) == ((ONE,), (benefit,), (risk,))


def test_a_few_games_call_no_card_unused() -> None:
    few = with_tally(simulation(games=20), "method", placed=Counter(), implemented=Counter())
    assert unused(few).ideas == ()
    assert "never_implemented" not in {f.pay for f in ideas(few)}
