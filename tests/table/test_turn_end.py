"""The end of a turn: what it gives up is said before, nobody's is ended by habit, and it is undone
where it is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.engine import actions as act
from tests.table.sitting import Sitting


@pytest.fixture
def sitting(tmp_path: Path) -> Sitting:
    return Sitting(tmp_path)


def test_the_button_tells_what_is_given_up(sitting: Sitting) -> None:
    state = sitting.game.state
    assert sitting.widget("pass").tip == f"{state.actions} actions lost"
    sitting.do(act.Rally(state.turn))
    sitting.app.top.refresh()
    assert f"{state.actions - 1} action" in sitting.widget("pass").tip


def test_a_turn_is_ended_by_one_press_and_that_is_undone_beside_what_is_told(
    sitting: Sitting,
) -> None:
    before = sitting.game.state
    assert "undo:pass" not in {w.key for w in sitting.app.top.ui.widgets}
    sitting.click("pass")
    assert sitting.game.state.turn != before.turn
    undo, lane = sitting.widget("undo:pass").box, sitting.app.top.ui.lane
    assert lane is not None
    assert not lane.overlap(undo)
    sitting.click("undo:pass")
    assert (sitting.game.state.turn, sitting.game.state.actions) == (before.turn, before.actions)


def test_nobody_ends_the_next_turn_by_the_habit_of_ending_turns(sitting: Sitting) -> None:
    """After its last action a seat's turn ends by itself; the next press is asked about once."""
    first = sitting.game.state.turn
    while sitting.game.state.turn == first:
        sitting.do(act.Rally(first))
    after = sitting.game.state
    sitting.click("pass")
    assert sitting.game.state is after
    assert "Press again to give up" in sitting.texts
    sitting.pause()
    sitting.click("pass")
    assert sitting.game.state.turn != after.turn
    then = sitting.game.state
    sitting.pause()
    sitting.click("pass")
    assert sitting.game.state.turn != then.turn, "a turn after one that was ended is ended at once"
