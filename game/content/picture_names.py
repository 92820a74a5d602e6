"""What a picture is called in a case file: by its emoji; in older files some by a name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

FORMER_NAMES: Final[Mapping[str, str]] = {
    "baby": "👶",
    "bike": "🚲",
    "blocks": "🧩",
    "coffee": "☕",
    "graduation-cap": "🎓",
    "heart-handshake": "🤝",
    "landmark": "🏛️",
    "map": "🗺️",
    "passport": "🛂",
    "school": "🏫",
    "sun": "☀️",
    "trees": "🌳",
}
"""The names by which a case called its picture before pictures were emoji: games that were saved
then still have them."""


def picture(written: str | None) -> str:
    """The emoji of a picture as it is written in a file; empty for none."""
    return FORMER_NAMES.get(written or "", written or "")
