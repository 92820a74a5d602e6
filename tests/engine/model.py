"""The reality check once more, written apart from the rules: what it must tell, from what was told.

:class:`Books` knows a game by its events alone; :mod:`tests.engine.test_model` foresees every check
with them. Nothing of the rules is used.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from game.engine import Event, RiskCard, Setup
from game.engine import events as ev

TRACKS = ("citizen", "process", "economy", "employee")


# ------------------------------------------------------------------ what is on the table
@dataclass
class Claim:
    """What is claimed on a track, below zero for a downside."""

    estimate: int
    seat: int
    owner: int | None = None
    amends: bool = False
    post: str | None = None
    harvested: int = 0
    followed: int = 0


@dataclass
class Named:
    """A risk that lies at an idea; of one in the group's own words only the track matters."""

    id: str
    track: str
    written: bool = False
    mitigations: int = 0


@dataclass
class Entry:
    """An idea on the table, and what is true of it."""

    id: str
    seat: int
    track: str
    kind: str
    maturity: int
    truth: tuple[int, ...] = ()
    risks: list[RiskCard] = field(default_factory=list)
    claims: dict[str, Claim] = field(default_factory=dict)
    named: list[Named] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    proven: bool = False
    trial: str = ""
    due: int | None = None
    order: int = 0
    realised: bool = False

    def effect(self, track: str) -> int:
        return self.truth[TRACKS.index(track)]

    def benefits(self) -> dict[str, Claim]:
        """The claims that are no downsides."""
        return {t: c for t, c in self.claims.items() if c.estimate > 0}


class Books:
    """What has happened in a game so far."""

    def __init__(self, setup: Setup, begun: ev.Begun) -> None:
        self.setup, self.begun = setup, begun
        self.homes = [self._home(seat.roles) for seat in begun.seats]
        self.ideas: dict[str, Entry] = {}
        self.points = dict.fromkeys(TRACKS, 0)
        self.likelier = dict.fromkeys(TRACKS, 0)
        self.trust = setup.rules.trust
        self.balance = setup.rules.balance if "tension" in setup.rules.modules else 0
        self.carried_out = 0
        self.round, self.follow_up = 0, False

    def _home(self, roles: tuple[str, ...]) -> set[str]:
        return {track for r in self.setup.roles if r.id in roles for track in r.home}

    def note(self, e: Event) -> None:
        """Write down what happened."""
        if type(e) in KEPT:
            KEPT[type(e)](self, e)

    def unrealised(self) -> list[Entry]:
        return [i for i in self.ideas.values() if not i.realised]

    def taken(self, post: str) -> int:
        """What a post has given, following up included."""
        claims = [i.claims["economy"] for i in self.ideas.values() if "economy" in i.claims]
        return sum(max(0, c.harvested) + c.followed for c in claims if c.post == post)


# ------------------------------------------------------------------ keeping the books
def _placed(b: Books, e: ev.IdeaPlaced) -> None:
    (card,) = (c for c in b.setup.ideas if c.id == e.idea)
    risks = {r.id: r for r in b.setup.risks}
    entry = Entry(e.idea, e.seat, card.track, card.kind, card.maturity, b.begun.truth[e.idea])
    entry.risks = [risks[id] for id in card.risks]
    b.ideas[e.idea] = entry


def _written(b: Books, e: ev.IdeaWritten) -> None:
    b.ideas[e.idea] = Entry(e.idea, e.seat, e.track, e.kind, b.setup.rules.written_maturity)


def _drawn(b: Books, e: ev.TruthDrawn) -> None:
    b.ideas[e.idea].truth, b.ideas[e.idea].risks = e.effects, list(e.risks)


def _claimed(b: Books, e: ev.BenefitClaimed) -> None:
    b.ideas[e.idea].claims[e.track] = Claim(e.estimate, e.seat)


def _downside(b: Books, e: ev.DownsideNamed) -> None:
    b.ideas[e.idea].claims[e.track] = Claim(-e.size, e.seat)


def _amends(b: Books, e: ev.AmendsMade) -> None:
    b.ideas[e.idea].claims[e.track].amends = True


def _post(b: Books, e: ev.PostNamed) -> None:
    b.ideas[e.idea].claims["economy"].post = e.post


def _revised(b: Books, e: ev.EstimateRevised) -> None:
    b.ideas[e.idea].claims[e.track].estimate = e.estimate


def _withdrawn(b: Books, e: ev.ClaimWithdrawn) -> None:
    del b.ideas[e.idea].claims[e.track]


def _owned(b: Books, e: ev.BenefitAnchored | ev.BenefitHandedOver) -> None:
    b.ideas[e.idea].claims[e.track].owner = e.owner


