"""Escape at the table puts back what is held, and does nothing else, whatever lies there."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.table.play.table import TableScreen
from tests.pictures import LOOKS
from tests.pictures.studio import Studio

TABLES = [name for name, picture in LOOKS.items() if picture.screen is TableScreen]
QUICK = ("16-table-carrying-idea", "18-table-check-due")


@pytest.mark.parametrize(
    "name", [n if n in QUICK else pytest.param(n, marks=pytest.mark.nightly) for n in TABLES]
)
def test_escape_puts_back_what_is_held_and_else_does_nothing(name: str, tmp_path: Path) -> None:
    studio = Studio(tmp_path, (1280, 720), "en")
    LOOKS[name](studio)
    table = studio.app.screens[0]
    assert isinstance(table, TableScreen)
    if studio.app.top is not table:
        return  # a moment or a dialog lies over it, which Escape is for
    state = table.game.state
    for _ in range(2):
        studio.key(pygame.K_ESCAPE)
        studio.look()
        assert table.ui.drag is None
        assert studio.app.screens == [table]
        assert table.game.state is state
