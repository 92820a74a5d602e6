"""The story of every risk: named when and by whom, what was done about it, whether it was true."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.debrief.history import Place, Seen, Tape
from game.debrief.references import Person, RiskRef
from game.engine import events as ev

RiskFate = Literal["struck", "held", "prevented", "false", "open", "shelved"]
"""``prevented``: it could no longer strike; ``held``: the die was kind; ``open``: never checked."""

Key = tuple[str, str | None]
Came = Seen[ev.RiskNamed | ev.RiskWritten | ev.RiskTurnedUp]


@dataclass(frozen=True, slots=True)
class Mitigation:
    """Something was done about a risk; ``note`` says what."""

    place: Place
    person: Person
    note: str


@dataclass(frozen=True, slots=True)
class RiskStory:
    """One risk of one idea. ``named`` is ``None`` when it struck, or held off, unnamed.

    ``person`` is who named it; ``None``: it was turned up, or nobody did. ``true_as`` is the true
    risk that written words turned out to name. ``true`` is ``None`` until the reality check.
    """

    risk: RiskRef
    severity: int
    likelihood: int
    named: Place | None
    person: Person | None
    mitigations: tuple[Mitigation, ...]
    fate: RiskFate
    checked: Place | None
    die: int
    limit: int
    true_as: RiskRef | None

    @property
    def true(self) -> bool | None:
        """Whether it was a true one, as far as the table knows."""
        if self.fate in ("open", "shelved"):
            return None
        return self.fate != "false"


def risk_stories(tape: Tape) -> tuple[RiskStory, ...]:
    """Every risk that was named, turned up or thrown for, in the order it came up."""
    book = _Book(tape)
    return tuple(book.story(key) for key in book.keys)


class _Book:
    """What happened to each risk, looked up by idea and risk."""

    def __init__(self, tape: Tape) -> None:
        self.tape = tape
        came = tape.of(ev.RiskNamed, ev.RiskWritten, ev.RiskTurnedUp)
        self.came: dict[Key, Came] = {(s.event.idea, s.event.risk): s for s in came}
        self.done: dict[Key, list[Seen[ev.RiskMitigated]]] = {}
        for s in tape.of(ev.RiskMitigated):
            self.done.setdefault((s.event.idea, s.event.risk), []).append(s)
        self.thrown: dict[Key, Seen[ev.RiskThrown]] = {
            (s.event.idea, s.event.named or s.event.risk): s for s in tape.of(ev.RiskThrown)
        }
        self.false: dict[Key, Seen[ev.FalseAlarm]] = {
            (s.event.idea, s.event.risk): s for s in tape.of(ev.FalseAlarm)
        }
        self.shelved = {s.event.idea for s in tape.of(ev.IdeaShelved)}
        self.keys: tuple[Key, ...] = tuple(dict.fromkeys((*self.came, *self.thrown)))

    def story(self, key: Key) -> RiskStory:
        """What became of one risk."""
        came, checked = self.came.get(key), self.thrown.get(key) or self.false.get(key)
        thrown = self.thrown[key].event if key in self.thrown else None
        severity, likelihood = self._printed(key)
        return RiskStory(
            risk=self.tape.risk(*key, thrown.track if thrown else None),
            severity=severity,
            likelihood=likelihood,
            named=came.place if came is not None else None,
            person=self._person(came),
            mitigations=tuple(self._mitigation(s) for s in self.done.get(key, ())),
            fate=self._fate(key, thrown),
            checked=checked.place if checked is not None else None,
            die=thrown.die if thrown else 0,
            limit=thrown.limit if thrown else 0,
            true_as=self._true_as(key, thrown),
        )

    def _printed(self, key: Key) -> tuple[int, int]:
        """Severity and likelihood as they stand on the card, or were written."""
        came, thrown = self.came.get(key), self.thrown.get(key)
        if came is not None and isinstance(came.event, ev.RiskWritten):
            return came.event.severity, came.event.likelihood
        card = self.tape.setup.by_id.risks.get(key[1] or "")
        if card is not None:
            return card.severity, card.likelihood
        rules = self.tape.setup.rules
        severity = thrown.event.severity if thrown is not None else rules.unknown_severity
        return severity, rules.unknown_likelihood

    def _person(self, came: Came | None) -> Person | None:
        if came is not None and isinstance(came.event, ev.RiskNamed | ev.RiskWritten):
            return self.tape.person(came.event.seat)
        return None

    def _mitigation(self, seen: Seen[ev.RiskMitigated]) -> Mitigation:
        return Mitigation(seen.place, self.tape.person(seen.event.seat), seen.event.note)

    def _fate(self, key: Key, thrown: ev.RiskThrown | None) -> RiskFate:
        if thrown is not None:
            return "struck" if thrown.struck else "prevented" if thrown.limit <= 0 else "held"
        if key in self.false:
            return "false"
        return "shelved" if key[0] in self.shelved else "open"

    def _true_as(self, key: Key, thrown: ev.RiskThrown | None) -> RiskRef | None:
        if thrown is None or thrown.named is None or thrown.risk in (None, thrown.named):
            return None
        return self.tape.risk(key[0], thrown.risk)
