"""The story of every risk: when and by whom it was named, its mitigations and its outcome."""

from __future__ import annotations

from typing import Literal

from game.debrief.history import GameHistory, Occurrence, Position
from game.debrief.references import Person, RiskRef
from game.engine import events as ev
from game.frozen import frozen

RiskFate = Literal["struck", "held", "prevented", "false", "open", "shelved"]
"""``prevented``: it could not strike; ``held``: the die spared it; ``open``: never checked."""

FoundBy = Literal["trial", "ability", "check"]
"""What brings a risk to light that nobody has named."""

RiskKey = tuple[str, str | None]
Identification = Occurrence[ev.RiskNamed | ev.RiskWritten | ev.RiskTurnedUp]


@frozen
class Mitigation:
    """A mitigation of a risk; ``note`` describes it."""

    position: Position
    person: Person
    note: str


@frozen
class RiskStory:
    """One risk of one idea. ``named`` is ``None`` when it struck, or held off, unnamed.

    ``person`` is who named it; ``None`` when it was turned up, or never named; ``found_by`` is what
    brought it to light then. ``severity`` is what its card says, or the group, and ``cost`` what it
    took off its track.
    """

    risk: RiskRef
    severity: int
    likelihood: int
    named: Position | None
    person: Person | None
    found_by: FoundBy | None
    mitigations: tuple[Mitigation, ...]
    fate: RiskFate
    checked: Position | None
    die: int
    limit: int
    cost: int

    @property
    def known_in_time(self) -> bool:
        """Whether the group knew of it before it was checked; a false alarm was no risk."""
        return self.named is not None and self.fate != "false"


def risk_stories(history: GameHistory) -> tuple[RiskStory, ...]:
    """Every risk that was named, turned up or thrown for, in the order of first mention."""
    index = _RiskIndex(history)
    return tuple(index.story(key) for key in index.keys)


class _RiskIndex:
    """The events of each risk, indexed by idea and risk."""

    def __init__(self, history: GameHistory) -> None:
        self.history = history
        occurrences = history.of(ev.RiskNamed, ev.RiskWritten, ev.RiskTurnedUp)
        self.identified: dict[RiskKey, Identification] = {
            (s.event.idea, s.event.risk): s for s in occurrences
        }
        self.mitigated: dict[RiskKey, list[Occurrence[ev.RiskMitigated]]] = {}
        for s in history.of(ev.RiskMitigated):
            self.mitigated.setdefault((s.event.idea, s.event.risk), []).append(s)
        self.thrown: dict[RiskKey, Occurrence[ev.RiskThrown]] = {
            (s.event.idea, s.event.named or s.event.risk): s for s in history.of(ev.RiskThrown)
        }
        self.false_alarms: dict[RiskKey, Occurrence[ev.FalseAlarm]] = {
            (s.event.idea, s.event.risk): s for s in history.of(ev.FalseAlarm)
        }
        self.shelved = {s.event.idea for s in history.of(ev.IdeaShelved)}
        self.keys: tuple[RiskKey, ...] = tuple(dict.fromkeys((*self.identified, *self.thrown)))

    def story(self, key: RiskKey) -> RiskStory:
        """The story of one risk."""
        identified = self.identified.get(key)
        checked = self.thrown.get(key) or self.false_alarms.get(key)
        thrown = self.thrown[key].event if key in self.thrown else None
        severity, likelihood = self._printed(key)
        return RiskStory(
            risk=self.history.risk(*key, thrown.track if thrown else None),
            severity=severity,
            likelihood=likelihood,
            named=identified.position if identified is not None else None,
            person=self._person(identified),
            found_by=_found_by(identified or self.thrown.get(key)),
            mitigations=tuple(self._mitigation(s) for s in self.mitigated.get(key, ())),
            fate=self._fate(key, thrown),
            checked=checked.position if checked is not None else None,
            die=thrown.die if thrown else 0,
            limit=thrown.limit if thrown else 0,
            cost=self.history.cost(self.thrown[key]) if thrown else 0,
        )

    def _printed(self, key: RiskKey) -> tuple[int, int]:
        """The severity and likelihood printed on the card, or those that the group wrote.

        The unknown of version 1 has no card: what it was thrown with.
        """
        identified, thrown = self.identified.get(key), self.thrown.get(key)
        if identified is not None and isinstance(identified.event, ev.RiskWritten):
            return identified.event.severity, identified.event.likelihood
        card = self.history.risk_card(key[1] or "")
        if card is not None:
            return card.severity, card.likelihood
        assert thrown is not None  # what was never named came to light when it was thrown
        return thrown.event.severity, thrown.event.limit

    def _person(self, identified: Identification | None) -> Person | None:
        if identified is not None and isinstance(identified.event, ev.RiskNamed | ev.RiskWritten):
            return self.history.person(identified.event.seat, identified.order)
        return None

    def _mitigation(self, occurrence: Occurrence[ev.RiskMitigated]) -> Mitigation:
        person = self.history.person(occurrence.event.seat, occurrence.order)
        return Mitigation(occurrence.position, person, occurrence.event.note)

    def _fate(self, key: RiskKey, thrown: ev.RiskThrown | None) -> RiskFate:
        if thrown is not None:
            return "struck" if thrown.struck else "prevented" if thrown.limit <= 0 else "held"
        if key in self.false_alarms:
            return "false"
        return "shelved" if key[0] in self.shelved else "open"


def _found_by(seen: Identification | Occurrence[ev.RiskThrown] | None) -> FoundBy | None:
    """What brought a risk to light that nobody named, by the events that it came with."""
    if seen is None or isinstance(seen.event, ev.RiskNamed | ev.RiskWritten):
        return None
    if isinstance(seen.event, ev.RiskThrown) or ev.RiskTested(seen.event.idea) in seen.step.events:
        return "check"
    used = any(isinstance(e, ev.AbilityUsed) for e in seen.step.events)
    return "ability" if used else "trial"
