"""A first game with hints, played by hand: they are never in the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content import load
from game.gui.screen import Screen
from game.i18n import Lang
from game.resources import SCENARIOS
from game.table.guide.overlay import HintOverlay, boxes_to_press, situation_of, visible_box
from game.table.play.check.screen import CheckScreen
from game.table.play.game import Game
from game.table.play.result import ResultScreen
from tests.effort import NIGHTLY
from tests.table.whole_game import KeyPlayer, MousePlayer, Player


class Watch(HintOverlay):
    """The guide of a real table that also checks where its hints stand."""

    def __init__(self, game: Game) -> None:
        super().__init__(game)
        self.seen: list[str] = []
        """The hints that were shown."""

    def __call__(self, screen: Screen) -> None:
        super().__call__(screen)
        if self.hint is None:
            return
        ui = self.game.app.top.ui
        sight = situation_of(self.game.state, self.game.app.top)
        assert sight is not None
        target = self.hint.find(sight)
        assert target is not None
        assert visible_box(ui, target.key) is not None
        ok, off = ui.find("guide:ok"), ui.find("guide:off")
        assert ok is not None
        assert off is not None
        for box in boxes_to_press(ui, sight):
            covered = self.bubble.overlap(box)
            assert not covered, f"{self.hint.id} covers what can be pressed"
        self.seen.append(self.hint.id)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("hands", "lang", "size"),
    [
        (MousePlayer, "da", (1280, 720)),
        pytest.param(KeyPlayer, "en", (1920, 1200), marks=pytest.mark.nightly),
    ],
)
def test_a_first_game_is_played_with_hints_that_are_never_in_the_way(
    hands: type[Player], lang: Lang, size: tuple[int, int], tmp_path: Path
) -> None:
    """By day to the first reality check, at night to the result."""
    first = load(SCENARIOS / "foerste-spil.toml")
    player = hands(tmp_path, 4, 3, lang, case=first, size=size)
    player.app.decorate = watch = Watch(player.game)
    watch.switch(True)
    player.play("method", 3, until=ResultScreen if NIGHTLY else CheckScreen)
    changes = [a for a, b in zip(watch.seen, ["", *watch.seen], strict=False) if a != b]
    assert len(set(changes)) >= 8
