"""Which hint is shown when: one at a time, none twice, none when it is no longer true."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from game.engine import State
from game.table.guide.sight import Place, Sight, Target


def _not_yet(state: State) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Hint:
    """A hint: a marked message, said at ``place``, that points at what ``find`` gives.

    ``find`` gives ``None`` while the hint does not apply. ``known`` tells that the group does it
    already, so that nobody needs to say it.
    """

    id: str
    place: Place
    text: str
    find: Callable[[Sight], Target | None]
    known: Callable[[State], bool] = _not_yet

    def applies(self, sight: Sight) -> bool:
        """Whether this is the place and time for it."""
        return (
            sight.place == self.place
            and not self.known(sight.state)
            and self.find(sight) is not None
        )


class Guide:
    """The hints of one game. ``said`` are the ids of those that have had their turn.

    A hint that is open stays until it is dismissed or no longer applies; one that waits below a
    dialog comes back with its place. After a hint is dismissed nothing is said there until
    something has happened.
    """

    def __init__(self, hints: Sequence[Hint], *, on: bool = True) -> None:
        self.hints = hints
        self.on = on
        self.said: set[str] = set()
        self._open: dict[Place, Hint] = {}
        self._quiet: dict[Place, Sight] = {}

    def look(self, sight: Sight) -> Hint | None:
        """The hint for what the group has before it, if any."""
        if not self.on:
            return None
        hint = self._open.get(sight.place)
        if hint is not None and hint.applies(sight):
            return hint
        self._open.pop(sight.place, None)
        if sight.same(self._quiet.get(sight.place)):
            return None
        hint = next((h for h in self.hints if h.id not in self.said and h.applies(sight)), None)
        if hint is not None:
            self.said.add(hint.id)
            self._open[sight.place] = hint
        return hint

    def dismiss(self, sight: Sight) -> None:
        """The group has read it; at this place nothing more is said about this moment."""
        self._open.pop(sight.place, None)
        self._quiet[sight.place] = sight

    def remember(self, sights: Iterable[Sight]) -> None:
        """These were seen in an earlier sitting: what was said about them is not said again."""
        for sight in sights:
            self.said |= {hint.id for hint in self.hints if hint.applies(sight)}
