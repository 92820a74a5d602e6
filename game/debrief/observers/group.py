"""Finds moments about the whole group: trust, pauses, and the decision behind the verdict."""

from __future__ import annotations

from collections.abc import Iterator

from game.debrief.history import GameHistory, HistoryStep
from game.debrief.moments import Moment, ProjectPaused, TrustLost, VerdictDecided, moment
from game.engine import TRACKS, Track
from game.engine import events as ev
from game.engine.events import Verdict
from game.engine.results import verdict


def trust_lost(history: GameHistory) -> Iterator[Moment]:
    """The decision that cost the most trust."""
    falls: dict[int, int] = {}
    losses = [s for s in history.of(ev.TrustChanged) if s.event.by < 0]
    for s in losses:
        index = s.position.decision_index
        falls[index] = falls.get(index, 0) - s.event.by
    if falls:
        top = max(falls, key=lambda index: falls[index])
        of_decision = [s for s in losses if s.position.decision_index == top]
        ideas = tuple(history.idea(s.event.idea) for s in of_decision if s.event.idea)
        whys = tuple(dict.fromkeys(s.event.why for s in of_decision))
        about = TrustLost(falls[top], of_decision[0].step.after.trust, whys, ideas)
        yield moment(of_decision[0], 3 + 1.5 * falls[top], about)


def paused(history: GameHistory) -> Iterator[Moment]:
    """The pauses of the project, and its end, for lack of trust."""
    for pause in history.of(ev.Paused):
        yield moment(pause, 8, ProjectPaused(pause.event.round, stopped=False))
    for stop in history.of(ev.Stopped):
        yield moment(stop, 10, ProjectPaused(stop.round, stopped=True))


def verdict_decided(history: GameHistory) -> Iterator[Moment]:
    """The last decision that changed the prospective verdict, once the game is over."""
    final = history.end.verdict
    if final is None or final == "stopped":
        return
    after: Verdict = final
    for step in reversed(history.steps[1:]):
        if step.before.points is step.after.points and after not in ("together", "realised"):
            continue
        before = verdict(step.before)
        if before != after:
            yield Moment(step.position, 9, _deciding_step(history, step, before, after))
            return


def _deciding_step(
    history: GameHistory, step: HistoryStep, before: Verdict, after: Verdict
) -> VerdictDecided:
    rounds = {s.event.idea: s.round for s in history.of(ev.IdeaImplemented)}
    realised = [e.idea for e in step.events if isinstance(e, ev.IdeaRealised)]
    ideas = tuple((history.idea(id), rounds.get(id, step.position.round)) for id in realised)
    return VerdictDecided(before, after, _tracks_crossing_goal(history, step), ideas)


def _tracks_crossing_goal(history: GameHistory, step: HistoryStep) -> tuple[Track, ...]:
    """The tracks that reached their goal, or fell below it, with this decision."""
    parts = zip(TRACKS, step.before.points, step.after.points, history.setup.goals, strict=True)
    return tuple(track for track, old, new, goal in parts if (old >= goal) != (new >= goal))
