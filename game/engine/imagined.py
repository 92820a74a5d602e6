"""The cards that nobody has seen: those of the game or its case, or else imagined ones.

Who searches ahead has to turn some card over when one is dealt. Without the case at hand it is a
copy of a card that was seen, under a name of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol, TypeVar

from game.engine.chance import draw, shuffled
from game.engine.setup import (
    KINDS,
    TRACKS,
    BenefitCard,
    Effect,
    EventCard,
    IdeaCard,
    RiskCard,
    Setup,
)
from game.engine.state import State
from game.frozen import frozen


class Card(Protocol):
    """A card of any kind."""

    @property
    def id(self) -> str:
        """Its name in the case."""


C = TypeVar("C", bound=Card)


@frozen
class Unseen:
    """The cards in the decks, the first on top."""

    ideas: tuple[IdeaCard, ...]
    benefits: tuple[BenefitCard, ...]
    risks: tuple[RiskCard, ...]
    events: tuple[EventCard, ...]


def unseen_cards(s: State, known: Setup, seed: int, case: Setup | None) -> Unseen:
    """As many cards as lie in each deck, in another order.

    ``known`` has the cards that have been seen. Raises :class:`ValueError` for a case that has not
    enough others.
    """
    decks = (s.idea_deck, s.benefit_deck, s.risk_deck, s.event_deck)
    if case is None and any("" in deck for deck in decks):
        return _imagined(s, known, seed)
    whole = case or s.setup
    return Unseen(
        _missing(seed, s.idea_deck, known.ideas, [card.face for card in whole.ideas]),
        _missing(seed, s.benefit_deck, known.benefits, whole.benefits),
        _missing(seed, s.risk_deck, known.risks, whole.risks),
        _missing(seed, s.event_deck, known.events, whole.events),
    )


def _missing(
    seed: int, deck: tuple[str, ...], known: Iterable[C], whole: Iterable[C]
) -> tuple[C, ...]:
    """The cards of a deck; where they cannot be seen, as many of those that have not been."""
    seen = {card.id for card in known}
    cards = [card for card in whole if (card.id not in seen if "" in deck else card.id in deck)]
    if len(cards) < len(deck):
        raise ValueError("the case has fewer cards than lie in the decks: it is another one")
    return shuffled(seed, "unseen", cards)[: len(deck)]


# ------------------------------------------------------------------ without the case
def _imagined(s: State, known: Setup, seed: int) -> Unseen:
    ideas = tuple(_idea(seed, known, n) for n in range(len(s.idea_deck)))
    ids = [card.id for card in (*known.ideas, *ideas)]
    return Unseen(
        ideas,
        tuple(_benefit(seed, n) for n in range(len(s.benefit_deck))),
        tuple(_risk(seed, ids, n) for n in range(len(s.risk_deck))),
        tuple(_event(seed, known, n) for n in range(len(s.event_deck))),
    )


def _idea(seed: int, known: Setup, n: int) -> IdeaCard:
    id = f"unseen-idea-{n + 1}"
    if known.ideas:
        return replace(known.ideas[draw(seed, "unseen-idea", n, len(known.ideas))], id=id)
    track = TRACKS[draw(seed, "unseen-idea", n, 4)]
    return IdeaCard(id, track, KINDS[draw(seed, "unseen-kind", n, 4)], promise={track: 2})


def _benefit(seed: int, n: int) -> BenefitCard:
    return BenefitCard(f"unseen-benefit-{n + 1}", TRACKS[draw(seed, "unseen-benefit", n, 4)])


def _risk(seed: int, ideas: list[str], n: int) -> RiskCard:
    track = TRACKS[draw(seed, "unseen-track", n, 4)]
    severity, likelihood = (2 + draw(seed, f"unseen-{what}", n, 3) for what in ("grave", "likely"))
    about = shuffled(seed, f"unseen-about-{n}", ideas)[:2]
    return RiskCard(f"unseen-risk-{n + 1}", track, severity, likelihood, about)


def _event(seed: int, known: Setup, n: int) -> EventCard:
    id = f"unseen-event-{n + 1}"
    if not known.events:
        return EventCard(id, (Effect(),))
    return replace(known.events[draw(seed, "unseen-event", n, len(known.events))], id=id)
