"""Where a tip is told: in the lane, or in a bubble that hides as little as it can."""

from __future__ import annotations

from game.gui.dialogs.modal import Question, dialog
from game.gui.geometry import Box
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.tooltip import in_one_line
from tests.gui.driver import Cloth, Driver

TIP = "What this is, said in a sentence of some length."


class Crowded(Screen):
    """A button with a tip between others, and room at its right."""

    def build(self, ui: Ui) -> None:
        ui.add(Button("told", Box(500, 500, 200, 60), "Told", tip=TIP))
        for name, y in (("above", 380.0), ("below", 580.0)):
            ui.add(Button(name, Box(100, y, 1700, 100), name))


class Tipped(Screen):
    """A dialog with a tip."""

    overlay = True

    def build(self, ui: Ui) -> None:
        rest = dialog(ui, 900, 2000, "A dialog as high as can be", self.back)
        ui.add(Button("told", rest.cut_top(80)[0], "Told", tip=TIP))


def test_lines_become_sentences() -> None:
    assert in_one_line("Rally\nAim: 3 ideas.\nAt home") == "Rally. Aim: 3 ideas. At home"
    assert in_one_line("Rally") == "Rally"


def test_a_bubble_hides_no_button_where_there_is_room_beside(driver: Driver) -> None:
    driver.app.reset(Crowded())
    driver.look()
    before = driver.look().copy()
    driver.move("told")
    after = driver.look()
    assert TIP.split()[0] in driver.texts
    for key in ("above", "below"):
        at = driver.widget(key).box.px(driver.app.u)
        assert before.subsurface(at).get_buffer().raw == after.subsurface(at).get_buffer().raw


def test_a_dialog_has_a_lane_below_it_for_what_it_tells(driver: Driver) -> None:
    driver.app.reset(Cloth())
    for text in (100, 150):
        driver.app.prefer(text_size=text)
        for screen in (Tipped(), Question("Sure?", "It can be undone. " * 30, "Yes", lambda: None)):
            driver.app.push(screen)
            driver.look()
            ui = screen.ui
            assert ui.lane is not None
            assert ui.covered is not None
            assert not ui.lane.overlap(ui.covered)
            assert ui.lane.bottom <= ui.area.bottom
            driver.app.pop(screen)


def test_the_tip_of_a_dialog_is_told_in_its_lane(driver: Driver) -> None:
    driver.app.reset(Cloth())
    driver.app.push(Tipped())
    driver.move("told")
    driver.look()
    ui, told = driver.app.top.ui, next(drawn for drawn in driver.read() if drawn.text == TIP)
    assert ui.lane is not None
    assert ui.lane.px(driver.app.u).contains(told.ink)
