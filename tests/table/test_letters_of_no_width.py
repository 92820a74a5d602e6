"""Letters that nothing can show do not close a game that was saved with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.engine import actions as act
from game.table.play.idea_sheet import IdeaSheet
from tests.table.sitting import Sitting
from tests.ungated import ungated


@pytest.mark.parametrize(
    "name", ["\u200b", "\u2060\u00ad", "\u202eabc", "中国", "e" + "\u0301" * 40]
)
def test_the_table_and_the_sheet_are_drawn(tmp_path: Path, name: str) -> None:
    sitting = Sitting(tmp_path)
    seat = sitting.game.state.turn
    with ungated():
        assert sitting.game.do(act.WriteIdea(seat, name, "citizen", "service", 2, name))
    written = sitting.game.state.ideas[-1]
    assert written.name == name
    sitting.look()
    sitting.app.push(IdeaSheet(sitting.game, written.id))
    sitting.assert_readable()
