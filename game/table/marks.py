"""The marks of tracks and kinds.

A track is never told by its colour alone: it has a letter, an icon and a fixed place too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.gui import theme
from game.gui.theme import Colour

if TYPE_CHECKING:  # the first frame does not wait for the rules
    from game.engine.setup import Kind, Track

RISK_PAPER = theme.PAPER_WARM
RISK_LINK = theme.CORAL
EVENT_PAPER = theme.PAPER_COOL
"""What risks and events are drawn on, and the links of a risk."""


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
