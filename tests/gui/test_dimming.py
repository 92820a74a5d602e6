"""What is darkened is dark once, however often it is drawn over."""

from __future__ import annotations

import pygame
from pygame import Rect, Surface

from game.gui.paint.dimming import Dimming

CARDS = [Rect(10, 10, 30, 30), Rect(60, 10, 30, 30), Rect(10, 60, 30, 30)]


def shown(window: Surface) -> bytes:
    return pygame.image.tobytes(window, "RGB")


def test_its_corners_are_round() -> None:
    still, window = Surface((100, 100)), Surface((100, 100))
    still.fill((200, 180, 160))
    Dimming().wipe(window, still, [], CARDS, whole=True)
    for card in CARDS:
        assert window.get_at(card.topleft) == still.get_at(card.topleft)
        assert window.get_at((card.right - 1, card.bottom - 1)) == still.get_at(card.topleft)
        assert window.get_at(card.center) != still.get_at(card.center)


def test_it_looks_the_same_drawn_anew_or_bit_by_bit():
    still, window, anew = Surface((100, 100)), Surface((100, 100)), Surface((100, 100))
    still.fill((200, 180, 160))
    shade = Dimming()
    shade.wipe(window, still, [], [], whole=True)
    touched: list[Rect] = []
    for wanted in (CARDS[:2], CARDS[1:], CARDS[1:], [], CARDS):
        shade.wipe(window, still, touched, wanted)
        Dimming().wipe(anew, still, [], wanted, whole=True)
        assert shown(window) == shown(anew)
        touched = [Rect(20, 20, 60, 15), Rect(30, 5, 20, 90)]
        for rect in touched:
            window.fill((255, 0, 0), rect)
