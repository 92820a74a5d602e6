"""A decision being made: each event is folded at once, so the next line of a rule sees it."""

from __future__ import annotations

from game.engine import events as ev
from game.engine.chance import die, draw
from game.engine.folds import FOLDS
from game.engine.limits import BALANCE_END, TRUST_HIGH
from game.engine.setup import Track
from game.engine.state import State


class Transaction:
    """The state a rule is changing, and the events it has emitted so far."""

    __slots__ = ("events", "state")

    def __init__(self, state: State) -> None:
        self.state = state.copy()
        self.events: list[ev.Event] = []

    def emit(self, event: ev.Event) -> None:
        """Record an event and fold it."""
        self.events.append(event)
        FOLDS[type(event)](self.state, event)

    # ------------------------------------------------------------------ chance
    def roll(self, ahead: int = 0) -> int:
        """The next throw of the die (``ahead``: the one after it); its event counts it."""
        return die(self.state.seed, self.state.dice + ahead)

    def pick(self, count: int) -> int:
        """Which of several true risks or effects comes to light: 0 to ``count`` - 1."""
        if count == 1:
            return 0
        n = draw(self.state.seed, "picks", self.state.picks, count)
        self.emit(ev.Picked())
        return n

    # ------------------------------------------------------------------ shared means
    def capacity(self, by: int, why: ev.Why) -> None:
        """Change the capacity, not below 0."""
        by = max(by, -self.state.capacity)
        if by:
            self.emit(ev.CapacityChanged(by, why))

    def trust(self, by: int, why: ev.Why, idea: str | None = None) -> None:
        """Change the trust within 0 to 10."""
        by = max(0, min(TRUST_HIGH, self.state.trust + by)) - self.state.trust
        if by:
            self.emit(ev.TrustChanged(by, why, idea))

    def balance(self, by: int, why: ev.Why) -> None:
        """Shift the balance, where a case plays with it; what would pass its end is lost."""
        if "tension" not in self.state.setup.rules.modules:
            return
        now = self.state.balance
        by = max(-BALANCE_END, min(BALANCE_END, now + by)) - now
        if by:
            self.emit(ev.BalanceShifted(by, why))

    def move(self, track: Track, by: int, why: ev.Why, idea: str | None = None) -> None:
        """Move a track; what would pass its end is lost."""
        if by:
            self.emit(ev.TrackMoved(track, by, why, idea))
