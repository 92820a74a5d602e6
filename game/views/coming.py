"""What comes next in a game: whose turn it is, who follows, and what the next check is about."""

from __future__ import annotations

from game.engine import State
from game.engine.lookups import due_ideas
from game.wording.case_names import CaseNames


def now(names: CaseNames, state: State) -> str:
    """What the table waits for."""
    t = names.t
    if state.step == "turn":
        return t.plural(
            "{name} has the turn, {n} action left.",
            "{name} has the turn, {n} actions left.",
            state.actions,
            name=names.player(state.seats, state.turn),
        )
    waited = {
        "check": t("The turns of the round are over."),
        "opening": t("The reality check is over."),
        "answer": t("Reality has asked about a claim."),
        "adjust": t("A trial did not work."),
        "choice": t("An event asks for a choice."),
        "over": t("The game is over."),
    }
    return waited[state.step]


def then(names: CaseNames, state: State) -> str:
    """What follows that, as far as it is known."""
    t = names.t
    if state.over:
        return t("The debrief follows.")
    if state.step == "opening":
        return _next_opening(names, state)
    check = _check(names, state)
    if state.step == "turn" and state.waiting:
        seats = t.listed([names.player(state.seats, seat) for seat in state.waiting])
        return " ".join((t("Then {names}.", names=seats), check))
    return check


def _check(names: CaseNames, state: State) -> str:
    due = due_ideas(state)
    if not due:
        return names.t("At the reality check no idea is due.")
    ideas = names.t.listed([names.idea(idea) for idea in due])
    return names.t("At the reality check: {ideas}.", ideas=ideas)


def _next_opening(names: CaseNames, state: State) -> str:
    t, rounds = names.t, sum(state.setup.rules.rounds)
    if state.round >= rounds:
        return t("The follow-up is next.")
    return t("Round {n} of {all} is next.", n=state.round + 1, all=rounds)
