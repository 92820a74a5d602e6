"""``python -m tests.lessons``: its tables, its data, and what it holds to be a fault."""

from __future__ import annotations

import dataclasses
import json
import sys
from collections import Counter
from io import StringIO

import pytest
from rich.console import Console

from game.bots import NOISY, TRICKS
from game.engine import LEVELS, Setup
from game.simulation import Simulation
from tests.lessons import __main__ as command
from tests.lessons.distances import disjoint, distance, distances
from tests.lessons.judging import faults
from tests.lessons.measure import PRACTICES, READERS, Asked, Measured
from tests.lessons.tables import TABLES, distances_table
from tests.simulation.made_up import GAMES, case, simulation, tally, with_tally

ASKED = Asked(seats=(4, 8), games=GAMES, seed=1, jobs=1)


def measured(played: Simulation | None = None, setup: Setup | None = None) -> Measured:
    """A case that plays well, measured without a game."""
    found = case() if setup is None else dataclasses.replace(case(), setup=setup)
    played = _with_others(played or simulation(ASKED.seats))
    played = dataclasses.replace(played, setup=found.setup)
    return Measured(found, ASKED, played, {"normal": played})


def _with_others(played: Simulation) -> Simulation:
    """The same with the groups that only the command has: more noise, tricks, a reader."""
    others = (*TRICKS, *READERS, *NOISY)
    cells = {(bot, seats): tally(800, reference=900) for bot in others for seats in ASKED.seats}
    verdicts = Counter(together=400, realised=500, on_the_way=100)
    tallies = {**cells, **played.tallies}
    for cell in [cell for cell in tallies if cell[0] == "method"]:
        tallies[cell] = dataclasses.replace(tallies[cell], verdicts=verdicts)
    return dataclasses.replace(played, tallies=tallies, bots=(*played.bots, *others))


def printed(table: object) -> str:
    console = Console(width=220, file=StringIO())
    with console.capture() as capture:
        console.print(table)
    return capture.get()


def test_a_case_that_plays_well_has_no_fault() -> None:
    assert faults(measured()) == []


@pytest.mark.parametrize(
    ("bot", "changes", "said"),
    [
        ("rush", {"verdicts": Counter(realised=300)}, "Haste"),
        ("noisy-20", {"verdicts": Counter(realised=300)}, "20% at random"),
        ("noisy-20-without-risks", {"lost": 0}, "risk work"),
        ("trick-undo", {"gained": 100, "lost": 0}, "trick-undo gains 10%"),
        ("method", {"verdicts": Counter(realised=900)}, "together in only 0%"),
        ("method", {"aims_judged": Counter(citizen=500)}, "the aim of citizen is met in 0%"),
    ],
)
def test_what_surely_is_wrong_is_a_fault(bot: str, changes: dict[str, object], said: str) -> None:
    played = with_tally(measured().played, bot, **changes)
    found = faults(dataclasses.replace(measured(), played=played, levels={"normal": played}))
    assert any(said in fault for fault in found), found


def test_every_table_has_a_row_for_each_number_of_seats() -> None:
    here = [measured()]
    for table in TABLES:
        built = table(here)
        assert built.row_count in (2, len(case().setup.roles))
    assert "noise" in printed(TABLES[0](here))


# ------------------------------------------------------------------ distances
def test_a_case_is_no_distance_from_itself_and_far_from_one_with_other_rules() -> None:
    here = measured()
    same = distance(here, here)
    assert (same.mean, same.apart) == (0.0, False)
    setup = case().setup
    rules = dataclasses.replace(setup.rules, actions=13, modules=("demand",))
    other = dataclasses.replace(setup, goals=(5, 5, 5, 5), rules=rules, ideas=setup.ideas[:6])
    there = distance(here, measured(setup=other))
    assert there.rules > 0.5
    assert there.shapes > 0.5
    assert printed(distances_table([there]))


def test_the_nearest_pair_comes_first() -> None:
    near, setup = measured(), case().setup
    far = dataclasses.replace(setup, goals=(3, 9, 3, 9), ideas=setup.ideas[:4])
    found = distances([near, measured(setup=far), measured()])
    assert found[0].mean == 0.0
    assert [d.mean for d in found] == sorted(d.mean for d in found)


def test_what_only_one_has_is_the_distance_of_two_collections() -> None:
    assert disjoint(Counter(), Counter()) == 0
    assert disjoint(Counter(a=1), Counter(b=1)) == 1
    assert disjoint(Counter(a=2, b=1), Counter(a=2, c=1)) == 0.5


# ------------------------------------------------------------------ the whole command
@pytest.mark.slow
def test_it_plays_a_case_and_prints_data(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    args = ["foerste-spil", "--games", "3", "--seats", "4", "--jobs", "1", "--json"]
    monkeypatch.setattr(sys, "argv", ["lessons", *args])
    assert command.main() in (0, 1)
    data = json.loads(capsys.readouterr().out)
    (found,) = data["cases"]
    assert found["case"] == "foerste-spil"
    at_four = found["seats"]["4"]
    assert set(at_four["won"]) == set(LEVELS)
    assert set(at_four["tricks"]) == set(TRICKS)
    assert set(at_four["practices"]) == set(PRACTICES)
