"""Somebody who writes a case in the editor, and its file."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pygame

from game.content import new_case
from game.table.editor.screen import CALM as AUTHOR_RESTS
from game.table.editor.screen import EditorScreen
from game.table.flow.editing import EditFlow
from tests.pictures.studio import nothing
from tests.table.driver import Driver

EXAMPLE = new_case.example("Færre breve", "da")


class Author(Driver):
    """Somebody who writes the case in a file."""

    def __init__(self, folder: Path, text: str = EXAMPLE) -> None:
        super().__init__(None, (1280, 720), "da")
        self.file = folder / "case.toml"
        self.file.write_text(text, "utf-8")
        self.left: list[str] = []
        back = partial(self.left.append, "back")
        self.flow = EditFlow(self.app, nothing, back, folder)
        self.flow.open(self.file)
        self.app.draw()

    @property
    def editor(self) -> EditorScreen:
        found = self.app.screens[0]
        assert isinstance(found, EditorScreen)
        return found

    def summary_field(self) -> str:
        return next(w.key for w in self.editor.ui.widgets if "summary" in w.key)

    def writes(self, text: str) -> None:
        """Letters and all, as fast as people write."""
        for letter in text:
            self.post(pygame.KEYDOWN, key=ord(letter), mod=0, unicode=letter)
            self.type(letter)
            self.post(pygame.KEYUP, key=ord(letter), mod=0)
            self.app.advance(0.12)
            self.app.draw()

    def rests(self, seconds: float = AUTHOR_RESTS) -> None:
        for _ in range(round(seconds / 0.25) + 2):
            self.app.advance(0.25)
            self.app.draw()

    @property
    def summary(self) -> str:
        return str(self.editor.draft.get(("summary",)))
