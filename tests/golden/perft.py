"""Perft: how many sequences of three legal decisions there are, by the kind of the first.

The counts stand in ``perft.json`` beside the playthroughs; ``python -m tests.golden`` renews both.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from typing import Any, Final

from game.engine import MODULES, Applied, Post, State, apply, legal
from game.engine import actions as act
from tests.engine.table import Table, case, idea, risk, role
from tests.golden.playthrough import FOLDER

PATH: Final = FOLDER / "perft.json"
DEPTH: Final = 3
Counts = dict[str, int]
"""The number of sequences by the kind of their first action."""


# ------------------------------------------------------------------ counting
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


def divided(state: State, depth: int) -> Counts:
    """The same, told apart by the kind of the first action."""
    counts: Counter[str] = Counter()
    for action in legal(state):
        counts[type(action).__name__] += sequences(after(state, action), depth - 1)
    return dict(counts)


# ------------------------------------------------------------------ positions
def small_table(**more: Any) -> Table:
    """Two seats, two ideas, a role each."""
    setup = case(
        idea("a", maturity=6, risks=("r",)),
        idea("b", "process", delay=1),
        risks=[risk("r"), risk("s", about="ab", likelihood=5)],
        roles=[role("analyst"), role("controller")],
        **more,
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


def adjusting() -> Table:
    setup = case(idea("a", maturity=1, risks=("r",)), idea("b"), risks=[risk("r")])
    return Table(setup, dice=(6,)).place("b", 6).place("a").trial("a", "process").report()


def answering() -> Table:
    table = small_table()
    return table.place(table.state.idea_hands[0][0], 3).reality()


def with_all_modules() -> Table:
    table = small_table(modules=MODULES, posts=[Post("wages", 3), Post("rent", 1)])
    table.place(table.state.idea_hands[0][0], 3)
    return table.do(act.WriteBenefit(0, "own", "economy", table.state.ideas[0].id, 2))


def estimating() -> Table:
    table = small_table()
    return table.do(act.CallEstimates(table.state.idea_hands[0][0], "citizen"))


def _track(table: Table) -> str:
    return next(iter(table.state.ideas[0].claims()))[0]


POSITIONS: dict[str, Callable[[], Table]] = {
    make.__name__: make
    for make in (
        *(opening, concretising, implementing, estimating),
        *(adjusting, answering, with_all_modules),
    )
}
"""The positions that are counted from, by their names."""


# ------------------------------------------------------------------ the file
def counted(position: str) -> Counts:
    """What today's rules allow in a position."""
    return divided(POSITIONS[position]().state, DEPTH)


def recorded() -> dict[str, Counts]:
    """The counts in the file, by position."""
    found: dict[str, Counts] = json.loads(PATH.read_text("utf-8")) if PATH.exists() else {}
    return found


def renew() -> None:
    """Write the counts of all positions anew."""
    counts = {position: counted(position) for position in POSITIONS}
    PATH.write_text(json.dumps(counts, indent=1) + "\n", "utf-8", newline="\n")
