"""What the author is told, in both languages."""

from __future__ import annotations

import dataclasses
from collections import Counter

import pytest

from game.bots import NAMES
from game.engine import ModuleName
from game.i18n import Words
from game.simulation import LESSONS, Advice, Simulation, Study, advise, lesson_findings
from game.simulation.places import FilePlaces
from game.simulation.remedies import OWN_PROJECT_REMEDIES, REMEDIES, Means
from game.simulation.remedy_places import OWN_PROJECT_PLACES, PLACES
from game.simulation.texts import bot_name, lesson
from tests.simulation.made_up import GAMES, case, simulation, with_tally

EN, DA = Words("en"), Words("da")
HABITS = ("trials", "anchoring", "risks", "abilities", "tracks", "downsides")
HARD = {"noisy_20": 450}
"""Too few games are won by a group with noise."""


def said(simulation: Simulation, t: Words = EN) -> list[Advice]:
    """What is said, but for aims, and that a case with another fault is balanced."""
    return [
        advice
        for advice in told(simulation, t)
        if advice.weight != "aims" and not advice.found.startswith(("Balanced", "I balance"))
    ]


def told(simulation: Simulation, t: Words = EN) -> list[Advice]:
    return advise(t, case(), Study(simulation))


def test_nothing_but_praise_for_a_case_that_plays_well() -> None:
    assert said(simulation()) == [
        Advice("good", "All lessons hold with 4 and 6 seats: the case teaches what it should.")
    ]
    (danish,) = said(simulation(), DA)
    assert danish.found == "Alt holder med 4 og 6 pladser: Casen lærer fra sig, hvad den skal."


def test_too_hard_with_the_hardest_track_and_what_a_point_is_worth() -> None:
    (hard,) = said(simulation(**HARD))
    assert hard.weight == "wrong"
    assert hard.found == (
        "Too hard: a methodical group that takes a fifth of its decisions at random reaches all "
        "four goals in 45% (42–48) of the games with 4 seats and 45% (42–48) of the games with 6 "
        "seats; at least 50% is meant."
    )
    assert "first that of Citizen, which is reached least often (90%)" in hard.do
    (danish,) = said(simulation(**HARD), DA)
    assert danish.found.startswith("For svær: En metodisk gruppe, der tager en femtedel")
    assert "i 45 % (42–48)" in danish.found
    assert "først Borger, som nås sjældnest (90 %)" in danish.do


def test_a_module_that_takes_points_may_be_left_out() -> None:
    played = simulation(**HARD)

    def with_modules(*modules: ModuleName) -> Simulation:
        rules = dataclasses.replace(played.setup.rules, modules=modules)
        return dataclasses.replace(played, setup=dataclasses.replace(played.setup, rules=rules))

    assert "module" not in said(with_modules("meetings", "everybody"))[0].do
    loaded = with_modules("meetings", "demand", "invest")
    assert "leave out a module that takes points: growing demand and money" in said(loaded)[0].do
    assert "Eller undvær et modul" in said(loaded, DA)[0].do


@pytest.mark.parametrize(
    ("won", "english", "danish", "do"),
    [
        ({"noisy_20": 900}, "Too easy", "For let", "Raise the goals"),
        ({"noisy_30": 200}, "Too hard for people", "For svær for mennesker", "Lower the goals"),
        ({"economist": 400}, "Economy alone wins here", "Her vinder økonomien", "economy goal"),
        ({"rush": 300}, "Haste wins here", "Her vinder hastværk", "Raise the goals"),
        ({"random": 60}, "Chance wins here", "Her vinder tilfældet", "Raise the goals"),
        ({"noisy_20_without_risks": 630}, "Risk work does not", "Risikoarbejdet betyder", "risks"),
        (
            {"noisy_20_without_tracks": 630},
            "Thought for the",
            "Blik for de andre",
            "second effects",
        ),
        ({"noisy_20_without_abilities": 630}, "The roles' abil", "Rollernes evner", "the voices"),
        ({"noisy_20_without_trials": 630}, "Trials do not matter", "Prøvehandlinger", "trial"),
        ({"noisy_20_without_anchoring": 630}, "Anchoring does not", "Forankring betyder", "owner"),
        ({"noisy_20_without_downsides": 630}, "Naming downsides", "At nævne ulemper", "harms"),
        ({"noisy_20_without_downsides": 50}, "Everything hangs on n", "Alt hænger på at", "fewer"),
        ({"noisy_20_without_risks": 50}, "Everything hangs on risk", "Alt hænger på ris", "milder"),
        ({"noisy_20_without_tracks": 50}, "Everything hangs on th", "Alt hænger på blik", "second"),
        (
            {"noisy_20_without_abilities": 50},
            "Everything hangs on",
            "Alt hænger på roller",
            "arrows",
        ),
        (
            {"noisy_20_without_trials": 50},
            "Everything hangs on tr",
            "Alt hænger på prøve",
            "maturity",
        ),
        ({"noisy_20_without_anchoring": 50}, "Everything hangs on a", "Alt hænger på for", "Lower"),
    ],
)
def test_each_broken_lesson_is_said_with_what_to_do(
    won: dict[str, int], english: str, danish: str, do: str
) -> None:
    broken = simulation(seats=(4,), **won)
    (advice,) = said(broken)
    assert advice.found.startswith(english)
    assert "with 4 seats" in advice.found
    assert do in advice.do
    (oversat,) = said(broken, DA)
    assert oversat.found.startswith(danish)
    assert "med 4 pladser" in oversat.found


