"""Mouse alone and keyboard alone do everything; what is refused says why."""

from __future__ import annotations

from itertools import pairwise

import pygame
import pytest

from game.table import theme
from game.table.app import App, WrongPygameError, check_pygame
from game.table.canvas import Canvas
from game.table.carry import Draggable, DropTarget
from game.table.focus import after, toward
from game.table.frame import Box, unit
from game.table.motion import LONGEST, Motion, rolled
from game.table.screen import Screen
from game.table.ui import Ui
from game.table.widgets.base import Widget
from game.table.widgets.button import Button
from game.table.widgets.choice import Choice, Stepper
from game.table.widgets.field import TextField
from game.table.widgets.modal import Question
from tests.table.driver import Driver

FULL = "There is no room here."


class Bench(Screen):
    """One of everything."""

    def __init__(self) -> None:
        self.said: list[object] = []
        self.name = "Ane"
        self.note = ""
        self.number = 3
        self.choice = "b"
        self.lies = 0
        self.pointed_at: list[str | None] = []

    def build(self, ui: Ui) -> None:
        left, right = ui.area.inset(60).columns(2, 60)
        rows = left.rows(8, 24)
        ui.add(Button("go", rows[0], "Go", lambda: self.said.append("go"), shortcut=pygame.K_g))
        ui.add(
            Button(
                "no",
                rows[1],
                "No",
                lambda: self.said.append("no"),
                reason="Not now.",
                tip="It does no.",
            )
        )
        ui.add(TextField("name", rows[2], self.name, self._set_name, on_enter=self._entered))
        ui.add(Choice("choice", rows[3], [(x, x) for x in "abc"], self.choice, self._choose))
        ui.add(Stepper("number", rows[4], self.number, self._step))
        area = TextField("note", rows[5], self.note, self._set_note, lines=3, limit=200)
        ui.add(area)
        upper, lower = right.rows(2, 30)
        for i, cell in enumerate(upper.columns(3, 20)):
            accepts = (lambda _: FULL) if i == 1 else (lambda _: True)
            ui.add(DropTarget(f"to-{i}", cell, accepts=accepts, on_drop=self._drop(i)))
        cell = upper.columns(3, 20)[self.lies].inset(40)
        ui.add(Draggable("card", cell, "payload", draw=self._draw))
        with ui.scroll("list", lower, 1200) as inner:
            for i, row in enumerate(inner.rows(10, 10)):
                ui.add(Button(f"row-{i}", row, f"Row {i}", lambda i=i: self.said.append(i)))

    def pointed(self, key: str | None) -> None:
        self.pointed_at.append(key)

    def _draw(self, c: Canvas, box: Box) -> None:
        c.panel(box, theme.PAPER)

    def _drop(self, i: int):
        def put(payload: object) -> None:
            self.said.append((payload, i))
            self.lies = i

        return put

    def _set_name(self, name: str) -> None:
        self.name = name

    def _set_note(self, note: str) -> None:
        self.note = note

    def _choose(self, value: str) -> None:
        self.choice = value

    def _step(self, value: int) -> None:
        self.number = value

    def _entered(self) -> None:
        self.said.append("entered")


@pytest.fixture
def bench() -> Bench:
    return Bench()


@pytest.fixture
def driver(bench: Bench) -> Driver:
    return Driver(bench)


# ---------------------------------------------------------------------------------------- focus
def test_tab_goes_through_everything_in_order_and_round(driver):
    seen = []
    for _ in range(17):
        driver.key(pygame.K_TAB)
        seen.append(driver.focus)
    first = ["go", "no", "name", "choice", "number", "note", "card"]
    assert seen == [*first, *(f"row-{i}" for i in range(10))]
    driver.key(pygame.K_TAB)
    assert driver.focus == "go"
    driver.key(pygame.K_TAB, mod=pygame.KMOD_LSHIFT)
    assert driver.focus == "row-9"


