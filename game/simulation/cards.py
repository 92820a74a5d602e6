"""Findings about single cards: which are never used, which ideas always or never pay.

They are based on the games of the methodical group: a card that it does not use does not pay.
"""

from __future__ import annotations

from math import isfinite
from typing import Final, Literal

from game.engine import IdeaCard
from game.frozen import frozen
from game.simulation.games import REFERENCE_BOT, Simulation
from game.simulation.intervals import Interval, share
from game.simulation.tally import Payoff

ENOUGH_GAMES: Final = 100
"""The number of games needed to conclude that something never happens."""

RARELY: Final = 0.02
"""A card that is used in less than this share of games, with confidence, is unused."""

ALWAYS: Final = 0.95
"""An idea that pays in more than this share of its games, with confidence, always pays."""

NEARLY_ALWAYS_IMPLEMENTED: Final = 0.9
"""The share of games with an idea from which implementing it is no longer a choice."""

TEMPTING: Final = 4.0
"""The points that a tempting saving gives on economy, and takes from the other tracks together."""

Pay = Literal["always", "never", "never_implemented", "mostly", "tempting", "unsure"]


@frozen
class IdeaFinding:
    """A finding about an idea in the games of the methodical group.

    ``placed`` and ``implemented`` are shares of games. Of the games in which it was realised,
    ``points`` is the mean of its points on all tracks together, ``cost`` the mean capacity paid for
    it, ``paid`` the share in which it gave more points than it cost; ``None`` without such games.
    """

    idea: str
    placed: Interval
    implemented: Interval
    points: Interval | None
    cost: float | None
    paid: Interval | None
    pay: Pay


@frozen
class Unused:
    """The ids of unused cards: never placed, never claimed, neither named nor struck."""

    ideas: tuple[str, ...]
    benefits: tuple[str, ...]
    risks: tuple[str, ...]


def ideas(simulation: Simulation) -> list[IdeaFinding]:
    """A finding for every idea of the case; none when the methodical group has not played."""
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
    """Whether an idea is a tempting saving: it is meant to be seen through, not to pay."""
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
    if implemented.high < RARELY and games >= ENOUGH_GAMES:
        return "never_implemented"
    if points is None or cost is None or paid is None or not isfinite(points.high):
        return "unsure"
    if points.high < cost:
        return "never"
    if paid.low > ALWAYS and carried_out.low > NEARLY_ALWAYS_IMPLEMENTED:
        return "always"
    return "mostly" if points.low > cost else "unsure"


def unused(simulation: Simulation) -> Unused:
    """The cards that the methodical group hardly ever uses."""
    tally, setup = simulation.tally(REFERENCE_BOT), simulation.setup

    def never(count: int) -> bool:
        return tally.games >= ENOUGH_GAMES and share(count, tally.games).high < RARELY

    return Unused(
        tuple(card.id for card in setup.ideas if never(tally.placed[card.id])),
        tuple(card.id for card in setup.benefits if never(tally.claimed[card.id])),
        tuple(card.id for card in setup.risks if never(tally.met[card.id])),
    )
