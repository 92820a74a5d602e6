"""A few soft sounds, off until somebody wants them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pygame

from game.i18n import mark
from game.resources import ASSETS

Name = Literal["place", "die", "track", "timer", "verdict"]
"""A card is laid down, a die is thrown, a track moves, a timer is out, the game is over."""

NO_SOUND = mark("No sound can be played here ({why}). The game goes on without.")


class Sound:
    """Plays sounds while it is ``on``. Nothing is opened or loaded before the first one.

    ``complain`` is told once, in an English message and its parameters, when there is no device.
    """

    def __init__(self, complain: Callable[[str, str], object]) -> None:
        self._complain = complain
        self._on = False
        self._loaded: dict[Name, pygame.mixer.Sound] = {}
        self._complained = False

    @property
    def on(self) -> bool:
        """Whether sounds are wanted."""
        return self._on

    @on.setter
    def on(self, wanted: bool) -> None:
        if self._on and not wanted and pygame.mixer.get_init():
            self._loaded.clear()
            pygame.mixer.quit()  # the device is for others again
        self._on = wanted

    def play(self, name: Name) -> None:
        """Play a sound, if sounds are wanted and can be played."""
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
                self._complain(NO_SOUND, str(error))
