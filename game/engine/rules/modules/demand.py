"""Growing demand: every round pulls a track down, and the group must run to stand still."""

from __future__ import annotations

from game.engine.rules.modules.hooks import Module
from game.engine.transaction import Transaction


def _pull(d: Transaction) -> None:
    """From the second round on one track after the other falls by a point."""
    s = d.state
    tracks = s.setup.rules.demand_tracks
    if s.openings > 1 and tracks:
        d.move(tracks[(s.openings - 2) % len(tracks)], -1, "demand")


MODULE = Module(round_opened=_pull)