def test_arrows_go_where_the_eye_goes(driver):
    driver.key(pygame.K_TAB, pygame.K_DOWN)
    assert driver.focus == "no"
    driver.key(pygame.K_RIGHT)
    assert driver.focus == "card"
    driver.key(pygame.K_DOWN)
    assert driver.focus == "row-0"


def test_nothing_ahead_keeps_the_focus():
    one = Widget("one", Box(0, 0, 10, 10))
    assert toward([], one.box, "left") is None
    assert after([], None, 1) is None


def test_focus_survives_a_rebuild_and_a_language_change(driver):
    driver.key(pygame.K_TAB, pygame.K_TAB)
    driver.app.set_language("da")
    driver.app.top.refresh()
    driver.look()
    assert driver.focus == "no"


def test_focus_scrolls_into_sight(driver):
    driver.key(pygame.K_TAB, mod=pygame.KMOD_LSHIFT)
    assert driver.focus == "row-9"
    row = driver.widget("row-9")
    assert row.box.bottom <= row.clip.bottom + 0.01


# -------------------------------------------------------------------------------------- buttons
@pytest.mark.parametrize("key", [pygame.K_RETURN, pygame.K_SPACE, pygame.K_KP_ENTER])
def test_enter_and_space_press(driver, bench, key):
    driver.key(pygame.K_TAB, key)
    assert bench.said == ["go"]


def test_a_click_presses_and_a_slip_does_not(driver, bench):
    driver.click("go")
    driver.press("go")
    driver.release("note")
    assert bench.said == ["go"]


def test_a_shortcut_presses_but_not_while_writing(driver, bench):
    driver.key(pygame.K_g, text="g")
    assert bench.said == ["go"]
    driver.click("name")
    driver.key(pygame.K_g, text="g")
    driver.type("g")
    assert bench.said == ["go"]
    assert bench.name.count("g") == 1


def test_a_button_that_cannot_be_used_says_why(driver, bench):
    driver.move("no")
    assert "Not now." not in [d.text for d in driver.log]
    assert "Not now.\nIt does no." in driver.texts  # the tip, once the pointer has rested
    driver.move((5, 5))
    driver.look()
    assert "Not now." not in driver.texts
    driver.click("no")
    driver.move((5, 5))
    assert "Not now." in driver.texts  # said to the room
    assert "It does no." not in driver.texts
    assert bench.said == []


# --------------------------------------------------------------------------------------- values
def test_the_stepper_takes_number_keys_arrows_and_clicks(driver, bench):
    driver.click("number")
    driver.key(pygame.K_5, text="5")
    assert bench.number == 5
    driver.key(pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_RIGHT)
    assert bench.number == 6
    driver.key(pygame.K_9, text="9")
    assert bench.number == 6
    box = driver.widget("number").box
    driver.click((round((box.x + 20) * driver.app.u), round(box.centre[1] * driver.app.u)))
    assert bench.number == 1


def test_the_choice_takes_arrows_and_clicks(driver, bench):
    driver.click("choice")
    driver.key(pygame.K_RIGHT)
    assert bench.choice == "c"
    box = driver.widget("choice").box
    driver.click((round((box.x + 20) * driver.app.u), round(box.centre[1] * driver.app.u)))
    assert bench.choice == "a"


# ------------------------------------------------------------------------------------- writing
def test_writing_survives_rebuilds_undo_and_tab(driver, bench):
    driver.click("name")
    driver.key(pygame.K_END)
    driver.type(" Østergård")
    assert bench.name == "Ane Østergård"
    bench.refresh()
    driver.look()
    driver.key(pygame.K_BACKSPACE, mod=pygame.KMOD_CTRL)
    assert bench.name == "Ane "
    driver.key(pygame.K_z, mod=pygame.KMOD_CTRL)
    assert bench.name == "Ane Østergård"
    driver.key(pygame.K_RETURN)
    assert bench.said == ["entered"]
    driver.key(pygame.K_TAB)
    assert driver.focus == "choice"


