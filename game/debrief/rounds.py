"""The story of each round, with the figures at its end."""

from __future__ import annotations

from collections import Counter

from game.debrief.curves import claimed
from game.debrief.history import GameHistory, HistoryStep
from game.debrief.participation import contribution_of
from game.debrief.references import IdeaRef
from game.engine import CONTRIBUTIONS, Contribution, Phase
from game.engine import events as ev
from game.engine.state import PerTrack
from game.frozen import frozen


@frozen
class RoundStory:
    """One round, with the figures at its end; ``points`` and ``claimed`` are in track order.

    ``cut`` says that the facilitator ended it before all had had their turn.
    ``counts`` has the number of contributions of each kind; ``steps`` are its decisions.
    """

    round: int
    phase: Phase
    steps: tuple[HistoryStep, ...]
    event: str | None
    option: int | None
    realised: tuple[IdeaRef, ...]
    strikes: int
    counts: dict[Contribution, int]
    points: PerTrack
    claimed: PerTrack
    trust: int
    capacity: int
    balance: int
    cut: bool


def round_stories(history: GameHistory) -> tuple[RoundStory, ...]:
    """Every round that was started, in order."""
    rounds: list[list[HistoryStep]] = []
    for step in history.steps:
        if not rounds or any(isinstance(e, ev.RoundOpened) for e in step.events[:2]):
            rounds.append([])
        rounds[-1].append(step)
    return tuple(_round(history, steps) for steps in rounds)


def _round(history: GameHistory, steps: list[HistoryStep]) -> RoundStory:
    events = [e for step in steps for e in step.events]
    end = steps[-1].after
    return RoundStory(
        round=end.round_now,
        phase=end.phase,
        steps=tuple(steps),
        event=next((e.card for e in events if isinstance(e, ev.EventTurned)), None),
        option=next((e.option for e in events if isinstance(e, ev.OptionChosen)), None),
        realised=tuple(history.idea(e.idea) for e in events if isinstance(e, ev.IdeaRealised)),
        strikes=sum(1 for e in events if isinstance(e, ev.RiskThrown) and e.struck),
        counts=_counts(steps),
        points=end.points,
        claimed=claimed(end),
        trust=end.trust,
        capacity=end.capacity,
        balance=end.balance,
        cut=end.round_now in history.cut_rounds,
    )


def _counts(steps: list[HistoryStep]) -> dict[Contribution, int]:
    done = Counter(contribution_of(step) for step in steps)
    return {name: done[name] for name in CONTRIBUTIONS}
