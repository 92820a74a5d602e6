"""Whole games by hand on the real table, with the session that a group would get."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.content import parse
from game.engine import result
from game.i18n import Lang
from game.resources import copies_folder
from game.session import verify
from game.wording import terms
from tests.table.whole_game import KeyPlayer, MousePlayer, Player

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("hands", "seats", "habit", "lang", "chance"),
    [
        (MousePlayer, 2, "random", "en", 191),
        (KeyPlayer, 4, "random", "da", 377),
        pytest.param(MousePlayer, 4, "method", "en", 1, marks=pytest.mark.nightly),
        pytest.param(KeyPlayer, 1, "economist", "da", 1, marks=pytest.mark.nightly),
        pytest.param(KeyPlayer, 3, "method", "da", 1, marks=pytest.mark.nightly),
        pytest.param(MousePlayer, 8, "rush", "en", 1, marks=pytest.mark.nightly),
    ],
)
def test_a_whole_game(
    hands: type[Player], seats: int, habit: str, lang: Lang, chance: int, tmp_path: Path
) -> None:
    """By day two short games in which nearly everything is done that can be done."""
    player = hands(tmp_path, seats, seed=5, lang=lang)
    player.play(habit, chance)
    assert player.game.state.over
    verdict = terms.verdict(player.game.t, result(player.game.state).verdict)
    assert verdict in player.texts.replace("\n", " ")
    saved = player.game.session.path
    player.flow.close()
    assert verify(saved, parse).ok


@pytest.mark.parametrize("copied", [True, False])
def test_a_damaged_game_goes_on_by_its_copy_or_from_before_the_damage(
    tmp_path: Path, *, copied: bool
) -> None:
    player = MousePlayer(tmp_path, 4, seed=5)
    player.use("done")
    for _ in range(3):
        player.use("rally")
    saved = player.game.session.path
    player.flow.close()
    damaged = b"".join(
        line.replace(b"Rally", b"Rolls") if b'"n":3,' in line else line
        for line in saved.read_bytes().splitlines(keepends=True)
    )
    saved.write_bytes(damaged)
    if not copied:
        shutil.rmtree(copies_folder(tmp_path))

    player.flow.start()
    player.use("saved-0")
    if not copied:
        player.use("no")  # not repaired: on from before the damage
    assert len(player.game.session.history) == (3 if copied else 2)
    assert player.game.session.path.parent == tmp_path
    assert player.game.session.path != saved
    assert saved.read_bytes() == damaged
    player.flow.close()
