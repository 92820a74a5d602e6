"""The posts of the economy overview in play: what each holds, and who counts on it."""

from __future__ import annotations

from game.engine import INDEX, State
from game.engine.lookups import taken
from game.frozen import frozen
from game.wording import card_pictures
from game.wording.case_names import CaseNames

_ECONOMY = INDEX["economy"]


@frozen
class PostView:
    """A post: the points it holds, those taken already, and the claims on the rest.

    ``claims`` are the letters of ideas with their estimates.
    """

    id: str
    name: str
    holds: int
    taken: int
    claims: tuple[tuple[str, int], ...]

    @property
    def left(self) -> int:
        """The points that it still holds."""
        return max(0, self.holds - self.taken)

    @property
    def overdrawn(self) -> bool:
        """Whether more is claimed of it than it holds: the same money twice."""
        return sum(points for _, points in self.claims) > self.left


def post_views(names: CaseNames, state: State) -> list[PostView]:
    """All posts from which something can be taken; empty where a case does not play with them."""
    if "posts" not in state.setup.rules.modules:
        return []
    return [_post(names, state, post.id, post.points) for post in state.setup.posts]


def _post(names: CaseNames, state: State, id: str, holds: int) -> PostView:
    claims = []
    for idea in state.ideas:
        b = idea.benefits[_ECONOMY]
        if b is not None and b.post == id and b.harvested is None:
            picture = card_pictures.idea(names.case, idea.id, idea.name)
            claims.append((picture or idea.letter, b.estimate))
    return PostView(id, names.post(id), holds, taken(state, id), tuple(claims))
