"""The shares by which a result tells how the group worked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from game.i18n import mark

ShareName = Literal["benefit_rate", "citizen_focus", "ownership", "evenness", "realism"]
"""The fields of :class:`game.engine.Result` that are shares."""

SHARES: Final[Mapping[ShareName, tuple[str, str]]] = {
    "benefit_rate": (
        mark("Benefit rate"),
        mark("How far the four tracks came towards their goals."),
    ),
    "citizen_focus": (
        mark("Citizen focus"),
        mark("The citizens' track, and how many ideas moved it up."),
    ),
    "ownership": (
        mark("Ownership"),
        mark("How many of the realised ideas' benefits had an owner and a measure."),
    ),
    "evenness": (
        mark("Evenness of ownership"),
        mark("How many of those who could own a benefit own one."),
    ),
    "realism": (mark("Realism"), mark("How near the estimates came to what was harvested.")),
}
"""Each with its name and what it means."""