@pytest.mark.parametrize("leave", ["tab", "click"])
def test_what_was_written_stays_in_sight_when_the_field_is_left(driver, leave):
    driver.click("name")
    driver.type("Kø på Nørrebro")
    if leave == "tab":
        driver.key(pygame.K_TAB)
    else:
        driver.click((2, 2))
    driver.look()
    assert driver.focus != "name"
    assert "Kø på Nørrebro" in driver.texts


def test_a_value_changed_from_outside_is_shown(driver, bench):
    driver.click("name")
    driver.type("x")
    bench.name = "Mohammed"
    bench.refresh()
    assert "Mohammed" in driver.texts


def test_an_area_takes_lines_and_moves_between_them(driver, bench):
    driver.click("note")
    driver.type("en")
    driver.key(pygame.K_RETURN)
    driver.type("to")
    driver.key(pygame.K_UP)
    driver.type("!")
    assert bench.note == "en!\nto"
    driver.key(pygame.K_a, mod=pygame.KMOD_CTRL)
    driver.type("x")
    assert bench.note == "x"


def test_cut_and_paste_go_through_the_clipboard(driver, bench, monkeypatch):
    kept = []
    monkeypatch.setattr("game.table.widgets.field.copy_text", kept.append)
    monkeypatch.setattr("game.table.widgets.field.clipboard_text", lambda: kept[-1])
    driver.click("name")
    driver.key(pygame.K_a, pygame.K_x, mod=pygame.KMOD_CTRL)
    assert (bench.name, kept) == ("", ["Ane"])
    driver.key(pygame.K_v, pygame.K_v, mod=pygame.KMOD_CTRL)
    assert bench.name == "AneAne"


def test_long_text_in_a_field_keeps_the_cursor_in_sight(driver, bench):
    driver.click("name")
    driver.type("lang " * 12)
    before = driver.look().copy()
    driver.key(pygame.K_BACKSPACE)
    box = driver.widget("name").box.px(driver.app.u)
    after_it = driver.look()
    assert before.subsurface(box).get_buffer().raw != after_it.subsurface(box).get_buffer().raw


# -------------------------------------------------------------------------------- picking up
def test_drag_and_drop(driver, bench):
    driver.press("card")
    driver.move("to-2")
    assert driver.app.top.ui.carry is not None
    driver.release("to-2")
    assert bench.said == [("payload", 2)]
    assert driver.app.top.ui.carry is None


def test_click_and_click(driver, bench):
    driver.click("card")
    driver.click("to-2")
    assert bench.said == [("payload", 2)]


def test_keys_pick_up_choose_and_place(driver, bench):
    driver.key(*[pygame.K_TAB] * 7, pygame.K_RETURN)
    assert driver.focus == "to-0"
    driver.key(pygame.K_TAB, pygame.K_TAB)
    assert driver.focus == "to-2"
    driver.key(pygame.K_LEFT, pygame.K_RIGHT, pygame.K_RETURN)
    assert bench.said == [("payload", 2)]


@pytest.mark.parametrize("way", ["drag", "click", "keys"])
def test_a_refusing_place_says_why_and_nothing_moves(driver, bench, way):
    if way == "drag":
        driver.press("card")
        driver.move("to-1")
        assert FULL in driver.texts
        driver.release("to-1")
        assert driver.app.top.ui.carry is None
    elif way == "click":
        driver.click("card")
        driver.click("to-1")
        assert driver.app.top.ui.carry is not None  # still in the hand: try another place
    else:
        driver.key(*[pygame.K_TAB] * 7, pygame.K_RETURN, pygame.K_TAB)
        assert FULL in driver.texts
        driver.key(pygame.K_RETURN)
    assert FULL in driver.texts
    assert bench.said == []


