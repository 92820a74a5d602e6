"""Finds moments about risks: struck unnamed, struck though named, false alarms, prevented."""

from __future__ import annotations

from collections.abc import Iterator

from game.debrief.history import GameHistory, Occurrence, Position
from game.debrief.mentions import risk_mentions
from game.debrief.moments import (
    FalseAlarmRaised,
    Moment,
    NamedRiskStruck,
    RiskPrevented,
    UnnamedRiskStruck,
)
from game.debrief.observers.finding import implementing, moment
from game.debrief.references import Person
from game.engine import events as ev
from game.session import Decision

RiskKey = tuple[str, str]
Naming = Occurrence[ev.RiskNamed | ev.RiskWritten | ev.RiskTurnedUp]


def unnamed_struck(history: GameHistory) -> Iterator[Moment]:
    """True risks that struck and did not lie at their idea as named."""
    for occurrence in history.of(ev.RiskThrown):
        e = occurrence.event
        if e.struck and e.named is None:
            risk = history.risk(e.idea, e.risk, e.track)
            heard = risk_mentions(history, e.idea, e.risk, e.track, occurrence.position.entry)
            hands = occurrence.step.before.risk_hands
            in_hand = any(e.risk in hand for hand in hands)
            about = UnnamedRiskStruck(risk, history.cost(occurrence), not heard, in_hand)
            searched = history.steps[0].position, occurrence.position
            rests_on = [m.position for m in heard] + [implementing(history, e.idea)]
            yield moment(occurrence, 5 + e.severity, about, rests_on, searched)


def named_struck(history: GameHistory) -> Iterator[Moment]:
    """The gravest risk that lay named since an earlier round, was left alone, and struck."""
    named = _namings(history)
    worked_on = set(mitigations(history)) | _undone_mitigations(history)
    left = [
        (s, named[s.event.idea, s.event.named])
        for s in history.of(ev.RiskThrown)
        if s.event.struck
        and s.event.named is not None
        and (s.event.idea, s.event.named) in named
        and (s.event.idea, s.event.named) not in worked_on
        and named[s.event.idea, s.event.named].round < s.round
    ]
    if left:
        top, naming = max(left, key=lambda pair: pair[0].event.severity)
        e = top.event
        risk = history.risk(e.idea, e.named, e.track)
        about = NamedRiskStruck(risk, history.cost(top), naming.round)
        yield moment(top, 4 + e.severity, about, [naming], (naming.position, top.position))


def _namings(history: GameHistory) -> dict[RiskKey, Naming]:
    """Where each risk came to lie at its idea."""
    named = history.of(ev.RiskNamed, ev.RiskWritten, ev.RiskTurnedUp)
    return {(s.event.idea, s.event.risk): s for s in reversed(named)}


def _undone_mitigations(history: GameHistory) -> set[RiskKey]:
    """The risks of which a mitigation was taken back: something had been thought of."""
    undone = (
        event
        for record in history.records
        if isinstance(record, Decision) and not history.stands(record.n)
        for event in record.events
    )
    return {(e.idea, e.risk) for e in undone if isinstance(e, ev.RiskMitigated)}


def false_alarms(history: GameHistory) -> Iterator[Moment]:
    """Named risks that were not true; the more mitigations, the higher the weight."""
    named = namers(history)
    places, counts = _namings(history), mitigations(history)
    for occurrence in history.of(ev.FalseAlarm):
        key = (occurrence.event.idea, occurrence.event.risk)
        work = counts.get(key, [])
        about = FalseAlarmRaised(history.risk(*key), named.get(key), len(work))
        yield moment(occurrence, 2.5 + 1.5 * len(work), about, [places.get(key), *work])


def prevented(history: GameHistory) -> Iterator[Moment]:
    """The gravest true risk that did not strike because it had been mitigated."""
    counts = mitigations(history)
    found = [
        (s, work)
        for s in history.of(ev.RiskThrown)
        if not s.event.struck
        and (work := counts.get((s.event.idea, s.event.named or ""), []))
        and _had_struck(history, s.event, len(work))
    ]
    if found:
        top, work = max(found, key=lambda pair: pair[0].event.severity)
        e = top.event
        risk = history.risk(e.idea, e.named or e.risk)
        about = RiskPrevented(risk, e.severity, len(work), e.die)
        place = _namings(history).get((e.idea, e.named or ""))
        yield moment(top, 3 + e.severity, about, [place, *work])


def _had_struck(history: GameHistory, e: ev.RiskThrown, mitigations: int) -> bool:
    """Whether it had struck without the mitigations; without a die it could not any more."""
    return e.die <= e.limit + history.setup.rules.mitigation * mitigations


def namers(history: GameHistory) -> dict[RiskKey, Person]:
    """The person who named each risk, by idea and risk."""
    return {
        (s.event.idea, s.event.risk): history.person(s.event.seat, s.order)
        for s in history.of(ev.RiskNamed, ev.RiskWritten)
    }


def mitigations(history: GameHistory) -> dict[RiskKey, list[Position]]:
    """Where each risk was mitigated, by idea and risk."""
    places: dict[RiskKey, list[Position]] = {}
    for s in history.of(ev.RiskMitigated):
        places.setdefault((s.event.idea, s.event.risk), []).append(s.position)
    return places
