"""How long a game takes is reckoned in one place, and whatever tells it agrees with that."""

from __future__ import annotations

from dataclasses import replace
from statistics import fmean

import pytest

from game.bots import bot, play_game
from game.content import Case, load
from game.content.minutes import DECISION, FREE, SCREENS, STEP, minutes_at, reckoned_minutes
from game.content.reader import check_file
from game.engine import LEVELS, State
from game.engine import actions as act
from game.engine import events as ev
from game.engine.setup import Rules
from game.resources import SCENARIOS
from game.table.parts.folded_events import fold_events
from game.table.play.check.steps import steps_of
from game.table.play.check.tempo import moments_of

FIRST = SCENARIOS / "foerste-spil.toml"
CASES = sorted(SCENARIOS.glob("*.toml"))


def reckoned(case: Case) -> int:
    rules = case.setup.rules
    return reckoned_minutes(rules, rules.level, own_project=case.own_project)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_shipped_case_says_its_true_minutes(path):
    case = load(path)
    assert abs(case.minutes - reckoned(case)) <= STEP
    assert minutes_at(case, case.setup.rules.level) == case.minutes


def test_the_first_game_is_played_in_forty_minutes_and_says_so_wherever_it_is_told():
    first = load(FIRST)
    assert first.minutes == reckoned(first) == 40
    assert "forty minutes" in first.notes.read("en")
    assert "fyrre minutter" in first.notes.read("da")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_counts_behind_the_minutes_are_those_of_games_that_are_played(path):
    """Decisions and screens of whole games; the seconds of each are assumptions."""
    setup = load(path).as_usual.setup
    decisions, screens = zip(*(counted(setup, seats, 1) for seats in (4, 6)), strict=True)
    rounds = sum(setup.rules.rounds)
    assert fmean(decisions) == pytest.approx(rounds * (setup.rules.actions + FREE), rel=0.15)
    assert fmean(screens) == pytest.approx((rounds + 1) * SCREENS, rel=0.3)


def counted(setup, seats: int, seed: int) -> tuple[int, int]:
    """The decisions of a game, and the screens of its checks."""
    taken, told, screens = [], [], 0
    play_game(setup, seats, seed, bot("method"), lambda a, e: (taken.append(a), told.append(e)))
    state, earlier = State(setup), []
    for events in told:
        folded = fold_events(state, events)
        if any(isinstance(e, ev.CheckBegan) for e in events):
            screens += len(moments_of(steps_of(state, folded), earlier))
        earlier += events
        state = folded[-1].state
    going_on = (act.Proceed, type(None))
    return sum(not isinstance(a, going_on) for a in taken), screens


def test_more_rounds_and_more_actions_take_longer_and_so_does_writing():
    rules = Rules()
    usual = reckoned_minutes(rules, "normal")
    assert usual % STEP == 0
    assert reckoned_minutes(replace(rules, rounds=(2, 2, 4)), "normal") > usual
    assert reckoned_minutes(rules, "normal", own_project=True) > usual
    more = reckoned_minutes(rules, "gentle") - usual  # three actions more in seven rounds
    assert more == pytest.approx(3 * 7 * DECISION / 60, abs=STEP)


def test_a_case_that_is_far_off_is_told_so_with_its_line(tmp_path):
    text = FIRST.read_text("utf-8")
    file = tmp_path / "quick.toml"
    file.write_text(text.replace("minutes = 40", "minutes = 20"), "utf-8")
    (found,) = check_file(file)[1]
    assert found.severity == "warning"
    assert found.line == text[: text.index("minutes = 40")].count("\n") + 1
    assert "says that it takes 20 minutes. 3 rounds of 16 actions take about 40" in found.message
    assert "minutes = 40" in found.hint
    file.write_text(text.replace("minutes = 40", "minutes = 45"), "utf-8")
    assert not check_file(file)[1]


def test_each_level_tells_how_long_it_takes():
    case = load(FIRST).as_usual
    told = {level: minutes_at(case.at(level), level) for level in LEVELS}
    assert told["gentle"] == 40
    assert told["gentle"] > told["normal"] == told["demanding"]
