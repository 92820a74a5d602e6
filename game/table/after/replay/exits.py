"""The ways out of a replay, supplied by the code that knows the other screens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from game.content.case import Case
from game.engine import State
from game.frozen import frozen
from game.session import Recording, SavedSession, Session
from game.session.errors import Trouble
from game.table.parts.folded_events import FoldedEvent
from game.table.parts.game_view import GameView

Additions = Session[Case] | SavedSession
Onward = Callable[[Recording[Case]], object]


class Recap(Protocol):
    """Shows the outcome of a recorded decision again, as the table showed it at the time."""

    def worth_showing(self, moments: Sequence[FoldedEvent], /) -> bool:
        """Whether a decision has an outcome worth a screen of its own."""

    def look_back(
        self,
        game: GameView,
        before: State,
        moments: Sequence[FoldedEvent],
        on_done: Callable[[], object],
        /,
    ) -> None:
        """Show the outcome again, from the state before it; then call ``on_done``."""


@frozen
class ReplayExits:
    """The ways out of a replay: ``branch`` gets the recording and the entry to branch from.

    ``additions`` gives the session to which notes are added: the one that is being played, or a
    saved one. ``repair`` offers to repair the file for what is wrong with it. An exit that is
    ``None`` is not offered.
    """

    leave: Callable[[], object]
    branch: Callable[[Recording[Case], int], object]
    recap: Recap
    compare: Onward | None = None
    debrief: Onward | None = None
    follow_up: Onward | None = None
    result: Onward | None = None
    additions: Callable[[Path], Additions] = SavedSession
    repair: Callable[[Trouble], object] | None = None
