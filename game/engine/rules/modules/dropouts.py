"""Those who drop out: what is made easier for most leaves some citizens behind."""

from __future__ import annotations

from game.engine.rules.modules.hooks import Module
from game.engine.state import Benefit
from game.engine.transaction import Transaction


def _leave_behind(d: Transaction, id: str) -> None:
    """An idea that eases the process alone costs the citizens, unless that was spoken of."""
    idea = d.state.require_idea(id)
    eased = _gave(idea.benefit("process"))
    citizen = idea.benefit("citizen")
    spoken_of = citizen is not None and citizen.downside
    if eased and not spoken_of and not _gave(citizen):
        d.move("citizen", -1, "dropouts", id)


def _gave(b: Benefit | None) -> bool:
    return b is not None and (b.harvested or 0) > 0


MODULE = Module(idea_realised=_leave_behind)