@pytest.mark.parametrize("pick", ["click", "keys"])
def test_esc_puts_back(driver, bench, pick):
    if pick == "click":
        driver.click("card")
    else:
        driver.key(*[pygame.K_TAB] * 7, pygame.K_RETURN)
    driver.key(pygame.K_ESCAPE)
    assert (driver.app.top.ui.carry, driver.focus, bench.said) == (None, "card", [])


def test_dropping_beside_every_place_puts_back(driver, bench):
    driver.press("card")
    driver.release((driver.app.window.get_width() - 3, 3))
    assert (driver.app.top.ui.carry, bench.said) == (None, [])


def test_legal_places_light_up(driver):
    still = driver.look().copy()
    driver.click("card")
    lit = driver.look()
    u = driver.app.u
    edges = [driver.widget(f"to-{i}").box.px(u).midbottom for i in (1, 2)]
    refused, legal = ((x, y - 1) for x, y in edges)
    assert lit.get_at(legal) != still.get_at(legal)
    assert lit.get_at(refused) == still.get_at(refused)


def test_the_screen_is_told_what_is_pointed_at(driver, bench):
    driver.move("go")
    driver.move("card")
    driver.move((1, 1))
    driver.key(pygame.K_TAB)
    assert bench.pointed_at == ["go", "card", None, "go"]


# -------------------------------------------------------------------------------------- scrolling
def test_the_wheel_scrolls_and_what_is_out_of_sight_cannot_be_clicked(driver, bench):
    box = driver.widget("list").box
    middle = tuple(round(v * driver.app.u) for v in box.centre)
    driver.move(middle)
    before = driver.widget("row-0").box.y
    driver.post(pygame.MOUSEWHEEL, y=-2, x=0)
    assert driver.widget("row-0").box.y < before
    hidden = driver.at("row-9")
    driver.click(hidden)
    assert 9 not in bench.said


def test_the_bar_can_be_dragged(driver):
    box = driver.widget("list").box
    u = driver.app.u
    driver.press((round((box.right - 5) * u), round((box.y + 10) * u)))
    driver.release((round((box.right - 5) * u), round((box.bottom + 100) * u)))
    row = driver.widget("row-9")
    assert row.box.bottom == pytest.approx(box.bottom, abs=1)


# ------------------------------------------------------------------------------- app and layers
def test_a_question_is_answered_or_left_by_esc(driver, bench):
    app = driver.app
    app.push(Question("Sure?", "It cannot be undone.", "Yes", lambda: bench.said.append("yes")))
    driver.look()
    driver.key(pygame.K_ESCAPE)
    assert (app.top, bench.said) == (bench, [])
    app.push(Question("Sure?", "It cannot be undone.", "Yes", lambda: bench.said.append("yes")))
    driver.look()
    driver.click(driver.at("yes"))
    assert (app.top, bench.said) == (bench, ["yes"])


def test_what_is_below_a_layer_cannot_be_reached(driver, bench):
    go = driver.at("go")
    driver.app.push(Question("Sure?", "Really?", "Yes", lambda: None))
    driver.click(go)
    assert bench.said == []


def test_a_toast_is_read_and_goes(driver):
    driver.app.toast("Trust +1", seconds=4)
    assert "Trust +1" in driver.texts
    driver.look(4)
    assert "Trust +1" not in driver.texts


def test_a_live_frame_leaves_nothing_behind(driver):
    clean = driver.look().copy()
    driver.click("card")
    for x in range(60, 1200, 90):
        driver.move((x, 400))
        driver.look(0.016)
    driver.key(pygame.K_ESCAPE)
    driver.move((1, 1))
    driver.app.top.ui.by_keys = False
    assert driver.look().get_buffer().raw == clean.get_buffer().raw


def test_only_what_moved_is_shown_again(driver):
    driver.look()
    driver.app._show()
    driver.move("go")
    driver.app.draw()
    window = driver.app.window.get_rect()
    assert driver.app._present
    assert all(r.w * r.h < window.w * window.h / 4 for r in driver.app._present)


