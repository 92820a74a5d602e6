"""What happens when nobody trusts the project any more."""

from __future__ import annotations

from game.engine import events as ev
from game.engine.transaction import Transaction


def handle_lost_trust(d: Transaction, round: int) -> None:
    """Trust at 0: the first time nothing is implemented in ``round``, the second time it ends."""
    s = d.state
    if s.trust > 0 or s.over:
        return
    if s.pauses == 0:
        d.emit(ev.Paused(round))
        d.trust(2, "pause")
    else:
        d.emit(ev.Stopped())
        d.emit(ev.Ended("stopped"))
