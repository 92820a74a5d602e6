"""A few soft sounds, on by default."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pygame

from game.gui.quiet import quiet
from game.resources import ASSETS

Fault = Literal["", "device", "file"]
"""Why nothing is heard: no device that can be had, or a sound that cannot be read."""
VOLUME = 0.6
"""How loud sounds are played, which are soft already: a room hears them and talks on."""


class Sound:
    """Plays sounds while it is ``on``. Nothing is opened or loaded before the first one.

    A sound is a WAV file in the assets, named without its ending. Where there is no device nothing
    is played and nothing fails: ``fault`` says why, until it is switched on anew. ``on_fault`` is
    called when that turns out.
    """

    def __init__(self, on_fault: Callable[[], object]) -> None:
        self.fault: Fault = ""
        self._on_fault = on_fault
        self._on = False
        self._loaded: dict[str, pygame.mixer.Sound] = {}

    @property
    def on(self) -> bool:
        """Whether sounds are switched on."""
        return self._on

    @on.setter
    def on(self, wanted: bool) -> None:
        if self._on and not wanted and pygame.mixer.get_init():
            self._loaded.clear()
            pygame.mixer.quit()  # releases the device for other programs
        if wanted != self._on:
            self.fault = ""
        self._on = wanted

    def play(self, name: str) -> None:
        """Play a sound, if sounds are switched on and can be played."""
        if not self._on or self.fault:
            return
        try:
            if not pygame.mixer.get_init():
                _open_device()
        except pygame.error:
            self._fail("device")
            return
        try:
            if name not in self._loaded:
                self._loaded[name] = pygame.mixer.Sound(ASSETS / "sounds" / f"{name}.wav")
                self._loaded[name].set_volume(VOLUME)
            self._loaded[name].play()
        except (pygame.error, OSError):
            self._fail("file")

    def _fail(self, why: Fault) -> None:
        self.fault = why
        self._on_fault()


def device_fault() -> str:
    """Why no sound can be played here; empty where it can. The device is left as it was."""
    if pygame.mixer.get_init():
        return ""
    try:
        _open_device()
    except pygame.error as error:
        return str(error) or type(error).__name__
    pygame.mixer.quit()
    return ""


def _open_device() -> None:
    with quiet():
        pygame.mixer.init(22_050, -16, 1, 512)
