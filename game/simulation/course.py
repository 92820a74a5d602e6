"""Observes the course of one game: points round by round, what checks tested, how guesses hit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from game.engine import INDEX, Event
from game.engine import events as ev
from game.engine.lookups import moved_by


class CourseObserver:
    """Observes one game round by round; called with each event.

    ``points_by_round`` has the tracks' points at the end of each round's reality check, and of the
    follow-up as one round more. ``checks`` has for each reality check at the end of a round whether
    it tested something; the follow-up is none of them.
    """

    __slots__ = (
        "_follow_up",
        "_guesses",
        "_opened",
        "_points",
        "_round",
        "_tested",
        "_truth",
        "checks",
        "points_by_round",
    )

    def __init__(self) -> None:
        self.points_by_round: dict[int, tuple[int, ...]] = {}
        self.checks: list[bool] = []
        self._points = [0, 0, 0, 0]
        self._round = 0
        self._follow_up = self._tested = False
        self._truth: dict[str, tuple[int, ...]] = {}
        self._opened: set[tuple[str, str]] = set()
        self._guesses: dict[tuple[str, str], tuple[int, int]] = {}

    def __call__(self, event: Event) -> None:
        """Observe an event."""
        handler = _OBSERVED.get(type(event))
        if handler is not None:
            handler(self, event)

    def misses(self) -> Iterator[tuple[int, int]]:
        """The round of each last estimate of a hidden effect, and how many points it is off."""
        for (idea, track), (round_, estimate) in self._guesses.items():
            if idea in self._truth:
                yield round_, abs(estimate - self._truth[idea][INDEX[track]])

    # -------------------------------------------------------------- event handlers
    def _begun(self, event: ev.Begun) -> None:
        self._truth = dict(event.truth)

    def _round_opened(self, event: ev.RoundOpened) -> None:
        self._round, self._follow_up = event.round, event.phase == "follow_up"

    def _track_moved(self, event: ev.TrackMoved) -> None:
        at = self._points[INDEX[event.track]]
        self._points[INDEX[event.track]] += moved_by(at, event.by)

    def _estimated(self, event: ev.BenefitClaimed | ev.EstimateRevised) -> None:
        where = event.idea, event.track
        if where not in self._opened:
            self._guesses[where] = self._round, event.estimate

    def _effects_opened(self, event: ev.EffectsOpened) -> None:
        self._opened.update((idea, track) for idea, track, _ in event.effects)

    def _check_began(self, event: ev.CheckBegan) -> None:
        self._tested = False

    def _truth_drawn(self, event: ev.TruthDrawn) -> None:
        self._truth[event.idea] = event.effects

    def _downside_named(self, event: ev.DownsideNamed) -> None:
        if (event.idea, event.track) not in self._opened:
            self._guesses[event.idea, event.track] = self._round, -event.size

    def _claim_tested(self, event: ev.ClaimTested) -> None:
        self._opened.add((event.idea, event.track))
        self._tested = True

    def _something_tested(self, event: ev.IdeaRealised | ev.RiskTested) -> None:
        self._tested = True

    def _check_ended(self, event: ev.CheckEnded) -> None:
        self.points_by_round[self._round] = tuple(self._points)
        if not self._follow_up:
            self.checks.append(self._tested)


_OBSERVED: dict[type[Event], Callable[[CourseObserver, Any], None]] = {
    ev.Begun: CourseObserver._begun,
    ev.RoundOpened: CourseObserver._round_opened,
    ev.TrackMoved: CourseObserver._track_moved,
    ev.BenefitClaimed: CourseObserver._estimated,
    ev.EstimateRevised: CourseObserver._estimated,
    ev.EffectsOpened: CourseObserver._effects_opened,
    ev.CheckBegan: CourseObserver._check_began,
    ev.TruthDrawn: CourseObserver._truth_drawn,
    ev.DownsideNamed: CourseObserver._downside_named,
    ev.ClaimTested: CourseObserver._claim_tested,
    ev.RiskTested: CourseObserver._something_tested,
    ev.IdeaRealised: CourseObserver._something_tested,
    ev.CheckEnded: CourseObserver._check_ended,
}
