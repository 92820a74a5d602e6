"""The interface of the application that the widgets of a screen use."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from game.gui.motion.animation import Animator
from game.gui.paint.canvas import Canvas
from game.i18n import Lang, Words
from game.i18n.message import Translatable


class Host(Protocol):
    """The application as a :class:`~game.gui.ui.Ui` sees it; :class:`~game.gui.app.App` is one."""

    @property
    def t(self) -> Words:
        """The translations of the current language."""

    @property
    def lang(self) -> Lang:
        """The language in use."""

    @property
    def animator(self) -> Animator:
        """The running animations."""

    @property
    def clock(self) -> float:
        """Seconds since the application began."""

    def wake(self) -> None:
        """Request a new frame."""

    def toast(self, text: str, seconds: float | None = None) -> None:
        """Show one line, large enough for the room: until it is read, or for some ``seconds``."""

    def tell(self, what: Translatable) -> None:
        """Show a message, such as an error's, in the language of the screen."""

    def refuse(self, text: str) -> None:
        """Say for a while why something cannot be done, until something else is."""

    @property
    def tells(self) -> bool:
        """Whether a toast is shown."""

    def forget_toast(self, text: str = "") -> bool:
        """What is shown for a while, or only this, has been read; whether there was anything."""

    def forget_refusal(self) -> None:
        """Something was done: why another thing could not be is said no longer."""

    def draw_still(self, draw: Callable[[Canvas], None]) -> None:
        """Draw something on top of the still layer, which has not changed otherwise."""

    def refresh_text_input(self) -> None:
        """Enable the system's text input while a field that takes text has the focus."""

    def is_on_top(self, ui: object) -> bool:
        """Whether these widgets belong to the screen that receives events."""
