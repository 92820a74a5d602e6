"""A few soft sounds, off by default."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.resources import ASSETS


class Sound:
    """Plays sounds while it is ``on``. Nothing is opened or loaded before the first one.

    A sound is a WAV file in the assets, named without its ending. ``complain`` is called once with
    the reason why there is no device.
    """

    def __init__(self, complain: Callable[[str], object]) -> None:
        self._complain = complain
        self._on = False
        self._loaded: dict[str, pygame.mixer.Sound] = {}
        self._complained = False

    @property
    def on(self) -> bool:
        """Whether sounds are switched on."""
        return self._on

    @on.setter
    def on(self, wanted: bool) -> None:
        if self._on and not wanted and pygame.mixer.get_init():
            self._loaded.clear()
            pygame.mixer.quit()  # releases the device for other programs
        self._on = wanted

    def play(self, name: str) -> None:
        """Play a sound, if sounds are switched on and can be played."""
        if not self._on:
            return
        try:
            if not pygame.mixer.get_init():
                pygame.mixer.init(22_050, -16, 1, 512)
            if name not in self._loaded:
                self._loaded[name] = pygame.mixer.Sound(ASSETS / "sounds" / f"{name}.wav")
            self._loaded[name].play()
        except (pygame.error, OSError) as error:
            if not self._complained:
                self._complained = True
                self._complain(str(error))
