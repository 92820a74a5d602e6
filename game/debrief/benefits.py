"""The story of every benefit that was ever claimed: its estimates, owners and harvest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from game.debrief.evidence import Evidence, evidence
from game.debrief.history import GameHistory, Occurrence, Position, by_benefit
from game.debrief.mentions import Mention, effect_mentions, plainest
from game.debrief.references import BenefitRef, Person, RiskRef
from game.engine import Benefit, Idea, Measure, Track
from game.engine import events as ev
from game.engine.harvest import without_owner
from game.engine.lookups import is_at_home
from game.frozen import frozen

Fate = Literal["claimed", "implemented", "realised", "shelved", "withdrawn"]
Cause = Literal[
    "truth",
    "die",
    "disbenefit",
    "stumble",
    "unowned",
    "short",
    "post",
    "amends",
    "unspoken",
]
"""Why a harvest differs from its claim, in the order in which the reality check applies it."""

BenefitKey = tuple[str, Track]


@frozen
class EstimateMade:
    """A claim or a revision of it; ``before`` is the previous estimate, ``None`` for the claim.

    A downside that takes the place of a benefit is a revision too, and so is withdrawing it, to 0.
    """

    position: Position
    person: Person
    before: int | None
    estimate: int


@frozen
class Poll:
    """A round of estimate poker: the seats that gave a number, with it."""

    position: Position
    by_seat: tuple[tuple[int, int], ...]

    @property
    def values(self) -> tuple[int, ...]:
        """The numbers alone."""
        return tuple(n for _, n in self.by_seat)


@frozen
class Gap:
    """One part of the difference between claim and harvest; the parts add up to it.

    ``short`` says what the owner, or the post that it is taken from, fell short of.
    """

    cause: Cause
    points: int
    short: ev.Short | None = None


@frozen
class Strike:
    """A risk of the same idea that struck the same track and took ``cost`` points off it.

    They are fewer than its own where the track was ``held`` by its lowest.
    """

    risk: RiskRef
    cost: int
    held: bool
    named: bool


@frozen
class BenefitStory:
    """One benefit from its claim to its harvest. ``estimates`` begins with the claim.

    Whoever gave a number sat there then. ``owner`` is whoever sits at the seat that owns it at the
    end: who takes a seat over answers for what it owns.

    ``effect`` is the true effect and ``harvested`` the points it gave then, once it is realised.
    ``measure`` is the one that the group wrote; ``None`` if the card's is used or the benefit is
    not ``anchored``.

    A downside has estimates below zero; ``bearer`` is who bears it, ``amends`` what makes up for
    it, ``None`` where nothing does.
    """

    benefit: BenefitRef
    estimates: tuple[EstimateMade, ...]
    polls: tuple[Poll, ...]
    owner: Person | None
    measure: Measure | None
    fate: Fate
    realised: Position | None
    effect: int | None
    harvested: int | None
    followed: bool
    gaps: tuple[Gap, ...]
    strikes: tuple[Strike, ...]
    evidence: Evidence
    """Where it was estimated, polled, owned, made up for, followed up and struck, and its end."""
    bearer: str = ""
    amends: str | None = None

    @property
    def downside(self) -> bool:
        """Whether it says what the idea costs somebody."""
        return self.benefit.downside

    @property
    def put_away(self) -> bool:
        """Whether it left the table, alone or with its idea."""
        return self.fate in ("shelved", "withdrawn")

    @property
    def given(self) -> int | None:
        """All points that it gave, harvested and by being followed up; ``None``: not realised."""
        return None if self.harvested is None else self.harvested + self.followed

    @property
    def claimed(self) -> int:
        """The last estimate."""
        return self.estimates[-1].estimate

    @property
    def anchored(self) -> bool:
        """Whether it had an owner at the end."""
        return self.owner is not None


@frozen
class Unclaimed:
    """A true effect of a realised idea where neither a benefit nor a downside lay.

    ``mention`` is what had spoken of it most plainly before; ``None`` where nothing had, in the
    whole log until then.
    """

    benefit: BenefitRef
    position: Position
    effect: int
    points: int
    mention: Mention | None
    evidence: Evidence


def benefit_stories(history: GameHistory) -> tuple[BenefitStory, ...]:
    """The story of every benefit and downside, in the order of the claims.

    A downside that took the place of a benefit has its estimates, and nobody who owned it.
    """
    index, claims = _BenefitIndex(history), history.of(ev.BenefitClaimed, ev.DownsideNamed)
    keys = dict.fromkeys((s.event.idea, s.event.track) for s in claims)
    return tuple(index.story(key) for key in keys)


def unclaimed(history: GameHistory) -> tuple[Unclaimed, ...]:
    """The true effects, of either sign, of realised ideas for which nothing lay on their track."""
    harvests = history.of(ev.Harvested)
    return tuple(
        _unclaimed(history, s) for s in harvests if s.event.estimate is None and s.event.effect
    )


def _unclaimed(history: GameHistory, s: Occurrence[ev.Harvested]) -> Unclaimed:
    e, sign = s.event, 1 if s.event.effect > 0 else -1
    mentions = effect_mentions(history, e.idea, e.track, sign, s.position.entry)
    return Unclaimed(
        benefit=history.benefit(e.idea, e.track, s.order),
        position=s.position,
        effect=e.effect,
        points=e.points,
        mention=plainest(mentions),
        evidence=evidence(
            (*(m.position for m in mentions), s.position),
            None if mentions else (history.steps[0].position, s.position),
        ),
    )


def halved_ideas(history: GameHistory) -> frozenset[str]:
    """The ideas whose gains a stumble halved, which it did in version 1 of the rules."""
    thrown = history.of(ev.StumbleThrown) if history.end.edition < 2 else ()
    return frozenset(s.event.idea for s in thrown if s.event.stumbled)


_OF_POSTS: Final[tuple[ev.Short, ...]] = ("no_post", "post_empty")
"""The reasons that are no owner's."""


