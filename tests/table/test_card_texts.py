"""What stands in the face of a card is drawn on it wherever it is opened, and measured."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import pygame
import pytest

from game.content import Case
from game.content.case import Prose, card_prose
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.text.typesetter import Drawn, Typesetter
from game.i18n import words
from game.table.cards import draw_card
from game.table.cards.fitting import large_box, unfitting
from game.table.preview.pages import CARD
from game.views.case_cards import CardDeck, card_faces
from game.views.faces import Face
from game.wording.case_names import CaseNames
from tests.content.filled import filled_case
from tests.table.cards import NOT_ON_THE_CARD

PREVIEW = Box(0, 0, *CARD)
ENDLESS = "Der er mere at sige om dette, end der kan stå på et kort. " * 40

Key = tuple[str, ...]


@cache
def case() -> Case:
    return filled_case()


def texts() -> Iterator[tuple[CardDeck, int, str, Key]]:
    """Every text that has its place on a card: its deck, number and id, and its keys."""
    for card in card_faces(CaseNames(words("en"), case())):
        for key, _ in card_prose(case(), card.deck, card.id):
            if (card.deck, *key) not in NOT_ON_THE_CARD:
                yield card.deck, card.number, card.id, key


TEXTS = sorted({(deck, key) for deck, _, _, key in texts()})
each_text = pytest.mark.parametrize(
    ("deck", "key"), TEXTS, ids=[".".join((deck, *key)) for deck, key in TEXTS]
)


def drawn(face: Face, box: Box) -> str:
    """All that is written on a card of a size."""
    log: list[Drawn] = []
    surface = pygame.Surface((box.w, box.h), pygame.SRCALPHA)
    draw_card(Canvas(surface, Typesetter(1.0, "en"), log=log), box, face)
    return "\n".join(text.text for text in log)


@each_text
def test_every_text_of_a_card_is_drawn(deck: CardDeck, key: Key) -> None:
    """At the size of the table and at that of the preview."""
    for card in card_faces(CaseNames(words("en"), case())):
        if card.deck == deck:
            (prose,) = (prose for k, prose in card_prose(case(), deck, card.id) if k == key)
            for face in card.large:
                for box in (large_box(deck), PREVIEW):
                    name = ".".join((deck, *key))
                    assert prose.en in drawn(face, box), (
                        f"{name}: drawn on a card of {box.w:g} × {box.h:g}, "
                        "in game/table/cards/large.py"
                    )


@each_text
def test_a_text_that_is_too_long_for_its_card_is_found(deck: CardDeck, key: Key) -> None:
    number, id = next((n, i) for d, n, i, k in texts() if (d, k) == (deck, key))
    paths = {finding.path[: 2 + len(key)] for finding in unfitting(endless(deck, id, key))}
    assert (deck, number, *key) in paths, (
        f"{'.'.join((deck, *key))}: drawn by itself on the card, as it stands in the case, "
        "so that game/table/cards/fitting.py finds it among the texts that are cut"
    )


def endless(deck: CardDeck, id: str, key: Key) -> Case:
    """The case with one text that fits no card."""
    cards: dict[str, Any] = dict(getattr(case(), deck))
    cards[id] = _with(cards[id], key)
    return replace(case(), **{deck: cards})


def _with(text: Any, key: Key) -> Any:
    first, *rest = key
    inner = _with(getattr(text, first), tuple(rest)) if rest else Prose.of(ENDLESS)
    return replace(text, **{first: inner})
