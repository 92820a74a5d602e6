"""What all observers make moments with."""

from __future__ import annotations

from collections.abc import Iterable

from game.debrief.evidence import Stretch, evidence
from game.debrief.history import GameHistory, Occurrence, Position
from game.debrief.moments import About, Moment
from game.engine import Track
from game.engine import events as ev

Rest = Occurrence[object] | Position | None
"""Something that a moment rests on besides its own entry; ``None``: it did not happen."""


def moment(
    at: Occurrence[object] | Position,
    weight: float,
    about: About,
    rests_on: Iterable[Rest] = (),
    searched: Stretch | None = None,
) -> Moment:
    """A moment at the position of an event, with all that it rests on."""
    position = at.position if isinstance(at, Occurrence) else at
    others = (r.position if isinstance(r, Occurrence) else r for r in rests_on)
    return Moment(position, min(10.0, weight), about, evidence((*others, position), searched))


# ------------------------------------------------------------------ often asked of a history
def claim_of(history: GameHistory, idea: str, track: Track, before: int) -> Position | None:
    """Where a benefit or a downside got the number that it had before an event."""
    numbers = history.of(ev.BenefitClaimed, ev.EstimateRevised, ev.DownsideNamed)
    mine = [s for s in numbers if (s.event.idea, s.event.track) == (idea, track)]
    return next((s.position for s in reversed(mine) if s.order < before), None)


def implementing(history: GameHistory, idea: str) -> Position | None:
    """Where an idea was implemented."""
    done = (s.position for s in history.of(ev.IdeaImplemented) if s.event.idea == idea)
    return next(done, None)


def opening(history: GameHistory, idea: str, track: Track) -> Position | None:
    """Where the true effect of an idea on a track came to light, before it was realised."""
    for step in history.steps:
        before, after = step.before.idea(idea), step.after.idea(idea)
        was = before is not None and before.is_open(track)
        if after is not None and after.is_open(track) and not was:
            return None if after.status == "realised" else step.position
    return None
