"""Colours, icons and letters that identify tracks and card types.

A track is never identified by its colour alone: it also has a letter, an icon and a fixed place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.gui import theme
from game.gui.theme import Colour

if TYPE_CHECKING:  # importing the engine here would delay the first frame
    from game.engine.setup import Kind, Track

RISK_PAPER = theme.PAPER_WARM
RISK_LINK = theme.CORAL
EVENT_PAPER = theme.PAPER_COOL
DOWNSIDE_PAPER = theme.PAPER_SHADE
"""The background of risks, events and downsides, and the links of a risk."""


@dataclass(frozen=True, slots=True)
class TrackMark:
    """The marks of one track, beside its letter."""

    colour: Colour
    icon: str


TRACK: Mapping[Track, TrackMark] = {
    "citizen": TrackMark((86, 180, 233), "user-round"),
    "process": TrackMark((240, 228, 66), "repeat"),
    "economy": TrackMark((0, 114, 178), "coins"),
    "employee": TrackMark((213, 94, 0), "id-card-lanyard"),
}

KIND_ICON: Mapping[Kind, str] = {
    "product": "package",
    "service": "hand-helping",
    "process": "workflow",
    "communication": "megaphone",
}
