"""What else went into a result than the decisions of the group: proved from the log."""

from __future__ import annotations

from game.engine.events import CorrectionMade
from game.frozen import frozen
from game.session import REVEALING, Decision, Log, Undo


@frozen
class Interventions:
    """How many corrections stand, and how many decisions were undone once they had shown something.

    A decision that was redone is not among those undone. Where one was undone the group decided
    again, and knew what it had seen.
    """

    corrections: int
    undone: int


def interventions(log: Log) -> Interventions:
    """The corrections that stand, and what was undone although something of it had been seen."""
    standing = {decision.n for decision in log.history}
    undone = {record.of for record in log.records if isinstance(record, Undo)} - standing
    events = [event for decision in log.history for event in decision.events]
    return Interventions(
        corrections=sum(isinstance(event, CorrectionMade) for event in events),
        undone=sum(
            isinstance(record, Decision) and record.n in undone and _revealed(record)
            for record in log.records
        ),
    )


def _revealed(decision: Decision) -> bool:
    return any(isinstance(event, REVEALING) for event in decision.events)
