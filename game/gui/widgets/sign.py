"""A sign on a widget that has a sentence of its own."""

from __future__ import annotations

from game.frozen import frozen
from game.gui.geometry import Box


@frozen
class Sign:
    """What is drawn in a place means ``text``; ``what`` names it for the screen."""

    box: Box
    text: str
    what: tuple[str, ...] = ()
