"""What is usual in a case: every shipped case is."""

from __future__ import annotations

import re

import pytest

from game.content import load
from game.content.weighing import usual
from game.engine.setup import AIM_KINDS, TRACKS, AimKind, Rules
from game.resources import SCENARIOS
from tests.rows import each_row

CASES = sorted(path.stem for path in SCENARIOS.glob("*.toml"))


def test_a_range_has_both_ends_in_it() -> None:
    some = usual.Usual(0.1, 0.3)
    assert [some.side(value) for value in (0.09, 0.1, 0.3, 0.1 + 0.2, 0.31)] == [
        "low",
        "fine",
        "fine",
        "fine",
        "high",
    ]
    assert 0.2 in some
    assert 0.4 not in some


def test_every_number_of_the_rules_is_usual_where_no_case_changes_it() -> None:
    for key, range_ in usual.RULES.items():
        assert getattr(Rules(), key) in range_, key


@each_row("id", CASES)
def test_the_goals_and_aims_of_a_shipped_case_are_usual(id: str) -> None:
    case = load(SCENARIOS / f"{id}.toml")
    setup = case.setup
    rounds = sum(setup.rules.rounds)
    goals = dict(zip(TRACKS, setup.goals, strict=True))
    for track, goal in goals.items():
        range_ = usual.goal(rounds, own_project=case.own_project, level=setup.rules.level)
        assert goal in range_, track
    for role in setup.roles:
        aim = role.aim
        goal = goals[aim.track or "citizen"]
        assert aim.value in usual.aim(aim.kind, rounds, goal), role.id


def test_four_points_in_three_rounds_are_much_unless_the_level_takes_one_away() -> None:
    """Measured: the robots that should win half of such games win a third of them or fewer."""
    assert usual.goal(3, level="gentle").side(4) == "fine"
    assert usual.goal(3).side(4) == "high"


# ------------------------------------------------------------------ the guide
GUIDE = (SCENARIOS.parent / "docs" / "scenarios.md").read_text(encoding="utf-8")


def row(start: str) -> list[str]:
    """The cells of the row of the guide that begins so, after the first."""
    (line,) = (line for line in GUIDE.splitlines() if line.startswith(f"| {start}"))
    return [cell.strip() for cell in line.strip("|").split("|")[1:]]


def told(some: usual.Usual, scale: float = 1) -> str:
    return f"{some.low * scale:g} to {some.high * scale:g}"


@each_row(
    "start, key, scale",
    [
        ("what all ideas give a track", "gain", 1),
        ("an idea's worth on all tracks", "worth", 1),
        ("cost on average", "cost", 1),
        ("maturity on average", "maturity", 1),
        ("delay on average", "delay", 1),
        ("true risks for each idea", "true_risks", 1),
        ("severity of true risks", "severity", 1),
        ("likelihood of true risks", "likelihood", 1),
        ("printed on risk cards and true", "true_pairs", 100),
    ],
)
def test_the_guide_tells_what_is_usual_of_cards(start: str, key: str, scale: float) -> None:
    full, short = row(start)
    assert full.startswith(told(getattr(usual.FULL, key), scale))
    assert short.startswith(told(getattr(usual.SHORT, key), scale))


def test_the_guide_tells_all_other_numbers_as_they_are() -> None:
    least = [f"{usual.CARDS[deck].low:g}" for deck in ("ideas", "benefits", "risks", "events")]
    first = row("ideas, benefits, risks, events")[0]
    assert first.startswith(f"{', '.join(least[:3])} and {least[3]} or more")
    short, gentle = usual.goal(3), usual.goal(3, level="gentle")
    in_three = f"{short.high:g} in 3 rounds, {gentle.high:g} on Room to learn"
    assert row("goal of a track") == [told(usual.goal(7)), in_three]
    assert usual.FULL.harm.high == 1 / 3
    assert row("what they take from it")[1] == f"{usual.SHORT.harm.high:.0%} at most".replace(
        "%", " %"
    )
    assert f"none above {usual.WORTH.high:g}" in row("an idea's worth")[0]
    assert f"each {told(usual.COST)} |" in GUIDE
    assert row("from lowest")[0] == f"{usual.WIDTH.low + 1:g} to {usual.WIDTH.high + 1:g} values"
    assert row("arrows that")[0] == f"{100 * usual.FALSE_ARROWS.high:g} % at most"
    assert row("months until")[0] == told(usual.MONTHS)
    assert row("ideas with a track")[0] == f"{usual.ON_TRACK.low:g} or more"


@pytest.mark.parametrize("kind", [kind for kind in AIM_KINDS if kind != "track_at_least"])
def test_the_guide_tells_the_usual_aims(kind: AimKind) -> None:
    assert row(f"`{kind}`")[1] == told(usual.aim(kind, usual.FULL_GAME, 8))


def test_the_pairs_that_the_guide_prints_are_usual() -> None:
    found = re.search(
        r"With (\d+) ideas and (\d+) risks that is (\d+) ideas printed and (\d+) of them\s+true, "
        r"which makes ([\d.]+) true",
        GUIDE,
    )
    assert found
    ideas, risks, printed, true = map(int, found.groups()[:4])
    assert true / ideas in usual.FULL.true_risks
    assert true / printed in usual.FULL.true_pairs
    assert round(true / ideas, 1) == float(found[5])
    assert 1 < printed / risks < 2, "one or two on a card"
