"""Kinds of moments about the whole group."""

from __future__ import annotations

from game.debrief.references import IdeaRef
from game.engine import Track
from game.engine.events import Verdict, Why
from game.frozen import frozen


@frozen
class TrustLost:
    """The largest fall of trust in one decision, with its reasons and the ideas they are about.

    ``raised`` is what it rose by in the same decision, which ``before`` and ``left`` include.
    """

    before: int
    left: int
    reasons: tuple[tuple[Why, IdeaRef | None], ...]
    raised: int = 0

    @property
    def by(self) -> int:
        """The points that it fell."""
        return self.before - self.left


@frozen
class TrustSlid:
    """Trust was lower at the end of each of these rounds than at the end of the one before."""

    rounds: tuple[int, ...]
    before: int
    left: int


@frozen
class ProjectPaused:
    """Trust reached zero and the project was paused in ``round``, or ended there if ``stopped``.

    ``round`` is ``None`` after the last round.
    """

    round: int | None
    stopped: bool


@frozen
class VerdictDecided:
    """The decision after which the verdict did not change any more, with rounds still to play.

    ``tracks`` are those that reached their goal (or fell below it) with this decision, ``ideas``
    those realised by it, each with the round in which it was implemented.
    """

    before: Verdict
    verdict: Verdict
    tracks: tuple[Track, ...]
    ideas: tuple[tuple[IdeaRef, int], ...]
