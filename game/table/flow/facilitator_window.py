"""The facilitator's window: opened beside the board where there are two screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.gui.app import App
from game.gui.dialogs.modal import Question
from game.table.parts.preferences import preferences_of

if TYPE_CHECKING:
    from game.table.play.facilitator_screen import FacilitatorScreen
    from game.table.play.services import TableServices


class FacilitatorWindow:
    """The second window of the table; ``wanted`` opens it at once, as on the command line.

    Whether it opens with the table is a preference. Where two screens are found for the first
    time it is asked about, once.
    """

    def __init__(self, app: App, *, wanted: bool = False) -> None:
        self.app = app
        self.wanted = wanted
        self._services: TableServices | None = None
        self._screen: FacilitatorScreen | None = None
        self._monitors = app.desktop.monitors
        self._preferred_before = self._preferred

    # ------------------------------------------------------------------ a game begins and ends
    def sit_down(self, services: TableServices) -> None:
        """A game is on the table: open the window if it is wanted, or ask."""
        self._services, self._screen = services, None
        if self.wanted or (self.app.desktop.monitors > 1 and self._preferred):
            self.open()
        else:
            self._offer()

    def leave(self) -> None:
        """The game leaves the table: what was noted is written down, and the window closed."""
        if self._screen is not None:
            self._screen.write_down()
        self.app.close_second()
        self._services = self._screen = None

    def hold_back(self) -> None:
        """Do not open by itself any more: something failed."""
        self.wanted = False
        self.app.close_second()

    @property
    def _preferred(self) -> bool:
        return preferences_of(self.app).facilitator_window

    def _offer(self) -> None:
        """Ask about a window of its own, the first time that there are two screens."""
        if self.app.desktop.monitors < 2 or preferences_of(self.app).facilitator_asked:
            return
        t = self.app.t
        self.app.prefer(facilitator_asked=True)
        self.app.push(
            Question(
                t("Two screens"),
                t(
                    "The projector can show only the board, while the facilitator has a window of "
                    "their own on the other screen: timers, a question to ask, notes and undo. It "
                    "can be opened and closed at any time in the console (F10)."
                ),
                t("Use both screens"),
                self.use_both,
                no=t("Not now"),
            )
        )

    def use_both(self) -> None:
        """The board fills the second screen, and the window opens on the first."""
        at = self.app.preferences.display or 1
        self.app.prefer(display=at, fullscreen=True, facilitator_window=True)
        self.open()

    # ------------------------------------------------------------------ the window
    @property
    def is_open(self) -> bool:
        """Whether it is open."""
        return self.app.second is not None

    @property
    def can_swap(self) -> bool:
        """Whether there is another screen to swap with."""
        return self.app.desktop.monitors > 1

    def open(self) -> None:
        """Open it, as it was when it was closed."""
        from game.table.play.facilitator_screen import FacilitatorScreen

        if self._services is None or self.is_open:
            return
        if self._screen is None:
            self._screen = FacilitatorScreen(self._services)
        title = f"{self.app.t('Facilitator')} – {self.app.spec.name}"
        self.app.open_second(self._screen, title, self.close)

    def close(self) -> None:
        """Close it; what was noted in it stays."""
        self.app.close_second()
        self.app.wake()

    def come_forward(self) -> None:
        """Show it before others."""
        if self.app.second is not None:
            self.app.second.frame.come_forward()

    def swap(self) -> None:
        """Let the two windows change their screens."""
        first = self.app.preferences.display == 0
        self.app.prefer(display=1 if first else 0)

    def watch(self) -> None:
        """Do what is to be done when a screen was plugged in or out, or a setting changed."""
        if self._preferred != self._preferred_before:
            self._preferred_before = self._preferred
            (self.open if self._preferred else self.close)()
        before, self._monitors = self._monitors, self.app.desktop.monitors
        if self._monitors < before:
            self._unplugged()
        elif self._monitors > before:
            self._plugged()

    def _unplugged(self) -> None:
        """A screen is gone: the board comes to one that is there, and has the console again."""
        gone = self.is_open and self._monitors == 1
        if gone:
            self.close()
        self.app.open_again()
        if gone:
            self.app.toast(self.app.t("The other screen is gone. F10 opens the console here."))

    def _plugged(self) -> None:
        """There is another screen: go back to both, or ask."""
        if not self._preferred:
            self._offer()
        elif not self.is_open:
            self.app.open_again()
            self.open()
