"""The story of every benefit that was ever claimed: what was believed, who owned it, what came."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from game.debrief.history import GameHistory, Occurrence, Position, by_benefit
from game.debrief.references import BenefitRef, Person, RiskRef
from game.engine import Benefit, Idea, Measure, Track
from game.engine import events as ev

Fate = Literal["claimed", "implemented", "realised", "shelved"]
Cause = Literal["truth", "die", "disbenefit", "stumble", "unowned"]
"""Why a harvest differs from its claim, in the order in which the reality check applies them."""

Key = tuple[str, Track]


@dataclass(frozen=True, slots=True)
class EstimateMade:
    """An estimate: ``before`` is ``None`` for the claim itself."""

    place: Position
    person: Person
    before: int | None
    estimate: int


@dataclass(frozen=True, slots=True)
class Poll:
    """A round of estimate poker: each seat's number."""

    place: Position
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Ownership:
    """A benefit got another owner; ``None``: it lost the one it had. ``by`` is who saw to it."""

    place: Position
    owner: Person | None
    by: Person | None


@dataclass(frozen=True, slots=True)
class Gap:
    """Part of the difference between claimed and harvested; all parts add up to it."""

    cause: Cause
    points: int


@dataclass(frozen=True, slots=True)
class Strike:
    """A risk of the same idea struck the same track and took ``severity`` off it."""

    risk: RiskRef
    severity: int
    named: bool


@dataclass(frozen=True, slots=True)
class BenefitStory:
    """One benefit from its claim to what became of it. ``estimates`` begins with the claim.

    ``effect`` is what was true and ``harvested`` what came of it, once realised; ``measure`` is in
    the group's own words (``None`` where it is the card's, or nobody ``anchored`` the benefit).
    """

    benefit: BenefitRef
    estimates: tuple[EstimateMade, ...]
    polls: tuple[Poll, ...]
    owners: tuple[Ownership, ...]
    measure: Measure | None
    fate: Fate
    realised: Position | None
    effect: int | None
    harvested: int | None
    followed: bool
    gaps: tuple[Gap, ...]
    strikes: tuple[Strike, ...]

    @property
    def claimed(self) -> int:
        """The estimate as it stood last."""
        return self.estimates[-1].estimate

    @property
    def owner(self) -> Person | None:
        """Who owned it at the end."""
        return self.owners[-1].owner if self.owners else None

    @property
    def anchored(self) -> bool:
        """Whether it had an owner at the end."""
        return self.owner is not None


@dataclass(frozen=True, slots=True)
class Unclaimed:
    """A true effect of a realised idea that nobody had claimed."""

    benefit: BenefitRef
    place: Position
    effect: int
    points: int


def benefit_stories(history: GameHistory) -> tuple[BenefitStory, ...]:
    """Every benefit's story, in the order of the claims."""
    book = _Book(history)
    return tuple(book.story((s.event.idea, s.event.track)) for s in history.of(ev.BenefitClaimed))


def unclaimed(history: GameHistory) -> tuple[Unclaimed, ...]:
    """What realised ideas gave, or took, though nobody had spoken of it."""
    return tuple(
        Unclaimed(history.benefit(e.idea, e.track), s.place, e.effect, e.points)
        for s in history.of(ev.Harvested)
        if (e := s.event).estimate is None and e.effect
    )


class _Book:
    """What happened to each benefit, looked up by idea and track."""

    def __init__(self, history: GameHistory) -> None:
        self.history = history
        self.estimates = by_benefit(history.of(ev.BenefitClaimed, ev.EstimateRevised))
        self.polls = by_benefit(history.of(ev.EstimatesTurned))
        self.owners = by_benefit(history.of(ev.BenefitAnchored, ev.BenefitHandedOver, ev.OwnerLeft))
        self.harvests = {(s.event.idea, s.event.track): s for s in history.of(ev.Harvested)}
        self.stumbled = {s.event.idea for s in history.of(ev.StumbleThrown) if s.event.stumbled}
        self.shelved = {s.event.idea for s in history.of(ev.IdeaShelved)}
        self.strikes = by_benefit([s for s in history.of(ev.RiskThrown) if s.event.struck])

    def story(self, key: Key) -> BenefitStory:
        """What became of one benefit."""
        idea, b = self._on_table(key)
        harvest = self.harvests.get(key)
        return BenefitStory(
            benefit=self.history.benefit(*key),
            estimates=tuple(self._estimate(s) for s in self.estimates[key]),
            polls=tuple(Poll(s.place, s.event.values) for s in self.polls.get(key, ())),
            owners=tuple(self._ownership(s) for s in self.owners.get(key, ())),
            measure=b.measure if b is not None else None,
            fate=self._fate(key, idea),
            realised=harvest.place if harvest else None,
            effect=harvest.event.effect if harvest else None,
            harvested=harvest.event.points if harvest else None,
            followed=b is not None and b.followed,
            gaps=tuple(self._gaps(harvest.event)) if harvest else (),
            strikes=tuple(self._strike(s.event) for s in self.strikes.get(key, ())),
        )

    def _on_table(self, key: Key) -> tuple[Idea | None, Benefit | None]:
        idea = self.history.end.idea(key[0])
        return idea, idea.benefit(key[1]) if idea is not None else None

    def _estimate(self, seen: Occurrence[ev.BenefitClaimed | ev.EstimateRevised]) -> EstimateMade:
        e = seen.event
        before = e.before if isinstance(e, ev.EstimateRevised) else None
        return EstimateMade(seen.place, self.history.person(e.seat), before, e.estimate)

    def _ownership(
        self, seen: Occurrence[ev.BenefitAnchored | ev.BenefitHandedOver | ev.OwnerLeft]
    ) -> Ownership:
        e, person = seen.event, self.history.person
        if isinstance(e, ev.OwnerLeft):
            return Ownership(seen.place, None, None)
        by = e.seat if isinstance(e, ev.BenefitAnchored) else e.before
        return Ownership(seen.place, person(e.owner), person(by))

    def _fate(self, key: Key, idea: Idea | None) -> Fate:
        if key[0] in self.shelved:
            return "shelved"
        status = idea.status if idea is not None else "proposed"
        return status if status in ("implemented", "realised") else "claimed"

    def _strike(self, e: ev.RiskThrown) -> Strike:
        risk = self.history.risk(e.idea, e.risk, e.track)
        return Strike(risk, e.severity, e.named is not None)

    def _gaps(self, e: ev.Harvested) -> Iterator[Gap]:
        """From the claim to the truth, and from the truth to what was harvested of it."""
        claimed = e.estimate or 0
        if e.effect != claimed:
            written = self.history.idea(e.idea).name is not None
            cause: Cause = "disbenefit" if e.effect < 0 else "die" if written else "truth"
            yield Gap(cause, e.effect - claimed)
        left = e.effect
        if e.effect > 0 and e.idea in self.stumbled:
            left = e.effect // 2
            yield Gap("stumble", left - e.effect)
        if e.points != left:
            yield Gap("unowned", e.points - left)
