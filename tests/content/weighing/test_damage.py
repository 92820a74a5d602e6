"""Every kind of mistake is told by its own code, at its place, and alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.content import check, parse
from game.content.messages import MESSAGES
from game.content.weighing import usual
from game.engine.setup import TRACKS
from tests.content.weighing.damage import Damage, Data, both, damaged, each, halved, put, told
from tests.content.weighing.mistakes import DAMAGES

CASE = "koebenhavn-pas"


@pytest.mark.parametrize(
    "damage", DAMAGES, ids=[f"{n}-{damage.code}" for n, damage in enumerate(DAMAGES)]
)
def test_a_mistake_is_told_where_it_was_made(damage: Damage) -> None:
    text = damaged(CASE, damage.do)
    problems = told(text)
    there = [p for p in problems if (p.code, p.path) == (damage.code, damage.path)]
    assert there, [(p.code, p.path) for p in problems]
    assert there[0].hint
    assert there[0].line > 0


def test_every_code_has_two_messages_and_each_is_its_own() -> None:
    codes = {damage.code for damage in DAMAGES}
    assert codes <= MESSAGES.keys()
    assert all(all(MESSAGES[code]) for code in codes)
    assert len({MESSAGES[code] for code in codes}) == len(codes)


@pytest.mark.parametrize(
    "case", ["herning-tidlig-indsats", "vejle-sommerskole", "foerste-spil", "da"]
)
@pytest.mark.parametrize(
    ("code", "do"),
    [
        ("high_maturity", each("ideas", "maturity", 5)),
        ("high_likelihood", each("risks", "likelihood", 5)),
        ("few_true_risks", each("ideas", "risks", [])),
        ("far_rule", put("rules", to={"rounds": [1, 1, 1], "trust": 1})),
        ("far_rule", put("rules", to={"rounds": [1, 1, 1], "actions": 20})),
        ("rich_idea", put("ideas", 2, "effects", to={t: [4, 6] for t in TRACKS})),
    ],
)
def test_what_decides_a_game_is_told_in_cases_of_any_length(
    case: str, code: str, do: Callable[[Data], object]
) -> None:
    assert code in {problem.code for problem in told(damaged(case, do))}


@pytest.mark.parametrize("track", TRACKS)
@pytest.mark.parametrize("case", ["aeldrepleje-besparelse", "herning-tidlig-indsats"])
def test_a_track_with_half_the_chances_is_told(case: str, track: str) -> None:
    problems = told(damaged(case, halved(track)))
    here = {p.code for p in problems if p.path == f"tracks.{track}.goal"}
    assert here & {"thin_track", "left_behind"}, here


def test_a_goal_for_seven_rounds_is_told_in_three() -> None:
    do = both(*(put("tracks", track, "goal", to=8) for track in TRACKS))
    assert 8 not in usual.goal(3)
    assert [p.path for p in told(damaged("en", do)) if p.code == "high_goal"] == [
        f"tracks.{track}.goal" for track in TRACKS
    ]


def test_the_one_track_that_is_left_behind_is_told() -> None:
    problems = told(damaged("herning-tidlig-indsats", halved("economy")))
    assert [p.path for p in problems if p.code == "left_behind"] == ["tracks.economy.goal"]


@pytest.mark.parametrize(
    ("case", "code", "text"),
    [
        ("da", "english_among_danish", "Everybody gets a time and a note the day before."),
        ("en", "danish_among_english", "Alle får en tid og en besked dagen før."),
    ],
)
def test_a_text_in_the_other_language_is_told_in_a_file_of_one(
    case: str, code: str, text: str
) -> None:
    problems = told(damaged(case, put("ideas", 0, "text", to=text)))
    assert (code, "ideas[0].text") in [(p.code, p.path) for p in problems]


def test_a_case_that_is_only_played_is_not_weighed() -> None:
    text = damaged(CASE, each("ideas", "cost", 9))
    assert told(text)
    case, problems = check(text, "case.toml", weighed=False)
    assert case == parse(text, "case.toml")
    assert problems == []
    broken = text.replace('"queue"', '"queues"', 1)
    case, problems = check(broken, "case.toml", weighed=False)
    assert case is None
    assert {problem.severity for problem in problems} == {"error"}
