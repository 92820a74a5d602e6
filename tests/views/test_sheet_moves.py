"""What is said of a move before it is made: true of the idea it is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.engine import Idea
from game.engine.limits import MATURITY_HIGH
from game.i18n import words
from game.views.sheet_moves import implementing
from game.wording.case_names import CaseNames
from tests import staging

STUMBLES = "a die says if it stumbles"


@pytest.mark.parametrize(
    ("maturity", "proven", "told"),
    [(1, False, True), (MATURITY_HIGH, False, False), (1, True, False)],
)
def test_only_what_may_stumble_is_said_to(
    tmp_path: Path, maturity: int, proven: bool, told: bool
) -> None:
    with staging.begin(tmp_path, 4, 5) as session:
        card = session.state.setup.ideas[0]
        names = CaseNames(words("en"), staging.case())
        idea = Idea(card.id, card, "A", 0, card.cost, maturity, was_proven=proven)
        assert (STUMBLES in implementing(names, session.state, idea)) is told
