"""Check, simulation and guide say the same: what is unusual, in the same words and numbers."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from game.bots import PEOPLE
from game.content import check, load, new_case, parse
from game.content.findings import path_text
from game.content.messages import MESSAGES
from game.content.weighing import ideas, modules, risks, rules, tracks, usual
from game.i18n import LANGS, Lang, words
from game.resources import SCENARIOS
from game.simulation import Simulation, Study, advise, share
from game.simulation.diagnosis import Cause, Diagnosis, unusual
from game.simulation.games import SEATS
from game.simulation.lessons import CEILING, FLOOR
from game.simulation.putting_back import FOR_THE_AUTHOR, WAYS_BACK
from game.simulation.trials import play_verdicts, won_share
from tests.effort import in_turns, sampled
from tests.simulation.damages import DAMAGES, Damage, damaged

ROOT = Path(__file__).parents[2]

CASES = sorted(path.stem for path in SCENARIOS.glob("*.toml"))
NO_MATTER_OF_PLAY = {
    "minutes_far",  # follows from rounds and actions, which are named themselves
    "few_for_seats",
    "arrow_without_effect",
    "arrow_up_and_harm",
    "arrow_down_and_gain",
    "idle_main_track",
    "idle_risk",
    "unprinted_risk",
    "idle_key",
    "no_arrow",
    "one_kind",
    "posts_never_bind",
}
"""What the check says of cards and rules that does not make a game harder or easier."""


def codes() -> set[str]:
    """Every code of the checks of balance: what they name, and there is a message for."""
    source = "".join(map(inspect.getsource, (ideas, modules, risks, rules, tracks)))
    decks = {f"few_{deck}" for deck in usual.CARDS}
    return {word for word in re.findall(r'"(\w+)"', source) if word in MESSAGES} | decks


def test_whatever_the_check_finds_in_the_balance_is_a_cause() -> None:
    known = WAYS_BACK.keys() | FOR_THE_AUTHOR | NO_MATTER_OF_PLAY
    assert codes() - known == set()
    assert known - MESSAGES.keys() == set()


def test_what_gevinst_new_writes_is_neither_too_hard_nor_too_easy() -> None:
    """The check has nothing to complain of in it, so the simulation may not either."""
    case = parse(new_case.example("Åbent længe", "da"), "x.toml")
    assert unusual(case) == []
    verdicts = play_verdicts(PEOPLE, case.setup, SEATS, 1, 0, 60)
    assert 0.45 <= won_share(verdicts).value <= 0.75


def test_a_short_game_that_is_too_hard_is_unusual_to_the_check_too() -> None:
    """A point more on all goals, and the simulation says too hard: the check has to say so."""
    text = new_case.example("Åbent længe", "da").replace("goal = 3", "goal = 4")
    assert {code for code, _, _ in unusual(parse(text, "x.toml"))} == {
        "thin_track",
        "high_goal",
    }


@pytest.mark.parametrize("id", CASES)
def test_nothing_is_unusual_in_a_shipped_case(id: str) -> None:
    case = load(SCENARIOS / f"{id}.toml")
    assert unusual(case) == []
    assert [p for p in check(case.source, case.file)[1] if p.code in WAYS_BACK] == []


@pytest.mark.parametrize(
    ("damage", "lang"),
    [(one, lang) for n, one in enumerate(sampled(DAMAGES, 6)) for lang in in_turns(LANGS, n)],
    ids=lambda one: one.name if isinstance(one, Damage) else one,
)
def test_a_cause_is_told_in_the_words_of_the_check(damage: Damage, lang: Lang) -> None:
    """Of every damage: each finding on its balance is a cause, in just these words."""
    case = damaged("koebenhavn-pas", damage)
    assert case is not None
    problems = [
        problem
        for problem in check(case.source, case.file, lang=lang)[1]
        if problem.code in WAYS_BACK.keys() | FOR_THE_AUTHOR
    ]
    found = unusual(case)
    assert [(code, path_text(path)) for code, path, _ in found] == [
        (problem.code, problem.path) for problem in problems
    ]
    for (code, path, _), problem in zip(found, problems, strict=True):
        diagnosis = Diagnosis(0, (0.5, 0.85), share(0, 0), None, (Cause(code, path, None),))
        nothing = Simulation(case.setup, (), (4,), 1, 0, 0)
        (told,) = advise(words(lang), case, Study(nothing, diagnosis=diagnosis))
        assert told.found.endswith(problem.message)
        assert f"{problem.line}: " in told.found
        assert told.do == problem.hint


def test_the_guide_has_the_same_limits_of_too_hard_and_too_easy() -> None:
    guide = (ROOT / "docs" / "scenarios.md").read_text(encoding="utf-8")
    assert f"under {FLOOR:.0%} or over {CEILING:.0%}".replace("%", "") in guide.replace("%", "")
