"""The log of a game as plain facts: entry by entry, with the states that folding its events gives.

Nothing here asks :mod:`game.debrief`: what the debrief says is held against it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from game.engine import Setup, State, Track
from game.engine import actions as act
from game.engine import events as ev
from game.session import Decision, Log, Record, Redo, Undo

E = TypeVar("E")


@dataclass(frozen=True)
class Entry:
    """An entry: what it records, its events, and the states around it; also of undone ones."""

    n: int
    record: Record | None
    events: tuple[Any, ...]
    before: State
    after: State
    stands: bool

    @property
    def action(self) -> Any:
        """The action of a decision."""
        return getattr(self.record, "action", None)


def _opened(events: tuple[Any, ...]) -> int | None:
    """The round that events open, if they do."""
    return next((e.round for e in events if isinstance(e, ev.RoundOpened)), None)


class Raw:
    """A game. ``entries[0]`` is the start; entry ``n`` of the session is ``entries[n]``.

    ``printed`` are the names of the case's ideas by their ids.
    """

    def __init__(self, log: Log, setup: Setup, printed: Mapping[str, str]) -> None:
        self.log = log
        self.printed = printed
        self.setup = setup
        states = log.states(setup)
        standing = {decision.n for decision in log.history}
        empty = State(setup)
        self.entries = [Entry(0, None, log.begun, empty, states[0], stands=True)]
        self._rounds = {0: _opened(log.begun) or states[0].round}
        now: list[int] = [0]
        undone: list[int] = []
        for record in log.records:
            before = states[now[-1]]
            if isinstance(record, Decision):
                now.append(record.n)
                undone = []
                self._rounds[record.n] = _opened(record.events) or self._rounds[now[-2]]
                events, after = record.events, states[record.n]
                stands = record.n in standing
            else:
                if isinstance(record, Undo):
                    undone.append(now.pop())
                elif isinstance(record, Redo):
                    now.append(undone.pop())
                events, after, stands = (), states[now[-1]], True
                self._rounds[record.n] = self._rounds[now[-1]]
            self.entries.append(Entry(record.n, record, events, before, after, stands))

    # ------------------------------------------------------------------ looking through
    @property
    def end(self) -> State:
        """The state at the end."""
        return self.entries[-1].after

    @property
    def over(self) -> bool:
        """Whether the game is over."""
        return self.end.over

    def all(self, kind: type[E], before: int | None = None) -> Iterator[tuple[int, E]]:
        """The events of a kind with their entries, also undone ones, up to an entry."""
        for entry in self.entries:
            if before is not None and entry.n >= before:
                return
            for event in entry.events:
                if isinstance(event, kind):
                    yield entry.n, event

    def standing(self, kind: type[E], before: int | None = None) -> Iterator[tuple[int, E]]:
        """The events of a kind that were not undone."""
        found = self.all(kind, before)
        return ((n, event) for n, event in found if self.entries[n].stands)

    def on(self, kind: type[E], idea: str, track: str, **where: Any) -> list[tuple[int, E]]:
        """The events of a kind that stand, about an idea on a track."""
        return [
            (n, e)
            for n, e in self.standing(kind, where.get("before"))
            if (e.idea, e.track) == (idea, track)
        ]

    def who(self, n: int, seat: int) -> tuple[int, str]:
        """Who sat at a seat when an entry came: the seat and the name."""
        return seat, self.entries[n].before.seats[seat].name

    def taken(self, n: int, cause: object) -> int:
        """What an event of an entry took off a track, which cannot fall below its lowest."""
        entry = self.entries[n]
        points = dict(
            zip(("citizen", "process", "economy", "employee"), entry.before.points, strict=True)
        )
        place = entry.events.index(cause)
        for at, e in enumerate(entry.events[: place + 2]):
            if isinstance(e, ev.TrackMoved):
                after = max(-10, min(20, points[e.track] + e.by))
                if at == place + 1:
                    return points[e.track] - after
                points[e.track] = after
        return 0

    def round(self, n: int) -> int:
        """The round that an entry belongs to: the last one that was opened until then."""
        return self._rounds[n]

    @property
    def rounds_opened(self) -> list[int]:
        """The rounds that were opened, the follow-up not among them."""
        opened = [e.round for _, e in self.standing(ev.RoundOpened) if e.phase != "follow_up"]
        return sorted({self._rounds[0], *opened})

    def all_had_their_turn(self, n: int) -> bool:
        """Whether nobody's turn in a round fell away because the facilitator ended it."""
        cut = (act.EndPhase, act.EndGame)
        return not any(
            isinstance(e.action, cut) and e.stands and e.before.step in ("turn", "choice", "adjust")
            for e in self.entries
            if e.n and self.round(e.n - 1) == n
        )

    # ------------------------------------------------------------------ what was known
    def opened(self, idea: str, track: Track) -> int | None:
        """The entry at which the truth about an idea on a track came to light before the check."""
        for entry in self.entries:
            if not entry.stands or not entry.events:
                continue
            there = entry.after.idea(idea)
            was = entry.before.idea(idea)
            if there is not None and there.is_open(track) and not (was and was.is_open(track)):
                return None if there.status == "realised" else entry.n
        return None

    def implemented(self, idea: str) -> int | None:
        """The entry at which an idea was implemented."""
        return next((n for n, e in self.standing(ev.IdeaImplemented) if e.idea == idea), None)

    def ends_of_rounds(self) -> dict[int, State]:
        """The state at the end of each round that is over."""
        ends = {self.round(e.n): e.after for e in self.entries if e.stands and e.n in self._decided}
        checked = {self.round(n) for n, _ in self.standing(ev.CheckEnded)}
        now = () if self.over else (self.round(self.entries[-1].n),)
        return {n: state for n, state in ends.items() if n in checked and n not in now}

    @property
    def _decided(self) -> set[int]:
        return {0, *(decision.n for decision in self.log.history)}

    def in_round(self, n: int) -> list[Entry]:
        """The entries of a round, undone ones and those that are no decisions too."""
        return [entry for entry in self.entries if self.round(entry.n) == n]
