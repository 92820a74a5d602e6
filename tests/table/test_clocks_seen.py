"""No dialog and no check hides a timer that runs: what it covers is seen beside its title."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.gui.dialogs.modal import ASIDE, dialog
from game.gui.preferences import TextSize
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.table.play.check.screen import CheckScreen
from game.table.play.table import TableScreen
from tests.pictures.studio import LOOKS, Studio
from tests.table.sitting import Sitting
from tests.table.watching import hidden, start


class Sized(Screen):
    """A dialog of a size."""

    overlay = True

    def __init__(self, wide: float, high: float, title: str) -> None:
        self.size, self.title = (wide, high), title

    def build(self, ui: Ui) -> None:
        """Its frame alone."""
        dialog(ui, *self.size, self.title, self.back)


@pytest.mark.parametrize("text", [100, 150])
def test_a_dialog_of_any_size_hides_no_timer(tmp_path: Path, text: TextSize) -> None:
    sitting = Sitting(tmp_path)
    sitting.app.prefer(text_size=text)
    table = sitting.app.top
    assert isinstance(table, TableScreen)
    start(table)
    for wide in (1000, 1400, 1840):
        for high in (400, 740, 860, 1000):
            sitting.app.push(Sized(wide, high, "A title"))
            assert not hidden(sitting, table), (wide, high)
            sitting.app.push(Sized(1000, 300, "A question over it"))
            assert not hidden(sitting, table), (wide, high)
            sitting.app.pop()
            sitting.app.pop()


def test_a_title_that_needs_the_whole_row_has_it(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path)
    for title, beside in (("A title", True), ("A name that somebody wrote. " * 9, False)):
        sitting.app.push(Sized(1400, 1000, title))
        sitting.look()
        assert (ASIDE in sitting.app.top.ui.places) is beside


def test_a_reality_check_hides_no_timer_though_it_fills_the_window(tmp_path: Path) -> None:
    studio = Studio(tmp_path, (1280, 720), "da")
    LOOKS["20b-die-held"](studio)
    assert isinstance(studio.app.top, CheckScreen)
    (table,) = (screen for screen in studio.app.screens if isinstance(screen, TableScreen))
    start(table)
    assert table.services.timers.seen == ["round", "phase"]
    assert not hidden(studio, table)
    table.services.timers.timers.move("round", "stop")  # the table is not built meanwhile
    assert not hidden(studio, table)
