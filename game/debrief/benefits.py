"""The story of every benefit that was ever claimed: its estimates, owners and harvest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from game.debrief.history import GameHistory, Occurrence, Position, by_benefit
from game.debrief.references import BenefitRef, Person, RiskRef
from game.engine import Benefit, Idea, Measure, Track
from game.engine import events as ev

Fate = Literal["claimed", "implemented", "realised", "shelved"]
Cause = Literal[
    "truth", "die", "disbenefit", "stumble", "unowned", "short", "amends", "unspoken", "unclaimed"
]
"""Why a harvest differs from its claim, in the order in which the reality check applies it."""

BenefitKey = tuple[str, Track]


@dataclass(frozen=True, slots=True)
class EstimateMade:
    """A claim or a revision of it; ``before`` is the previous estimate, ``None`` for the claim."""

    position: Position
    person: Person
    before: int | None
    estimate: int


@dataclass(frozen=True, slots=True)
class Poll:
    """A round of estimate poker: the estimate of each seat."""

    position: Position
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Ownership:
    """A change of a benefit's owner; ``owner`` is ``None`` when it lost its owner.

    ``by`` is the person who made the change.
    """

    position: Position
    owner: Person | None
    by: Person | None


@dataclass(frozen=True, slots=True)
class Gap:
    """One part of the difference between claim and harvest; the parts add up to it.

    ``short`` says why an owned benefit gave less.
    """

    cause: Cause
    points: int
    short: ev.Short | None = None


@dataclass(frozen=True, slots=True)
class Strike:
    """A risk of the same idea that struck the same track and cost it ``severity`` points."""

    risk: RiskRef
    severity: int
    named: bool


@dataclass(frozen=True, slots=True)
class BenefitStory:
    """One benefit from its claim to its harvest. ``estimates`` begins with the claim.

    ``effect`` is the true effect and ``harvested`` the points it gave, once it is realised.
    ``measure`` is the one that the group wrote; ``None`` if the card's is used or the benefit is
    not ``anchored``.

    A downside has estimates below zero; ``bearer`` is who bears it, ``amends`` what makes up for
    it, ``None`` where nothing does.
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
    bearer: str = ""
    amends: str | None = None

    @property
    def downside(self) -> bool:
        """Whether it says what the idea costs somebody."""
        return self.benefit.downside

    @property
    def claimed(self) -> int:
        """The last estimate."""
        return self.estimates[-1].estimate

    @property
    def owner(self) -> Person | None:
        """The owner at the end."""
        return self.owners[-1].owner if self.owners else None

    @property
    def anchored(self) -> bool:
        """Whether it had an owner at the end."""
        return self.owner is not None


@dataclass(frozen=True, slots=True)
class Unclaimed:
    """A true effect of a realised idea that nobody had claimed."""

    benefit: BenefitRef
    position: Position
    effect: int
    points: int


def benefit_stories(history: GameHistory) -> tuple[BenefitStory, ...]:
    """The story of every benefit and downside, in the order of the claims."""
    index, claims = _BenefitIndex(history), history.of(ev.BenefitClaimed, ev.DownsideNamed)
    keys = dict.fromkeys((s.event.idea, s.event.track) for s in claims)  # a downside replaces
    return tuple(index.story(key) for key in keys)


def unclaimed(history: GameHistory) -> tuple[Unclaimed, ...]:
    """The true effects, positive or negative, of realised ideas that nobody had claimed."""
    return tuple(
        Unclaimed(history.benefit(e.idea, e.track), s.position, e.effect, e.points)
        for s in history.of(ev.Harvested)
        if (e := s.event).estimate is None and e.effect
    )


def halved_ideas(history: GameHistory) -> frozenset[str]:
    """The ideas whose gains a stumble halved, which it did in version 1 of the rules."""
    thrown = history.of(ev.StumbleThrown) if history.end.edition < 2 else ()
    return frozenset(s.event.idea for s in thrown if s.event.stumbled)


