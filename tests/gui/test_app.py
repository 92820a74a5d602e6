"""The window, its layers and its loop."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.gui.app import App
from game.gui.dialogs.modal import Question
from game.gui.geometry import Box
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.window.desktop import WrongPygameError, check_pygame

OPEN_FILES = Path("/proc/self/fd")


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


def test_after_a_dialog_the_pointer_is_where_it_was_there_and_points_once_it_moves(driver, bench):
    driver.move("no")
    driver.app.push(Question("Sure?", "Really?", "Yes", lambda: None))
    driver.look()
    yes = driver.at("yes")
    driver.click(yes)
    assert driver.app.top is bench
    driver.look()
    assert bench.ui.hover is None
    assert bench.ui.window_at == pytest.approx([x / bench.ui.canvas.u for x in yes])
    driver.move("no")
    assert bench.ui.hover == "no"


def test_a_toast_is_read_and_goes(driver):
    driver.app.toast("Trust +1")
    assert "Trust +1" in driver.texts
    driver.look(5)
    assert "Trust +1" not in driver.texts


def test_a_long_toast_stays_as_long_as_it_takes_to_read_it(driver):
    driver.app.toast("It cannot be saved there. " * 4)
    driver.look(12)
    assert "It cannot be saved" in driver.texts
    driver.look(4)
    assert "It cannot be saved" not in driver.texts


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
    driver.app.present()
    driver.move("go")
    driver.app.draw()
    window = driver.app.window.get_rect()
    assert driver.app._present
    assert all(r.w * r.h < window.w * window.h / 4 for r in driver.app._present)


def test_a_new_size_is_laid_out_anew(driver, bench):
    before = driver.widget("go").box
    pygame.display.set_mode((1280, 960))
    driver.post(pygame.WINDOWSIZECHANGED)
    driver.look()
    assert driver.look().get_size() == (1280, 960)
    assert driver.app.area == Box(0, 0, 1920, 1440)
    assert driver.widget("go").box.h > before.h


@pytest.mark.skipif(not OPEN_FILES.exists(), reason="this system does not list open files")
def test_many_sizes_leave_no_file_open(driver, bench):
    def open_files(width: int) -> int:
        pygame.display.set_mode((width, width // 2))
        driver.post(pygame.WINDOWSIZECHANGED)
        driver.look()
        return len(list(OPEN_FILES.iterdir()))

    at_first = open_files(1280)
    assert max(map(open_files, range(1320, 2400, 40))) <= at_first + 1


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


def test_what_waits_behind_an_event_that_failed_is_handled_all_the_same(bench):
    """A window that is asked to close while something fails closes."""

    class Failing(Screen):
        def build(self, ui: Ui) -> None:
            ui.canvas.cloth()

        def handle(self, event: pygame.Event) -> bool:
            raise RuntimeError("broken on purpose")

    app = App((1280, 720))
    app.push(Failing())
    app.draw()
    app.advance(1)
    app.running = True
    pygame.event.clear()
    pygame.event.post(pygame.Event(pygame.KEYDOWN, key=pygame.K_q, mod=0, unicode="q"))
    pygame.event.post(pygame.Event(pygame.QUIT))
    with pytest.raises(RuntimeError, match="on purpose"):
        app.loop.step(0.05)
    assert app.running
    app.loop.step(0.05)
    assert not app.running


def test_the_loop_ends_when_the_window_is_closed(bench):
    app = App((1280, 720))
    app.push(bench)
    pygame.event.post(pygame.Event(pygame.QUIT))
    app.run()
    assert not app.running


def test_what_is_not_saved_is_asked_about_over_any_other_question(driver, bench):
    app = driver.app
    app.running = bench.unsaved = True
    app.push(Question("Two screens", "Use both?", "Yes", lambda: None))
    for _ in range(2):
        app.dispatch(pygame.Event(pygame.QUIT))
        assert app.running
        assert len(app.screens) == 3
        driver.look()
        driver.click("no")
    app.dispatch(pygame.Event(pygame.QUIT))
    app.dispatch(pygame.Event(pygame.QUIT))
    assert not app.running, "whoever closes it twice means it"


def test_plain_pygame_is_told_apart(monkeypatch):
    monkeypatch.delattr(pygame, "IS_CE")
    with pytest.raises(WrongPygameError, match="pygame-ce is needed"):
        check_pygame()
