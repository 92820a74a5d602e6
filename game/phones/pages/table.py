"""How the table stands: the round, what the group has, and the four tracks."""

from __future__ import annotations

from typing import Any

from game.engine import TRACKS, Track
from game.phones.pages import faces
from game.phones.pages.looking import Looking
from game.views import explained
from game.views.status import status_view
from game.wording import figures, terms


def content(looking: Looking) -> dict[str, Any]:
    """Status, means and tracks, each with its sentence; and the event of this round."""
    names, state, t = looking.names, looking.state, looking.t
    event, status = faces.opened(looking, "event"), status_view(names, state)
    means = [explained.capacity(t, state), explained.trust(t, state)]
    if status.balance is not None:
        means.append(explained.balance(t, state))
    return {
        "status": status,
        "means": means,
        "tracks": [_track(looking, track) for track in TRACKS],
        "event": event,
        "last_line": looking.last_line,
    }


def _track(looking: Looking, track: Track) -> dict[str, str]:
    """A track: its name, what it is measured by, and where it stands."""
    names, state = looking.names, looking.state
    return {
        "name": terms.track(looking.t, track),
        "span": figures.track_span(looking.t, looking.case, track),
        "sentence": explained.stands(names, state, track),
    }
