"""The follow-up meeting weeks later: its agenda, and the outcomes reported since the game.

Reported outcomes are never changed: a new one is added with its own date, and the latest counts.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from datetime import date

from game.debrief.action_items import ItemFollowed, StepFollowed, action_items, noted_steps
from game.debrief.assembly import Debrief
from game.debrief.benefits import BenefitStory
from game.debrief.references import IdeaRef
from game.debrief.standing import Standing, standings
from game.debrief.trials import TrialStory
from game.engine import Benefit, Idea, State, Track
from game.frozen import frozen
from game.session import Log, Outcome

OutcomeSubject = tuple[str | None, Track | None]
"""The idea and the track that an outcome is about."""


@frozen
class Followed:
    """Something that is followed up, with the ``outcomes`` reported since, by date.

    Those that cannot be do not count, and stand in ``refused``.
    """

    outcomes: tuple[Outcome, ...]
    refused: tuple[Outcome, ...]

    @property
    def latest(self) -> Outcome | None:
        """The outcome that counts."""
        return self.outcomes[-1] if self.outcomes else None

    @property
    def value(self) -> float | None:
        """The value of the latest outcome."""
        return None if self.latest is None else self.latest.value


@frozen
class TrackFollowed(Followed):
    """A track's indicator, with the points claimed and realised in the game."""

    track: Track
    points: int
    goal: int
    claimed: int


@frozen
class BenefitFollowed(Followed):
    """A benefit or a downside, as it was on the table (``None`` if it was shelved), and by now."""

    standing: Standing
    benefit: Benefit | None

    @property
    def story(self) -> BenefitStory:
        """What became of it in the game."""
        return self.standing.story


@frozen
class TrialFollowed(Followed):
    """An idea that was tried, with its trials in the game, in order."""

    idea: IdeaRef
    trials: tuple[TrialStory, ...]


@frozen
class FollowUpAgenda:
    """The items of a follow-up meeting."""

    tracks: tuple[TrackFollowed, ...]
    benefits: tuple[BenefitFollowed, ...]
    trials: tuple[TrialFollowed, ...]
    items: tuple[ItemFollowed, ...]
    steps: tuple[StepFollowed, ...]


def follow_up(d: Debrief, log: Log, refused: Container[int] = ()) -> FollowUpAgenda:
    """The agenda of a session, with the outcomes in ``log``, which may be newer than ``d``.

    Outcomes whose entries are ``refused`` (:mod:`game.debrief.doubts`) do not count.
    """
    told = _ToldOf(log, refused)
    return FollowUpAgenda(
        tracks=tuple(
            TrackFollowed(*told.of((None, m.track)), m.track, m.points, m.goal, m.claimed)
            for m in d.measures.tracks
        ),
        benefits=tuple(
            BenefitFollowed(*told.of(one.key), one, _benefit_on_table(d.end, one.story))
            for one in standings(d, log)
            if not one.put_away or any(told.of(one.key))
        ),
        trials=_trials(d, told),
        items=action_items(log),
        steps=noted_steps(log, d.steps[-1].position.entry),
    )


class _ToldOf:
    """The outcomes of each subject: those that count, and those that are refused."""

    def __init__(self, log: Log, refused: Container[int]) -> None:
        self._counted = outcomes_by_subject(o for o in log.outcomes if o.n not in refused)
        self._refused = outcomes_by_subject(o for o in log.outcomes if o.n in refused)

    def of(self, subject: OutcomeSubject) -> tuple[tuple[Outcome, ...], tuple[Outcome, ...]]:
        """The outcomes of a subject."""
        return self._counted.get(subject, ()), self._refused.get(subject, ())


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


def _trials(d: Debrief, told: _ToldOf) -> tuple[TrialFollowed, ...]:
    """The ideas that were tried in the game, or since then."""
    tried = {trial.idea.id for trial in d.trials}
    return tuple(
        TrialFollowed(
            *told.of((idea.id, None)),
            idea,
            tuple(trial for trial in d.trials if trial.idea.id == idea.id),
        )
        for idea in d.ideas
        if idea.id in tried or any(told.of((idea.id, None)))
    )
