"""At the table what a decision changed slides, turns and counts, and is pointed out."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.engine import actions as act
from game.gui.motion.animation import LONGEST
from tests.table.sitting import Sitting, show_what_follows


@pytest.fixture
def sitting(tmp_path: Path) -> Sitting:
    made = Sitting(tmp_path)
    made.look()
    return made


def place_first(sitting: Sitting) -> str:
    """Put the first idea of the hand on the table; its key there."""
    s = sitting.game.state
    card = s.idea_hands[s.turn][0]
    sitting.app.top.ui.call(sitting.game.do, act.PlaceIdea(s.turn, card, 3))
    return f"idea:{card}"


def come_to_rest(sitting: Sitting) -> None:
    """Let what has begun to move arrive."""
    sitting.look(0)
    sitting.look()
    assert not sitting.app.animator.busy


def pixels(sitting: Sitting, key: str) -> bytes:
    """What is seen where a widget lies."""
    rect = sitting.widget(key).box.px(sitting.app.u)
    return pygame.image.tobytes(sitting.app.draw().subsurface(rect), "RGB")


def test_a_card_slides_to_its_place(sitting: Sitting) -> None:
    key = place_first(sitting)
    sitting.look(0)
    assert sitting.app.animator.busy
    assert sitting.app.top.ui.transitions.hides(key)
    frames = set()
    for _ in range(4):
        frames.add(pygame.image.tobytes(sitting.look(0.05), "RGB"))
    assert len(frames) == 4
    under_way = pixels(sitting, key)
    sitting.look(LONGEST)
    assert not sitting.app.animator.busy
    assert pixels(sitting, key) != under_way
    sitting.assert_readable()


def test_the_state_does_not_wait(sitting: Sitting) -> None:
    turn = sitting.game.state.turn
    place_first(sitting)
    sitting.look(0.05)
    sitting.key(pygame.K_p)
    assert sitting.game.state.turn == turn or sitting.game.session.history[-1].action == act.Pass(
        turn
    )
    assert len(sitting.game.session.history) == 2


def test_a_key_ends_it_at_once(sitting: Sitting) -> None:
    key = place_first(sitting)
    sitting.look(0.05)
    sitting.key(pygame.K_TAB)
    assert not sitting.app.animator.busy
    skipped = pixels(sitting, key)
    sitting.look()
    assert pixels(sitting, key) == skipped


def test_reduced_motion_shows_the_end_at_once(sitting: Sitting) -> None:
    sitting.app.animator.reduced = True
    key = place_first(sitting)
    sitting.look(0)
    assert not sitting.app.animator.busy
    assert sitting.app.top.ui.transitions.changes.highlighted >= {key}


def test_what_changed_is_pointed_out_until_the_next_decision(sitting: Sitting) -> None:
    key = place_first(sitting)
    come_to_rest(sitting)
    assert sitting.app.top.ui.transitions.changes.highlighted >= {key}
    corner = sitting.widget(key).box.inset(-5)
    at = round((corner.x + 8) * sitting.app.u), round((corner.y + 1) * sitting.app.u)
    lit = sitting.app.draw().get_at(at)
    sitting.key(pygame.K_p)
    come_to_rest(sitting)
    assert key not in sitting.app.top.ui.transitions.changes.highlighted
    assert sitting.app.draw().get_at(at) != lit


def test_undo_moves_back(sitting: Sitting) -> None:
    key = place_first(sitting)
    come_to_rest(sitting)
    sitting.key(pygame.K_z, mod=pygame.KMOD_CTRL)
    sitting.look(0.05)
    assert sitting.app.animator.busy
    hand = key.replace("idea:", "hand:ideas:")
    assert sitting.app.top.ui.transitions.hides(hand)
    sitting.look()
    assert not sitting.app.top.ui.transitions.hides(hand)


def test_a_card_that_is_put_back_glides_home(sitting: Sitting) -> None:
    s = sitting.game.state
    hand = f"hand:ideas:{s.idea_hands[s.turn][0]}"
    rest = pixels(sitting, hand)
    sitting.press(hand)
    sitting.move((640, 200))
    sitting.release((640, 20))
    sitting.look(0.05)
    assert sitting.app.top.ui.transitions.hides(hand)
    come_to_rest(sitting)
    assert pixels(sitting, hand) == rest
    assert not sitting.game.session.history


def test_a_window_that_is_resized_moves_nothing(sitting: Sitting) -> None:
    place_first(sitting)
    come_to_rest(sitting)
    sitting.app.window = pygame.display.set_mode((1280, 960))
    sitting.post(pygame.WINDOWSIZECHANGED)
    sitting.look(0)
    assert not sitting.app.animator.busy


def test_what_happened_behind_a_moment_is_seen_when_it_closes(sitting: Sitting) -> None:
    come_to_rest(sitting)
    show_what_follows(sitting.game)
    sitting.app.top.ui.call(sitting.game.do, act.Correct("citizen", 2, "Talt forkert"))
    come_to_rest(sitting)
    transitions = sitting.app.screens[0].ui.transitions
    assert not transitions.hides("meter:citizen")
    sitting.key(pygame.K_SPACE)
    sitting.look(0.02)
    assert transitions.hides("meter:citizen")
