"""Combination: ideas of several kinds carry each other."""

from __future__ import annotations

from game.engine.rules.modules.hooks import Module
from game.engine.transaction import Transaction


def _combine(d: Transaction, id: str) -> None:
    """The first realised idea of a kind beside one of another kind gives more on its main track."""
    idea = d.state.require_idea(id)
    kinds = {i.card.kind for i in d.state.ideas if i.status == "realised" and i.id != id}
    if kinds and idea.card.kind not in kinds:
        d.move(idea.card.track, d.state.setup.rules.combination, "combination", id)


MODULE = Module(idea_realised=_combine)
