"""How fast a session is debriefed; run by hand with ``--benchmark-only``."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import pytest

from game.debrief import compare, debrief
from game.engine import Applied, apply, start
from game.engine import actions as act
from game.session import Decision, Log
from game.table.after.debrief.screen import DebriefScreen
from game.table.parts.discussion.discussion import DiscussionExits
from tests import staging
from tests.debrief.recorded import header
from tests.table.driver import Driver

pytest.importorskip("pytest_benchmark")


@cache
def log_of(decisions: int) -> Log:
    """A game of the methodical group that changes its mind about estimates without end."""
    began = start(staging.case().setup, staging.seats(8), 1)
    log, state = Log(Path("game.jsonl"), header(began.state.seats), began.events, ""), began.state
    chance, wish = random.Random(1), staging.by("method")
    while len(log.history) < decisions and not state.over:
        open_ = [idea for idea in state.ideas if not idea.locked]
        if state.step == "turn" and open_ and len(log.history) % 90:
            idea = chance.choice(open_)
            track, claim = next(idea.claims())
            action: act.Action = act.Revise(state.turn, idea.id, track, claim.estimate % 6 + 1)
        else:
            action = wish(state, chance)
        done = apply(state, action)
        assert isinstance(done, Applied), done
        n, state = len(log.records) + 1, done.state
        log.add(Decision(n, float(n), action, done.events, ""))
    return log


@pytest.mark.parametrize("decisions", [300, 10_000])
def test_debrief(benchmark, decisions: int) -> None:
    log, setup = log_of(decisions), staging.case().setup
    found = benchmark(debrief, log, setup)
    assert len(found.curves.trust) == len(log.history) + 1


def test_compare_10_000_decisions(benchmark) -> None:
    one = debrief(log_of(10_000), staging.case().setup)
    assert not benchmark(compare, one, one).differences


def test_first_frame_of_the_timeline_of_10_000_decisions(benchmark) -> None:
    class Written:
        log = log_of(10_000)

    driver = Driver(size=(1920, 1080))
    screen = DebriefScreen(staging.case(), Written(), DiscussionExits(lambda: None))
    driver.app.push(screen)
    screen.turn(1)

    def frame() -> None:
        screen.refresh()
        driver.app.draw()

    benchmark(frame)
