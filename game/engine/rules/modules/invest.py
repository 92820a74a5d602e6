"""Invest first: what is carried out costs money before it saves any."""

from __future__ import annotations

from game.engine.rules.modules.hooks import Module
from game.engine.transaction import Transaction


def _invest(d: Transaction, id: str) -> None:
    """Carrying an idea out takes a point off the economy at once."""
    d.move("economy", -1, "invest", id)


MODULE = Module(idea_implemented=_invest)
