"""Labels that several documents of the kit show: a track by its letter, a kind by its icon."""

from __future__ import annotations

from typing import Any, Final

from game.engine.setup import Kind, Track
from game.i18n import Words
from game.wording import terms

_ICONS: Final[dict[Kind, str]] = {
    "product": "package",
    "service": "hand-helping",
    "process": "workflow",
    "communication": "megaphone",
}


def track_label(t: Words, track: Track) -> dict[str, Any]:
    """A track as a template draws it: by its code, its letter and its name."""
    name = terms.track(t, track)
    return {"code": track, "letter": terms.track_letter(t, track), "name": name}


def kind_label(t: Words, kind: Kind) -> dict[str, Any]:
    """A kind of idea: its icon and its name."""
    return {"icon": _ICONS[kind], "name": terms.kind(t, kind)}
