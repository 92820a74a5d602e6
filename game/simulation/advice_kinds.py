"""A piece of advice for the author of a case."""

from __future__ import annotations

from typing import Literal

from game.content.edits import Edit
from game.content.positions import KeyPath
from game.frozen import frozen

AdviceKind = Literal["good", "wrong", "cause", "tried", "aims", "note", "unsure", "card"]


@frozen
class Advice:
    """A piece of advice: what was ``found``, and what to ``do`` about it (empty: nothing).

    ``path`` leads to the first key that it is about; empty where it is about no one place.
    ``edits`` make the change that was tried, where it is one to be made. ``more_games`` would tell
    what so few cannot.

    A ``cause`` is unusual in the file; ``tried`` is what was tried besides; a ``note`` explains.
    """

    weight: AdviceKind
    found: str
    do: str = ""
    path: KeyPath = ()
    edits: tuple[Edit, ...] = ()
    more_games: bool = False
