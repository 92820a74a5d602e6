"""The cards that the seat in turn holds, and the face of each."""

from __future__ import annotations

from typing import Literal

from game.engine import State
from game.frozen import frozen
from game.views import face_builder as faces
from game.views.faces import Face
from game.wording.case_names import CaseNames

HandDeck = Literal["ideas", "benefits", "risks", "claim"]


@frozen
class HandCard:
    """A card in the hand: its deck and its id; ``claim`` is an ability's free benefit."""

    deck: HandDeck
    card: str

    @property
    def key(self) -> str:
        """The key that identifies it, wherever it is drawn."""
        return hand_key(self.deck, self.card)


def hand_key(deck: HandDeck, card: str) -> str:
    """The key of a card in the hand."""
    return f"hand:{deck}:{card}"


def tab_key(deck: str) -> str:
    """The key of the tab that shows the cards of a deck, where not all lie side by side."""
    return f"kind:{deck}"


def tab_of(key: str) -> str:
    """The key of the tab where a card of the hand lies; empty for what is none."""
    place, _, card = key.partition(":")
    return tab_key(card.partition(":")[0]) if place == "hand" else ""


def hand_cards(state: State) -> list[HandCard]:
    """The hand of the seat in turn, in the order it is laid out."""
    held = [HandCard("claim", "")] if state.free_claim else []
    return held + cards_of(state, state.turn)


def cards_of(state: State, seat: int) -> list[HandCard]:
    """The cards that a seat holds, in the order they are laid out."""
    held = [HandCard("ideas", id) for id in state.idea_hands[seat]]
    held += [HandCard("benefits", id) for id in state.benefit_hands[seat]]
    return held + [HandCard("risks", id) for id in state.risk_hands[seat]]


def hand_face(names: CaseNames, state: State, card: HandCard, *, opened: bool = False) -> Face:
    """The face of a card in the hand, small or large (``opened``)."""
    by_id = state.setup.by_id
    if card.deck == "ideas":
        return faces.idea_in_hand(names, by_id.ideas[card.card])
    if card.deck == "benefits":
        return faces.benefit_in_hand(names, by_id.benefits[card.card])
    if card.deck == "risks":
        return faces.risk_in_hand(names, state, by_id.risks[card.card], opened=opened)
    return faces.free_claim(names, state.free_claims or ("citizen",))
