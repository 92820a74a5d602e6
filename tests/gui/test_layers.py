"""The order in which a frame is drawn, and where a toast finds room."""

from __future__ import annotations

from game.gui import theme
from game.gui.declarations import Cover
from game.gui.geometry import Box
from game.gui.layers import Layer
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.tooltip import fits_lane
from tests.gui.driver import Driver

HINT = Box(600, 300, 400, 200)
LANE = Box(100, 800, 1700, 48)


class Table(Screen):
    """A table with a hint over it, a lane, and something that moves everywhere."""

    def build(self, ui: Ui) -> None:
        ui.add(Button("low", Box(100, 900, 1700, 150), "Low"))
        ui.lane = LANE
        ui.add_cover(Cover(HINT, lambda c: c.fill(HINT, theme.PAPER), "hint:"))
        ui.add(Button("hint:ok", Box(620, 400, 120, 60), "Got it"))

    def paint_over(self, canvas: Canvas) -> None:
        canvas.fill(self.ui.area, theme.BAD_DARK)


class Full(Screen):
    """A screen without a lane, whose lower edge can be pressed."""

    def build(self, ui: Ui) -> None:
        ui.add(Button("low", Box(100, 900, 1700, 170), "Low"))


def colour(driver: Driver, at: tuple[float, float]) -> tuple[int, ...]:
    u = driver.app.u
    return tuple(driver.look().get_at((round(at[0] * u), round(at[1] * u))))[:3]


def test_the_order_is_told_from_below_to_above() -> None:
    assert [layer.name for layer in Layer] == ["USED", "MOVING", "POINTED", "HINT", "TOLD"]
    assert sorted(Layer) == list(Layer)


def test_a_hint_and_its_buttons_stay_above_what_moves(driver: Driver) -> None:
    driver.app.reset(Table())
    assert colour(driver, (HINT.x + 20, HINT.y + 20)) == theme.PAPER[:3]
    assert colour(driver, (HINT.x - 20, HINT.y)) == theme.BAD_DARK[:3]
    assert "Got it" in driver.texts


def test_a_toast_is_told_in_the_lane_above_all_that_moves(driver: Driver) -> None:
    driver.app.reset(Table())
    driver.app.toast("Trust +1")
    assert colour(driver, (LANE.x + 60, LANE.centre[1])) == theme.PAPER[:3]
    assert "Trust +1" in driver.texts


def test_a_long_text_is_not_squeezed_into_the_lane(driver: Driver) -> None:
    driver.app.reset(Table())
    driver.look()
    canvas = driver.app.top.ui.canvas
    assert fits_lane(canvas, LANE, "Trust +1")
    assert not fits_lane(canvas, LANE, "A long text. " * 40)


def test_a_toast_without_a_lane_leaves_the_buttons_free(driver: Driver) -> None:
    driver.app.reset(Full())
    driver.look()
    plain = driver.look().copy()
    driver.app.toast("Trust +1")
    shown = driver.look()
    button = driver.widget("low").box.px(driver.app.u)
    assert shown.subsurface(button).get_buffer().raw == plain.subsurface(button).get_buffer().raw
    title = (0, 0, shown.get_width(), 120)
    assert shown.subsurface(title).get_buffer().raw == plain.subsurface(title).get_buffer().raw
    assert shown.get_buffer().raw != plain.get_buffer().raw
