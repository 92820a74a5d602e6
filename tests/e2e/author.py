"""Somebody who writes a case in a real window, and unseen beside it, to know where things lie."""

from __future__ import annotations

import time
from pathlib import Path

import pygame

from game.gui.input.guard import PAUSE
from game.gui.widgets.field import TextField
from game.table.editor.screen import EditorScreen
from game.table.flow.editing import EditFlow
from game.table.flow.main import Flow
from tests.e2e.desktop import Window
from tests.pictures.studio import nothing
from tests.table.driver import Driver

KEYS = {"Return": pygame.K_RETURN, "Escape": pygame.K_ESCAPE}


class Author:
    """Does everything twice, with pointer and keys; ``folder`` is for what is written unseen."""

    def __init__(self, window: Window, folder: Path) -> None:
        self.window = window
        self.unseen = Driver(None, window.size, "da")
        self.game = Flow(self.unseen.app, folder / "games")
        story = self.game.before.story
        EditFlow(self.unseen.app, story, nothing, folder / "cases").begin()
        self.unseen.app.draw()

    @property
    def editor(self) -> EditorScreen:
        """The editor that is on the screen."""
        screen = self.unseen.app.top
        assert isinstance(screen, EditorScreen)
        return screen

    def see(self) -> None:
        """Look until all is worked out, as the window does meanwhile."""
        for _ in range(6):
            self.unseen.look(0.5)
            top = self.unseen.app.top
            if not (isinstance(top, EditorScreen) and top.judge.busy):
                return

    def click(self, key: str) -> None:
        """Press something."""
        self.see()
        place = self.unseen.at(key)
        time.sleep(PAUSE)  # what has just appeared takes no press; the picture stands still already
        self.window.click(place)
        self.unseen.click(place)

    def write(self, key: str, text: str) -> None:
        """Write into a field, in place of what is there."""
        if self.unseen.focus != key:
            self.click(key)
        field = self.unseen.widget(key)
        assert isinstance(field, TextField)
        if field.edit.text:
            self.window.press("ctrl+a")
            self.unseen.key(pygame.K_a, mod=pygame.KMOD_CTRL)
        self.window.write(text)
        self.unseen.type(text)

    def press(self, key: str) -> None:
        """Press a key of the keyboard."""
        self.see()
        time.sleep(2 * PAUSE)
        self.window.press(key)
        self.unseen.key(KEYS[key])
