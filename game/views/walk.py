"""What the pictures of the walk through the rules show: a small staged game of one idea.

Its cards are made up; every number is the case's, or comes from the rules by way of the engine.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from game.engine.limits import ESTIMATE_HIGH, ESTIMATES, TRUST_HIGH
from game.engine.lookups import income, share_of
from game.engine.setup import RiskCard, Rules, Setup
from game.engine.state import Risk, limit
from game.i18n import Words
from game.views.faces import BenefitFace, IdeaFace, IdeaStamp, RiskFace

PLAYERS: Final = ("MK", "BO", "ÅS", "JP")
"""Initials of made-up players, for where nobody has taken a seat yet."""
_COST, _MATURITY, _SEVERITY, _LIKELIHOOD = 2, 3, 2, 4


@dataclass(frozen=True)
class WalkView:
    """The cards and numbers of the walk; what is staged, and what the rules make of it."""

    t: Words
    setup: Setup
    players: tuple[str, ...] = PLAYERS
    """The initials of everybody at the table, in turn."""
    claimed: int = 4
    truth: int = 3
    die: int = _MATURITY - 1
    estimates: tuple[int, ...] = tuple(ESTIMATES)

    # ------------------------------------------------------------------ players
    @property
    def owner(self) -> tuple[str, int]:
        """Initials and seat of the player who takes the benefit on: the second, if there is one."""
        seat = min(1, len(self.players) - 1)
        return self.players[seat], seat

    # ------------------------------------------------------------------ numbers of the rules
    @property
    def rules(self) -> Rules:
        """The numbers of the case."""
        return self.setup.rules

    def share(self, place: int) -> int:
        """The actions of the player at a place in turn."""
        return share_of(self.rules, place, len(self.players))

    @property
    def strikes(self) -> tuple[int, int, int]:
        """The highest dice at which the risk strikes: nobody named it, named, mitigated."""
        card = RiskCard("snow", "employee", _SEVERITY, _LIKELIHOOD)
        named, mitigated = (
            limit(
                Risk(card.id, card.track, card.severity, card.likelihood, mitigations=n),
                (0, 0, 0, 0),
                self.rules.mitigation,
            )
            for n in range(2)
        )
        return named + self.rules.unnamed, named, mitigated

    @property
    def harvests(self) -> tuple[int, int]:
        """What a benefit that truly gives the most comes to, owned and unowned."""
        return ESTIMATE_HIGH, min(ESTIMATE_HIGH, self.rules.unowned)

    @property
    def trust(self) -> tuple[int, int, int]:
        """Trust at the start, after a word kept, and after so many broken that it shows."""
        start = self.rules.trust
        return start, min(TRUST_HIGH, start + 1), max(0, start - self.broken)

    @property
    def broken(self) -> int:
        """How many words have to be broken before a round gives less than at the start."""
        start = self.rules.trust
        return next((n for n in range(1, start) if income(start - n) < income(start)), 1)

    @property
    def incomes(self) -> tuple[int, ...]:
        """The capacity that a round gives at each of these."""
        return tuple(income(trust) for trust in self.trust)

    # ------------------------------------------------------------------ cards
    @cached_property
    def idea(self) -> IdeaFace:
        """The idea, as it is in a hand."""
        return IdeaFace(
            name=self.t("Home help by bicycle"),
            text=self.t("In the town the colleagues leave the car and take a bicycle."),
            track="process",
            kind="service",
            cost=_COST,
            maturity=_MATURITY,
            promise=(("process", 2), ("citizen", 1)),
            picture="🚲",
        )

    def stamped(self, stamp: IdeaStamp) -> IdeaFace:
        """The idea, as far as it has come on the table."""
        return replace(self.idea, stamp=stamp)

    def benefit(self, estimate: int | None, *, owned: bool = False) -> BenefitFace:
        """The idea's benefit."""
        who, seat = self.owner if owned else ("", None)
        return BenefitFace(
            name=self.t("Less time on the road"),
            measure=self.t("Minutes on the road a day, from 90 to 60"),
            track=self.idea.track,
            estimate=estimate,
            owner=who,
            seat=seat,
            picture="⏱️",
        )

    def risk(self, mitigations: int = 0) -> RiskFace:
        """The idea's risk."""
        return RiskFace(
            name=self.t("Snow and ice in January"),
            text=self.t("Then nobody gets there in time."),
            track="employee",
            severity=_SEVERITY,
            likelihood=_LIKELIHOOD,
            mitigations=mitigations,
            picture="❄️",
        )
