"""How a game goes on where a test has no wish of its own."""

from __future__ import annotations

from game.engine import Action, State
from game.engine import actions as act


def onward(state: State) -> Action:
    """The plainest thing to do: answer what is asked so that nothing changes, pass, proceed."""
    if state.step == "turn":
        return act.Pass(state.turn)
    if state.step == "choice":
        return act.Choose(state.starter, 0)
    if state.step == "adjust":
        return act.Adjust(state.turn, state.adjusting[0], "risk")
    if state.tested is not None:
        id, track = state.tested
        b = state.require_idea(id).benefit(track)
        assert b is not None  # a claim was tested
        return act.Answer(state.turn, b.estimate)
    return act.Proceed()
