"""What the widgets of a screen ask of the application that shows them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from game.gui.motion.animation import Animator
from game.gui.paint.canvas import Canvas
from game.i18n import Lang, Words


class Host(Protocol):
    """The application as a :class:`~game.gui.ui.Ui` sees it; :class:`~game.gui.app.App` is one."""

    @property
    def t(self) -> Words:
        """The words of the language in use."""

    @property
    def lang(self) -> Lang:
        """The language in use."""

    @property
    def animator(self) -> Animator:
        """The movements under way."""

    @property
    def clock(self) -> float:
        """Seconds that have passed; a frame that took long counts for little."""

    def wake(self) -> None:
        """Draw a frame soon."""

    def toast(self, text: str, seconds: float = 5.0) -> None:
        """Show one line that the room can read, for a while."""

    def draw_still(self, draw: Callable[[Canvas], None]) -> None:
        """Draw something more on the still layer; nothing else has changed there."""

    def refresh_text_input(self) -> None:
        """Ask the system for letters while a field that takes text has the focus."""

    def is_on_top(self, ui: object) -> bool:
        """Whether these are the widgets of the screen that gets the events."""
