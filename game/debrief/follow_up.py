"""The follow-up meeting weeks later: its agenda, and the outcomes reported since the game.

Reported outcomes are never changed: a new one is added with its own date, and the latest counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from game.debrief.action_items import ItemFollowed, StepFollowed, action_items, noted_steps
from game.debrief.assembly import Debrief
from game.debrief.benefits import BenefitStory
from game.debrief.references import IdeaRef
from game.engine import Benefit, Idea, State, Track
from game.engine.results import HALF, NEARLY, TrackStatus
from game.session import Log, Outcome

OutcomeSubject = tuple[str | None, Track | None]
"""The idea and the track that an outcome is about."""


@dataclass(frozen=True, slots=True)
class Followed:
    """Something that is followed up, with the ``outcomes`` reported since, by date."""

    outcomes: tuple[Outcome, ...]

    @property
    def latest(self) -> Outcome | None:
        """The outcome that counts."""
        return self.outcomes[-1] if self.outcomes else None

    @property
    def value(self) -> float | None:
        """The value of the latest outcome."""
        return None if self.latest is None else self.latest.value


@dataclass(frozen=True, slots=True)
class TrackFollowed(Followed):
    """A track's indicator, with the points claimed and realised in the game."""

    track: Track
    points: int
    goal: int
    claimed: int


@dataclass(frozen=True, slots=True)
class BenefitFollowed(Followed):
    """An anchored benefit or a downside, as it was on the table (``None`` if it was shelved)."""

    story: BenefitStory
    benefit: Benefit | None


@dataclass(frozen=True, slots=True)
class TrialFollowed(Followed):
    """An idea that was tried, with the names of its trials in the game."""

    idea: IdeaRef
    names: tuple[str, ...]
    proven: bool


@dataclass(frozen=True, slots=True)
class FollowUpAgenda:
    """The items of a follow-up meeting."""

    tracks: tuple[TrackFollowed, ...]
    benefits: tuple[BenefitFollowed, ...]
    trials: tuple[TrialFollowed, ...]
    items: tuple[ItemFollowed, ...]
    steps: tuple[StepFollowed, ...]


def follow_up(d: Debrief, log: Log) -> FollowUpAgenda:
    """The agenda of a session, with the outcomes in ``log``, which may be newer than ``d``."""
    outcomes = outcomes_by_subject(log.outcomes)
    return FollowUpAgenda(
        tracks=tuple(
            TrackFollowed(outcomes.get((None, m.track), ()), m.track, m.points, m.goal, m.claimed)
            for m in d.measures.tracks
        ),
        benefits=tuple(
            BenefitFollowed(outcomes.get(b.benefit.key, ()), b, _benefit_on_table(d.end, b))
            for b in d.benefits
            if _is_followed(b) or b.benefit.key in outcomes
        ),
        trials=_trials(d, outcomes),
        items=action_items(log),
        steps=noted_steps(log, d.steps[-1].position.entry),
    )


def _is_followed(b: BenefitStory) -> bool:
    """Whether somebody has something to tell of it: its owner, or those who bear it."""
    return (b.anchored or b.downside) and b.fate != "shelved"


def outcomes_by_subject(outcomes: Iterable[Outcome]) -> dict[OutcomeSubject, tuple[Outcome, ...]]:
    """Outcomes by subject, each in order of date; those of one day in the order of recording."""
    groups: dict[OutcomeSubject, tuple[Outcome, ...]] = {}
    for outcome in sorted(outcomes, key=lambda o: (date.fromisoformat(o.date), o.n)):
        key = outcome.idea, outcome.track
        groups[key] = (*groups.get(key, ()), outcome)
    return groups


def _benefit_on_table(end: State, story: BenefitStory) -> Benefit | None:
    idea: Idea | None = end.idea(story.benefit.idea.id)
    return None if idea is None else idea.benefit(story.benefit.track)


def _trials(
    d: Debrief, outcomes: dict[OutcomeSubject, tuple[Outcome, ...]]
) -> tuple[TrialFollowed, ...]:
    """The ideas that were tried in the game, or since then."""
    tried = {trial.idea.id for trial in d.trials}
    return tuple(
        TrialFollowed(
            outcomes.get((idea.id, None), ()),
            idea,
            tuple(dict.fromkeys(x.name for x in d.trials if x.idea.id == idea.id and x.name)),
            any(x.proven for x in d.trials if x.idea.id == idea.id),
        )
        for idea in d.ideas
        if idea.id in tried or (idea.id, None) in outcomes
    )


# ------------------------------------------------------------------ progress
def progress_share(baseline: float | None, target: float | None, value: float) -> float | None:
    """The progress of a value from baseline (0) to target (1); negative when it got worse.

    ``None`` without a baseline or a target, or when they are equal.
    """
    if baseline is None or target is None or baseline == target:
        return None
    return (value - baseline) / (target - baseline)


def progress_status(share: float) -> TrackStatus:
    """The status of a progress, as in the result of a game."""
    if share < 0:
        return "harmed"
    if share >= 1:
        return "reached"
    if share >= NEARLY:
        return "nearly"
    return "on_the_way" if share >= HALF else "not_reached"
