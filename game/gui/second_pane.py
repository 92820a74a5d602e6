"""What a second window shows: screens of its own, beside those of the application."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

import pygame

from game.gui.dialogs.modal import LostWords
from game.gui.input.keyboard import Letters
from game.gui.keys import KeyBinding, KeyGroup
from game.gui.pane import Pane
from game.gui.screen import ScreenHost
from game.gui.spec import AppSpec
from game.gui.text.typesetter import Drawn
from game.gui.window.desktop import Desktop
from game.gui.window.second_window import SecondWindow
from game.i18n import Lang


class SecondPane(Pane):
    """The screens of a second window: what they open, opens there, and what they say is said there.

    Preferences, language and sounds are those of the ``main`` window. ``on_close`` is called when
    the user closes the window, or its last screen.
    """

    bindings: ClassVar[tuple[KeyBinding, ...]] = (
        KeyBinding((pygame.K_F11,), action="toggle_fullscreen", control=None),
    )

    def __init__(
        self,
        frame: SecondWindow,
        main: ScreenHost,
        spec: AppSpec,
        letters: Letters,
        on_close: Callable[[], object],
        log: list[Drawn] | None = None,
    ) -> None:
        self.main = main
        self.on_close = on_close
        self.sound = main.sound
        self.frame: SecondWindow = frame
        super().__init__(frame, spec, main.preferences, main.t, letters, log)
        self.has_keyboard = False  # until the system gives it the focus

    def dispatch(self, event: pygame.Event) -> None:
        """Handle one event that happened in this window."""
        if event.type != pygame.WINDOWCLOSE:
            super().dispatch(event)
        elif any(screen.holds_words for screen in self.screens) and not self._asks:
            self.push(LostWords(self.t, self.quit))
        else:
            self.quit()

    @property
    def _asks(self) -> bool:
        """Whether it asks already: whoever closes it twice means it."""
        return isinstance(self.top, LostWords)

    def _host(self) -> ScreenHost:
        return self

    def quit(self) -> None:
        """Close this window only."""
        self.on_close()

    # ------------------------------------------------------------------ of the whole application
    @property
    def desktop(self) -> Desktop:
        """The window on the user's desktop."""
        return self.main.desktop

    @property
    def key_groups(self) -> Sequence[KeyGroup]:
        """Every key of the application, as help lists them."""
        return self.main.key_groups

    def prefer(self, **changes: Any) -> None:
        """Change preferences by name; they take effect at once and are saved for the next start."""
        self.main.prefer(**changes)

    def set_language(self, lang: Lang) -> None:
        """Use another language from now on, without saving it for the next start."""
        self.main.set_language(lang)

    def toggle_fullscreen(self) -> None:
        """Switch the main window between window and full screen."""
        self.main.toggle_fullscreen()
