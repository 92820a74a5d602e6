"""A sign on a widget that has a sentence of its own."""

from __future__ import annotations

from dataclasses import dataclass

from game.gui.geometry import Box


@dataclass(frozen=True, slots=True)
class Sign:
    """What is drawn in a place means ``text``; ``what`` names it for the screen."""

    box: Box
    text: str
    what: tuple[str, ...] = ()
