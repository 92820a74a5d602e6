"""What a seat sees, as numbers from -1 to 1: always as many, each always in the same place.

The table is told from the seat's own place: the other seats follow it round the table. An idea has
its place on the table, a card its place in the case.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final, get_args

from game.engine import (
    KINDS,
    PHASES,
    TRACKS,
    Benefit,
    Idea,
    IdeaCard,
    Risk,
    Seat,
    Setup,
    State,
    start,
)
from game.engine.limits import (
    BALANCE_END,
    ESTIMATE_HIGH,
    LIKELIHOOD_HIGH,
    MATURITY_HIGH,
    TRACK_HIGH,
    TRUST_HIGH,
)
from game.engine.state import IdeaStatus, RiskOutcome, Step

MANY: Final = 30
"""Cards in a deck, capacity: more is seldom, and looks like so many."""
FEW: Final = 10
"""Actions, rounds, costs."""

_STEPS, _STATUSES, _OUTCOMES = get_args(Step), get_args(IdeaStatus), get_args(RiskOutcome)
_ANY_IDEA = Idea("", IdeaCard("", "citizen", "product"), "A", 0, 0, 0)
_ANY_RISK = Risk("", "citizen", 1, 1)


class Features:
    """The features of a case at a table of some seats; as many places as the actions know."""

    def __init__(self, setup: Setup, seats: int, *, ideas: int = 16, risks: int = 6) -> None:
        self.seats, self.ideas, self.risks = seats, ideas, risks
        self._roles = [role.id for role in setup.roles]
        self._cards = [
            *[card.id for card in setup.ideas],
            *[card.id for card in setup.benefits],
            *[card.id for card in setup.risks],
        ]
        first = start(setup, [Seat("", ())] * seats, 0).state
        self._no_risk = [0.0] * len(list(_of_risk(first, _ANY_RISK)))
        self._no_idea = [0.0] * len(list(self._of_idea(first, 0, _ANY_IDEA)))
        self.size = len(self.of(first, 0))

    def of(self, seen: State, seat: int) -> list[float]:
        """What a seat sees (:func:`game.engine.observe`)."""
        found = [*self._of_table(seen), *self._of_seat(seen, seat)]
        for idea in seen.ideas[: self.ideas]:
            found += self._of_idea(seen, seat, idea)
        found += self._no_idea * (self.ideas - len(seen.ideas[: self.ideas]))
        return [max(-1.0, min(1.0, value)) for value in found]

    # ---------------------------------------------------------------- the table
    def _of_table(self, s: State) -> Iterator[float]:
        yield s.round / max(1, sum(s.setup.rules.rounds))
        yield from _which(s.phase, PHASES)
        yield from _which(s.step, _STEPS)
        yield from (s.actions / FEW, s.capacity / MANY, s.trust / TRUST_HIGH)
        yield from (s.balance / BALANCE_END, s.pauses / 2, float(s.paused_round == s.round))
        for numbers in (s.points, s.lowest, s.setup.goals):
            yield from (n / TRACK_HIGH for n in numbers)
        yield from (n / LIKELIHOOD_HIGH for n in s.likelier)
        for deck in (s.idea_deck, s.benefit_deck, s.risk_deck, s.event_deck):
            yield len(deck) / MANY
        yield from _which(s.free_claim, TRACKS)
        yield from _which(s.tested[1] if s.tested is not None else None, TRACKS)

    def _of_seat(self, s: State, seat: int) -> Iterator[float]:
        """Whose turn it is, counted from the seat; what it holds, and which roles it plays."""
        place = (s.turn - seat) % self.seats if s.turn >= 0 else None
        yield from _which(place, range(self.seats))
        held = {*s.idea_hands[seat], *s.benefit_hands[seat], *s.risk_hands[seat]}
        yield from (float(card in held) for card in self._cards)
        for role in self._roles:
            yield float(role in s.seats[seat].roles)
            yield float(role in s.used_phase or role in s.used_round)

    # ---------------------------------------------------------------- an idea
    def _of_idea(self, s: State, seat: int, idea: Idea) -> Iterator[float]:
        yield from (1.0, float(idea.id in s.adjusting[:1]))
        yield float(s.tested is not None and s.tested[0] == idea.id)
        yield from _which(idea.card.track, TRACKS)
        yield from _which(idea.card.kind, KINDS)
        yield from _which(idea.status, _STATUSES)
        yield from (float(idea.was_proven), float(idea.stumbled), float(idea.trial is not None))
        yield from (idea.cost / FEW, idea.maturity / MATURITY_HIGH, idea.card.delay / FEW)
        yield (idea.due - s.round) / FEW if idea.status == "implemented" else 0.0
        for track, benefit in zip(TRACKS, idea.benefits, strict=True):
            effect = s.effect(idea, track)
            yield from (float(effect is not None), (effect or 0) / ESTIMATE_HIGH)
            yield idea.card.promise.get(track, 0) / 2
            yield from _of_benefit(benefit, seat)
        risks = idea.risks[: self.risks]
        yield from chain.from_iterable(_of_risk(s, risk) for risk in risks)
        yield from self._no_risk * (self.risks - len(risks))


def _of_benefit(b: Benefit | None, seat: int) -> Iterator[float]:
    if b is None:
        yield from (0.0,) * 7
    else:
        yield from (1.0, b.estimate / ESTIMATE_HIGH, (b.harvested or 0) / ESTIMATE_HIGH)
        yield from (float(b.owner is not None), float(b.owner == seat))
        yield from (float(b.amends is not None or b.post is not None), float(b.followed))


def _of_risk(s: State, risk: Risk) -> Iterator[float]:
    yield from (1.0, float(risk.seat is None), float(risk.name is not None))
    yield from _which(risk.track, TRACKS)
    yield from (risk.severity / LIKELIHOOD_HIGH, s.likelihood(risk) / LIKELIHOOD_HIGH)
    yield risk.mitigations / FEW
    yield from _which(risk.outcome, _OUTCOMES)


def _which(value: object, values: Sequence[object]) -> Iterator[float]:
    """A number for each that it may be: 1 for the one that it is."""
    return (float(value == one) for one in values)
