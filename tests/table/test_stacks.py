"""Piles and decks: cards that lie on each other are seen to, and say how many there are."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.engine import events as ev
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.text.typesetter import Typesetter
from game.table.parts.stacks import draw_deck, draw_stack
from game.views import explained
from tests.onward import onward
from tests.staging import begin, decide
from tests.table.sitting import Sitting

PLACE = Box(10, 10, 60, 60)


def drawn(count: int) -> bytes:
    """A deck of so many cards, as it is drawn."""
    surface = pygame.Surface((80, 80))
    draw_deck(Canvas(surface, Typesetter(1.0, "en")), PLACE, "💡", count)
    return pygame.image.tobytes(surface, "RGB")


def test_a_deck_grows_lower_as_it_is_dealt_from() -> None:
    assert len({drawn(count) for count in (0, 1, 5, 9)}) == 4


def test_what_is_below_the_topmost_card_shows_under_it_and_inside_its_place() -> None:
    canvas = Canvas(pygame.Surface((80, 80)), Typesetter(1.0, "en"))
    tops = [draw_stack(canvas, PLACE, below) for below in (0, 1, 2, 30)]
    assert [top.y for top in tops] == [PLACE.y] * 4
    assert tops[0] == PLACE
    assert PLACE.bottom > tops[1].bottom > tops[2].bottom > tops[3].bottom
    assert tops[3].h > 0.8 * PLACE.h


def test_a_deck_says_what_is_left_and_what_is_dealt_next(tmp_path: Path) -> None:
    session, t = begin(tmp_path, 4, 3), Sitting(tmp_path).game.t
    asked, dealt = [session.state], [0]
    while not session.state.over:
        one = decide(session, onward(session.state))
        dealt.append(sum(len(e.ideas) for m in one.moments if isinstance(e := m.event, ev.Dealt)))
        asked.append(session.state)
    assert sum(dealt) > 0
    for at, state in enumerate(asked):
        said, left = explained.deck(t, state, "ideas"), len(state.idea_deck)
        count = next((n for n in dealt[at + 1 :] if n), 0)
        if not left:
            assert said == "The deck of ideas is empty."
            continue
        told = f"{count} {'is' if count == 1 else 'are'} dealt next time"
        assert f"{left} left" in said
        assert (told if count else "No more are dealt") in said


@pytest.mark.parametrize("band", ["ideas", "benefits", "risks"])
def test_a_deck_on_the_table_is_explained(tmp_path: Path, band: explained.Band) -> None:
    sitting = Sitting(tmp_path)
    told = sitting.widget(f"about:deck:{band}").tip
    assert told == explained.deck(sitting.game.t, sitting.game.state, band)
