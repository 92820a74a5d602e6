"""The hand: it uses its room, has words where they fit, and a held card is seen to be held."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from game.gui.widgets.drag import Draggable
from tests.table.sitting import Sitting


def hand(sitting: Sitting) -> list[Draggable]:
    return [w for w in sitting.app.top.ui.widgets if isinstance(w, Draggable)]


@pytest.fixture
def sitting(tmp_path: Path) -> Sitting:
    made = Sitting(tmp_path)
    made.look()
    return made


def test_few_cards_are_wide_and_lie_side_by_side(sitting: Sitting) -> None:
    cards = hand(sitting)
    wide = [card.box.w for card in cards]
    assert min(wide) > 0.7 * cards[0].box.h
    assert all(a.box.right < b.box.x for a, b in pairwise(cards))


def test_cards_say_in_words_what_they_cost_and_where_they_belong(sitting: Sitting) -> None:
    state = sitting.game.state
    idea = state.setup.by_id.ideas[state.idea_hands[state.turn][0]]
    said = " ".join(sitting.texts.split())
    assert f"Costs {idea.cost}" in said
    assert f"maturity {idea.maturity}" in said
    assert "You say how much" in said
