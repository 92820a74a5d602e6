"""Moments about the whole group: trust, pauses, and the turn that decided the verdict."""

from __future__ import annotations

from collections.abc import Iterator

from game.debrief.history import GameHistory, HistoryStep
from game.debrief.moments import Moment, ProjectPaused, TrustLost, VerdictDecided, moment
from game.engine import TRACKS, Track
from game.engine import events as ev
from game.engine.events import Verdict
from game.engine.results import verdict


def trust_lost(history: GameHistory) -> Iterator[Moment]:
    """The decision that cost most trust."""
    falls: dict[int, int] = {}
    seen = [s for s in history.of(ev.TrustChanged) if s.event.by < 0]
    for s in seen:
        index = s.place.decision_index
        falls[index] = falls.get(index, 0) - s.event.by
    if falls:
        top = max(falls, key=lambda index: falls[index])
        here = [s for s in seen if s.place.decision_index == top]
        ideas = tuple(history.idea(s.event.idea) for s in here if s.event.idea)
        whys = tuple(dict.fromkeys(s.event.why for s in here))
        about = TrustLost(falls[top], here[0].step.after.trust, whys, ideas)
        yield moment(here[0], 3 + 1.5 * falls[top], about)


def paused(history: GameHistory) -> Iterator[Moment]:
    """Trust was gone: the project paused, or was stopped."""
    for pause in history.of(ev.Paused):
        yield moment(pause, 8, ProjectPaused(pause.event.round, stopped=False))
    for stop in history.of(ev.Stopped):
        yield moment(stop, 10, ProjectPaused(stop.round, stopped=True))


def verdict_decided(history: GameHistory) -> Iterator[Moment]:
    """The last decision that changed what the verdict would be, once the game is over."""
    final = history.end.verdict
    if final is None or final == "stopped":
        return
    after: Verdict = final
    for step in reversed(history.steps[1:]):
        if step.before.points is step.after.points and after not in ("together", "realised"):
            continue
        before = verdict(step.before)
        if before != after:
            yield Moment(step.place, 9, _decided(history, step, before, after))
            return


def _decided(
    history: GameHistory, step: HistoryStep, before: Verdict, after: Verdict
) -> VerdictDecided:
    rounds = {s.event.idea: s.round for s in history.of(ev.IdeaImplemented)}
    realised = [e.idea for e in step.events if isinstance(e, ev.IdeaRealised)]
    ideas = tuple((history.idea(id), rounds.get(id, step.place.round)) for id in realised)
    return VerdictDecided(before, after, _crossed(history, step), ideas)


def _crossed(history: GameHistory, step: HistoryStep) -> tuple[Track, ...]:
    """The tracks that reached their goal, or lost it, with this decision."""
    parts = zip(TRACKS, step.before.points, step.after.points, history.setup.goals, strict=True)
    return tuple(track for track, old, new, goal in parts if (old >= goal) != (new >= goal))
