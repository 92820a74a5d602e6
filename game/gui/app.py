"""The application: its main window with a stack of screens, and at times a second one.

Everything works without the loop: post events with :meth:`App.dispatch`, let time pass with
:meth:`App.advance`, and look at :meth:`App.draw`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, ClassVar

import pygame

from game.gui.dialogs.modal import LostWords, Question
from game.gui.input.keyboard import Letters
from game.gui.keys import KeyBinding, KeyGroup
from game.gui.loop import Loop
from game.gui.pane import Pane
from game.gui.preferences import Preferences, PreferencesFile
from game.gui.screen import Screen, ScreenHost
from game.gui.second_pane import SecondPane
from game.gui.sound import Sound
from game.gui.spec import AppSpec
from game.gui.text.typesetter import Drawn
from game.gui.window.desktop import INPUT_EVENTS, Desktop, check_pygame
from game.i18n import Lang, mark, words

_TAKES_KEYBOARD = (pygame.WINDOWFOCUSGAINED, pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN)
"""After these a window is the one that is typed in."""


class App(Pane):
    """The main window with its screens, and a second one; ``spec`` says which application it is.

    Without a ``size`` the window takes most of the desktop, and at least :data:`LEAST`.
    ``preferences`` come from ``preferences_file``; arguments given here override them. They are
    changed by :meth:`prefer`.
    ``log`` collects every text drawn since the last full drawing, for tests. ``on_error`` is given
    an exception that reached the loop; without it the exception is raised.
    """

    bindings: ClassVar[tuple[KeyBinding, ...]] = (
        KeyBinding(
            (pygame.K_F11,),
            mark("Full screen, or back to a window"),
            "toggle_fullscreen",
            control=None,
        ),
    )

    def __init__(
        self,
        size: tuple[int, int] | None = None,
        spec: AppSpec | None = None,
        *,
        lang: Lang = "en",
        fullscreen: bool = False,
        display: int | None = None,
        reduced_motion: bool = False,
        preferences_file: PreferencesFile[Any] | None = None,
        on_error: Callable[[Exception], None] | None = None,
        log: list[Drawn] | None = None,
    ) -> None:
        check_pygame()
        spec = spec or AppSpec()
        self._file = preferences_file or PreferencesFile(None, spec.preferences)
        self._saved: Preferences = self._file.read()
        preferences = replace(
            self._saved,
            lang=lang,
            fullscreen=fullscreen or self._saved.fullscreen,
            display=self._saved.display if display is None else display,
            motion="reduced" if reduced_motion else self._saved.motion,
        )
        self.sound = Sound(self._sound_failed)
        self.sound.on = preferences.sound
        self.running = False
        self.on_error = on_error
        self.idle = 0.0
        """Seconds since the last event from the user."""
        self._leaving: Question | None = None
        """The last question whether to close although something is not saved."""
        self.second: SecondPane | None = None
        """The second window, while it is open."""
        self.between_frames: list[Callable[[], bool]] = []
        """Called each time round; each says whether somebody did something from elsewhere."""
        pygame.font.init()
        self.desktop = Desktop(
            size,
            spec.name,
            fullscreen=preferences.fullscreen,
            display=preferences.display,
            icon=spec.icon,
        )
        super().__init__(self.desktop, spec, preferences, words(lang), Letters(), log)
        self.loop = Loop(self)

    def run(self) -> None:
        """Run the event loop until the window is closed."""
        self.loop.run()

    @property
    def panes(self) -> Sequence[Pane]:
        """What each open window shows."""
        return (self,) if self.second is None else (self, self.second)

    def _host(self) -> ScreenHost:
        return self

    # ---------------------------------------------------------------------- the second window

    def open_second(self, screen: Screen, title: str, on_close: Callable[[], object]) -> None:
        """Open a second window with a screen; ``on_close`` is called when the user closes it."""
        self.close_second()
        frame = self.desktop.open_second(title)
        log: list[Drawn] | None = None if self.log is None else []
        self.second = SecondPane(frame, self, self.spec, self._letters, on_close, log)
        self.second.push(screen)

    def close_second(self) -> None:
        """Close the second window, if it is open."""
        if self.second is not None:
            self.second = None
            self.desktop.close_second()
            self._hand_keyboard_to(self)

    def _hand_keyboard_to(self, pane: Pane) -> None:
        """Let one window write; the others are written in no more."""
        for other in self.panes:
            other.has_keyboard = other is pane
        pane.refresh_text_input()

    # ------------------------------------------------------------------------------- the window

    def toggle_fullscreen(self) -> None:
        """Switch between window and full screen."""
        self.prefer(fullscreen=not self.desktop.fullscreen)

    @property
    def key_groups(self) -> Sequence[KeyGroup]:
        """Every key of the application, as help lists them."""
        return self.spec.key_groups()

    def set_language(self, lang: Lang) -> None:
        """Use another language from now on, without saving it for the next start."""
        self.preferences = replace(self.preferences, lang=lang)
        self._apply()

    # ---------------------------------------------------------------------------- preferences

    def prefer(self, **changes: Any) -> None:
        """Change preferences by name; they take effect at once and are saved for the next start.

        Options of the command line that are not changed here are not saved.
        """
        self.preferences = replace(self.preferences, **changes)
        self._saved = replace(self._saved, **changes)
        earlier = self._file.complaint(self.t)
        if not self._file.write(self._saved) and self._file.complaint(self.t) != earlier:
            self.toast(self._file.complaint(self.t))
        self._apply()

    def _apply(self) -> None:
        """Apply the preferences to window, sound, motion and language."""
        preferences = self.preferences
        self.sound.on = preferences.sound
        t = words(preferences.lang or self.lang)
        if self.desktop.show(fullscreen=preferences.fullscreen, display=preferences.display):
            self._letters.forget()  # a new window has no text input yet
        for pane in self.panes:
            pane.follow(preferences, t)

    def _sound_failed(self) -> None:
        """Draw anew what shows whether sounds are heard."""
        for screen in self.screens:
            screen.refresh()

    def open_again(self) -> None:
        """Open the windows anew, since a monitor has come or gone."""
        self.desktop.open_again()
        self._letters.forget()
        for pane in self.panes:
            pane.follow(self.preferences, self.t)

    def quit(self) -> None:
        """Leave the loop."""
        self.running = False

    # --------------------------------------------------------------------------------- events

    def dispatch(self, event: pygame.Event) -> None:
        """Handle one event, in the window where it happened."""
        if event.type in INPUT_EVENTS:
            self.idle = 0.0
        pane = self._pane_of(event)
        if pane is None:
            return
        if event.type in _TAKES_KEYBOARD and not pane.has_keyboard:
            self._hand_keyboard_to(pane)
        if pane is self and self._closes(event):
            with self._answer():
                self._close_requested()
        elif pane is self:
            super().dispatch(event)
        else:
            pane.dispatch(event)

    def _pane_of(self, event: pygame.Event) -> Pane | None:
        """What the window shows in which an event happened; ``None`` if it is no longer open.

        An event of the second window names it; that of the first names none.
        """
        if getattr(event, "window", None) is None:
            return self
        if self.second is not None and self.second.frame.owns(event):
            return self.second
        return None

    def _closes(self, event: pygame.Event) -> bool:
        """Whether the window is to be closed; the system ends a program with its last window."""
        alone = self.second is None
        return event.type == pygame.QUIT or (event.type == pygame.WINDOWCLOSE and not alone)

    def _close_requested(self) -> None:
        """Close at once, since everything is saved; if something is not, ask once."""
        screens = [screen for pane in self.panes for screen in pane.screens]
        for screen in screens:
            screen.closing()
        asked = self._question_before_closing(screens)
        if asked is None or self._leaving in self.screens:
            self.quit()
            return
        self._leaving = asked
        self.push(asked)

    def _question_before_closing(self, screens: Sequence[Screen]) -> Question | None:
        """What to ask if something on these screens is not saved, a decision or words."""
        texts, t = self.spec.texts, self.t
        if any(screen.unsaved for screen in screens):
            title, text, close = t(texts.close_title), t(texts.close_text), t(texts.close)
            return Question(title, text, close, self.quit, style="danger")
        if any(screen.holds_words for screen in screens):
            return LostWords(t, self.quit)
        return None

    # ----------------------------------------------------------------------------------- time

    def advance(self, dt: float, *, moving: float | None = None) -> None:
        """Advance time by ``dt`` seconds; animations by less after a slow frame, lest they jump."""
        self.idle += dt
        for listen in list(self.between_frames):
            if listen():
                self.idle = 0.0
        super().advance(dt, moving=moving)
        if self.second is not None:
            self.second.advance(dt, moving=moving)
