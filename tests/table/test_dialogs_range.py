"""The range of an estimate at the table: by keys, by the mouse, and undone."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.engine import TRACKS, Idea, Track
from game.engine import actions as act
from game.table.play.dialogs.range import RangeDialog
from game.table.play.idea_sheet import IdeaSheet
from game.table.play.table import TableScreen
from tests.table.sitting import Sitting
from tests.table.windows import in_every_window


@pytest.fixture
def sitting(tmp_path: Path) -> Sitting:
    return Sitting(tmp_path).working()


def ask(sitting: Sitting) -> tuple[Idea, Track]:
    """Open the dialog for a benefit that is estimated at 2."""
    idea, track = sitting.claimed()
    sitting.open(RangeDialog(sitting.game, idea, track))
    return idea, track


def number(sitting: Sitting, key: str, place: int, count: int) -> tuple[int, int]:
    """Where one of the numbers of a row is on the screen."""
    box, u = sitting.widget(key).box, sitting.app.u
    return round((box.x + box.w * (place + 0.5) / count) * u), round(box.centre[1] * u)


def test_by_keys_the_worst_then_the_best_then_enter(sitting: Sitting) -> None:
    idea, track = ask(sitting)
    sitting.key(pygame.K_0, text="0")
    sitting.tab_to("best")
    sitting.key(pygame.K_5, text="5")
    sitting.enter()
    wanted = act.SetRange(sitting.game.state.turn, idea.id, track, 0, 5)
    assert sitting.decided(act.SetRange) == wanted
    assert isinstance(sitting.app.top, TableScreen)
    assert "between 0 and 5" in sitting.game.last_line


def test_by_mouse_a_number_in_each_row_and_the_button(sitting: Sitting) -> None:
    idea, track = ask(sitting)
    sitting.click(number(sitting, "worst", 0, 3))
    sitting.click(number(sitting, "best", 2, 5))
    sitting.click("yes")
    wanted = act.SetRange(sitting.game.state.turn, idea.id, track, 0, 4)
    assert sitting.decided(act.SetRange) == wanted


def test_a_downside_says_how_much_it_takes_at_worst_and_at_best(sitting: Sitting) -> None:
    open_ideas = [idea for idea in sitting.game.state.ideas if not idea.locked]
    free = [(idea, track) for idea in open_ideas for track in TRACKS if not idea.benefit(track)]
    idea, track = free[0]
    sitting.do(act.NameDownside(sitting.game.state.turn, idea.id, track, 2))
    idea = sitting.game.state.require_idea(idea.id)
    sitting.open(RangeDialog(sitting.game, idea, track))
    assert "We believe that it takes 2 points." in sitting.texts
    sitting.key(pygame.K_4, text="4")
    sitting.tab_to("best")
    sitting.key(pygame.K_0, text="0")
    sitting.enter()
    wanted = act.SetRange(sitting.game.state.turn, idea.id, track, -4, 0)
    assert sitting.decided(act.SetRange) == wanted


def test_a_range_without_room_cannot_be_set(sitting: Sitting) -> None:
    ask(sitting)
    before = len(sitting.game.session.history)
    for key in ("worst", "best"):
        sitting.tab_to(key)
        sitting.key(pygame.K_2, text="2")
    sitting.enter()
    assert len(sitting.game.session.history) == before
    assert "A range must hold it" in sitting.texts


def test_esc_leaves_it_as_it_was(sitting: Sitting) -> None:
    before = len(sitting.game.session.history)
    ask(sitting)
    sitting.key(pygame.K_ESCAPE)
    assert isinstance(sitting.app.top, TableScreen)
    assert len(sitting.game.session.history) == before


def test_the_sheet_offers_it_shows_it_and_undo_takes_it_back(sitting: Sitting) -> None:
    idea, track = sitting.claimed()
    sitting.open(IdeaSheet(sitting.game, idea.id))
    sitting.click(f"benefit:{idea.id}:{track}:range")
    sitting.enter()
    assert "between 1 and 3" in sitting.texts
    sitting.game.undo()
    sitting.look()
    b = sitting.game.state.require_idea(idea.id).benefit(track)
    assert b is not None
    assert (b.low, b.high) == (None, None)


@in_every_window
def test_it_can_be_read(tmp_path: Path, lang: str, size: tuple[int, int]) -> None:
    sitting = Sitting(tmp_path, lang=lang, size=size).working()
    ask(sitting)
    sitting.assert_readable()
