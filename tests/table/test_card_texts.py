"""What stands in the face of a card is drawn on it when the card is opened large."""

from __future__ import annotations

import pygame
import pytest

from game.content.case import card_prose
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.text.typesetter import Drawn, Typesetter
from game.i18n import words
from game.table.cards import draw_card
from game.views.case_cards import card_faces
from game.views.faces import Face
from game.wording.case_names import CaseNames
from tests.content.filled import filled_case
from tests.views.test_faces import NOT_ON_THE_CARD

DECKS = ("ideas", "benefits", "risks", "events", "roles")


def drawn(face: Face) -> str:
    """All that is written on a card, larger than any at the table."""
    log: list[Drawn] = []
    surface = pygame.Surface((440, 620), pygame.SRCALPHA)
    draw_card(Canvas(surface, Typesetter(1.0, "en"), log=log), Box(0, 0, 430, 600), face)
    return "\n".join(text.text for text in log)


@pytest.mark.parametrize("deck", DECKS)
def test_every_text_of_a_card_is_drawn(deck: str) -> None:
    case = filled_case()
    missing = set()
    for card in card_faces(CaseNames(words("en"), case)):
        if card.deck == deck:
            for key, prose in card_prose(case, deck, card.id):
                for face in card.large:
                    if (deck, *key) not in NOT_ON_THE_CARD and prose.en not in drawn(face):
                        missing.add(".".join((deck, *key)))
    assert not missing, f"{missing}: drawn on the card, in game/table/cards/large.py"
