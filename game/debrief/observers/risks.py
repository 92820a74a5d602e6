"""Moments about risks: when they were named, which struck unseen, which alarms were false."""

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

Came = Occurrence[ev.RiskNamed | ev.RiskWritten]


def first_and_last(history: GameHistory) -> Iterator[Moment]:
    """The first and the last risk that somebody named, over all and on each other track."""
    named = history.of(ev.RiskNamed, ev.RiskWritten)
    yield from _ends(history, named, None)
    told = {named[0], named[-1]} if named else set()
    by_track: dict[Track, list[Came]] = {}
    for one in named:
        by_track.setdefault(history.risk(one.event.idea, one.event.risk).track, []).append(one)
    for track, ones in by_track.items():
        for m, one in zip(_ends(history, ones, track), (ones[0], ones[-1]), strict=False):
            if one not in told:
                yield m


def _ends(history: GameHistory, named: list[Came], track: Track | None) -> Iterator[Moment]:
    """The first of some risks, and the last when it is another one."""
    weight = 2 if track is None else 1
    for one in dict.fromkeys((named[0], named[-1])) if named else ():
        e = one.event
        about = RiskCame(
            history.risk(e.idea, e.risk), history.person(e.seat), one is named[0], track
        )
        yield moment(one, weight + (one is named[0]), about)


def unnamed_struck(history: GameHistory) -> Iterator[Moment]:
    """True risks that struck though nobody had named them."""
    for seen in history.of(ev.RiskThrown):
        e = seen.event
        if e.struck and e.named is None:
            risk = history.risk(e.idea, e.risk, e.track)
            yield moment(seen, 5 + e.severity, UnnamedRiskStruck(risk, e.severity))


def false_alarms(history: GameHistory) -> Iterator[Moment]:
    """Named risks that were not true; the more was done about them, the more telling."""
    named = namers(history)
    done = mitigations(history)
    for seen in history.of(ev.FalseAlarm):
        key = (seen.event.idea, seen.event.risk)
        about = FalseAlarmRaised(history.risk(*key), named.get(key), done.get(key, 0))
        yield moment(seen, 2.5 + 1.5 * about.mitigations, about)


def prevented(history: GameHistory) -> Iterator[Moment]:
    """The gravest true risk that was mitigated and did not strike."""
    done = mitigations(history)
    held = [
        s
        for s in history.of(ev.RiskThrown)
        if s.event.named is not None
        and not s.event.struck
        and (s.event.idea, s.event.named) in done
    ]
    if held:
        top = max(held, key=lambda s: s.event.severity)
        e = top.event
        count = done[e.idea, e.named or ""]
        about = RiskPrevented(history.risk(e.idea, e.risk or e.named), e.severity, count)
        yield moment(top, 3 + e.severity, about)


def namers(history: GameHistory) -> dict[tuple[str, str], Person]:
    """Who named each risk at an idea."""
    return {
        (s.event.idea, s.event.risk): history.person(s.event.seat)
        for s in history.of(ev.RiskNamed, ev.RiskWritten)
    }


def mitigations(history: GameHistory) -> dict[tuple[str, str], int]:
    """How often each risk at an idea was mitigated."""
    done: dict[tuple[str, str], int] = {}
    for s in history.of(ev.RiskMitigated):
        key = (s.event.idea, s.event.risk)
        done[key] = done.get(key, 0) + 1
    return done
