"""Work in the background: what came of it is taken between two frames, whatever that is."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from threading import Event, current_thread

import pytest

from game.gui.background import Background
from game.gui.screen import Screen
from game.gui.ui import Ui
from tests.gui.driver import Driver


class Working(Screen):
    """Does something in the background, and says what came of it."""

    def __init__(self, work: Callable[[], str]) -> None:
        self.work = Background[str]()
        self.work.start(work)
        self.said = ""

    def build(self, ui: Ui) -> None:
        ui.canvas.text(ui.area, self.said or "…", 40)

    def update(self, dt: float) -> None:
        if self.work.over:
            self.said = self.work.take()
            self.refresh()


def frames_until_it_is_over(driver: Driver, screen: Working) -> None:
    while screen.work.busy:
        driver.look(0.01)


def test_frames_go_on_until_there_is_something_to_show() -> None:
    ends = Event()

    def work() -> str:
        ends.wait(30)
        return "done by another thread" if current_thread() is not mine else "done here"

    mine, screen = current_thread(), Working(work)
    driver = Driver(screen)
    driver.look()
    assert screen.work.busy
    assert not screen.work.over
    ends.set()
    frames_until_it_is_over(driver, screen)
    assert "done by another thread" in driver.texts
    assert not screen.work.over, "it is taken once"


@pytest.mark.parametrize("fault", [ZeroDivisionError, MemoryError, SystemExit])
def test_what_fails_there_is_raised_in_the_frame_and_other_work_can_begin(
    fault: type[BaseException],
) -> None:
    def work() -> str:
        raise fault("in the thread")

    screen = Working(work)
    driver = Driver(screen)
    with pytest.raises(fault, match="in the thread") as raised:
        frames_until_it_is_over(driver, screen)
    assert raised.traceback[-1].name == "work", "where it failed is told"
    assert not screen.work.busy
    screen.work.start(lambda: "better")
    frames_until_it_is_over(driver, screen)
    assert "better" in driver.texts


def test_work_in_whose_place_other_work_was_started_is_heard_of_no_more() -> None:
    ends, ended = Event(), Event()

    def slow() -> str:
        ends.wait(30)
        ended.set()
        raise ValueError("of what nobody waits for")

    screen = Working(slow)
    driver = Driver(screen)
    screen.work.start(lambda: "the later one")
    frames_until_it_is_over(driver, screen)
    ends.set()
    assert ended.wait(30)
    driver.look()
    assert "the later one" in driver.texts


@pytest.mark.parametrize(("daemon", "written"), [(False, "written"), (True, "")])
def test_the_program_ends_after_the_work_unless_that_may_never_end(
    daemon: bool, written: str
) -> None:
    program = (
        "import time\n"
        "from game.gui.background import Background\n"
        "def work():\n"
        "    time.sleep(0.3)\n"
        "    print('written')\n"
        f"Background().start(work, daemon={daemon})\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True
    )
    assert (ran.stdout.strip(), ran.stderr) == (written, "")