def _left(b: Books, e: ev.OwnerLeft) -> None:
    b.ideas[e.idea].claims[e.track].owner = None


def _risk_named(b: Books, e: ev.RiskNamed | ev.RiskTurnedUp) -> None:
    entry = b.ideas[e.idea]
    (card,) = {r for r in (*b.setup.risks, *entry.risks) if r.id == e.risk}
    entry.named.append(Named(card.id, card.track))


def _risk_written(b: Books, e: ev.RiskWritten) -> None:
    b.ideas[e.idea].named.append(Named(e.risk, e.track, written=True))


def _mitigated(b: Books, e: ev.RiskMitigated) -> None:
    for named in b.ideas[e.idea].named:
        named.mitigations += named.id == e.risk


def _shelved(b: Books, e: ev.IdeaShelved) -> None:
    del b.ideas[e.idea]


def _implemented(b: Books, e: ev.IdeaImplemented) -> None:
    b.carried_out += 1
    b.ideas[e.idea].due, b.ideas[e.idea].order = e.due, b.carried_out


def _set_up(b: Books, e: ev.TrialSetUp) -> None:
    b.ideas[e.idea].trial = e.about


def _reported(b: Books, e: ev.TrialReported) -> None:
    b.ideas[e.idea].proven, b.ideas[e.idea].trial = e.proven, ""


def _opened(b: Books, e: ev.EffectsOpened) -> None:
    for id, track, _ in e.effects:
        b.ideas[id].known.add(track)


def _tested(b: Books, e: ev.ClaimTested) -> None:
    b.ideas[e.idea].known.add(e.track)


def _learned(b: Books, e: ev.Learned) -> None:
    b.ideas[e.idea].maturity = e.maturity


def _lowered(b: Books, e: ev.MaturityLowered) -> None:
    for entry in b.unrealised():
        if entry.kind == e.kind and not entry.proven:
            entry.maturity = max(1, entry.maturity - 1)


def _likelier(b: Books, e: ev.LikelihoodRaised) -> None:
    b.likelier[e.track] += 1


def _thrown(b: Books, e: ev.RiskThrown) -> None:
    if e.named is None:
        b.ideas[e.idea].named.append(Named(str(e.risk), e.track))


def _harvested(b: Books, e: ev.Harvested) -> None:
    if e.track in b.ideas[e.idea].claims:
        b.ideas[e.idea].claims[e.track].harvested = e.points


def _followed(b: Books, e: ev.FollowedUp) -> None:
    b.ideas[e.idea].claims[e.track].followed = 1


def _realised(b: Books, e: ev.IdeaRealised) -> None:
    b.ideas[e.idea].realised = True


def _moved(b: Books, e: ev.TrackMoved) -> None:
    b.points[e.track] = max(-10, min(20, b.points[e.track] + e.by))


def _trusted(b: Books, e: ev.TrustChanged) -> None:
    b.trust += e.by


def _shifted(b: Books, e: ev.BalanceShifted) -> None:
    b.balance += e.by


def _opened_round(b: Books, e: ev.RoundOpened) -> None:
    b.round, b.follow_up = e.round, e.phase == "follow_up"


def _ended_phase(b: Books, e: ev.PhaseEnded) -> None:
    b.round = e.round


KEPT: dict[type, Callable[[Books, Any], None]] = {
    ev.IdeaPlaced: _placed,
    ev.IdeaWritten: _written,
    ev.TruthDrawn: _drawn,
    ev.BenefitClaimed: _claimed,
    ev.DownsideNamed: _downside,
    ev.AmendsMade: _amends,
    ev.PostNamed: _post,
    ev.EstimateRevised: _revised,
    ev.ClaimWithdrawn: _withdrawn,
    ev.BenefitAnchored: _owned,
    ev.BenefitHandedOver: _owned,
    ev.OwnerLeft: _left,
    ev.RiskNamed: _risk_named,
    ev.RiskTurnedUp: _risk_named,
    ev.RiskWritten: _risk_written,
    ev.RiskMitigated: _mitigated,
    ev.IdeaShelved: _shelved,
    ev.IdeaImplemented: _implemented,
    ev.TrialSetUp: _set_up,
    ev.TrialReported: _reported,
    ev.EffectsOpened: _opened,
    ev.ClaimTested: _tested,
    ev.Learned: _learned,
    ev.MaturityLowered: _lowered,
    ev.LikelihoodRaised: _likelier,
    ev.RiskThrown: _thrown,
    ev.Harvested: _harvested,
    ev.FollowedUp: _followed,
    ev.IdeaRealised: _realised,
    ev.TrackMoved: _moved,
    ev.TrustChanged: _trusted,
    ev.BalanceShifted: _shifted,
    ev.RoundOpened: _opened_round,
    ev.PhaseEnded: _ended_phase,
}
