"""Everybody contributes: the first idea that a seat sees realised raises trust."""

from __future__ import annotations

from game.engine.rules.modules.hooks import Module
from game.engine.transaction import Transaction


def _contributed(d: Transaction, id: str) -> None:
    """Trust rises once for each seat whose idea is realised."""
    s = d.state
    seat = s.require_idea(id).seat
    if not any(i.seat == seat and i.status == "realised" and i.id != id for i in s.ideas):
        d.trust(1, "everybody", id)


MODULE = Module(idea_realised=_contributed)
