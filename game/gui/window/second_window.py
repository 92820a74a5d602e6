"""A second window beside the one of the desktop: on the laptop, while a projector shows that."""

from __future__ import annotations

from collections.abc import Callable

import pygame
from pygame import Surface

from game.gui.window.system_window import SystemWindow

LEAST = (960, 540)
"""The smallest size that a user can give the window, in pixels."""
Size = tuple[int, int]
Point = tuple[int, int]


class SecondWindow(SystemWindow):
    """A window called ``title`` of a ``size``, at ``centre``: by default in the middle of the first
    monitor.

    Whoever closes it opens another one: a closed window has no pixels any more.
    """

    def __init__(
        self,
        title: str,
        size: Size,
        centre: Point | None,
        icon: Callable[[], Surface] | None = None,
    ) -> None:
        super().__init__()
        self.title = title
        self.centre = centre
        self._icon = icon
        self._size = size
        self._window = self._open()
        self.surface = self._pixels()

    def _open(self) -> pygame.Window:
        size, centre = self._size, self.centre
        middle = pygame.WINDOWPOS_CENTERED
        at = centre and (centre[0] - size[0] // 2, centre[1] - size[1] // 2)
        window = pygame.Window(self.title, size, at or middle, resizable=True)
        window.minimum_size = LEAST
        if self._icon is not None:
            window.set_icon(self._icon())
        return window

    def _pixels(self) -> Surface:
        return self._window.get_surface()

    def present(self, changed: list[pygame.Rect] | None) -> None:
        """Show all of it, if anything changed; a window of this kind knows no parts."""
        if changed is None or changed:
            self._window.flip()

    def owns(self, event: pygame.Event) -> bool:
        """Whether an event happened in this window."""
        return getattr(event, "window", None) is self._window

    def come_forward(self) -> None:
        """Show it before others, and give it the keyboard."""
        if self.hidden:
            self._window.restore()
        self._window.focus()

    def close(self) -> None:
        """Take it from the screen, so that its place and size are known when it comes again."""
        self._size = self._window.size
        self._window.hide()
        # Events name their window only as long as it exists: later it would look like the first.
        others = [event for event in pygame.event.get(pump=False) if not self.owns(event)]
        self._window.destroy()
        for event in others:
            pygame.event.post(event)

    def open_again(self, size: Size, centre: Point | None) -> None:
        """Open it anew, since all windows were closed: as it was, and no larger than ``size``."""
        self.centre = centre
        self._size = min(size[0], self._size[0]), min(size[1], self._size[1])
        self._window = self._open()
        self.surface, self.hidden = self._pixels(), False
