"""Where a replay leads, and what it is given by those who know the other screens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from game.content.case import Case
from game.engine import State
from game.session import Recording, Session
from game.table.parts.folded_events import FoldedEvent
from game.table.parts.game_view import GameView

Onward = Callable[[Recording[Case]], object]


class Recap(Protocol):
    """Shows what came of a recorded decision, as the table saw it when it was made."""

    def worth_showing(self, moments: Sequence[FoldedEvent], /) -> bool:
        """Whether a decision deserves a screen of its own."""

    def look_back(
        self,
        game: GameView,
        before: State,
        moments: Sequence[FoldedEvent],
        on_done: Callable[[], object],
        /,
    ) -> None:
        """Show it once more, from the state before it; then call ``on_done``."""


@dataclass(frozen=True, slots=True)
class ReplayExits:
    """Where a replay leads: ``branch`` is given what is viewed and the entry to go on from.

    ``playing`` is the session itself when it is being played; notes are then written through it.
    What is ``None`` is not offered.
    """

    leave: Callable[[], object]
    branch: Callable[[Recording[Case], int], object]
    recap: Recap
    compare: Onward | None = None
    debrief: Onward | None = None
    follow_up: Onward | None = None
    playing: Session[Case] | None = None
