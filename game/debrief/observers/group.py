"""Finds moments about the whole group: trust, pauses, and the decision behind the verdict."""

from __future__ import annotations

from collections.abc import Iterator

from game.debrief.history import GameHistory, HistoryStep, Occurrence
from game.debrief.moments import Moment, ProjectPaused, TrustLost, TrustSlid, VerdictDecided
from game.debrief.observers.finding import moment
from game.debrief.references import IdeaRef
from game.engine import TRACKS, Track
from game.engine import events as ev
from game.engine.events import Verdict
from game.engine.results import ending, verdict
from game.frozen import frozen

FALL = 2
"""The least fall of trust in one decision that is a key moment."""
SLIDE = 3
"""As many rounds in a row in which trust falls are a slide."""


# ------------------------------------------------------------------ trust
@frozen
class _Fall:
    """A decision that cost trust, from what it was before to what it came to, as a check tells it.

    ``raised`` is what it rose by in it.
    """

    losses: tuple[Occurrence[ev.TrustChanged], ...]
    before: int
    left: int
    raised: int


def trust_lost(history: GameHistory) -> Iterator[Moment]:
    """The decision in which trust fell most."""
    falls = list(_falls(history))
    top = max(falls, key=lambda fall: fall.before - fall.left, default=None)
    if top is not None and top.before - top.left >= FALL:
        reasons = tuple(dict.fromkeys(_reason(history, s) for s in top.losses))
        about = TrustLost(top.before, top.left, reasons, top.raised)
        yield moment(top.losses[0], 2 + 1.5 * about.by, about)


def _falls(history: GameHistory) -> Iterator[_Fall]:
    """The decisions with losses; a pause that follows does not raise what is left."""
    losses: dict[int, list[Occurrence[ev.TrustChanged]]] = {}
    for s in history.of(ev.TrustChanged):
        if s.event.by < 0:
            losses.setdefault(s.position.decision_index, []).append(s)
    for of_decision in losses.values():
        step = of_decision[0].step
        changes = [e.by for e in step.events if isinstance(e, ev.TrustChanged) and e.why != "pause"]
        before = step.before.trust
        raised = sum(by for by in changes if by > 0)
        yield _Fall(tuple(of_decision), before, before + sum(changes), raised)


def _reason(history: GameHistory, s: Occurrence[ev.TrustChanged]) -> tuple[ev.Why, IdeaRef | None]:
    return s.event.why, history.idea(s.event.idea) if s.event.idea else None


def trust_slid(history: GameHistory) -> Iterator[Moment]:
    """The most rounds in a row at the end of which trust was lower than a round before."""
    levels = _trust_by_round(history)
    rows: list[list[tuple[int, int]]] = [[]]
    for (round_, left), (_, before) in zip(levels[1:], levels, strict=False):
        if before > left:
            rows[-1].append((round_, before))
        elif rows[-1]:
            rows.append([])
    row = max(rows, key=len)
    longest = [round_ for round_, _ in row]
    losses = [s for s in history.of(ev.TrustChanged) if s.event.by < 0 and s.round in longest]
    if len(row) >= SLIDE and losses:  # a session that was tampered with may tell of none
        before, left = row[0][1], dict(levels)[longest[-1]]
        about = TrustSlid(tuple(longest), before, left)
        yield moment(losses[-1], 3 + before - left, about, losses)


def _trust_by_round(history: GameHistory) -> list[tuple[int, int]]:
    """Each round that was played to its end with the trust then; round 0 is the beginning.

    Of a session that was tampered with, those in which anything was decided.
    """
    at_end = {step.position.round: step.after.trust for step in history.steps}
    ended = [n for n in history.checked_rounds if history.end.over or n < history.end.round_now]
    return [(0, history.steps[0].after.trust), *((n, at_end[n]) for n in ended if n in at_end)]


def paused(history: GameHistory) -> Iterator[Moment]:
    """The pauses of the project, and its end, for lack of trust."""
    last = sum(history.setup.rules.rounds)
    for pause in history.of(ev.Paused):
        about = ProjectPaused(_paused_round(history, pause.event), stopped=False)
        yield moment(pause, 8, about, _losses(history, pause))
    for stop in history.of(ev.Stopped):
        round_ = stop.round if stop.round <= last else None
        about = ProjectPaused(round_, stopped=True)
        yield moment(stop, 10, about, _losses(history, stop))


def _paused_round(history: GameHistory, e: ev.Paused) -> int | None:
    """The round in which a pause came, or is to come; ``None`` where no round was left for it."""
    opened = history.opened_after(e.round - 1)
    if opened or history.end.over:
        return next(iter(opened), None)
    return e.round if e.round <= sum(history.setup.rules.rounds) else None


def _losses(history: GameHistory, at: Occurrence[object]) -> list[Occurrence[ev.TrustChanged]]:
    """What had cost trust until then."""
    changes = history.of(ev.TrustChanged)
    return [s for s in changes if s.event.by < 0 and s.order < at.order]


# ------------------------------------------------------------------ the verdict
def verdict_decided(history: GameHistory) -> Iterator[Moment]:
    """The last decision that changed the verdict as it stood, if rounds were played after it."""
    final = history.end.verdict
    if final is None or final == "stopped" or ending(history.end) == "ended_early":
        return
    step, before = _last_change(history, final)
    left = len(history.opened_after(step.position.round)) if step is not None else 0
    if step is not None and left:
        about = _deciding_step(history, step, before, final)
        done = [s for s in history.of(ev.IdeaImplemented) if _is_among(s.event.idea, about)]
        end = history.steps[-1].position
        yield moment(step.position, min(9, 5 + left), about, [*done, end])


def _last_change(history: GameHistory, final: Verdict) -> tuple[HistoryStep | None, Verdict]:
    """The last step before which the verdict was another one than at the end."""
    for step in reversed(history.steps[1:]):
        before = verdict(step.before)
        if before != final:
            return step, before
    return None, final


def _is_among(idea: str, about: VerdictDecided) -> bool:
    return any(ref.id == idea for ref, _ in about.ideas)


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
