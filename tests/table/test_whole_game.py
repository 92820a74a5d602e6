"""Whole games by hand on the real table, with the session that a group would get."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content import parse
from game.engine import result
from game.i18n import names
from game.session import verify
from tests.table.whole_game import KeyPlayer, MousePlayer, Player


@pytest.mark.parametrize(
    ("hands", "seats", "habit"),
    [
        (MousePlayer, 4, "method"),
        (KeyPlayer, 3, "method"),
        (MousePlayer, 8, "rush"),
        (KeyPlayer, 1, "economist"),
    ],
)
def test_a_whole_game(hands: type[Player], seats: int, habit: str, tmp_path: Path) -> None:
    player = hands(tmp_path, seats, seed=5, lang="da" if seats % 2 else "en")
    player.play(habit)
    assert player.game.state.over
    verdict = names.verdict(player.game.t, result(player.game.state).verdict)
    assert verdict in player.texts.replace("\n", " ")
    saved = player.game.session.path
    player.flow.close()
    assert verify(saved, parse).ok
