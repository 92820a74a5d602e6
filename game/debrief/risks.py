"""The story of every risk: named when and by whom, what was done about it, whether it was true."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.debrief.history import GameHistory, Occurrence, Position
from game.debrief.references import Person, RiskRef
from game.engine import events as ev

RiskFate = Literal["struck", "held", "prevented", "false", "open", "shelved"]
"""``prevented``: it could no longer strike; ``held``: the die was kind; ``open``: never checked."""

Key = tuple[str, str | None]
Came = Occurrence[ev.RiskNamed | ev.RiskWritten | ev.RiskTurnedUp]


@dataclass(frozen=True, slots=True)
class Mitigation:
    """Something was done about a risk; ``note`` says what."""

    place: Position
    person: Person
    note: str


@dataclass(frozen=True, slots=True)
class RiskStory:
    """One risk of one idea. ``named`` is ``None`` when it struck, or held off, unnamed.

    ``person`` is who named it; ``None``: it was turned up, or nobody did.
    """

    risk: RiskRef
    severity: int
    likelihood: int
    named: Position | None
    person: Person | None
    mitigations: tuple[Mitigation, ...]
    fate: RiskFate
    checked: Position | None
    die: int
    limit: int


def risk_stories(history: GameHistory) -> tuple[RiskStory, ...]:
    """Every risk that was named, turned up or thrown for, in the order it came up."""
    book = _Book(history)
    return tuple(book.story(key) for key in book.keys)


class _Book:
    """What happened to each risk, looked up by idea and risk."""

    def __init__(self, history: GameHistory) -> None:
        self.history = history
        came = history.of(ev.RiskNamed, ev.RiskWritten, ev.RiskTurnedUp)
        self.came: dict[Key, Came] = {(s.event.idea, s.event.risk): s for s in came}
        self.done: dict[Key, list[Occurrence[ev.RiskMitigated]]] = {}
        for s in history.of(ev.RiskMitigated):
            self.done.setdefault((s.event.idea, s.event.risk), []).append(s)
        self.thrown: dict[Key, Occurrence[ev.RiskThrown]] = {
            (s.event.idea, s.event.named or s.event.risk): s for s in history.of(ev.RiskThrown)
        }
        self.false: dict[Key, Occurrence[ev.FalseAlarm]] = {
            (s.event.idea, s.event.risk): s for s in history.of(ev.FalseAlarm)
        }
        self.shelved = {s.event.idea for s in history.of(ev.IdeaShelved)}
        self.keys: tuple[Key, ...] = tuple(dict.fromkeys((*self.came, *self.thrown)))

    def story(self, key: Key) -> RiskStory:
        """What became of one risk."""
        came, checked = self.came.get(key), self.thrown.get(key) or self.false.get(key)
        thrown = self.thrown[key].event if key in self.thrown else None
        severity, likelihood = self._printed(key)
        return RiskStory(
            risk=self.history.risk(*key, thrown.track if thrown else None),
            severity=severity,
            likelihood=likelihood,
            named=came.place if came is not None else None,
            person=self._person(came),
            mitigations=tuple(self._mitigation(s) for s in self.done.get(key, ())),
            fate=self._fate(key, thrown),
            checked=checked.place if checked is not None else None,
            die=thrown.die if thrown else 0,
            limit=thrown.limit if thrown else 0,
        )

    def _printed(self, key: Key) -> tuple[int, int]:
        """Severity and likelihood as they stand on the card, or were written."""
        came, thrown = self.came.get(key), self.thrown.get(key)
        if came is not None and isinstance(came.event, ev.RiskWritten):
            return came.event.severity, came.event.likelihood
        card = self.history.setup.by_id.risks.get(key[1] or "")
        if card is not None:
            return card.severity, card.likelihood
        rules = self.history.setup.rules
        severity = thrown.event.severity if thrown is not None else rules.unknown_severity
        return severity, rules.unknown_likelihood

    def _person(self, came: Came | None) -> Person | None:
        if came is not None and isinstance(came.event, ev.RiskNamed | ev.RiskWritten):
            return self.history.person(came.event.seat)
        return None

    def _mitigation(self, seen: Occurrence[ev.RiskMitigated]) -> Mitigation:
        return Mitigation(seen.place, self.history.person(seen.event.seat), seen.event.note)

    def _fate(self, key: Key, thrown: ev.RiskThrown | None) -> RiskFate:
        if thrown is not None:
            return "struck" if thrown.struck else "prevented" if thrown.limit <= 0 else "held"
        if key in self.false:
            return "false"
        return "shelved" if key[0] in self.shelved else "open"