class _BenefitIndex:
    """The events of each benefit, indexed by idea and track."""

    def __init__(self, history: GameHistory) -> None:
        self.history = history
        claims = history.of(ev.BenefitClaimed, ev.DownsideNamed, ev.EstimateRevised)
        self.estimates = by_benefit(claims)
        self.thrown = set(by_benefit(history.of(ev.RealityThrown)))
        self.polls = by_benefit(history.of(ev.EstimatesTurned))
        self.owners = by_benefit(history.of(ev.BenefitAnchored, ev.BenefitHandedOver, ev.OwnerLeft))
        self.harvests = {(s.event.idea, s.event.track): s for s in history.of(ev.Harvested)}
        self.halved = halved_ideas(history)
        self.shelved = {s.event.idea for s in history.of(ev.IdeaShelved)}
        self.strikes = by_benefit([s for s in history.of(ev.RiskThrown) if s.event.struck])

    def story(self, key: BenefitKey) -> BenefitStory:
        """The story of one benefit."""
        idea, b = self._on_table(key)
        harvest = self.harvests.get(key)
        return BenefitStory(
            benefit=self.history.benefit(*key),
            estimates=tuple(self._estimate(s) for s in self.estimates[key]),
            polls=tuple(Poll(s.position, s.event.values) for s in self.polls.get(key, ())),
            owners=tuple(self._ownership(s) for s in self.owners.get(key, ())),
            measure=b.measure if b is not None else None,
            fate=self._fate(key, idea),
            realised=harvest.position if harvest else None,
            effect=harvest.event.effect if harvest else None,
            harvested=harvest.event.points if harvest else None,
            followed=b is not None and b.followed,
            gaps=tuple(self._gaps(harvest.event)) if harvest else (),
            strikes=tuple(self._strike(s.event) for s in self.strikes.get(key, ())),
            bearer=b.bearer if b is not None else "",
            amends=b.amends if b is not None else None,
        )

    def _on_table(self, key: BenefitKey) -> tuple[Idea | None, Benefit | None]:
        idea = self.history.end.idea(key[0])
        return idea, idea.benefit(key[1]) if idea is not None else None

    def _estimate(
        self, occurrence: Occurrence[ev.BenefitClaimed | ev.DownsideNamed | ev.EstimateRevised]
    ) -> EstimateMade:
        e = occurrence.event
        before = e.before if isinstance(e, ev.EstimateRevised) else None
        points = -e.size if isinstance(e, ev.DownsideNamed) else e.estimate
        return EstimateMade(occurrence.position, self.history.person(e.seat), before, points)

    def _ownership(
        self, occurrence: Occurrence[ev.BenefitAnchored | ev.BenefitHandedOver | ev.OwnerLeft]
    ) -> Ownership:
        e, person = occurrence.event, self.history.person
        if isinstance(e, ev.OwnerLeft):
            return Ownership(occurrence.position, None, None)
        by = e.seat if isinstance(e, ev.BenefitAnchored) else e.before
        return Ownership(occurrence.position, person(e.owner), person(by))

    def _fate(self, key: BenefitKey, idea: Idea | None) -> Fate:
        if key[0] in self.shelved:
            return "shelved"
        status = idea.status if idea is not None else "proposed"
        return status if status in ("implemented", "realised") else "claimed"

    def _strike(self, e: ev.RiskThrown) -> Strike:
        risk = self.history.risk(e.idea, e.risk, e.track)
        return Strike(risk, e.severity, e.named is not None)

    def _gaps(self, e: ev.Harvested) -> Iterator[Gap]:
        """The gaps from the claim to the true effect, and from there to the harvest."""
        claimed = e.estimate or 0
        if e.effect != claimed:
            yield Gap(self._truth(e, claimed), e.effect - claimed)
        if claimed < 0:
            if e.points != e.effect:
                yield Gap("amends" if e.effect < 0 else "unclaimed", e.points - e.effect)
            return
        remaining = e.effect
        if e.effect > 0 and e.idea in self.halved:
            remaining = e.effect // 2
            yield Gap("stumble", remaining - e.effect)
        if e.points != remaining:
            cause: Cause = "short" if e.short is not None else "unowned"
            cause = "unspoken" if e.effect < 0 else cause
            yield Gap(cause, e.points - remaining, e.short)

    def _truth(self, e: ev.Harvested, claimed: int) -> Cause:
        """Why the true effect is not what was claimed."""
        if e.effect < 0 < claimed:
            return "disbenefit"
        return "die" if (e.idea, e.track) in self.thrown else "truth"
