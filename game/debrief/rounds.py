"""What happened round by round, and how the game stood at the end of each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from game.debrief.curves import claimed
from game.debrief.history import Step, Tape
from game.debrief.participation import GIVEN
from game.debrief.references import IdeaRef
from game.engine import Phase
from game.engine import events as ev
from game.engine.state import PerTrack


@dataclass(frozen=True, slots=True)
class RoundStory:
    """One round. The figures are those at its end; the four stand in the order of the tracks.

    ``counts`` has how often each kind of contribution was made (keys of
    :data:`game.debrief.participation.GIVEN`); ``steps`` are its decisions, to be told or gone to.
    """

    round: int
    phase: Phase
    steps: tuple[Step, ...]
    event: str | None
    option: int | None
    realised: tuple[IdeaRef, ...]
    strikes: int
    counts: dict[str, int]
    points: PerTrack
    claimed: PerTrack
    trust: int
    capacity: int
    balance: int


def round_stories(tape: Tape) -> tuple[RoundStory, ...]:
    """Every round that was begun, in order."""
    rounds: list[list[Step]] = []
    for step in tape.steps:
        if not rounds or any(isinstance(e, ev.RoundOpened) for e in step.events[:2]):
            rounds.append([])
        rounds[-1].append(step)
    return tuple(_round(tape, steps) for steps in rounds)


def _round(tape: Tape, steps: list[Step]) -> RoundStory:
    events = [e for step in steps for e in step.events]
    end = steps[-1].after
    return RoundStory(
        round=end.round,
        phase=end.phase,
        steps=tuple(steps),
        event=next((e.card for e in events if isinstance(e, ev.EventTurned)), None),
        option=next((e.option for e in events if isinstance(e, ev.OptionChosen)), None),
        realised=tuple(tape.idea(e.idea) for e in events if isinstance(e, ev.IdeaRealised)),
        strikes=sum(1 for e in events if isinstance(e, ev.RiskThrown) and e.struck),
        counts=_counts(steps),
        points=end.points,
        claimed=claimed(end),
        trust=end.trust,
        capacity=end.capacity,
        balance=end.balance,
    )


def _counts(steps: list[Step]) -> dict[str, int]:
    done = Counter(type(step.action) for step in steps)
    return {name: sum(done[kind] for kind in kinds) for name, kinds in GIVEN.items()}
