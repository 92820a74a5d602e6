"""How long a game takes is reckoned in one place, and whatever tells it agrees with that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import fmean

import pytest

from game.bots import bot, play_game
from game.content import Case, load
from game.content.minutes import DECISION, FREE, SCREENS, STEP, minutes_at, reckoned_minutes
from game.content.reader import check_file
from game.debrief.talk import SECONDS
from game.engine import LEVELS, State
from game.engine import actions as act
from game.engine import events as ev
from game.engine.setup import Rules
from game.i18n import catalogue
from game.resources import SCENARIOS
from game.table.parts.folded_events import fold_events
from game.table.play.check.steps import steps_of
from game.table.play.check.tempo import moments_of
from tests.rows import each_row

ROOT = Path(__file__).parents[2]
FIRST = SCENARIOS / "foerste-spil.toml"
CASES = sorted(SCENARIOS.glob("*.toml"))


def reckoned(case: Case) -> int:
    rules = case.setup.rules
    return reckoned_minutes(rules, rules.level, own_project=case.own_project)


@each_row("path", CASES)
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


BY_HAND = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty"
    r"|fifty|sixty|ninety|an?|half an)\s(?:minutes?|hours?)\b"
    r"|\b(?:\d+|et|en|to|tre|fire|fem|seks|ti|femten|tyve|tredive)\s(?:minut(?:ter)?|kvarter|timer)\b",
    re.IGNORECASE,
)
"""A length of time that is written and not reckoned, in either language."""
HELD = {
    "About 40 minutes": load(FIRST).minutes == 40,
    "fifteen minutes go to the register": SECONDS["register"] == 15 * 60,
    "får oversigten femten minutter": SECONDS["register"] == 15 * 60,
}
"""What is told by hand all the same, and whether it is true."""
OTHERWISE = (
    "two minutes of thought",
    "may take a minute",
    "The rules in a minute",
    "an hour a week",
    "Wait a minute, or ask",
    "nobody is connected for five minutes",
    "ingen har været på i fem minutter",
    "takes a minute or two",
    "first case in ten minutes",
    "første case på ti minutter",
)
"""Figures of speech, what a computer takes, examples, and the walk, which has a test of its own;
how long a door stays shut (:mod:`game.phones.limits`), when a system closes its hotspot, and how
long it takes to begin a case."""
RECKONED = re.compile(
    r"<!-- minutes: .*?<!-- end -->|^```.*?^```|^\|[^\n]*$", re.DOTALL | re.MULTILINE
)
"""What a guide has from the program; its tables and its code."""


def test_no_length_is_told_by_hand_but_those_that_are_held_here():
    wild, told = [], set()
    for where, text in told_texts():
        flat = " ".join(text.split())
        for found in BY_HAND.finditer(flat):
            around = flat[max(0, found.start() - 30) : found.end() + 30]
            known = [words for words in (*HELD, *OTHERWISE) if words in around]
            told |= set(known)
            wild += [] if known else [f"{where}: {around}"]
    assert not wild, "reckon it by game.content.minutes or game.debrief.talk, or hold it in HELD"
    assert all(HELD.values())
    assert set(HELD) <= told


def told_texts() -> Iterator[tuple[str, str]]:
    """Every message of the program, and the guides without what they reckon, tables and code."""
    yield from (("message", str(m.id)) for m in catalogue.read())
    for file in (*ROOT.glob("README*.md"), *(ROOT / "docs").rglob("*.md")):
        if not file.name.startswith("drejebog."):  # tests/test_run_sheet.py reckons its minutes
            yield file.name, RECKONED.sub("", file.read_text("utf-8"))


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
