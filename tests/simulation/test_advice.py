"""What the author is told, in both languages."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from typing import get_args

import pytest

from game.bots import NAMES
from game.content.weighing import usual
from game.engine import TRACKS, ModuleName
from game.engine.setup import ABILITIES, Ability
from game.i18n import Words
from game.simulation import (
    LESSONS,
    Advice,
    Simulation,
    Study,
    advise,
    lesson_findings,
    seats_of,
)
from game.simulation.lessons import BOT_OF, Failure, Lesson, failures
from game.simulation.levers import LeverKind
from game.simulation.places import FilePlaces
from game.simulation.remedies import OWN_PROJECT_REMEDIES, REMEDIES, remedy
from game.simulation.remedy_places import OWN_PROJECT_PLACES, PLACES, hardest, reached
from game.simulation.texts import bot_name, lesson
from game.wording import terms
from game.wording.rule_names import RULE_NAMES
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


def wrong(**won: int) -> list[Advice]:
    return [one for one in said(simulation(seats=(4,), **won)) if one.weight == "wrong"]


def told(simulation: Simulation, t: Words = EN) -> list[Advice]:
    return advise(t, case(), Study(simulation))


def test_nothing_but_praise_for_a_case_that_plays_well() -> None:
    assert said(simulation()) == [
        Advice("good", "All lessons hold with 4 and 6 seats: the case teaches what it should.")
    ]
    (danish,) = said(simulation(), DA)
    assert (
        danish.found == "Alt det, en case skal vise, holder med 4 og 6 pladser: "
        "Casen lærer det fra sig, den skal."
    )


def test_too_hard_with_the_hardest_track_and_what_a_point_is_worth() -> None:
    (hard,) = said(simulation(**HARD))
    assert hard.weight == "wrong"
    assert hard.found == (
        "Too hard: a methodical group that takes a fifth of its decisions at random reaches all "
        "four goals in 45% (42–48) of the games with 4 seats and 45% (42–48) of the games with 6 "
        "seats; it should be at least 50%."
    )
    assert "first that of Citizen: in the same games it is reached most seldom, in 45%." in hard.do
    (danish,) = said(simulation(**HARD), DA)
    assert danish.found.startswith("For svær: En metodisk gruppe, der tager en femtedel")
    assert "i 45 % (42–48)" in danish.found
    assert "først det på sporet Borger: I de samme spil bliver det nået sjældnest, i 45 %." in (
        danish.do
    )


@pytest.mark.parametrize("lesson", ["noise_20", "noise_30", "rush", "random"])
def test_how_often_a_goal_is_reached_is_told_of_the_games_in_which_the_lesson_failed(
    lesson: Lesson,
) -> None:
    """Other groups, and other tables, reach it oftener: two numbers would exclude each other."""
    bot = BOT_OF[lesson]
    high = lesson in ("rush", "random")
    played = simulation(**{bot.replace("-", "_"): 400 if high else 200})
    played.tallies[bot, 4] = simulation().tallies[bot, 4]
    (failure,) = failures(f for f in lesson_findings(played) if f.lesson == lesson)
    assert failure.seats == (6,)
    tally = played.tally(bot, 6)
    for track in TRACKS:
        assert reached(played, failure, track) == tally.reached[track] / tally.games
    least = reached(played, failure, hardest(played, failure))
    assert 1 - tally.won / tally.games <= len(TRACKS) * (1 - least), "both can be true"


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
        ({"noisy_30": 200}, "Too hard for groups", "For svær for grupper", "Lower the goals"),
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
        ({"noisy_20_without_abilities": 630}, "The roles' abil", "Rollernes evner", "abilities"),
        ({"noisy_20_without_trials": 630}, "Trials do not matter", "Prøvehandlinger", "trial"),
        ({"noisy_20_without_anchoring": 630}, "Anchoring does not", "Forankring betyder", "owner"),
        ({"noisy_20_without_downsides": 630}, "Naming downsides", "At nævne ulemper", "harms"),
        (
            {"noisy_20_without_downsides": 50},
            "Everything depends on n",
            "Her afhænger alt af at",
            "fewer",
        ),
        (
            {"noisy_20_without_risks": 50},
            "Everything depends on risk",
            "Her afhænger alt af ris",
            "milder",
        ),
        (
            {"noisy_20_without_tracks": 50},
            "Everything depends on th",
            "Her afhænger alt af blik",
            "second",
        ),
        (
            {"noisy_20_without_abilities": 50},
            "Everything depends on",
            "Her afhænger alt af roller",
            "arrows",
        ),
        (
            {"noisy_20_without_trials": 50},
            "Everything depends on tr",
            "Her afhænger alt af prøve",
            "maturity",
        ),
        (
            {"noisy_20_without_anchoring": 50},
            "Everything depends on a",
            "Her afhænger alt af for",
            "Lower",
        ),
    ],
)
def test_each_broken_lesson_is_said_with_what_to_do(
    won: dict[str, int], english: str, danish: str, do: str
) -> None:
    broken = simulation(seats=(4,), **won)
    (advice,) = said(broken)
    assert advice.found.startswith(english)
    assert "4 seats" in advice.found
    assert do in advice.do
    (oversat,) = said(broken, DA)
    assert oversat.found.startswith(danish)
    assert "4 pladser" in oversat.found


@pytest.mark.parametrize("habit", HABITS)
def test_what_a_habit_is_worth_is_told_by_what_is_won_with_it_and_without(habit: str) -> None:
    """A difference below zero reads as nonsense: it costs −6 to leave it out."""
    (advice,) = said(simulation(seats=(4,), **{f"noisy_20_without_{habit}": 710}))
    assert (
        "the simulated groups win 65% of the games with and 71% without (4 seats)." in advice.found
    )
    assert advice.found.endswith("It should be worth 8% of the games or more.")
    assert not re.search(r"[−-]\d|percentage point", advice.found)


@pytest.mark.parametrize("habit", HABITS)
def test_what_would_undo_the_first_advice_waits(habit: str) -> None:
    """Where a case is too hard, what makes it harder is not advised as well; nor the reverse."""
    idle = {f"noisy_20_without_{habit}": 630}
    hard, other = wrong(**HARD, **idle)
    assert other.do == "The case is too hard: change that first, and simulate again."
    assert other.path == hard.path
    heavy = {f"noisy_20_without_{habit}": 50}
    _, other = wrong(noisy_20=900, **heavy)
    assert other.do == "The case is too easy: change that first, and simulate again."


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
    assert few[-1].found.startswith("So few games cannot tell yet: how it goes for people who play")
    assert few[-1].found.endswith("what anchoring is worth and what naming downsides is worth.")
    assert few[-1].do.startswith("Play more games to tell")
    danish = said(simulation(games=20), DA)[-1]
    assert "Spil flere spil" in danish.do
    assert not re.search("nterval|grænse", f"{danish.found} {danish.do}"), "no words of statistics"
    assert few[0].found.startswith("Too hard, too easy or as it should be: so few games cannot")
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


def test_of_cards_nothing_is_advised_that_undoes_the_first_advice() -> None:
    """Where a case is too hard, no idea is to get a harm; where it is too easy, none gives more."""
    base = simulation(seats=(4,), **HARD)
    pays = {id: dataclasses.replace(p, paid=0) for id, p in base.tally("method", 4).ideas.items()}
    always = with_tally(base, "method", implemented=base.tally("method", 4).placed)
    advice = next(one for one in said(always) if one.found.startswith("What always pays"))
    assert advice.do == "The case is too hard: change that first, and simulate again."
    never = with_tally(
        simulation(seats=(4,), noisy_20=900), "method", ideas=pays, implemented=Counter()
    )
    advice = next(one for one in said(never) if "never implements" in one.found)
    assert advice.do == "The case is too easy: change that first, and simulate again."


def test_the_only_benefits_of_a_track_are_not_to_go() -> None:
    """Without them the check would ask for some: the ideas have to give the track something."""
    base = simulation(seats=(4,))
    citizen = [card.id for card in base.setup.benefits if card.track == "citizen"]
    left = base.tally("method", 4).claimed - Counter(dict.fromkeys(citizen, GAMES))
    (advice,) = said(with_tally(base, "method", claimed=left))[-1:]
    assert advice.found.startswith("No benefit on Citizen is ever claimed: “")
    assert advice.do.startswith("Let ideas with another main track give this one more")
    some = with_tally(base, "method", claimed=left + Counter({citizen[0]: GAMES}))
    assert said(some)[-1].found.startswith("Benefits that are never claimed: “")


def test_remedies_are_the_same_number_in_both_languages_and_never_empty() -> None:
    places = FilePlaces(case())
    for lost, judgement in REMEDIES:
        failure = Failure(lost, judgement, (4,))
        english, danish = (remedy(t, simulation(), failure, places) for t in (EN, DA))
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
        "seats; it should be 50–85%."
    )
    assert not told(simulation(**HARD))[0].found.startswith("Balanced")


# ------------------------------------------------------------------ the case that is played
@pytest.mark.parametrize("t", [EN, DA])
@pytest.mark.parametrize("roles", [4, 5, 8])
def test_no_advice_speaks_of_more_roles_or_seats_than_the_case_has(t: Words, roles: int) -> None:
    setup = dataclasses.replace(case().setup, roles=case().setup.roles[:roles])
    for cards in (setup, dataclasses.replace(setup, ideas=(), benefits=(), risks=())):
        played = dataclasses.replace(simulation(seats_of(cards)), setup=cards)
        for lost, judgement in REMEDIES:
            text = remedy(t, played, Failure(lost, judgement, (4,)), FilePlaces(case()))
            told = re.findall(r"(\d+) (?:roles|roller|seats|pladser)", text)
            assert all(int(n) <= min(roles, 6) for n in told), text
            assert not re.search("six roles|seks roller", text)


def test_a_case_is_judged_at_tables_that_it_has_roles_for() -> None:
    def seats(roles: int) -> tuple[int, ...]:
        return seats_of(dataclasses.replace(case().setup, roles=case().setup.roles[:roles]))

    assert [seats(n) for n in (3, 4, 5, 6, 8)] == [(3,), (4,), (4, 5), (4, 6), (4, 6)]


def test_how_often_aims_decide_is_told_of_the_tables_it_is_counted_at() -> None:
    played = simulation()
    for seats in (4, 6):
        tally = played.tallies["noisy-20", seats]
        judged = Counter({role.id: GAMES for role in played.setup.roles})
        played.tallies["noisy-20", seats] = dataclasses.replace(
            tally, aims_judged=judged, aims_met=Counter(dict.fromkeys(judged, 100))
        )
    aims = [advice.found for advice in told(played) if advice.weight == "aims"]
    assert any("with 4 and 6 seats together all four goals are reached in 65%" in a for a in aims)
    rare = dataclasses.replace(
        played,
        tallies={
            cell: dataclasses.replace(tally, verdicts=Counter(realised=130, on_the_way=870))
            for cell, tally in played.tallies.items()
        },
    )
    assert not [a for a in told(rare) if "decide the top verdict" in a.found], (
        "only that it is hard"
    )


@pytest.mark.parametrize("name", ABILITIES)
def test_an_ability_is_named_as_it_is_chosen_and_as_the_file_has_it(name: Ability) -> None:
    assert FilePlaces(case()).ability(DA, name) == f"»{terms.ability(DA, name)}« ({name})"


@pytest.mark.parametrize("key", usual.RULES)
def test_a_rule_is_named_by_its_field_and_its_key(key: str) -> None:
    assert FilePlaces(case()).rule(DA, key) == f"»{DA(RULE_NAMES[key])}«, {key} i [rules]"


KEYS = "goal|effects|cost|maturity|delay|severity|likelihood|risks|value"


@pytest.mark.parametrize("kind", get_args(LeverKind))
def test_a_key_of_the_file_is_explained_where_a_danish_author_reads_it(kind: LeverKind) -> None:
    if kind in ("rule", "module"):
        return  # told by the field's name and the key
    told = DA(FilePlaces(case()).what(kind), track="Borger", idea="»X«", role="»Y«")
    bare = re.sub(rf"\w \((?:\w+ )?(?:{KEYS})\)", "", told)
    assert not re.search(rf"\b(?:{KEYS})\b", bare), told
