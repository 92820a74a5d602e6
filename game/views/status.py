"""The view of a game's status: round, phase, and the group's shared resources."""

from __future__ import annotations

from typing import Literal

from game.engine import PHASES, State
from game.frozen import frozen
from game.wording import terms as codes
from game.wording.case_names import CaseNames


@frozen
class PhaseView:
    """A phase of the game, and whether it is past, current or ahead."""

    name: str
    when: Literal["past", "now", "ahead"]


@frozen(kw_only=True)
class StatusView:
    """The case, the round and the phases; capacity, trust, and the balance of −5 to 5.

    The balance is ``None`` where a case does not play with it.
    """

    title: str
    round: str
    phases: tuple[PhaseView, ...]
    capacity: int
    trust: int
    balance: int | None


def status_view(names: CaseNames, state: State) -> StatusView:
    """The status of a game."""
    t, rounds = names.t, sum(state.setup.rules.rounds)
    round_ = t("Round {n} of {all}", n=state.round_now, all=rounds)
    if state.round > rounds:
        round_ = t("After round {n}", n=state.told_round(rounds))
    return StatusView(
        title=names.case.title.read(t.lang),
        round=round_,
        phases=tuple(_phases(names, state)),
        capacity=state.capacity,
        trust=state.trust,
        balance=state.balance if "tension" in state.setup.rules.modules else None,
    )


def _phases(names: CaseNames, state: State) -> list[PhaseView]:
    now = PHASES.index(state.phase)
    return [
        PhaseView(
            codes.phase(names.t, phase), "past" if i < now else "now" if i == now else "ahead"
        )
        for i, phase in enumerate(PHASES)
    ]