def test_a_saving_out_of_reach() -> None:
    poor = with_tally(simulation(seats=(4,)), "economist", reached=Counter(economy=100))
    (advice,) = said(poor)
    assert advice.found.startswith("The saving is out of reach: a group that looks at economy")
    assert "10% (8–12) of the games with 4 seats" in advice.found
    assert "tempting savings" in advice.do


def test_only_the_seats_where_it_is_wrong_are_named() -> None:
    some = simulation()
    some.tallies["rush", 6] = simulation(rush=200).tallies["rush", 6]
    (advice,) = said(some)
    assert "6 seats" in advice.found
    assert "4 seats" not in advice.found


def test_what_matters_most_is_said_first() -> None:
    broken = simulation(**{**HARD, "noisy_20_without_trials": 630, "economist": 400, "rush": 200})
    heads = [advice.found.split()[0] for advice in said(broken) if advice.weight == "wrong"]
    assert heads == ["Too", "Economy", "Haste", "Trials"]


def test_what_cannot_be_told_asks_for_more_games() -> None:
    few = said(simulation(games=20))
    assert few[-1].weight == "unsure"
    assert few[-1].found.startswith("22 of 24 judgements cannot be made yet")
    assert few[-1].do.startswith("Play more games to tell")
    assert "Spil flere spil" in said(simulation(games=20), DA)[-1].do
    assert not [advice for advice in few if advice.weight == "good"]


def test_a_few_bots_do_not_make_all_lessons_hold() -> None:
    some = simulation()
    for cell in [cell for cell in some.tallies if cell[0] != "rush"]:
        del some.tallies[cell]
    assert said(some) == []


def test_cards_are_named_as_on_the_table_in_either_language() -> None:
    base = simulation(seats=(4,))
    idea = base.setup.ideas[0].id
    tally = base.tally("method", 4)
    left = with_tally(base, "method", placed=tally.placed - Counter({idea: GAMES}))
    names = case().ideas[idea].name
    assert said(left)[-1].found == f"Ideas that are never placed: “{names.en}”."
    assert said(left, DA)[-1].found == f"Idéer, der aldrig bliver lagt: »{names.da}«."
    idle = with_tally(base, "method", implemented=tally.implemented - Counter({idea: GAMES}))
    assert said(idle)[-1].found == f"A methodical group never implements “{names.en}”."
    assert "tempting saving" in said(idle)[-1].do


def test_remedies_are_the_same_number_in_both_languages_and_never_empty() -> None:
    means, places = Means.of(case().setup), FilePlaces(case())
    for remedy in REMEDIES.values():
        english, danish = (remedy(t, simulation(), means, places) for t in (EN, DA))
        assert english != danish
        assert "{" not in english + danish


def test_every_lesson_and_every_bot_has_a_name() -> None:
    for t in (EN, DA):
        found = lesson_findings(simulation(seats=(4,)))
        assert len({lesson(t, f) for f in found}) == len(LESSONS)
        assert len({bot_name(t, name) for name in NAMES}) == len(NAMES)


# ------------------------------------------------------------------ a group's own project
OWN = dataclasses.replace(case().setup, ideas=(), benefits=(), risks=())
CARD_WORDS = ("disbenefit", "true risks", "effects of", "arrow", "tempting")


@pytest.mark.parametrize("t", [EN, DA])
def test_where_cards_are_written_the_rules_are_what_can_be_changed(t: Words) -> None:
    everything_wrong = (
        simulation(**HARD),
        simulation(noisy_20=900, rush=300, random=60, economist=400),
        simulation(**{f"noisy_20_without_{habit}": 630 for habit in HABITS}),
        simulation(**{f"noisy_20_without_{habit}": 50 for habit in HABITS}),
    )
    for played in everything_wrong:
        advice = said(dataclasses.replace(played, setup=OWN), t)
        assert advice
        assert {a.weight for a in advice} == {"wrong"}, "nothing of cards that there are not"
        for a in advice:
            assert a.do
            assert not any(word in a.do for word in CARD_WORDS), a.do


def test_every_lesson_that_can_break_has_a_remedy_with_and_without_cards() -> None:
    assert OWN_PROJECT_REMEDIES.keys() == REMEDIES.keys()
    assert OWN_PROJECT_PLACES.keys() == PLACES.keys() == REMEDIES.keys()


def test_a_case_with_another_fault_is_said_to_be_balanced() -> None:
    first = told(simulation(rush=300))[0]
    assert first.weight == "good"
    assert first.found == (
        "Balanced: a methodical group that takes a fifth of its decisions at random reaches all "
        "four goals in 65% (62–68) of the games with 4 seats and 65% (62–68) of the games with 6 "
        "seats; 50–85% is meant."
    )
    assert not told(simulation(**HARD))[0].found.startswith("Balanced")
