"""A truth that agrees with what a seat knows, for whoever searches ahead without looking.

What is hidden is drawn anew: decks are shuffled among the cards that nobody has seen, effects come
from what the arrows of a card mostly mean, true risks from those that it is printed on. What only
somebody knows who remembers more than lies on the table (a risk that was looked for and not found)
plays no part.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from game.engine.chance import draw, shuffled
from game.engine.imagined import Unseen, unseen_cards
from game.engine.limits import POKER_ESTIMATES
from game.engine.new_game import validate_seed
from game.engine.observation import observe
from game.engine.rules.own_ideas import truth_of
from game.engine.setup import TRACKS, IdeaCard, RiskCard, Setup
from game.engine.state import Idea, PerTrack, Poker, State
from game.engine.values import FrozenDict

LIKELY: Final[Mapping[int, tuple[int, ...]]] = {
    2: (3, 4, 4, 5),
    1: (1, 2, 2, 3),
    0: (0, 0, 0, 0, 0, 0, -1, -2),
    -1: (-1, -2, -2, -3),
    -2: (-3, -3, -4, -4),
}
"""What so many arrows of a card mostly mean, in points; a track without one is seldom moved."""

MOST_TRUE: Final = (1, 1, 2)
"""How many risks are mostly true of an idea."""

FALSE_IN = 4
"""One in so many risks that were named is not true."""


def resample(s: State, seat: int | None, seed: int, case: Setup | None = None) -> State:
    """A game that looks to the seat as this one does, with another truth and another seed.

    Of a state that was observed the cards in the decks are imagined, unless ``case`` is given, of
    which only what is printed is read. Raises :class:`ValueError` for a case of other cards, and
    for what is no seed.
    """
    validate_seed(seed)
    seen = observe(s, seat)
    unseen = unseen_cards(s, seen.setup, seed, case)
    risks = {card.id: card for card in (*seen.setup.risks, *unseen.risks)}
    true = _True(seen, seed, risks)
    on_table = {idea.id: idea for idea in seen.ideas}
    faces = {card.id: card for card in (*seen.setup.ideas, *unseen.ideas)}
    cards = {id: true.card(face, on_table.get(id)) for id, face in faces.items()}
    own = {idea.id: true.own(idea) for idea in seen.ideas if idea.written}
    truth = {id: _drawn_effects(card) for id, card in cards.items()}
    return replace(
        seen,
        setup=_case(seen.setup, unseen, cards, risks),
        seed=seed,
        truth=FrozenDict(truth | {id: effects for id, (effects, _) in own.items()}),
        own_risks=FrozenDict({risk.id: risk for _, found in own.values() for risk in found}),
        idea_deck=tuple(card.id for card in unseen.ideas),
        benefit_deck=tuple(card.id for card in unseen.benefits),
        risk_deck=tuple(card.id for card in unseen.risks),
        event_deck=tuple(card.id for card in unseen.events),
        ideas=tuple(_with_truth(idea, cards, own) for idea in seen.ideas),
        poker=_guessed(seen.poker, seat, seed),
    )


def _case(
    known: Setup, unseen: Unseen, ideas: dict[str, IdeaCard], risks: dict[str, RiskCard]
) -> Setup:
    return replace(
        known,
        ideas=tuple(ideas.values()),
        benefits=(*known.benefits, *unseen.benefits),
        risks=tuple(risks.values()),
        events=(*known.events, *unseen.events),
    )


def _with_truth(
    idea: Idea,
    cards: Mapping[str, IdeaCard],
    own: Mapping[str, tuple[PerTrack, tuple[RiskCard, ...]]],
) -> Idea:
    if not idea.written:
        return replace(idea, card=cards[idea.id])
    return replace(idea, card=replace(idea.card, risks=tuple(r.id for r in own[idea.id][1])))


def _drawn_effects(card: IdeaCard) -> PerTrack:
    a, b, c, d = (card.effects.get(track, (0, 0))[0] for track in TRACKS)
    return (a, b, c, d)


def _guessed(poker: Poker | None, seat: int | None, seed: int) -> Poker | None:
    """Estimate poker, with what others may have given in the place of what they did give."""
    if poker is None or poker.open:
        return poker
    given = tuple(
        n if n is None or i == seat else draw(seed, "again:poker", i, len(POKER_ESTIMATES))
        for i, n in enumerate(poker.given)
    )
    return replace(poker, given=given)


class _True:
    """What may be true of ideas: every draw from a stream of its own."""

    def __init__(self, seen: State, seed: int, risks: Mapping[str, RiskCard]) -> None:
        self.seen, self.seed, self.risks = seen, seed, risks

    def card(self, face: IdeaCard, idea: Idea | None) -> IdeaCard:
        """A card with effects and risks that may be true; on the table what is known of them is."""
        known = [None] * 4 if idea is None else [self.seen.effect(idea, t) for t in TRACKS]
        effects = {}
        for place, track in enumerate(TRACKS):
            effect = known[place]
            if effect is None:
                likely = LIKELY[max(-2, min(2, face.promise.get(track, 0)))]
                effect = likely[draw(self.seed, f"again:{face.id}", place, len(likely))]
            if effect:
                effects[track] = (effect, effect)
        return replace(face, effects=effects, risks=self._risks(face.id, idea))

    def _risks(self, id: str, idea: Idea | None) -> tuple[str, ...]:
        """Those that came to light, and of the others printed with it as many as mostly are."""
        lying = () if idea is None else idea.risks
        true = [r.id for r in lying if r.seat is None or r.outcome in ("struck", "held")]
        true = [risk for risk in true if risk in self.risks]
        if idea is not None and idea.status == "realised":
            return tuple(true)
        asked = {r.id: n for n, r in enumerate(lying)}
        others = [r.id for r in self.risks.values() if id in r.about and r.id not in true]
        open_ones = [r for r in others if r not in asked or self._is_true(id, asked[r])]
        most = MOST_TRUE[draw(self.seed, f"again-risks:{id}", 0, len(MOST_TRUE))]
        more = shuffled(self.seed, f"again-which:{id}", open_ones)[: max(0, most - len(true))]
        return tuple(r for r in self.risks if r in (*true, *more))

    def _is_true(self, id: str, n: int) -> bool:
        return draw(self.seed, f"again-named:{id}", n, FALSE_IN) > 0

    def own(self, idea: Idea) -> tuple[PerTrack, tuple[RiskCard, ...]]:
        """What may be true of an idea in the group's own words."""
        effects, risks = truth_of(self.seed, idea)
        known = [self.seen.effect(idea, track) for track in TRACKS]
        a, b, c, d = (n if k is None else k for n, k in zip(effects, known, strict=True))
        turned = [self.seen.own_risks[r.id] for r in idea.risks if r.id in self.seen.own_risks]
        hidden = [] if idea.status == "realised" else [r for r in risks if idea.risk(r.id) is None]
        return (a, b, c, d), (*turned, *hidden)
