"""Which true risk of an idea is named by which risk on the table."""

from __future__ import annotations

from game.engine.setup import RiskCard
from game.engine.state import Idea, Risk, State


def true_risks(s: State, idea: Idea) -> list[tuple[RiskCard, Risk | None]]:
    """The idea's true risks in the case's order, each with the risk that names it, if one does.

    A card names itself. What is still unnamed then is named by a written risk on the same track,
    the first written first. Nothing of this is stored, so that the table cannot learn it before the
    reality check, and a card placed later takes over from the written words.
    """
    named: dict[str, Risk | None] = {id: idea.risk(id) for id in idea.card.risks}
    written = [r for r in idea.risks if r.name is not None]
    for id, risk in named.items():
        if risk is None:
            fits = next((w for w in written if w.track == s.risk_card(id).track), None)
            if fits is not None:
                written.remove(fits)
                named[id] = fits
    return [(s.risk_card(id), risk) for id, risk in named.items()]


def unnamed(s: State, idea: Idea) -> list[RiskCard]:
    """The true risks of an idea that have not been named yet."""
    return [card for card, risk in true_risks(s, idea) if risk is None]
