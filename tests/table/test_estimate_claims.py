"""What an estimate would make of the track is said of the number pointed at, and of no other."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.engine import Refusal, apply, legal
from game.engine import actions as act
from game.engine.limits import ESTIMATES
from game.table.play.dialogs.estimate import EstimateDialog
from tests.table.sitting import Sitting, nothing


@pytest.fixture
def sitting(tmp_path: Path) -> Sitting:
    return Sitting(tmp_path).working()


def placing(sitting: Sitting) -> act.PlaceBenefit:
    """A benefit of the hand that may be placed."""
    return next(a for a in legal(sitting.game.state) if isinstance(a, act.PlaceBenefit))


def asked(sitting: Sitting) -> act.PlaceBenefit:
    """Ask how much is believed of a benefit of the hand."""
    wish = placing(sitting)
    track = sitting.game.state.setup.by_id.benefits[wish.card].track
    sitting.open(EstimateDialog.for_placing(sitting.game, wish.idea, track, nothing))
    return wish


def claims(sitting: Sitting) -> str:
    return " ".join(line for line in sitting.texts.split("\n") if line.startswith("Claimed on"))


def test_before_a_number_is_pointed_at_only_what_is_claimed_now_is_said(sitting: Sitting) -> None:
    wish = asked(sitting)
    track = sitting.game.state.setup.by_id.benefits[wish.card].track
    sitting.move((5, 5))
    assert claims(sitting).endswith(f"now: {sitting.game.state.claimed(track)}")
    assert "→" not in claims(sitting)


def test_pointed_at_each_number_says_what_the_rules_would_make_of_it(sitting: Sitting) -> None:
    wish = asked(sitting)
    state = sitting.game.state
    track = state.setup.by_id.benefits[wish.card].track
    for n in ESTIMATES:
        placed = apply(state, act.PlaceBenefit(wish.seat, wish.card, wish.idea, n))
        assert not isinstance(placed, Refusal)
        sitting.move(f"estimate:{n}")
        told = f"{state.claimed(track)} now → {placed.state.claimed(track)} with this number"
        assert told in claims(sitting)
        sitting.assert_readable()
    assert sitting.game.state is state


def test_the_keyboard_points_too_and_a_revision_takes_the_old_number_off(sitting: Sitting) -> None:
    idea, track = sitting.claimed()
    benefit = idea.benefit(track)
    assert benefit is not None
    sitting.open(EstimateDialog.for_revising(sitting.game, idea, track))
    state = sitting.game.state
    n = 6 if benefit.estimate != 6 else 5
    sitting.tab_to(f"estimate:{n}")
    revised = apply(state, act.Revise(state.turn, idea.id, track, n))
    assert not isinstance(revised, Refusal)
    told = f"{state.claimed(track)} now → {revised.state.claimed(track)} with this number"
    assert told in claims(sitting)
    sitting.tab_to(f"estimate:{benefit.estimate}")
    assert "→" not in claims(sitting), "it would stay as it is"
    sitting.key(pygame.K_ESCAPE)
    assert sitting.game.state is state
