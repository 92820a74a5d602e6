"""Finds moments about risks: first and last named, struck unnamed, false alarms, prevented."""

from __future__ import annotations

from collections.abc import Iterator

from game.debrief.history import GameHistory, Occurrence
from game.debrief.moments import (
    FalseAlarmRaised,
    Moment,
    RiskCame,
    RiskPrevented,
    UnnamedRiskStruck,
    moment,
)
from game.debrief.references import Person
from game.engine import Track
from game.engine import events as ev

Naming = Occurrence[ev.RiskNamed | ev.RiskWritten]


def first_and_last(history: GameHistory) -> Iterator[Moment]:
    """The first and the last named risk: over all tracks, and on each track if not among these."""
    named = history.of(ev.RiskNamed, ev.RiskWritten)
    yield from _first_and_last_of(history, named, None)
    overall = {named[0], named[-1]} if named else set()
    by_track: dict[Track, list[Naming]] = {}
    for naming in named:
        event = naming.event
        by_track.setdefault(history.risk(event.idea, event.risk).track, []).append(naming)
    for track, namings in by_track.items():
        ends = namings[0], namings[-1]
        for m, naming in zip(_first_and_last_of(history, namings, track), ends, strict=False):
            if naming not in overall:
                yield m


def _first_and_last_of(
    history: GameHistory, named: list[Naming], track: Track | None
) -> Iterator[Moment]:
    """The moments of the first and, if it is another one, the last of some named risks."""
    weight = 2 if track is None else 1
    for naming in dict.fromkeys((named[0], named[-1])) if named else ():
        e = naming.event
        about = RiskCame(
            history.risk(e.idea, e.risk), history.person(e.seat), naming is named[0], track
        )
        yield moment(naming, weight + (naming is named[0]), about)


def unnamed_struck(history: GameHistory) -> Iterator[Moment]:
    """True risks that struck though nobody had named them."""
    for occurrence in history.of(ev.RiskThrown):
        e = occurrence.event
        if e.struck and e.named is None:
            risk = history.risk(e.idea, e.risk, e.track)
            yield moment(occurrence, 5 + e.severity, UnnamedRiskStruck(risk, e.severity))


def false_alarms(history: GameHistory) -> Iterator[Moment]:
    """Named risks that were not true; the more mitigations, the higher the weight."""
    named = namers(history)
    counts = mitigations(history)
    for occurrence in history.of(ev.FalseAlarm):
        key = (occurrence.event.idea, occurrence.event.risk)
        about = FalseAlarmRaised(history.risk(*key), named.get(key), counts.get(key, 0))
        yield moment(occurrence, 2.5 + 1.5 * about.mitigations, about)


def prevented(history: GameHistory) -> Iterator[Moment]:
    """The gravest true risk that was mitigated and did not strike."""
    counts = mitigations(history)
    prevented_risks = [
        s
        for s in history.of(ev.RiskThrown)
        if s.event.named is not None
        and not s.event.struck
        and (s.event.idea, s.event.named) in counts
    ]
    if prevented_risks:
        top = max(prevented_risks, key=lambda s: s.event.severity)
        e = top.event
        count = counts[e.idea, e.named or ""]
        about = RiskPrevented(history.risk(e.idea, e.risk or e.named), e.severity, count)
        yield moment(top, 3 + e.severity, about)


def namers(history: GameHistory) -> dict[tuple[str, str], Person]:
    """The person who named each risk, by idea and risk."""
    return {
        (s.event.idea, s.event.risk): history.person(s.event.seat)
        for s in history.of(ev.RiskNamed, ev.RiskWritten)
    }


def mitigations(history: GameHistory) -> dict[tuple[str, str], int]:
    """The number of mitigations of each risk, by idea and risk."""
    counts: dict[tuple[str, str], int] = {}
    for s in history.of(ev.RiskMitigated):
        key = (s.event.idea, s.event.risk)
        counts[key] = counts.get(key, 0) + 1
    return counts
