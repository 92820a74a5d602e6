"""The entries that a sentence rests on, each with what it recorded: the trail back into the log."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from game.debrief.evidence import Evidence
from game.debrief.history import HistoryStep, Position
from game.engine.events import RoundOpened
from game.frozen import frozen
from game.session import Bookmark, Decision, Note, Record, Redo, Undo

EntryKind = Literal["start", "decision", "undone", "undo", "redo", "bookmark", "note", "other"]


@frozen
class TrailEntry:
    """An entry of the log.

    A decision in force has its ``step``; of one that was undone there is the class name of its
    ``action``, and the round that it ``opened``. ``text`` is what somebody wrote: a bookmark, a
    note, the reason of an undo.
    """

    position: Position
    kind: EntryKind
    step: HistoryStep | None = None
    action: str = ""
    opened: int | None = None
    text: str = ""

    @property
    def number(self) -> int | None:
        """The number of the step as everybody sees it, in report and replay: decisions in force.

        What somebody wrote has that of the step it was written at; what was undone has none.
        """
        undone = self.kind in ("undone", "undo", "redo")
        return None if undone else self.position.decision_index


def trail(
    steps: Sequence[HistoryStep], records: Sequence[Record], found: Evidence
) -> tuple[TrailEntry, ...]:
    """The entries of some evidence, in order of time."""
    return tuple(_entry(steps, records, position) for position in found.entries)


def _entry(
    steps: Sequence[HistoryStep], records: Sequence[Record], position: Position
) -> TrailEntry:
    step = steps[position.decision_index]
    if step.position.entry == position.entry:
        return TrailEntry(position, "decision" if position.entry else "start", step)
    record = records[position.entry - 1]
    if isinstance(record, Decision):
        action, opened = type(record.action).__name__, opened_round(record)
        return TrailEntry(position, "undone", action=action, opened=opened)
    if isinstance(record, Undo):
        return TrailEntry(position, "undo", text=record.reason or "")
    if isinstance(record, Redo):
        return TrailEntry(position, "redo")
    if isinstance(record, Bookmark):
        return TrailEntry(position, "bookmark", text=record.note)
    if isinstance(record, Note):
        return TrailEntry(position, "note", text=record.text)
    return TrailEntry(position, "other")


def opened_round(decision: Decision) -> int | None:
    """The round that a decision opened, the follow-up being one more than all of them."""
    return next((e.round for e in decision.events if isinstance(e, RoundOpened)), None)
