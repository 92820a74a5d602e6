"""What the games say of single cards: which never matter, which ideas always or never pay.

The methodical group is asked: what it leaves lying is not worth picking up.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import Final, Literal

from game.engine import IdeaCard
from game.simulation.games import Simulation
from game.simulation.intervals import Interval, share
from game.simulation.tally import Payoff

REFERENCE_BOT: Final = "method"

ENOUGH: Final = 100
"""Games before it may be said that something never happens."""

RARELY: Final = 0.02
"""A card that surely comes into less than this share of games never matters."""

ALWAYS: Final = 0.95
"""An idea that surely pays in more than this share of its games always pays."""

CARRIED_OUT: Final = 0.9
"""And it is a choice no more if it is implemented in more than this share of those it lay in."""

TEMPTING: Final = 4.0
"""A tempting saving gives so much on economy and takes as much from the other tracks together."""

Pay = Literal["always", "never", "never_implemented", "mostly", "tempting", "unsure"]


@dataclass(frozen=True, slots=True)
class IdeaFinding:
    """An idea in the hands of the methodical group.

    ``placed`` and ``implemented`` are shares of games; ``points`` the mean of what it moved on all
    tracks together when it was realised, ``cost`` the mean capacity paid for it, ``paid`` the share
    of those games in which it gave more points than it cost. ``None`` where it never was.
    """

    idea: str
    placed: Interval
    implemented: Interval
    points: Interval | None
    cost: float | None
    paid: Interval | None
    pay: Pay


@dataclass(frozen=True, slots=True)
class Unused:
    """The ids of cards that never matter: never placed, never claimed, never named nor struck."""

    ideas: tuple[str, ...]
    benefits: tuple[str, ...]
    risks: tuple[str, ...]


def ideas(simulation: Simulation) -> list[IdeaFinding]:
    """Every idea of the case, in its order; nothing when the methodical group has not played."""
    if REFERENCE_BOT not in simulation.bots:
        return []
    return [_idea(simulation, card) for card in simulation.setup.ideas]


def _idea(simulation: Simulation, card: IdeaCard) -> IdeaFinding:
    tally = simulation.tally(REFERENCE_BOT)
    implemented = share(tally.implemented[card.id], tally.games)
    payoff = tally.ideas.get(card.id, Payoff())
    realised, points = payoff.points.count, payoff.points.mean()
    cost = payoff.costs / realised if realised else None
    paid = share(payoff.paid, realised) if realised else None
    carried_out = share(tally.implemented[card.id], tally.placed[card.id])
    pay = _pay(implemented, carried_out, tally.games, points, cost, paid)
    if pay in ("never", "never_implemented") and is_tempting(card):
        pay = "tempting"
    placed = share(tally.placed[card.id], tally.games)
    return IdeaFinding(
        idea=card.id,
        placed=placed,
        implemented=implemented,
        points=points,
        cost=cost,
        paid=paid,
        pay=pay,
    )


def is_tempting(card: IdeaCard) -> bool:
    """Whether an idea is a tempting saving: it is there to be seen through, not to pay."""
    means = {track: (low + high) / 2 for track, (low, high) in card.effects.items()}
    economy = means.pop("economy", 0.0)
    return economy >= TEMPTING and sum(means.values()) <= -TEMPTING


def _pay(
    implemented: Interval,
    carried_out: Interval,
    games: int,
    points: Interval | None,
    cost: float | None,
    paid: Interval | None,
) -> Pay:
    if implemented.high < RARELY and games >= ENOUGH:
        return "never_implemented"
    if points is None or cost is None or paid is None or not isfinite(points.high):
        return "unsure"
    if points.high < cost:
        return "never"
    if paid.low > ALWAYS and carried_out.low > CARRIED_OUT:
        return "always"
    return "mostly" if points.low > cost else "unsure"


def unused(simulation: Simulation) -> Unused:
    """Cards that surely come into next to no game of the methodical group."""
    tally, setup = simulation.tally(REFERENCE_BOT), simulation.setup

    def never(count: int) -> bool:
        return tally.games >= ENOUGH and share(count, tally.games).high < RARELY

    return Unused(
        tuple(card.id for card in setup.ideas if never(tally.placed[card.id])),
        tuple(card.id for card in setup.benefits if never(tally.claimed[card.id])),
        tuple(card.id for card in setup.risks if never(tally.met[card.id])),
    )
