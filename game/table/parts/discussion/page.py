"""The base class of discussion pages."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from game.debrief import Moment
from game.debrief.talk import Kind
from game.gui.geometry import Box
from game.gui.ui import Ui
from game.i18n import Words
from game.table.parts.discussion.discussion import Discussion
from game.table.parts.discussion.rests_on import Claim


def evenly(count: int, most: int) -> list[tuple[int, int]]:
    """Rows shared out over as few pages as hold ``most`` each, none nearly empty.

    A pair for each page: the index of its first row, and how many it has.

    >>> evenly(9, 4)
    [(0, 3), (3, 3), (6, 3)]
    """
    pages = -(-count // most)
    bounds = [n * count // pages for n in range(pages + 1)] if pages else [0]
    return [(start, end - start) for start, end in pairwise(bounds)]


class DiscussionPage:
    """One page of a discussion; ``phase`` is the key of the part it belongs to.

    ``moment`` is the key moment it is about, if any. ``kind`` says how long it is talked about;
    a page that has none is not counted.
    """

    phase: str
    kind: Kind | None = None
    moment: Moment | None = None

    def __init__(self, discussion: Discussion) -> None:
        self.discussion = discussion

    def build(self, ui: Ui, box: Box) -> None:
        """Draw the page and declare its widgets in a box."""
        raise NotImplementedError

    @property
    def blank(self) -> bool:
        """Whether there is nothing to show on it just now: then it is left out."""
        return False

    @property
    def parts(self) -> int:
        """How many seats or questions each take the time of its kind."""
        return 1

    def claims(self, t: Words) -> Sequence[Claim]:
        """What the page says of the game, each with the entries of the log that prove it."""
        return ()

    def save_fields(self, ui: Ui) -> None:
        """Called when the page is left: save what is still in its fields."""
