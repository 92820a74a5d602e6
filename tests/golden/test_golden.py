"""Each playthrough is what the rules do now, and our perft: how many ways there are to begin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from difflib import unified_diff

import pytest

from game.engine import Applied, State, apply, legal
from game.engine import actions as act
from tests.engine.table import Table, case, idea, risk, role
from tests.golden.playthrough import FOLDER, cases, playthrough

CASES = cases()


@pytest.mark.parametrize("name", CASES)
def test_playthrough(name: str) -> None:
    path = FOLDER / f"{name}.txt"
    written = path.read_text(encoding="utf-8") if path.exists() else ""
    now = playthrough(CASES[name])
    if now != written:
        changes = unified_diff(
            written.splitlines(), now.splitlines(), "written", "now", lineterm=""
        )
        shown = "\n".join(list(changes)[:60])
        pytest.fail(f"{shown}\n\nIf this is meant: python -m tests.golden, and review the change.")


def test_every_playthrough_has_its_case() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(CASES)


# ------------------------------------------------------------------ perft
def sequences(state: State, depth: int) -> int:
    """The number of legal sequences of a length."""
    actions = legal(state)
    if depth == 1:
        return len(actions)
    return sum(sequences(after(state, action), depth - 1) for action in actions)


def after(state: State, action: act.Action) -> State:
    applied = apply(state, action)
    assert isinstance(applied, Applied), f"{action}: {applied}"
    return applied.state


def divided(state: State, depth: int) -> dict[str, int]:
    """The same, told apart by the kind of the first action."""
    counts: Counter[str] = Counter()
    for action in legal(state):
        counts[type(action).__name__] += sequences(after(state, action), depth - 1)
    return dict(counts)


def small_table() -> Table:
    """Two seats, two ideas, a role each."""
    setup = case(
        idea("a", maturity=6, risks=("r",)),
        idea("b", "process", delay=1),
        risks=[risk("r"), risk("s", about="ab", likelihood=5)],
        roles=[role("analyst"), role("controller")],
    )
    return Table(setup, seats=2, seed=3)


def opening() -> Table:
    return small_table()


def concretising() -> Table:
    table = small_table()
    table.place(table.state.idea_hands[0][0], 3)
    return table.do(act.WriteRisk(0, "own", "citizen", table.state.ideas[0].id, 2, 5)).concretise()


def implementing() -> Table:
    table = concretising()
    table.do(act.Anchor(table.seat, table.state.ideas[0].id, _track(table), 1))
    return table.implementing()


def estimating() -> Table:
    table = small_table()
    return table.do(act.CallEstimates(table.state.idea_hands[0][0], "citizen"))


def _track(table: Table) -> str:
    return next(iter(table.state.ideas[0].claims()))[0]


PERFT: dict[Callable[[], Table], dict[str, int]] = {
    opening: {
        "Rally": 142,
        "Pass": 93,
        "PlaceIdea": 2562,
    },
    concretising: {
        "Rally": 661,
        "Pass": 696,
        "PlaceBenefit": 8532,
        "PlaceRisk": 662,
        "Revise": 3305,
        "UseAbility": 613,
        "Anchor": 1226,
        "Mitigate": 660,
        "Shelve": 10,
        "Trial": 642,
    },
    implementing: {
        "Rally": 642,
        "Pass": 689,
        "PlaceBenefit": 8316,
        "PlaceRisk": 643,
        "Revise": 3210,
        "UseAbility": 594,
        "HandOver": 642,
        "Mitigate": 641,
        "Shelve": 10,
        "Trial": 594,
        "Implement": 41,
    },
    estimating: {
        "GiveEstimate": 784,
    },
}
"""Sequences of three decisions, by the kind of the first."""


@pytest.mark.parametrize("position", PERFT, ids=lambda p: p.__name__)
def test_legal_sequences_to_depth_3(position: Callable[[], Table]) -> None:
    state = position().state
    assert divided(state, 3) == PERFT[position], state
