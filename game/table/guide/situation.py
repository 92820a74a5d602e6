"""The situation that the guide examines: the game, and the current place on the screen."""

from __future__ import annotations

from typing import Literal

from game.engine import Idea, State
from game.engine.setup import Track
from game.frozen import frozen

HintPlace = Literal["table", "carrying", "estimate", "sheet", "check"]
"""The table, a card in the hand over it, a dialog, the reality check."""


@frozen
class Situation:
    """What the guide examines at one point in time.

    ``lit`` are the places where a carried card may be dropped, ``refused`` tells that another one
    has just refused it; ``idea`` is the subject of a sheet, ``step`` the kind of step of a check.
    """

    state: State
    place: HintPlace = "table"
    lit: tuple[str, ...] = ()
    refused: bool = False
    idea: str = ""
    step: str = ""

    def same(self, other: Situation | None) -> bool:
        """Whether nothing has happened between two situations."""
        return (
            other is not None
            and self.state is other.state
            and (self.place, self.lit, self.refused, self.idea, self.step)
            == (other.place, other.lit, other.refused, other.idea, other.step)
        )


@frozen
class HintTarget:
    """What a hint points at: the key of a widget or a named place, and what the text names."""

    key: str
    idea: str = ""
    """The id of the idea named in the text."""


def said_of(s: State, idea: Idea, track: Track) -> int:
    """What an idea is known to do on a track; as long as nobody knows, what its card says."""
    known = s.effect(idea, track)
    return known if known is not None else idea.card.promise.get(track, 0)
