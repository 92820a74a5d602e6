"""Colours, icons and letters that identify tracks and card types.

A track is never identified by its colour alone: it also has a letter, an icon and a fixed place.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from game.frozen import frozen
from game.gui import theme
from game.gui.theme import Colour

if TYPE_CHECKING:  # importing the engine here would delay the first frame
    from game.engine.setup import Kind, Track

RISK_PAPER = theme.PAPER_WARM
RISK_LINK = theme.CORAL
EVENT_PAPER = theme.PAPER_COOL
DOWNSIDE_PAPER = theme.PAPER_SHADE
"""The background of risks, events and downsides, and the links of a risk."""


@frozen
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

PICTURE: Mapping[str, str] = {
    "idea": "💡",
    "benefit": "🎁",
    "downside": "📉",
    "risk": "⚠️",
    "event": "📰",
}
"""The pictures of cards that have none of their own, by their type: the same wherever they lie."""

SEAT: tuple[Colour, ...] = (
    (240, 150, 92),
    (124, 204, 140),
    (204, 160, 236),
    (240, 208, 96),
    (120, 190, 240),
    (246, 152, 178),
    (140, 214, 206),
    (206, 196, 160),
)
"""The colours of the players' pawns, by seat; black initials can be read on each."""
UNOWNED: Colour = (196, 44, 30)
"""The colour of the pawn of a benefit that nobody has taken on: it is to be seen."""


def seat_colour(seat: int) -> Colour:
    """The colour of a seat's pawn."""
    return SEAT[seat % len(SEAT)]