def _felt(e: ev.Harvested, claimed: int) -> int:
    """The true effect, as far as it was spoken of: a gain where a downside lay gives nothing."""
    return min(0, e.effect) if claimed < 0 else e.effect


def _owners_shortcoming(harvest: Occurrence[ev.Harvested]) -> ev.Short | None:
    """Why the owner made a benefit give less; ``None`` where it had none."""
    e, state = harvest.event, harvest.step.before
    if e.short not in _OF_POSTS:
        return e.short
    idea = state.idea(e.idea)
    b = idea.benefit(e.track) if idea is not None else None
    if b is None or b.owner is None:
        return None
    return "overloaded" if is_at_home(state, b.owner, e.track) else "away"


_Revision: Final = (ev.EstimateRevised, ev.ClaimWithdrawn)
"""What gives a claim that lies on the table another number."""


class _BenefitIndex:
    """The events of each benefit, indexed by idea and track."""

    def __init__(self, history: GameHistory) -> None:
        self.history = history
        claims = history.of(
            ev.BenefitClaimed, ev.DownsideNamed, ev.EstimateRevised, ev.ClaimWithdrawn
        )
        self.estimates = by_benefit(claims)
        self.thrown = set(by_benefit(history.of(ev.RealityThrown)))
        self.polls = by_benefit(history.of(ev.EstimatesTurned))
        self.owners = by_benefit(history.of(ev.BenefitAnchored, ev.BenefitHandedOver, ev.OwnerLeft))
        ends = history.of(ev.DownsideNamed, ev.ClaimWithdrawn)
        self.ended = {(s.event.idea, s.event.track): s.order for s in ends}
        harvests = [s for s in history.of(ev.Harvested) if s.event.estimate is not None]
        self.harvests = {(s.event.idea, s.event.track): s for s in harvests}
        self.halved = halved_ideas(history)
        self.shelved = {s.event.idea: s for s in history.of(ev.IdeaShelved)}
        self.implemented = {s.event.idea: s for s in history.of(ev.IdeaImplemented)}
        self.strikes = by_benefit([s for s in history.of(ev.RiskThrown) if s.event.struck])
        done = by_benefit(history.of(ev.AmendsMade, ev.FollowedUp))
        self.told = (self.estimates, self.polls, self.owners, self.strikes, done)
        self.posts = {s.event.idea: s for s in history.of(ev.PostNamed)}

    def story(self, key: BenefitKey) -> BenefitStory:
        """The story of one benefit."""
        idea, b = self._on_table(key)
        harvest = self.harvests.get(key)
        return BenefitStory(
            benefit=self.history.benefit(*key),
            estimates=tuple(self._estimates(key)),
            polls=tuple(
                Poll(s.position, s.event.by_seat)
                for s in self.polls.get(key, ())
                if s.event.numbers
            ),
            owner=self._owner(key),
            measure=b.measure if b is not None else None,
            fate=self._fate(key, idea, b),
            realised=harvest.position if harvest else None,
            effect=harvest.event.effect if harvest else None,
            harvested=harvest.event.points if harvest else None,
            followed=b is not None and b.followed,
            gaps=tuple(self._gaps(harvest)) if harvest else (),
            strikes=tuple(map(self._strike, self.strikes.get(key, ()))),
            evidence=self._evidence(key, harvest),
            bearer=b.bearer if b is not None else "",
            amends=b.amends if b is not None else None,
        )

    def _evidence(self, key: BenefitKey, harvest: Occurrence[ev.Harvested] | None) -> Evidence:
        """All that was done about it; what was not is looked for from its first number on."""
        told = [s for kind in self.told for s in kind.get(key, ())]
        post = self.posts.get(key[0]) if key[1] == "economy" else None
        ends = (post, self.implemented.get(key[0]), self.shelved.get(key[0]), harvest)
        positions = [s.position for s in (*told, *ends) if s is not None]
        first, last = self.estimates[key][0].position, self.history.steps[-1].position
        if harvest is not None:
            last = harvest.position
        return evidence(positions, (first, last) if self._denies(harvest) else None)

    def _denies(self, harvest: Occurrence[ev.Harvested] | None) -> bool:
        """Whether its story says that something was not: not implemented, owned or named."""
        if harvest is None:
            return True
        return any(gap.cause in ("unowned", "unspoken") for gap in self._gaps(harvest))

    def _on_table(self, key: BenefitKey) -> tuple[Idea | None, Benefit | None]:
        idea = self.history.end.idea(key[0])
        return idea, idea.benefit(key[1]) if idea is not None else None

    def _estimates(self, key: BenefitKey) -> Iterator[EstimateMade]:
        before: int | None = None
        for occurrence in self.estimates[key]:
            e = occurrence.event
            points = -e.size if isinstance(e, ev.DownsideNamed) else e.estimate
            before = e.before if isinstance(e, _Revision) else before
            person = self.history.person(e.seat, occurrence.order)
            yield EstimateMade(occurrence.position, person, before, points)
            before = points

    def _owner(self, key: BenefitKey) -> Person | None:
        """Whose it is; nobody's if it was withdrawn, or if a downside has taken its place."""
        since = self.ended.get(key, -1)
        changes = [s.event for s in self.owners.get(key, ()) if s.order > since]
        if not changes or isinstance(changes[-1], ev.OwnerLeft):
            return None
        return self.history.person(changes[-1].owner)

    def _fate(self, key: BenefitKey, idea: Idea | None, b: Benefit | None) -> Fate:
        if key[0] in self.shelved:
            return "shelved"
        if b is None:
            return "withdrawn"
        status = idea.status if idea is not None else "proposed"
        return status if status in ("implemented", "realised") else "claimed"

    def _strike(self, thrown: Occurrence[ev.RiskThrown]) -> Strike:
        e = thrown.event
        risk = self.history.risk(e.idea, e.risk, e.track)
        cost = self.history.cost(thrown)
        return Strike(risk, cost, cost < e.severity, e.named is not None)

    def _gaps(self, harvest: Occurrence[ev.Harvested]) -> Iterator[Gap]:
        """The gaps from the claim to the true effect, and from there to the harvest."""
        e = harvest.event
        claimed = e.estimate or 0
        effect = _felt(e, claimed)
        if effect != claimed:
            yield Gap(self._truth(e, claimed), effect - claimed)
        if effect > 0:
            yield from self._shortfalls(harvest)
        elif e.points != effect:
            yield Gap("amends" if claimed < 0 else "unspoken", e.points - effect)

    def _shortfalls(self, harvest: Occurrence[ev.Harvested]) -> Iterator[Gap]:
        """What a gain lost by a stumble, for want of a good owner, and for want of a post."""
        e = harvest.event
        left = e.effect // 2 if e.idea in self.halved else e.effect
        if left != e.effect:
            yield Gap("stumble", left - e.effect)
        owned = self._after_owner(e, left)
        if owned != left:
            cause: Cause = "short" if e.anchored else "unowned"
            yield Gap(cause, owned - left, _owners_shortcoming(harvest))
        if e.points != owned:
            yield Gap("post", e.points - owned, e.short)

    def _after_owner(self, e: ev.Harvested, left: int) -> int:
        """What is left of a gain once it is seen who owned it, before what its post holds."""
        if e.short not in _OF_POSTS:
            return e.points
        if not e.anchored:
            return without_owner(self.history.end, left)
        less = e.short == "no_post" and e.points != left // 2  # a post gives half of what is left
        return left - 1 if less else left

    def _truth(self, e: ev.Harvested, claimed: int) -> Cause:
        """Why the true effect is not what was claimed."""
        if e.effect < 0 < claimed:
            return "disbenefit"
        return "die" if (e.idea, e.track) in self.thrown else "truth"
