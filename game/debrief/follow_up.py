"""The follow-up weeks later: what there is to ask about, and what has been told of it since.

Nothing told is ever altered: everything is told again with its own day, and the latest counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from game.debrief.assembly import Debrief
from game.debrief.benefits import BenefitStory
from game.debrief.references import IdeaRef
from game.engine import Benefit, Idea, State, Track
from game.engine.events import TrialThrown
from game.engine.results import TrackStatus
from game.session import Log, Note, Outcome

Key = tuple[str | None, Track | None]
"""The idea and the track that an outcome is of."""


@dataclass(frozen=True, slots=True)
class Followed:
    """Something that is followed up: what was ``told`` of it since, by the day it was found."""

    told: tuple[Outcome, ...]

    @property
    def latest(self) -> Outcome | None:
        """What counts now."""
        return self.told[-1] if self.told else None

    @property
    def value(self) -> float | None:
        """The value that was measured last."""
        return None if self.latest is None else self.latest.value


@dataclass(frozen=True, slots=True)
class TrackFollowed(Followed):
    """A track's indicator, with the points claimed and realised in play."""

    track: Track
    points: int
    goal: int
    claimed: int


@dataclass(frozen=True, slots=True)
class BenefitFollowed(Followed):
    """A benefit that was anchored; ``benefit`` is the card on the table, unless it was shelved."""

    story: BenefitStory
    benefit: Benefit | None


@dataclass(frozen=True, slots=True)
class TrialFollowed(Followed):
    """An idea that was tried, with the names of its trials in the game."""

    idea: IdeaRef
    names: tuple[str, ...]
    proven: bool


@dataclass(frozen=True, slots=True)
class StepFollowed:
    """A next step that the group agreed on, and what was written about it since."""

    note: Note
    came: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class FollowUpAgenda:
    """All that a follow-up meeting goes through."""

    tracks: tuple[TrackFollowed, ...]
    benefits: tuple[BenefitFollowed, ...]
    trials: tuple[TrialFollowed, ...]
    steps: tuple[StepFollowed, ...]


def follow_up(d: Debrief, log: Log) -> FollowUpAgenda:
    """What there is to follow up in a session, and what has been told; ``log`` may have grown."""
    told = outcomes_by_subject(log.outcomes)
    return FollowUpAgenda(
        tracks=tuple(
            TrackFollowed(told.get((None, m.track), ()), m.track, m.points, m.goal, m.claimed)
            for m in d.measures.tracks
        ),
        benefits=tuple(
            BenefitFollowed(told.get(b.benefit.key, ()), b, _lying(d.end, b))
            for b in d.benefits
            if (b.anchored and b.fate != "shelved") or b.benefit.key in told
        ),
        trials=_trials(d, told),
        steps=_steps(log, d.steps[-1].place.entry),
    )


def outcomes_by_subject(outcomes: Iterable[Outcome]) -> dict[Key, tuple[Outcome, ...]]:
    """What was told of each thing, by day; of one day, what was told last comes last."""
    found: dict[Key, tuple[Outcome, ...]] = {}
    for told in sorted(outcomes, key=lambda o: (date.fromisoformat(o.date), o.n)):
        key = told.idea, told.track
        found[key] = (*found.get(key, ()), told)
    return found


def _lying(end: State, story: BenefitStory) -> Benefit | None:
    idea: Idea | None = end.idea(story.benefit.idea.id)
    return None if idea is None else idea.benefit(story.benefit.track)


def _trials(d: Debrief, told: dict[Key, tuple[Outcome, ...]]) -> tuple[TrialFollowed, ...]:
    """The ideas that were tried in the game, or since then."""
    thrown = [e for step in d.steps for e in step.events if isinstance(e, TrialThrown)]
    tried = {e.idea for e in thrown}
    return tuple(
        TrialFollowed(
            told.get((idea.id, None), ()),
            idea,
            tuple(dict.fromkeys(e.name for e in thrown if e.idea == idea.id and e.name)),
            any(e.proven for e in thrown if e.idea == idea.id),
        )
        for idea in d.ideas
        if idea.id in tried or (idea.id, None) in told
    )


def _steps(log: Log, end: int) -> tuple[StepFollowed, ...]:
    """Next steps are notes about the end of the game; what came of one is a note about it."""
    return tuple(
        StepFollowed(note, tuple(n for n in log.notes if n.of == note.n and n.text))
        for note in log.notes
        if note.of == end and note.text
    )


# ------------------------------------------------------------------ how far it has come
def share(baseline: float | None, target: float | None, value: float) -> float | None:
    """How much of the way from baseline to target a value has come; 0 to 1, below 0 is worse.

    ``None`` where there is no way.
    """
    if baseline is None or target is None or baseline == target:
        return None
    return (value - baseline) / (target - baseline)


def standing(share: float) -> TrackStatus:
    """The word for a share of the way, as the result of a game has it."""
    if share < 0:
        return "harmed"
    if share >= 1:
        return "reached"
    return "on_the_way" if share >= 0.5 else "not_reached"
