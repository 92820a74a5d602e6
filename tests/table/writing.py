"""An editor of cases without a window, and somebody who writes in it."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pygame
from PIL import Image

from game.content import Case, load
from game.content.own_project import TEMPLATE
from game.table.editor.draft import Draft
from game.table.editor.screen import REST, EditorExits, EditorScreen
from tests.pictures.editor import CASE
from tests.table.driver import Driver


class Desk(Driver):
    """An editor at which somebody sits; ``files`` are what it saved, the latest last, and
    ``played`` the cases that were played."""

    def __init__(
        self, text: str = "", lang: Any = "en", size: tuple[int, int] = (1280, 720)
    ) -> None:
        super().__init__(None, size, lang)
        self.files: list[str] = []
        self.left: list[str] = []
        self.played: list[Case] = []
        draft = Draft(text or CASE.read_text(encoding="utf-8"), lang)
        exits = EditorExits(
            self.save,
            self.leave("back"),
            self.leave("preview"),
            self.leave("simulate"),
            self.played.append,
            self.leave("look"),
            self.leave("picture"),
            self.leave("workbook"),
        )
        self.screen = EditorScreen(draft, load(TEMPLATE), "case.toml", exits)
        self.app.push(self.screen)
        self.rest()

    def leave(self, name: str) -> Callable[..., None]:
        return lambda *what: self.left.append(name)

    def save(self, draft: Draft) -> str:
        self.files.append(draft.text)
        draft.saved()
        return ""

    def rest(self, seconds: float = REST + 0.1) -> None:
        """Nobody types for a while, and all is worked out."""
        self.app.draw()
        self.app.advance(seconds)
        while self.screen.judge.busy:
            self.app.advance(0.02)
        self.app.draw()

    def write(self, key: str, text: str) -> None:
        """Write a text into a field, in place of what is there."""
        self.click(key)
        self.key(pygame.K_a, mod=pygame.KMOD_CTRL)
        self.type(text)

    def value(self, *path: str | int) -> Any:
        """What the file says at a path."""
        return Draft(self.files[-1], "en").get(path)


def png(colour: str = "teal") -> bytes:
    to = BytesIO()
    Image.new("RGB", (30, 20), colour).save(to, "PNG")
    return to.getvalue()
