"""Large print: dialogs are shown larger, text grows where it has room, siblings grow alike."""

from __future__ import annotations

import pytest

from game.gui import theme
from game.gui.dialogs.modal import Question
from game.gui.geometry import Box
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from tests.gui.driver import Calls, Cloth, Driver


class Rows(Screen):
    """Buttons of one kind: the middle one has no room for larger text."""

    labels = ("Undo", "End the phase before its time is up", "Go on")

    def __init__(self, *, alike: bool = True) -> None:
        self.alike = alike

    def build(self, ui: Ui) -> None:
        ui.canvas.fill(ui.area, theme.FELT)
        wide = ui.type.width(self.labels[1], theme.BODY, "semibold") + 60
        for _ in ui.alike() if self.alike else (None,):
            for i, label in enumerate(self.labels):
                ui.add(Button(f"row-{i}", Box(80, 80 + i * 80, wide, 60), label, Calls()))


def heights(driver: Driver) -> dict[str, int]:
    driver.look()
    return {drawn.text: drawn.rect.h for drawn in driver.read()}


def in_large_print(screen: Screen, percent: int = 150) -> Driver:
    driver = Driver(Cloth())
    driver.app.prefer(text_size=percent)
    driver.app.push(screen)
    return driver


def test_buttons_of_a_row_have_one_size_of_text():
    alone = heights(in_large_print(Rows(alike=False)))
    assert alone["Undo"] > alone[Rows.labels[1]]
    together = heights(in_large_print(Rows()))
    assert set(together) == set(Rows.labels)
    assert len(set(together.values())) == 1


def test_a_button_that_is_pointed_at_keeps_its_size():
    driver = in_large_print(Rows())
    at_rest = heights(driver)
    driver.move("row-0")
    driver.look()
    assert {drawn.rect.h for drawn in driver.read() if drawn.text == "Undo"} == {at_rest["Undo"]}


def test_in_standard_print_nothing_is_different():
    assert heights(in_large_print(Rows(), 100)) == heights(in_large_print(Rows(alike=False), 100))


@pytest.mark.parametrize("percent", [125, 150])
def test_a_dialog_is_shown_larger_as_a_whole_and_can_be_pressed(percent):
    said = Calls()
    plain = heights(in_large_print(Question("Leave?", "All is saved.", "Leave", said), 100))
    driver = in_large_print(Question("Leave?", "All is saved.", "Leave", said), percent)
    larger = heights(driver)
    for text, high in plain.items():
        assert larger[text] == pytest.approx(high * percent / 100, abs=2)
    driver.assert_readable()
    driver.click("yes")
    assert said.count == 1


def test_what_lies_below_a_dialog_stays_as_it_is():
    driver = in_large_print(Rows())
    before = heights(driver)
    driver.app.push(Question("Leave?", "All is saved.", "Leave", Calls()))
    after = heights(driver)
    assert {text: after[text] for text in before} == before
