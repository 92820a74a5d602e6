"""A case is written in a real window, from nothing to a game, with mouse and keyboard."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from game.content import check_file
from game.gui.input.guard import PAUSE
from game.table.flow.editing import EditFlow, EditingExits
from tests.e2e.desktop import Desktop, Window, needs_desktop, wait_for
from tests.pictures.studio import nothing
from tests.table.driver import Driver

pytestmark = [needs_desktop, pytest.mark.slow]


class Author:
    """Does everything twice: unseen, to know where things lie, and in the window."""

    def __init__(self, window: Window, folder: Path) -> None:
        self.window = window
        self.unseen = Driver(None, window.size, "da")
        self.flow = EditFlow(self.unseen.app, EditingExits(nothing, nothing), folder)
        self.flow.begin()
        self.unseen.app.draw()

    def _see(self) -> None:
        """Look until all is worked out, as the window does meanwhile."""
        for _ in range(6):
            self.unseen.look(0.5)

    def click(self, key: str) -> None:
        self._see()
        place = self.unseen.at(key)
        self.window.desktop.settle()
        time.sleep(2 * PAUSE)  # what has just appeared takes no press
        self.window.click(place)
        self.unseen.click(place)

    def write(self, key: str, text: str) -> None:
        """Write into a field that is empty, or that the focus is in."""
        if self.unseen.focus != key:
            self.click(key)
        self.window.write(text)
        self.unseen.type(text)


def test_a_case_is_written_from_nothing(screen: Desktop, tmp_path: Path) -> None:
    window = Window(screen, "edit", "--lang", "da")
    folder = screen.home / "cases"
    author = Author(window, tmp_path / "unseen")
    author.write("title", "Færre breve")
    author.click("onward")
    file = wait_for(lambda: next(folder.glob("*.toml"), None), "the file of the case")
    assert file.name == "faerre-breve.toml"
    author.click("section:ideas")
    author.click("add")
    author.write("field:ideas.0.name:da", "Et brev i stedet for tre")
    author.click("section:benefits")
    author.click("add")
    author.write("field:benefits.0.name:da", "Færre opkald")
    author.write("field:benefits.0.measure.indicator:da", "Opkald om breve")

    def written() -> bool:
        text = file.read_text(encoding="utf-8")
        return all(word in text for word in ("Et brev i stedet for tre", "Opkald om breve"))

    wait_for(written, "what was written")
    window.kill()  # as when the power fails: nothing is lost
    case, problems = check_file(file, lang="da")
    assert case is None
    told = {problem.path for problem in problems}
    assert told.isdisjoint({"title", "ideas[0].name", "benefits[0].name"})
    assert 'id = "et-brev-i-stedet-for-tre"' in file.read_text(encoding="utf-8")
