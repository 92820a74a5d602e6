"""How often chance alone makes something sure: changes that do nothing, and lessons that hold."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeVar

import pytest

from game.bots import USUAL
from game.content.edits import Edit, Edited
from game.engine import Setup
from game.engine.examples import tiny
from game.simulation import Simulation, Tally, bench, lesson_findings
from game.simulation.bench import Bench
from game.simulation.diagnosis import Diagnosis
from game.simulation.lessons import BOT_OF, FAILING, LESSONS, Lesson, bands
from game.simulation.levers import Lever
from game.simulation.progress import Meter
from game.simulation.ranking import Rank
from game.simulation.trials import FINALISTS, Trial, Verdicts
from tests.simulation import made_up

Key = TypeVar("Key")
STUDIES: Final = 100
"""Of so many one in twenty may be told something that is not so."""
BAND: Final = bands("normal")["noise_20"]
CHANGES: Final = [
    (Lever("rule", ("rules", "actions"), (Edit(("rules", "actions"), n),), (0,), (n,)),)
    for n in range(45)
]


@dataclass
class Chance:
    """Trials of which every change deals a share of the games anew, and does nothing else."""

    random: random.Random
    games: int = 120
    won: float = 0.4
    anew: float = 0.3
    played: list[tuple[int, range]] = field(default_factory=list)

    def by(self, bot: str, seats: Sequence[int]) -> Chance:
        return self

    def play(self, setups: Mapping[Key, Setup], first: int, last: int) -> dict[Key, Verdicts]:
        self.played.append((len(setups), range(first, last)))
        usual = [self.verdict() for _ in range(first, last)]
        return {
            key: tuple(
                self.verdict() if key != () and self.random.random() < self.anew else verdict
                for verdict in usual
            )
            for key in setups
        }

    def verdict(self) -> str:
        return "realised" if self.random.random() < self.won else "on_the_way"


@pytest.fixture
def race(monkeypatch: pytest.MonkeyPatch) -> Callable[[Chance], list[Trial]]:
    """A race of changes, all of which can be made."""
    monkeypatch.setattr(bench, "edited", lambda case, edits: Edited(case.setup, frozenset()))

    def run(chance: Chance) -> list[Trial]:
        tried = Bench(made_up.case(), chance, Rank(BAND, "easier"), Meter())
        return tried.race(CHANGES, FINALISTS)[1]

    return run


def test_changes_are_judged_in_games_that_did_not_choose_them(
    race: Callable[[Chance], list[Trial]],
) -> None:
    chance = Chance(random.Random(1))
    trials = race(chance)
    (many, few), (finals, fresh) = chance.played
    assert (many, finals) == (len(CHANGES) + 1, FINALISTS + 1), "with the case as it is, both times"
    assert len(few) * 4 < len(fresh) == chance.games
    assert few.stop <= fresh.start
    assert [trial.games for trial in trials if trial.judged] == [chance.games] * FINALISTS


def test_of_many_changes_that_do_nothing_hardly_ever_one_is_told_as_sure(
    race: Callable[[Chance], list[Trial]],
) -> None:
    chance = Chance(random.Random(1))
    told = 0
    for _ in range(STUDIES):
        trials = race(chance)
        diagnosis = Diagnosis(chance.games, BAND, trials[0].before, "easier", (), tuple(trials))
        assert not any(trial.sure for trial in trials if not trial.judged)
        told += any(map(diagnosis.mends, trials))
    assert told <= STUDIES / 20


# ------------------------------------------------------------------ lessons
EDGE: Final[Mapping[Lesson, float]] = {
    lesson: most if lesson in ("economy_alone", "rush", "random") else least
    for lesson, (least, most) in bands("normal").items()
}
"""For each lesson the end of its band that a case may well lie at."""
GAMES: Final = 200


def at_the_edges(chance: random.Random) -> Simulation:
    """Games of a case of which every lesson holds, and just so."""

    def some(share: float) -> int:
        return sum(chance.random() < share for _ in range(GAMES))

    tallies = {}
    for seats in (4, 6):
        for lesson in LESSONS:
            tally = tallies.setdefault((BOT_OF[lesson], seats), Tally(games=GAMES))
            if lesson == "economy_found":
                tally.reached = Counter(economy=some(EDGE[lesson]))
            elif "-without-" in BOT_OF[lesson]:
                tally.gained, tally.lost = some(0.1), some(0.1 + EDGE[lesson])
            else:
                tally.verdicts = Counter(realised=some(EDGE[lesson]))
    return Simulation(tiny(), USUAL, (4, 6), 1, GAMES, GAMES, tallies)


def test_a_case_of_which_all_lessons_hold_is_hardly_ever_told_of_a_wrong_one() -> None:
    """Each by its own interval, something would be wrong with nearly every other one of them."""
    chance = random.Random(2)
    found = [lesson_findings(at_the_edges(chance)) for _ in range(STUDIES)]
    wrong = sum(any(one.judgement in FAILING for one in of_a_case) for of_a_case in found)
    by_itself = sum(
        any(one.measured.high < one.least or one.measured.low > one.most for one in of_a_case)
        for of_a_case in found
    )
    assert wrong <= STUDIES / 20
    assert by_itself > STUDIES / 5
