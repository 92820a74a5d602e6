"""The machine as the checks ask it: every answer is a function, so that each can be another one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

from game.content import Case
from game.frozen import frozen
from game.i18n import Lang
from game.preflight.places import Place

DoorFault = Literal["", "gone", "used", "silent"]
"""Nothing; this computer is not there any more; its ports are used; it does not answer itself."""


@frozen
class Machine:
    """What the checks ask of a machine.

    ``folder`` is where games are saved, ``copies`` where their second copies are. ``scratch`` is
    where a report is tried, in the language ``lang``.
    """

    folder: Path
    copies: Path
    scratch: Path
    lang: Lang
    case: Callable[[], Case]
    """A case to try a game with."""
    now: Callable[[], float]
    """Seconds since 1970."""
    newest_game: Callable[[], float]
    """When a game was last saved, in seconds since 1970; 0 without one."""
    free: Callable[[Path], int]
    """The free bytes where a folder is, or would be."""
    place: Callable[[Path], Place]
    screens: Callable[[], Sequence[tuple[int, int]]]
    """The size of every screen in pixels; empty without one."""
    fonts: Callable[[str], Sequence[str]]
    """The fonts that cannot be read, or lack one of some letters."""
    sound: Callable[[], str]
    """Why no sound can be played; empty where it can."""
    lacking: Callable[[], Sequence[str]]
    """The packages for phones that are not installed."""
    networks: Callable[[], Sequence[str]]
    """The addresses at which phones reach it, the likeliest first; empty without a network."""
    door: Callable[[str], DoorFault]
    """What keeps phones from an address, when the room's door is opened there for a moment."""