def test_a_new_size_is_laid_out_anew(driver, bench):
    before = driver.widget("go").box
    driver.app.window = pygame.display.set_mode((1280, 960))
    driver.post(pygame.WINDOWSIZECHANGED)
    driver.look()
    assert driver.look().get_size() == (1280, 960)
    assert driver.app.area == Box(0, 0, 1920, 1440)
    assert driver.widget("go").box.h > before.h


def test_two_widgets_with_one_key_are_a_mistake(driver):
    class Twice(Screen):
        def build(self, ui: Ui) -> None:
            for box in ui.area.rows(2):
                ui.add(Button("same", box, "x"))

    driver.app.push(Twice())
    with pytest.raises(ValueError, match="one key"):
        driver.app.draw()


def test_the_loop_hands_errors_to_its_hook():
    seen: list[Exception] = []

    class Broken(Screen):
        def build(self, ui: Ui) -> None:
            raise RuntimeError("broken on purpose")

    def stop(error: Exception) -> None:
        seen.append(error)
        app.quit()

    app = App((1280, 720), on_error=stop)
    app.push(Broken())
    app.run()
    assert [str(error) for error in seen] == ["broken on purpose"]


def test_the_loop_ends_when_the_window_is_closed(bench):
    app = App((1280, 720))
    app.push(bench)
    pygame.event.post(pygame.Event(pygame.QUIT))
    app.run()
    assert not app.running


def test_plain_pygame_is_told_apart(monkeypatch):
    monkeypatch.delattr(pygame, "IS_CE")
    with pytest.raises(WrongPygameError, match="pip install pygame-ce") as error:
        check_pygame()
    assert len(str(error.value).splitlines()) == 2


# --------------------------------------------------------------------------------------- motion
def test_movements_are_short_and_any_key_ends_them(driver):
    shares, done = [], []
    driver.app.motion.play(lambda c, share: shares.append(share), 5, done=lambda: done.append(1))
    driver.look(0.1)
    assert 0 < shares[-1] < 1
    driver.key(pygame.K_TAB)
    assert done == [1]
    assert not driver.app.motion.busy


def test_no_movement_lasts_longer_than_allowed(driver):
    done = []
    driver.app.motion.play(lambda c, share: None, 60, done=lambda: done.append(1))
    driver.look(LONGEST)
    assert done == [1]


def test_reduced_motion_is_over_at_once():
    done = []
    motion = Motion(reduced=True)
    motion.play(lambda c, share: None, done=lambda: done.append(1))
    assert (done, motion.busy) == ([1], False)


def test_a_die_ends_on_its_outcome():
    assert all(1 <= rolled(outcome, s / 20) <= 6 for outcome in range(1, 7) for s in range(21))
    assert [rolled(outcome, 1) for outcome in range(1, 7)] == [1, 2, 3, 4, 5, 6]


# --------------------------------------------------------------------------------------- boxes
def test_boxes_cut_without_gaps_or_overlap():
    box = Box(10, 20, 300, 200)
    rows = box.rows([1, 2, 1], 10)
    assert [r.h for r in rows] == [45, 90, 45]
    assert rows[-1].bottom == box.bottom
    top, rest = box.cut_top(50, 10)
    assert (top.bottom + 10, rest.bottom) == (rest.y, box.bottom)
    left, right = box.cut_right(80)[::-1]
    assert left.right == right.x
    for u in (0.667, 1.0, 1.37, 2.0):
        cells = [c.px(u) for c in box.columns(7)]
        assert all(a.right == b.left for a, b in pairwise(cells))


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1200), (1280, 1024), (3440, 1440)])
def test_a_window_has_at_least_the_base_units_in_both_directions(size):
    u = unit(size)
    assert size[0] / u >= 1920 - 1e-9
    assert size[1] / u >= 1080 - 1e-9
